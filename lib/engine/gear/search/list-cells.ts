import type { BestResults } from "./best-results.ts";
import { type Cell, type CellOutcome, CLOSED, splitInto } from "./cell.ts";
import type { CellBounder } from "./cell-bound.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import {
  bestEntry,
  createEntryList,
  createEntryTest,
  type EntryList,
  keepEntries,
  loadEntries,
  measureEntries,
  remainingEntries,
  scoreEntries,
  summarizeScores,
} from "./entry-list.ts";
import { createLeafSearch, type ValueRange } from "./leaf-search.ts";
import type { ListTriple } from "./list-triple.ts";
import { f64, i32 } from "./typed-array.ts";

export interface ListCells {
  /** Gears valued exactly, and cells bounded, so far. */
  readonly evaluations: number;
  readonly bounded: number;
  /** Values a small cell's gears, splits a large one. */
  process(cell: Cell): CellOutcome;
}

/** Up to this many triples are tried one by one. */
const LEAF_TRIPLES = 2000;
/** Entries looked at for the bound of one round: long lists get fewer steps. */
const BOUND_ENTRIES = 20_000;
const MOST_STEPS = 6;
const ROUNDS = 2;
/** Another round is worth it when this share of the entries or less is left. */
const SHRUNK = 0.7;

/**
 * The second half of the search: triples (a, b, c) of entries of the two halves and of the infusions. A cell's box
 * is shrunk to what its entries can reach, the bound is computed for that box with the entries in place of all
 * gears, and entries that cannot be part of a better gear are dropped; what is left is cut in two along one
 * attribute of one list. Halving the lists themselves is what makes boxes small: a cut of the summed box alone
 * leaves both lists nearly whole.
 *
 * For every valid triple in the cell whose value is above the threshold T all of these hold, each a plain
 * consequence of the cell's bound (see cell-bound.ts), and entries or triples that break one are dropped:
 * - line: constant + slope . (a + b + c) > T;
 * - direction: constant + box part + direction . (a + b + c) >= T;
 * - box: low <= a + b + c <= high in every attribute;
 * - slack: no line above a slack is negative at a + b + c.
 * An entry that breaks one even with the most favourable entries of the other two lists is in no such triple.
 */
