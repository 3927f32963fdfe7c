/** `gw2 gear`: the best gears of gear problems, with the proof that no better one exists. */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { text } from "node:stream/consumers";
import { evaluateGear, namedInfusions } from "#lib/engine/gear/evaluate-gear.ts";
import { combinationsOf } from "#lib/engine/gear/gear-search.ts";
import { parseGearProblem } from "#lib/engine/gear/parse-gear-problem.ts";
import { GEAR_LIMITS, type GearChoice, type GearProblem } from "#lib/engine/gear/problem.ts";
import { createGearPool, type GearPool, type PoolProgress } from "#lib/gear/workers/gear-pool.ts";
import { inProcessWorker } from "#lib/gear/workers/in-process-worker.ts";
import { spawnNodeWorker } from "#lib/gear/workers/spawn-node-worker.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { type GearArguments, parseGearArguments } from "./gear-arguments.ts";
import {
  type CommandStreams,
  type ExitCode,
  idOf,
  notJson,
  PROCESS_STREAMS,
  parseRecords,
  type RawRecord,
  refuseRecord,
} from "./record-command.ts";
import type { RecordFault } from "./record-fault.ts";

const HELP = `Usage: gw2 gear [--top K] [--threads N] [--time-limit S] <problem.json…>

Finds the best gears of problems in the format "gear-problem v1" ("-" reads standard input; a file may hold one
problem, an array of them, or one per line) and writes one JSON line per problem:

  id            of the problem
  values        the K best values of the objective, largest first
  first         one best result: gear by slot, infusions, values (Damage, Survivability, Healing), attributes of the
                first scenario; null if nothing satisfies the constraints
  proven        true: nothing better exists. false: the time or memory was used up; see bound
  bound         no gear that is not listed has a larger value; null if there is none, or if it is not known yet
  combinations  different gears (times infusionSplits, the ways to place the infusions)
  visited       cells bounded and gears valued
  elapsedMs     time this problem took

A problem that is refused gives {"id", "error": {"message", "field"}}. One without an id is called by its position,
such as "record 3".

  --top K          results wanted, 1 to ${GEAR_LIMITS.results}; otherwise the problem's maxResults
  --threads N      threads to search with; otherwise one, for very large problems all processors (${availableParallelism()} here)
  --time-limit S   seconds per problem; otherwise as long as it takes

Exit codes: 0 all answered, 1 some refused or not read, 2 command not understood.`;

export async function runGear(
  args: readonly string[],
  streams: CommandStreams = PROCESS_STREAMS,
): Promise<ExitCode> {
  const parsed = parseGearArguments(args);
  if (!parsed.ok) {
    streams.stderr(`gw2 gear: ${parsed.error} Try: gw2 gear --help`);
    return 2;
  }
  if (parsed.value.isHelp) {
    streams.stdout(HELP);
    return 0;
  }
  const pools = createPools(parsed.value.threads);
  try {
    return await answerAll(parsed.value, pools, streams);
  } finally {
    pools.end();
  }
}

interface Pools {
  poolFor(problem: GearProblem): GearPool;
  end(): void;
}

/** Up to this many gears one thread is done before others have started. */
const GEARS_FOR_ONE_THREAD = 10n ** 11n;

/** Pools are started when a problem needs them, and shared by all problems. */
function createPools(threads: number | undefined): Pools {
  const pools = new Map<number, GearPool>();
  return {
    poolFor(problem) {
      const size = threads ?? (combinationsOf(problem) > GEARS_FOR_ONE_THREAD ? availableParallelism() : 1);
      const pool = pools.get(size) ?? createGearPool(size === 1 ? inProcessWorker : spawnNodeWorker, size);
      pools.set(size, pool);
      return pool;
    },
    end: () => {
      for (const pool of pools.values()) pool.cancel();
    },
  };
}

