import { choiceGroups, countChoicesExactly } from "./choice-groups.ts";
import type { GearChoice, GearProblem } from "./problem.ts";
import { createCellSearch } from "./search/cell-search.ts";
import { choiceOfCounts, createResultExpander } from "./search/expand-results.ts";

export interface GearSearchOptions {
  /** How many results are wanted; the problem's `maxResults` without it. */
  readonly topK?: number;
  /**
   * This search's part of the whole, for parallel runs: every gear is in the part of exactly one `index` below `of`.
   * The results of all parts together hold the K best.
   */
  readonly share?: { readonly index: number; readonly of: number };
  /** About how much memory the search may keep; 256 MB without it. See `bound` for what happens beyond. */
  readonly memoryLimitBytes?: number;
  /**
   * A clock in milliseconds (`performance.now`), so that the engine itself reads none. Without it `step` counts
   * work instead: one millisecond is then a fixed number of operations, and runs repeat exactly.
   */
  readonly clock?: () => number;
}

export interface FoundGear {
  readonly value: number;
  /** Option index of every slot, and how often every infusion option is placed. */
  readonly choice: GearChoice;
}

export interface GearSearchProgress {
  /** Best first, at most K; gears of equal value are results of their own. */
  readonly results: readonly FoundGear[];
  /**
   * Good valid gears that are known before the search has come to them, best first: something to show while there
   * are few results. They will be among the results if they belong there; parallel searches all name the same. The same
   * object stands for the same gear in later reports. Empty once the results are proven.
   */
  readonly candidates: readonly FoundGear[];
  /** The value to beat: that of the K-th result; -Infinity until K are found. */
  readonly kthValue: number;
  /**
   * No gear that is not found yet has a larger value. When the search is done: `kthValue`, or -Infinity if fewer
   * than K valid results exist (with a raised floor, at least that floor, since what lies below it was left out).
   */
  readonly bound: number;
  /** Share of the search space that is decided, 0 to 1. It measures space, not time. */
  readonly coveredShare: number;
  /** Cells bounded and gears valued so far. */
  readonly visited: number;
  readonly isDone: boolean;
  /** Done, and nothing was left out for lack of memory: the results are the best there are. */
  readonly isProven: boolean;
}

export interface GearSearch {
  /** Works for about as long as asked, at least a little, and reports. Ends early when done. */
  step(milliseconds: number): GearSearchProgress;
  /**
   * Another search found K results at least this good: gears strictly below need not be found any more. Gears
   * exactly at the value still are.
   */
  raiseFloor(value: number): void;
  progress(): GearSearchProgress;
}

/** Operations counted as one millisecond by a search without a clock. */
const UNITS_PER_MILLISECOND = 20;

/**
 * Finds the K best gears of a problem, proven: exact branch and bound over sums of points (see docs/optimizer.md).
 * The search holds still between steps; to cancel it, drop it. The problem must be one `parseGearProblem` accepts.
 */
export function createGearSearch(problem: GearProblem, options: GearSearchOptions = {}): GearSearch {
  const topK = options.topK ?? problem.maxResults;
  const search = createCellSearch(problem, {
    topK,
    share: options.share ?? { index: 0, of: 1 },
    memoryLimitBytes: options.memoryLimitBytes ?? 256 * 2 ** 20,
  });
  const expander = createResultExpander(problem, search.groups, search.inputs);
  const expanded = new WeakMap<object, readonly FoundGear[]>();

  const results = (): FoundGear[] => {
    const list: FoundGear[] = [];
    for (const found of search.results()) {
      const known = expanded.get(found);
      const gears = known ?? expander.expand(found, topK).map((choice) => ({ value: found.value, choice }));
      if (known === undefined) expanded.set(found, gears);
      for (const gear of gears) {
        if (list.length >= topK) return list;
        list.push(gear);
      }
    }
    return list;
  };
  const named = new WeakMap<object, FoundGear>();
  const candidates = (): readonly FoundGear[] =>
    search.candidates().map((end) => {
      const { value, counts } = end;
      const known = named.get(end) ?? {
        value,
        choice: choiceOfCounts(problem, search.groups, search.inputs, counts),
      };
      named.set(end, known);
      return known;
    });
  const progress = (): GearSearchProgress => {
    const summary = search.summary();
    return { results: results(), candidates: summary.isProven ? [] : candidates(), ...summary };
  };
  return {
    step(milliseconds) {
      const { clock } = options;
      if (clock === undefined) {
        let left = Math.max(1, milliseconds * UNITS_PER_MILLISECOND);
        search.advance(() => left-- <= 0);
      } else {
        const end = clock() + milliseconds;
        search.advance(() => clock() >= end);
      }
      return progress();
    },
    raiseFloor: (value) => search.raiseFloor(value),
    progress,
  };
}

/** Exact number of combinations: different gears times the ways to place the chosen infusions. */
export function combinationsOf(problem: GearProblem): bigint {
  return choiceGroups(problem).reduce((product, group) => product * countChoicesExactly(group), 1n);
}
