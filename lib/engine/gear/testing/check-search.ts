import { evaluateGear } from "../evaluate-gear.ts";
import { searchExhaustively } from "../exhaustive.ts";
import { createGearSearch, type FoundGear, type GearSearchOptions } from "../gear-search.ts";
import type { GearProblem } from "../problem.ts";
import { type CellSearchOptions, createCellSearch } from "../search/cell-search.ts";

/** Largest relative difference between two ways to compute the same value. */
const TOLERANCE = 1e-9;

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
}

/**
 * Compares the search with plain exhaustive search. Null when they agree and every claim of the search holds;
 * otherwise what is wrong. Problems whose number picks it are searched in shares, in small steps, with little
 * memory, with a floor, or with space cut small, with every cell joined and with every node divided as well: each must give the same answer.
 */
export function checkSearch(problem: GearProblem, variant: number): string | null {
  const expected = searchExhaustively(problem, problem.maxResults).values;
  const whole = run(problem, {});
  const fault = compare(problem, expected, whole.results) ?? (whole.isProven ? null : "not proven");
  if (fault !== null) return fault;
  switch (variant % 4) {
    case 0:
      return named(
        "in shares",
        compare(problem, expected, runInShares(problem, 2 + (variant % 3), expected)),
      );
    case 1: {
      const small = run(problem, { memoryLimitBytes: 1 });
      return small.isProven ? named("with little memory", compare(problem, expected, small.results)) : null;
    }
    case 2:
      return named("with a floor", compareWithFloor(problem, expected));
    default:
      return (
        named("with space cut small", compareTuned(problem, expected, { shortLists: 0 })) ??
        named(
          "with every cell joined",
          compareTuned(problem, expected, { joins: { leastTriples: 0, leastPriced: 0 } }),
        ) ??
        named(
          "with every node divided",
          compareTuned(problem, expected, {
            leaves: { few: 1, many: variant % 8 === 3 ? 1 : Number.POSITIVE_INFINITY },
          }),
        )
      );
  }
}

function run(problem: GearProblem, options: GearSearchOptions, floor = Number.NEGATIVE_INFINITY) {
  const search = createGearSearch(problem, options);
  search.raiseFloor(floor);
  for (;;) {
    const progress = search.step(1000);
    if (progress.isDone) return progress;
  }
}

/** Every other share is told a floor before it starts: what is whose must not depend on that. */
function runInShares(problem: GearProblem, of: number, expected: readonly number[]): readonly FoundGear[] {
  const kth = expected.length < problem.maxResults ? undefined : expected.at(-1);
  return Array.from({ length: of }, (_, index) => {
    return run(problem, { share: { index, of } }, index % 2 === 1 ? kth : undefined).results;
  })
    .flat()
    .sort((one, other) => other.value - one.value)
    .slice(0, problem.maxResults);
}

/** With the K-th value as the floor, nothing that is at least as good may be missing. */
function compareWithFloor(problem: GearProblem, expected: readonly number[]): string | null {
  const last = expected.at(-1);
  if (last === undefined || expected.length < problem.maxResults) return null;
  const search = createGearSearch(problem);
  search.raiseFloor(last);
  for (;;) {
    const progress = search.step(1);
    if (progress.isDone) return compare(problem, expected, progress.results);
  }
}

/** Cuts attribute space as far as it pays, joins every cell by windows or divides every node: small problems need not. */
function compareTuned(
  problem: GearProblem,
  expected: readonly number[],
  tuning: Pick<CellSearchOptions, "shortLists" | "joins" | "leaves">,
): string | null {
  const search = createCellSearch(problem, {
    topK: problem.maxResults,
    share: { index: 0, of: 1 },
    memoryLimitBytes: 2 ** 26,
    ...tuning,
  });
  search.advance(() => false);
  const values = search.results().flatMap(({ value, count }) => {
    return Array.from({ length: Math.min(count, problem.maxResults) }, () => value);
  });
  const best = values.slice(0, problem.maxResults);
  if (best.length !== expected.length) return `${best.length} results instead of ${expected.length}`;
  const wrong = best.findIndex((value, index) => !isClose(value, expected[index] ?? 0));
  return wrong < 0 ? null : `result ${wrong + 1} is ${best[wrong]} instead of ${expected[wrong]}`;
}

function named(how: string, fault: string | null): string | null {
  return fault === null ? null : `${how}: ${fault}`;
}

function compare(
  problem: GearProblem,
  expected: readonly number[],
  results: readonly FoundGear[],
): string | null {
  if (results.length !== expected.length) return `${results.length} results instead of ${expected.length}`;
  const wrong = results.findIndex(({ value }, index) => !isClose(value, expected[index] ?? 0));
  if (wrong >= 0) return `result ${wrong + 1} is ${results[wrong]?.value} instead of ${expected[wrong]}`;
  const seen = new Set<string>();
  for (const { value, choice } of results) {
    const gear = evaluateGear(problem, choice);
    if (gear.violated.length > 0) return `a result breaks ${gear.violated.join()}`;
    if (!isClose(gear.objective, value)) return `a gear is worth ${gear.objective}, not ${value}`;
    const name = JSON.stringify(problem.resultUnit === "gear" ? choice.options : choice);
    if (seen.has(name)) return `${name} is found twice`;
    seen.add(name);
  }
  return null;
}
