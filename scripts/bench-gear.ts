/**
 * `npm run bench:gear -- [--only text] [--repeats 3] [--limit 30] [--json]`: the gear search on one thread, warm, on
 * the problems with known answers and on generated ones with 2 to 12 stat sets, with and without limits and 18 free
 * infusions; next to it the plain exhaustive loop over the same evaluator, measured in the same run.
 *
 * The loop runs for a moment on each problem, in growing parts of which the last counts; where it does not finish, its
 * time is extrapolated from its measured rate and marked `~`. Times of the search are the least of the repeats. The
 * ratio of both is taken in processor time of the thread, which other work on the machine disturbs less: the search's
 * mean over the repeats (more of them where they are short) against the loop's. Where the loop does not finish, both
 * are measured by turns, so that they meet the machine in the same state, and the round with the middle ratio counts.
 * Both are warm: the search's runs of the first half second, at least one, only let the compiler finish, as the loop's
 * first parts do.
 * Memory is the largest resident set seen, of the whole process. At last the worker pool's times with one and more
 * threads. Ends with exit code 1 if an answer is wrong, unproven or over its goal.
 */
import { parseArgs } from "node:util";
import { searchExhaustively } from "#lib/engine/gear/exhaustive.ts";
import { combinationsOf, createGearSearch } from "#lib/engine/gear/gear-search.ts";
import type { GearProblem } from "#lib/engine/gear/problem.ts";
import { generateProblem, PROBLEM_FAMILIES } from "#lib/engine/gear/testing/generated-problems.ts";
import { loadGearFixtures } from "#lib/engine/gear/testing/load-fixtures.ts";
import { measureThreads } from "#scripts/gear/measure-threads.ts";

interface BenchCase {
  readonly problem: GearProblem;
  readonly expected: readonly number[] | null;
  /** Seconds the search may take; null where no goal is set. */
  readonly goal: number | null;
}

interface BenchResult {
  readonly id: string;
  readonly combinations: string;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly isProven: boolean;
  /** Relative distance between bound and K-th value where unproven. */
  readonly gap: number;
  readonly visited: number;
  readonly loopPerSecond: number;
  readonly loopSeconds: number;
  readonly isExtrapolated: boolean;
  readonly ratio: number;
  readonly megabytes: number;
  readonly fault: string | null;
}

const SET_COUNTS = [2, 4, 6, 8, 10, 12];
const WARM_UP_SECONDS = 2;
/** Short problems are repeated until their runs have taken this long together, or so many times. */
const LEAST_SECONDS = 0.3;
const MOST_REPEATS = 50;
/** Rounds of repeats and loop, where both are short. */
const ROUNDS = 5;
/** Runs that begin within this time from the first one's start are for the compiler. */
const COMPILER_SECONDS = 0.5;
/** A part of the loop that counts takes at least so long. */
const LEAST_LOOP = 0.2;
const LOOP_BATCH = 20_000;
/** Processor time below which the clock says nothing. */
const LEAST_WORK = 1e-6;
const MANY_COMBINATIONS = 1e7;
const LEAST_RATIO = 1000;
const MOST_MEGABYTES = 512;
const PROBLEMS_FOR_THREADS = 4;
/** Longest time between two looks at the memory. */
const STEP_MILLISECONDS = 50;

const { only, repeats, limit, json } = readArguments();
const fixtures = loadGearFixtures();
const cases = listCases().filter(({ problem }) => problem.id.includes(only));
warmUp();
const results = cases.map(measure);
report(results);
if (!json) await reportThreads();
process.exitCode = results.some(({ fault }) => fault !== null) ? 1 : 0;

function listCases(): readonly BenchCase[] {
  const shared = fixtures.map(({ problem, expected }) => ({ problem, expected: expected.values, goal: 0.4 }));
  const generated = SET_COUNTS.flatMap((setCount) =>
    PROBLEM_FAMILIES.flatMap((family) => {
      const template = fixtures.find(({ problem }) => problem.id === family.template)?.problem;
      if (template === undefined) throw new Error(`there is no fixture ${family.template}`);
      return [false, true].flatMap((withInfusions) =>
        [false, true].map((withConstraints) => {
          const variant = { setCount, withConstraints, withInfusions };
          const goal = withInfusions ? null : goalOf(setCount, withConstraints, family.name);
          return { problem: generateProblem(family, template, variant), expected: null, goal };
        }),
      );
    }),
  );
  return [...shared, ...generated];
}

