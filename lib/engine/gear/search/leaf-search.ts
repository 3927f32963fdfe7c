import type { BestResults } from "./best-results.ts";
import type { CellBound } from "./cell-bound.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import type { EntryList } from "./entry-list.ts";
import type { ListTriple } from "./list-triple.ts";
import { sortDescending } from "./sort-keys.ts";
import { f64, i32 } from "./typed-array.ts";

/** The cell that is loaded: its lists, its box and its bound. */
export interface LoadedCell {
  readonly left: EntryList;
  readonly right: EntryList;
  readonly fine: EntryList;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bound: CellBound;
}

/** Values above `floor`, up to and including `ceiling`: those above it are found already. */
export interface ValueRange {
  floor: number;
  ceiling: number;
}

export interface LeafSearch {
  /** Gears valued exactly so far. */
  readonly evaluations: number;
  /** Values every triple of the loaded cell that may be better than the threshold, and offers the valid ones. */
  search(lists: ListTriple): void;
}

interface SortedList {
  readonly list: EntryList;
  /** Scores along the line, largest first, and the positions they belong to. */
  keys: Float64Array;
  order: Int32Array;
}

/**
 * Goes through the triples of a small cell by falling score along the line, so that each loop ends at the first
 * entry with which the line, an upper bound of the value, is not above the threshold any more.
 */
export function createLeafSearch(
  compiled: CompiledProblem,
  cell: LoadedCell,
  best: BestResults,
  threshold: () => number,
  range: ValueRange,
): LeafSearch {
  const dims = compiled.inputs.length;
  const limits = compiled.tape.outputs - 1;
  const evaluator = compiled.createEvaluator();
  const { bound } = cell;
  const left = createSortedList(cell.left);
  const right = createSortedList(cell.right);
  const fine = createSortedList(cell.fine);
  const pair = new Float64Array(dims);
  const point = new Float64Array(dims);

  /** Sums the triple into `point` and tests it against the slack lines and the box. */
  const fits = (a: number, b: number, c: number): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack = slackOf(cell.left, j, a) + slackOf(cell.right, j, b) + slackOf(cell.fine, j, c);
      if (f64(bound.slackConstants, j) + slack < 0) return false;
    }
    const at = i32(cell.fine.entries, c) * dims;
    for (let i = 0; i < dims; i++) {
      const sum = f64(pair, i) + f64(cell.fine.store.sums, at + i);
      if (sum < f64(cell.low, i) || sum > f64(cell.high, i)) return false;
      point[i] = sum;
    }
    return true;
  };

  const searchPair = (lists: ListTriple, a: number, b: number, line: number): void => {
    const leftEntry = i32(cell.left.entries, a);
    const rightEntry = i32(cell.right.entries, b);
    for (let i = 0; i < dims; i++) {
      pair[i] = f64(lists.left.sums, leftEntry * dims + i) + f64(lists.right.sums, rightEntry * dims + i);
    }
    for (let m = 0; m < cell.fine.count; m++) {
      if (bound.constant + line + f64(fine.keys, m) <= threshold()) return;
      const c = i32(fine.order, m);
      if (!fits(a, b, c)) continue;
      leaf.evaluations++;
      evaluator.evaluate(point, 0);
      const value = evaluator.objective;
      if (!evaluator.feasible || value <= best.kthValue || value <= range.floor || value > range.ceiling)
        continue;
      best.offer(value, {
        lists,
        left: leftEntry,
        right: rightEntry,
        fine: i32(cell.fine.entries, c),
        direction: bound.direction,
      });
    }
  };

  const leaf = {
    evaluations: 0,
    search(lists: ListTriple): void {
      for (const sorted of [left, right, fine]) sortByLine(sorted);
      const offset = bound.constant + f64(fine.keys, 0);
      const alongOffset = bound.constant + bound.boxPart + cell.fine.mostAlong;
      for (let i = 0; i < cell.left.count; i++) {
        const a = i32(left.order, i);
        const limit = threshold();
        if (offset + f64(left.keys, i) + f64(right.keys, 0) <= limit) return;
        for (let k = 0; k < cell.right.count; k++) {
          const line = f64(left.keys, i) + f64(right.keys, k);
          if (offset + line <= limit) break;
          const b = i32(right.order, k);
          if (alongOffset + f64(cell.left.along, a) + f64(cell.right.along, b) < limit) continue;
          searchPair(lists, a, b, line);
        }
      }
    },
  };
  return leaf;
}

function createSortedList(list: EntryList): SortedList {
  return { list, keys: new Float64Array(0), order: new Int32Array(0) };
}

function sortByLine(sorted: SortedList): void {
  const { list } = sorted;
  if (sorted.keys.length < list.count) {
    sorted.keys = new Float64Array(list.capacity);
    sorted.order = new Int32Array(list.capacity);
  }
  const { keys, order } = sorted;
  for (let n = 0; n < list.count; n++) {
    keys[n] = f64(list.line, n);
    order[n] = n;
  }
  sortDescending(keys, order, list.count);
}

function slackOf(list: EntryList, limit: number, position: number): number {
  return f64(list.slacks, limit * list.capacity + position);
}
