import { evaluateGear } from "#lib/engine/gear/evaluate-gear.ts";
import { createGearSearch, type FoundGear, type GearSearch } from "#lib/engine/gear/gear-search.ts";
import type { GearProblem } from "#lib/engine/gear/problem.ts";

/** Several gear problems whose best gears compete with each other, such as one for every combination of extras. */
export interface ProblemList {
  readonly count: number;
  /** Made when it is needed, so that thousands of problems need no memory. */
  problemAt(index: number): GearProblem;
}

export interface CombinedOptions {
  readonly topK: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
  /** This search's part of the whole; all parts together hold the K best. */
  readonly share: { readonly index: number; readonly of: number };
  readonly memoryLimitBytes: number;
}

export interface CombinedFound extends FoundGear {
  /** Which problem of the list it solves. */
  readonly problem: number;
}

export interface CombinedProgress {
  /** Best first, at most K. The same object stands for the same gear in later reports. */
  readonly results: readonly CombinedFound[];
  /** Good gears that the search has not come to yet, or left out for lack of memory; some may be results. */
  readonly candidates: readonly CombinedFound[];
  /** No gear of this part that is not among the results has a larger value; Infinity while nothing is known. */
  readonly bound: number;
  /** Share of this part that is decided, 0 to 1. */
  readonly coveredShare: number;
  readonly visited: number;
  /** Problems of this part that are decided, and how many there are. */
  readonly problemsDone: number;
  readonly problems: number;
  readonly isDone: boolean;
  readonly isProven: boolean;
}

export interface CombinedSearch {
  /** Works for about as long as asked. */
  step(milliseconds: number): CombinedProgress;
  /** K results at least this good were found elsewhere. */
  raiseFloor(value: number): void;
}

/** Problems a part must have before the parts take whole problems instead of sharing each. */
const PROBLEMS_PER_PART = 4;

/**
 * Finds the K best gears over a list of problems, one problem after the other, the most promising first. Sound because
 * every problem is searched by itself and proven; what one finds only raises the floor of those after it: K results at
 * least as good as the floor exist, so a gear below it is not among the K best, and gears exactly at it are still found.
 */
export function createCombinedSearch(list: ProblemList, options: CombinedOptions): CombinedSearch {
  const { topK, now, share } = options;
  const isSplitByProblem = list.count >= share.of * PROBLEMS_PER_PART;
  const own = Array.from({ length: list.count }, (_, index) => index).filter(
    (index) => !isSplitByProblem || index % share.of === share.index,
  );
  const estimates = new Map<number, number>();
  let order: readonly number[] | undefined = own.length <= 1 ? own : undefined;
  let done = 0;
  let current: { readonly search: GearSearch; readonly problem: number } | undefined;
  let kept: readonly CombinedFound[] = [];
  let shown: readonly CombinedFound[] = [];
  let floor = Number.NEGATIVE_INFINITY;
  let boundOfDone = Number.NEGATIVE_INFINITY;
  let visitedByDone = 0;
  let leftOut: readonly CombinedFound[] = [];
  let isProven = true;
  const wrapped = new WeakMap<FoundGear, CombinedFound>();

  const wrap = (problem: number, found: FoundGear): CombinedFound => {
    const known = wrapped.get(found) ?? { ...found, problem };
    wrapped.set(found, known);
    return known;
  };

  /** Looks at a few gears of each problem, to begin with the most promising. */
  const estimateUntil = (end: number): void => {
    while (estimates.size < own.length) {
      const index = own[estimates.size] ?? 0;
      estimates.set(index, estimateOf(list.problemAt(index)));
      if (now() >= end) return;
    }
    order = own.toSorted((a, b) => (estimates.get(b) ?? 0) - (estimates.get(a) ?? 0));
  };

  const start = (problem: number): GearSearch =>
    createGearSearch(list.problemAt(problem), {
      topK,
      clock: now,
      memoryLimitBytes: options.memoryLimitBytes,
      ...(isSplitByProblem ? {} : { share }),
    });

  const candidates = (found: readonly FoundGear[]): readonly CombinedFound[] => {
    const problem = current?.problem;
    return problem === undefined ? [] : found.map((gear) => wrap(problem, gear));
  };

  const searchUntil = (end: number, sequence: readonly number[]): void => {
    while (done < sequence.length) {
      const problem = sequence[done] ?? 0;
      current ??= { search: start(problem), problem };
      current.search.raiseFloor(floor);
      const report = current.search.step(end - now());
      const { results, bound, visited, isDone, isProven: proven } = report;
      shown = best(
        kept,
        results.map((found) => wrap(problem, found)),
        topK,
      );
      floor = Math.max(floor, kthOf(shown, topK));
      if (isDone) {
        kept = shown;
        boundOfDone = Math.max(boundOfDone, bound);
        visitedByDone += visited;
        isProven &&= proven;
        leftOut = [...leftOut, ...candidates(report.candidates)];
        current = undefined;
        done++;
      }
      if (now() >= end) return;
    }
  };

  const progress = (): CombinedProgress => {
    const running = current?.search.progress();
    const isDone = order !== undefined && done === order.length;
    const isAllStarted = order !== undefined && done + (current ? 1 : 0) === order.length;
    return {
      results: shown,
      candidates: [...leftOut, ...candidates(running?.candidates ?? [])],
      bound: isAllStarted
        ? Math.max(boundOfDone, running?.bound ?? Number.NEGATIVE_INFINITY)
        : Number.POSITIVE_INFINITY,
      coveredShare: own.length === 0 ? 1 : (done + (running?.coveredShare ?? 0)) / own.length,
      visited: visitedByDone + (running?.visited ?? 0),
      problemsDone: done,
      problems: own.length,
      isDone,
      isProven: isDone && isProven,
    };
  };

  return {
    step(milliseconds) {
      const end = now() + milliseconds;
      if (order === undefined) estimateUntil(end);
      if (order !== undefined && now() < end) searchUntil(end, order);
      return progress();
    },
    raiseFloor(value) {
      floor = Math.max(floor, value);
    },
  };
}

/** Value of the K-th result; -Infinity until there are K. */
export function kthOf(results: readonly { readonly value: number }[], topK: number): number {
  return results[topK - 1]?.value ?? Number.NEGATIVE_INFINITY;
}

/** The K best of two lists, best first; the order of equal values stays. */
function best(
  one: readonly CombinedFound[],
  other: readonly CombinedFound[],
  topK: number,
): readonly CombinedFound[] {
  if (one.length === 0) return other;
  return [...one, ...other].toSorted((a, b) => b.value - a.value).slice(0, topK);
}

/** The best of the gears with the same stat set everywhere, limits or not: good enough to sort problems by. */
function estimateOf(problem: GearProblem): number {
  const most = Math.max(...problem.slots.map(({ options }) => options.length));
  let value = Number.NEGATIVE_INFINITY;
  for (let option = 0; option < Math.min(most, 8); option++) {
    const options = problem.slots.map((slot) => Math.min(option, slot.options.length - 1));
    value = Math.max(value, evaluateGear(problem, { options, infusions: [] }).objective);
  }
  return value;
}