async function answerAll(settings: GearArguments, pools: Pools, streams: CommandStreams): Promise<ExitCode> {
  let code: ExitCode = 0;
  const refuse = (message: string): void => {
    streams.stderr(`gw2 gear: ${message}`);
    code = 1;
  };
  for (const path of settings.files) {
    const name = path === "-" ? "standard input" : path;
    let input: string;
    try {
      input = path === "-" ? await text(streams.stdin) : await readFile(path, "utf8");
    } catch (error) {
      refuse(`cannot read ${name}: ${error instanceof Error ? error.message : error}`);
      continue;
    }
    const records = parseRecords(input);
    if (records.length === 0) refuse(`${name}: there is no problem in it.`);
    for (const record of records) {
      const where = records.length > 1 ? `${name}, ${record.position}` : name;
      const answered = await answer(record, settings, pools);
      if (answered.ok) streams.stdout(answered.value);
      else {
        refuseRecord("gear", record, where, answered.error, streams);
        code = 1;
      }
    }
  }
  return code;
}

/** The line of one problem, or why there is none. */
async function answer(
  record: RawRecord,
  settings: GearArguments,
  pools: Pools,
): Promise<Result<string, RecordFault>> {
  if (record.syntaxError !== undefined) return err(notJson(record.syntaxError));
  const problem = parseGearProblem(record.value);
  if (!problem.ok) return problem;
  try {
    return ok(await lineOf(problem.value, idOf(record), settings, pools));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({ field: "problem", message: `the search failed: ${reason}` });
  }
}

async function lineOf(
  problem: GearProblem,
  id: string | number,
  settings: GearArguments,
  pools: Pools,
): Promise<string> {
  const topK = settings.top ?? problem.maxResults;
  const startedAt = performance.now();
  const found = await search(problem, topK, settings.timeLimitSeconds, pools.poolFor(problem));
  const elapsedMs = Math.round((performance.now() - startedAt) * 10) / 10;
  const gears = combinationsOf({ ...problem, infusions: null });
  const chosen = problem.infusions?.mode === "choose";
  const [first] = found.results;
  const line = {
    id,
    values: found.results.map(({ value }) => value),
    first: first?.choice ? described(problem, first.choice) : null,
    proven: found.isProven,
    bound: Number.isFinite(found.bound) ? found.bound : null,
    combinations: Number(gears),
    ...(chosen ? { infusionSplits: Number(combinationsOf(problem) / gears) } : {}),
    visited: found.visited,
    elapsedMs,
  };
  return JSON.stringify(line);
}

/** The last state of the search: done, or as far as it came within the limit, at least to a first bound. */
function search(
  problem: GearProblem,
  topK: number,
  timeLimitSeconds: number | undefined,
  pool: GearPool,
): Promise<PoolProgress> {
  return new Promise((resolve, reject) => {
    let last: PoolProgress | undefined;
    let isOver = false;
    const stopIfOver = () => {
      if (!isOver || last === undefined || last.bound === Number.POSITIVE_INFINITY) return;
      pool.cancel();
      resolve(last);
    };
    const timer = setTimeout(
      () => {
        isOver = timeLimitSeconds !== undefined;
        stopIfOver();
      },
      (timeLimitSeconds ?? 0) * 1000,
    );
    const fail = (message: string) => {
      clearTimeout(timer);
      reject(new Error(message));
    };
    pool.start({ kind: "problem", problem, topK }, topK, {
      onProgress: (progress) => {
        last = progress;
        stopIfOver();
        if (!progress.isDone) return;
        clearTimeout(timer);
        resolve(progress);
      },
      onRefused: ({ message }) => fail(message),
      onFailed: fail,
    });
  });
}

function described(problem: GearProblem, choice: GearChoice) {
  const { Damage, Survivability, Healing, attributes } = evaluateGear(problem, choice);
  const { infusions } = problem;
  return {
    gear: Object.fromEntries(
      problem.slots.map(({ name, options }, index) => [name, options[choice.options[index] ?? 0]?.stat]),
    ),
    infusions:
      infusions?.mode === "choose" ? namedInfusions(infusions, choice.infusions) : (infusions?.counts ?? {}),
    values: { Damage, Survivability, Healing },
    attributes,
  };
}