/** Goals are set for plain gear, and for a boon-duration limit with four scenarios at ten sets. */
function goalOf(setCount: number, withConstraints: boolean, family: string): number | null {
  if (withConstraints) return setCount === 10 && family === "boon-4-scenarios" ? 4 : null;
  if (setCount === 8) return 0.5;
  return setCount === 10 ? 1 : null;
}

/** Lets the compiler see every part once, as a server or an open page would have. */
function warmUp(): void {
  const end = performance.now() + WARM_UP_SECONDS * 1000;
  while (performance.now() < end) for (const { problem } of fixtures) solve(problem);
}

function solve(problem: GearProblem) {
  const started = performance.now();
  const search = createGearSearch(problem, { clock: () => performance.now() });
  let progress = search.step(STEP_MILLISECONDS);
  let memory = 0;
  while (!progress.isDone && performance.now() - started < limit * 1000) {
    memory = Math.max(memory, process.memoryUsage.rss());
    progress = search.step(STEP_MILLISECONDS);
  }
  const seconds = (performance.now() - started) / 1000;
  return { progress, memory: Math.max(memory, process.memoryUsage.rss()), seconds };
}

/** Processor time of this thread so far. */
function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** The first run, and more for the compiler. */
function firstRuns(problem: GearProblem) {
  const started = processorSeconds();
  const first = solve(problem);
  const work = processorSeconds() - started;
  for (let seconds = first.seconds; repeats > 1 && seconds < COMPILER_SECONDS; )
    seconds += solve(problem).seconds;
  return { first, work };
}

/**
 * The repeats, more of them where they are short. Their processor time is taken together, since its clock may go in
 * steps that are not much shorter than a run.
 */
function laterRuns(problem: GearProblem) {
  const runs: ReturnType<typeof solve>[] = [];
  const started = processorSeconds();
  for (let seconds = 0; runs.length < MOST_REPEATS; ) {
    if (runs.length >= repeats - 1 && seconds >= LEAST_SECONDS) break;
    const run = solve(problem);
    runs.push(run);
    seconds += run.seconds;
  }
  return { runs, work: (processorSeconds() - started) / Math.max(1, runs.length) };
}

/** What a round of repeats, and of the loop after them, took. */
interface Round {
  readonly runs: readonly ReturnType<typeof solve>[];
  readonly work: number;
  readonly loop: ReturnType<typeof measureLoop>;
  readonly ratio: number;
}

/** The first run, all runs with it, and the round that counts. */
interface Measurement {
  readonly first: ReturnType<typeof solve>;
  readonly runs: Round["runs"];
  readonly round: Round;
}

/** Measures a problem: once, or in rounds where the loop is extrapolated and the search is short. */
function measureRounds(problem: GearProblem): Measurement {
  const { first, work } = firstRuns(problem);
  const warm = measureLoop(problem);
  const once: Round = { runs: [first], work, loop: warm, ratio: warm.seconds / Math.max(work, LEAST_WORK) };
  if (repeats === 1) return { first, runs: [first], round: once };
  const rounds: Round[] = [];
  const enough = !warm.isExtrapolated || first.seconds > LEAST_SECONDS ? 1 : ROUNDS;
  while (rounds.length < enough) {
    const later = laterRuns(problem);
    const loop = warm.isExtrapolated ? measureLoop(problem, warm.visited) : warm;
    rounds.push({ ...later, loop, ratio: loop.seconds / Math.max(later.work, LEAST_WORK) });
  }
  const middle = rounds.toSorted((one, other) => one.ratio - other.ratio)[rounds.length >> 1];
  return { first, runs: [first, ...rounds.flatMap(({ runs }) => runs)], round: middle ?? once };
}

function measure({ problem, expected, goal }: BenchCase): BenchResult {
  const { first, runs, round } = measureRounds(problem);
  const seconds = Math.min(...runs.map((run) => run.seconds));
  const megabytes = Math.max(...runs.map((run) => run.memory)) / 1e6;
  const { progress } = first;
  const { work, loop, ratio } = round;
  const values = progress.results.map(({ value }) => value);
  const combinations = combinationsOf(problem);
  const result = {
    id: problem.id,
    combinations: Number(combinations).toExponential(2),
    seconds,
    processorSeconds: work,
    isProven: progress.isProven,
    gap: progress.isProven ? 0 : Math.abs(progress.bound / progress.kthValue - 1),
    visited: progress.visited,
    loopPerSecond: loop.rate,
    loopSeconds: loop.seconds,
    isExtrapolated: loop.isExtrapolated,
    ratio,
    megabytes,
  };
  const faults = [
    expected !== null && !isSame(values, expected) ? "wrong values" : null,
    expected !== null && !progress.isProven ? "not proven" : null,
    goal !== null && seconds > goal ? `over the goal of ${goal} s` : null,
    progress.isProven && Number(combinations) > MANY_COMBINATIONS && ratio < LEAST_RATIO
      ? "ratio too low"
      : null,
    megabytes > MOST_MEGABYTES ? "too much memory" : null,
  ];
  const named = faults.filter((fault) => fault !== null);
  const finished = { ...result, fault: named.length === 0 ? null : named.join(", ") };
  if (!json) process.stdout.write(`${line(finished)}\n`);
  return finished;
}