export function createListCells(
  compiled: CompiledProblem,
  bounder: CellBounder,
  best: BestResults,
  threshold: () => number,
  range: ValueRange,
  sumRooms: Float64Array,
): ListCells {
  const dims = compiled.inputs.length;
  const limits = compiled.tape.outputs - 1;
  const { result } = bounder;
  const left = createEntryList(dims, limits);
  const right = createEntryList(dims, limits);
  const fine = createEntryList(dims, limits);
  const lists = [left, right, fine] as const;
  const test = createEntryTest(dims, limits);
  const low = new Float64Array(dims);
  const high = new Float64Array(dims);
  const leaf = createLeafSearch(
    compiled,
    { left, right, fine, low, high, bound: result },
    best,
    threshold,
    range,
  );

  const effort = {
    steps: MOST_STEPS,
    /** Largest score of the cell's triples: the best entry of each list. */
    support(direction: Float64Array, reached: Float64Array): number {
      reached.fill(0);
      let score = 0;
      for (const list of lists) {
        const at = i32(list.entries, bestEntry(list, direction)) * dims;
        for (let i = 0; i < dims; i++) reached[i] = f64(reached, i) + f64(list.store.sums, at + i);
      }
      for (let i = 0; i < dims; i++) score += f64(reached, i) * f64(direction, i);
      return score;
    },
  };

  /** Shrinks the box to what the entries reach; false when nothing is left. */
  const shrinkBox = (cell: Cell): boolean => {
    for (let i = 0; i < dims; i++) {
      low[i] = Math.max(f64(cell.low, i), f64(left.low, i) + f64(right.low, i) + f64(fine.low, i));
      high[i] = Math.min(f64(cell.high, i), f64(left.high, i) + f64(right.high, i) + f64(fine.high, i));
      if (f64(low, i) > f64(high, i)) return false;
    }
    return true;
  };

  /** Drops the entries of a list that fit no entries of the other two; false when none is left. */
  const keep = (list: EntryList, one: EntryList, other: EntryList, limit: number): boolean => {
    test.leastAlong = limit - result.constant - result.boxPart - one.mostAlong - other.mostAlong;
    test.leastLine = limit - result.constant - one.mostLine - other.mostLine;
    for (let j = 0; j < limits; j++) {
      test.leastSlack[j] = -f64(result.slackConstants, j) - f64(one.mostSlack, j) - f64(other.mostSlack, j);
    }
    for (let i = 0; i < dims; i++) {
      test.low[i] = f64(low, i) - f64(one.high, i) - f64(other.high, i) - f64(sumRooms, i);
      test.high[i] = f64(high, i) - f64(one.low, i) - f64(other.low, i) + f64(sumRooms, i);
    }
    const before = list.count;
    const kept = keepEntries(list, test);
    if (kept > 0 && kept < before) {
      summarizeScores(list);
      measureEntries(list);
    }
    return kept > 0;
  };

  const triples = () => left.count * right.count * fine.count;
  const entries = () => left.count + right.count + fine.count;

  /** Bounds and thins out the loaded cell; returns its bound, or -Infinity when nothing is left. */
  const refine = (cell: Cell): number => {
    let { bound, direction, multipliers } = cell;
    for (let round = 0; round < ROUNDS; round++) {
      const limit = threshold();
      if (bound <= limit || !shrinkBox(cell)) return Number.NEGATIVE_INFINITY;
      cells.bounded++;
      effort.steps = Math.min(MOST_STEPS, Math.max(2, Math.ceil(BOUND_ENTRIES / entries())));
      bounder.compute(low, high, limit, direction, multipliers, effort);
      bound = Math.min(bound, result.bound);
      if (bound <= limit) return Number.NEGATIVE_INFINITY;
      ({ direction, multipliers } = result);
      for (const list of lists) scoreEntries(list, result);
      bound = Math.min(bound, result.constant + left.mostLine + right.mostLine + fine.mostLine);
      if (bound <= limit) return Number.NEGATIVE_INFINITY;
      const before = entries();
      const isLeft =
        keep(left, right, fine, limit) && keep(right, left, fine, limit) && keep(fine, left, right, limit);
      if (!isLeft) return Number.NEGATIVE_INFINITY;
      if (triples() <= LEAF_TRIPLES || entries() > SHRUNK * before) break;
    }
    return bound;
  };

  /** The list and attribute in which the cell is widest, measured in objective and priced slacks. */
  const widest = (): { readonly which: number; readonly dimension: number } => {
    let most = -1;
    let choice = { which: 0, dimension: 0 };
    for (let i = 0; i < dims; i++) {
      let objective = f64(result.slope, i);
      let weight = 0;
      result.slackSlopes.forEach((slope, j) => {
        const priced = f64(result.multipliers, j) * f64(slope, i);
        objective -= priced;
        weight += Math.abs(priced);
      });
      weight += Math.abs(objective) + Number.MIN_VALUE;
      for (let which = 0; which < lists.length; which++) {
        const list = lists[which] ?? left;
        const width = (f64(list.high, i) - f64(list.low, i)) * weight;
        if (width > most) {
          most = width;
          choice = { which, dimension: i };
        }
      }
    }
    return choice;
  };

  const split = (cell: Cell, triple: ListTriple, bound: number): CellOutcome => {
    const { which, dimension } = widest();
    const list = lists[which] ?? left;
    const { sums } = list.store;
    const middle = (f64(list.low, dimension) + f64(list.high, dimension)) / 2;
    const all = lists.map(remainingEntries);
    const parts = [
      all[which]?.filter((entry) => f64(sums, entry * dims + dimension) <= middle),
      all[which]?.filter((entry) => f64(sums, entry * dims + dimension) > middle),
    ];
    const direction = Float64Array.from(result.direction);
    const multipliers = Float64Array.from(result.multipliers);
    return splitInto(
      parts.flatMap((part): Cell[] => {
        const [lefts, rights, fines] = all.map((whole, index) => (index === which ? part : whole));
        if (!part?.length || !lefts || !rights || !fines) return [];
        return [
          {
            ...cell,
            bound,
            direction,
            multipliers,
            share: (cell.share * part.length) / list.count,
            entries: { lists: triple, left: lefts, right: rights, fine: fines },
          },
        ];
      }),
    );
  };

  const cells = {
    bounded: 0,
    get evaluations() {
      return leaf.evaluations;
    },
    process(cell: Cell): CellOutcome {
      if (cell.entries === null) return CLOSED;
      loadEntries(left, cell.entries.lists.left, cell.entries.left);
      loadEntries(right, cell.entries.lists.right, cell.entries.right);
      loadEntries(fine, cell.entries.lists.fine, cell.entries.fine);
      if (entries() === 0 || triples() === 0) return CLOSED;
      const bound = refine(cell);
      if (bound === Number.NEGATIVE_INFINITY) return CLOSED;
      if (triples() > LEAF_TRIPLES) return split(cell, cell.entries.lists, bound);
      leaf.search(cell.entries.lists);
      return CLOSED;
    },
  };
  return cells;
}