/** Runs the plain loop for a moment, in parts that grow from one on, and takes the rate of the last, in processor time. */
function measureLoop(problem: GearProblem, first = LOOP_BATCH) {
  const combinations = Number(combinationsOf(problem));
  for (let most = first; ; most *= 4) {
    const started = processorSeconds();
    const { visited, complete } = searchExhaustively(problem, problem.maxResults, most);
    const seconds = Math.max(processorSeconds() - started, LEAST_WORK);
    const rate = visited / seconds;
    if (complete) return { visited, rate, seconds, isExtrapolated: false };
    if (seconds > LEAST_LOOP) return { visited, rate, seconds: combinations / rate, isExtrapolated: true };
  }
}

function isSame(values: readonly number[], expected: readonly number[]): boolean {
  return (
    values.length === expected.length &&
    values.every((value, index) => Math.abs(value - (expected[index] ?? 0)) <= 1e-9 * Math.abs(value))
  );
}

function line(result: BenchResult): string {
  const loop = `${result.isExtrapolated ? "~" : ""}${result.loopSeconds.toPrecision(3)} s`;
  return [
    result.id.padEnd(38),
    result.combinations.padStart(9),
    `${(result.seconds * 1000).toFixed(0)} ms`.padStart(9),
    `cpu ${(result.processorSeconds * 1000).toFixed(1)} ms`.padStart(14),
    (result.isProven ? "proven" : `open ${(result.gap * 100).toFixed(2)} %`).padStart(11),
    String(result.visited).padStart(9),
    `${(result.loopPerSecond / 1e6).toFixed(2)} M/s`.padStart(9),
    loop.padStart(13),
    `${result.ratio.toPrecision(3)}x`.padStart(11),
    `${result.megabytes.toFixed(0)} MB`.padStart(7),
    result.fault ?? "",
  ].join(" ");
}

function report(list: readonly BenchResult[]): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ node: process.version, results: list })}\n`);
    return;
  }
  const shared = new Set(fixtures.map(({ problem }) => problem.id));
  const times = list.filter(({ id }) => shared.has(id)).map(({ seconds }) => seconds);
  if (times.length > 0) {
    const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    const slowest = Math.max(...times);
    process.stdout.write(
      `problems with known answers: median ${ms(median)}, slowest ${ms(slowest)} (goals 60 and 400 ms)\n`,
    );
  }
  process.stdout.write(
    `node ${process.version}, one thread; ratio and loop in processor time; loop times marked ~ are extrapolated from the measured rate\n`,
  );
}

/** How the worker pool scales on the problems that took longest on one thread. */
async function reportThreads(): Promise<void> {
  const slowest = results
    .filter(({ isProven }) => isProven)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, PROBLEMS_FOR_THREADS);
  for (const { id } of slowest) {
    const problem = cases.find((one) => one.problem.id === id)?.problem;
    if (problem === undefined) continue;
    const times = await measureThreads(problem, 1);
    const shown = times.map(
      ({ threads, seconds }) => `${threads} thread${threads > 1 ? "s" : ""} ${ms(seconds)}`,
    );
    process.stdout.write(`worker pool, ${id}: ${shown.join(", ")}\n`);
  }
}

function ms(seconds: number): string {
  return `${(seconds * 1000).toFixed(0)} ms`;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        repeats: { type: "string" },
        limit: { type: "string" },
        json: { type: "boolean" },
      },
    });
    const read = {
      only: values.only ?? "",
      repeats: Number(values.repeats ?? 3),
      limit: Number(values.limit ?? 30),
      json: values.json ?? false,
    };
    if (Number.isSafeInteger(read.repeats) && read.repeats > 0 && read.limit > 0) return read;
  } catch {
    // Unknown options are told like wrong ones.
  }
  process.stderr.write(
    "usage: npm run bench:gear -- [--only <part of an id>] [--repeats <number>] [--limit <seconds>] [--json]\n",
  );
  return process.exit(2);
}
