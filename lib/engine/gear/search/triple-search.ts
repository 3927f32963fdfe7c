import type { FastEvaluator } from "../fast-evaluator.ts";
import type { BestResults } from "./best-results.ts";
import { boxMaximum, type CellBound } from "./cell-bound.ts";
import {
  createEntryList,
  createEntryTest,
  type EntryList,
  keepEntries,
  loadEntries,
  summarizeEntries,
} from "./entry-list.ts";
import type { ListTriple, TripleEntries } from "./list-triple.ts";
import { createScoreHistogram } from "./score-histogram.ts";
import { sortDescending } from "./sort-keys.ts";
import { f64, i32 } from "./typed-array.ts";

export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface RefinedCell {
  /** No valid gear of the cell has a larger objective. */
  readonly bound: number;
  /** About how many pairs of halves `enumerate` would look at, and how many gears it would value. */
  readonly pairs: number;
  readonly values: number;
}

export interface TripleSearch {
  /** Pairs of halves looked at, and gears valued exactly, since the start. */
  readonly pairs: number;
  readonly evaluations: number;
  /**
   * Drops the entries that cannot be part of a better gear in the cell. Null when nothing is left. The entries stay
   * loaded for `enumerate` and `remaining` until the next call.
   */
  refine(box: Box, bound: CellBound, entries: TripleEntries, threshold: number): RefinedCell | null;
  remaining(): TripleEntries;
  /** Values every combination of the refined cell that its bounds do not exclude; offers the valid ones. */
  enumerate(
    box: Box | null,
    bound: CellBound,
    threshold: () => number,
    best: BestResults,
    most: number,
  ): void;
}

const ROUNDS = 3;
/** Up to this many pairs are looked at without sorting. */
const PLAIN_PAIRS = 1024;

/**
 * What is left of a cell once its lists are made: triples (a, b, c) of entries of the two halves and the infusions.
 * For every valid triple in the cell whose value is above the threshold T all of these hold, each a plain
 * consequence of the cell's bound (see cell-bound.ts), and entries, pairs or triples that break one are dropped:
 * - line: constant + slope . (a + b + c) > T;
 * - loss: the losses of a, b and c along the cell's direction, each against the best entry of its own list, add up
 *   to less than (constant + box part + the three bests) - T, the room;
 * - box: low <= a + b + c <= high in every attribute;
 * - slack: no line above a slack is negative at a + b + c.
 * An entry that breaks them even with the most favourable entries of the other lists goes before pairs are formed.
 */
export function createTripleSearch(
  dims: number,
  limits: number,
  capacity: number,
  evaluator: FastEvaluator,
): TripleSearch {
  const left = createEntryList(dims, limits, capacity);
  const right = createEntryList(dims, limits, capacity);
  const fine = createEntryList(dims, limits, capacity);
  const test = createEntryTest(dims, limits);
  const histogram = createScoreHistogram();
  const boxLow = new Float64Array(dims);
  const boxHigh = new Float64Array(dims);
  const corner = new Float64Array(dims);
  const point = new Float64Array(dims);
  const pairPoint = new Float64Array(dims);
  const leftKeys = new Float64Array(capacity);
  const rightKeys = new Float64Array(capacity);
  const leftOrder = new Int32Array(capacity);
  const rightOrder = new Int32Array(capacity);
  const fineKeys = new Float64Array(capacity);
  const fineOrder = new Int32Array(capacity);
  let lists: ListTriple | null = null;
  let room = 0;
  /** How `enumerate` goes through the pairs: -3 plainly, -2 by line, -1 by loss, or by one attribute's window. */
  let order = -3;

  /** Tightens one list against the extremes of the other two. */
  const keep = (
    list: EntryList,
    one: EntryList,
    other: EntryList,
    box: Box,
    bound: CellBound,
    threshold: number,
  ) => {
    test.leastAlong = list.mostAlong - room;
    test.leastLine = threshold - bound.constant - one.mostLine - other.mostLine;
    for (let j = 0; j < limits; j++) {
      test.leastSlack[j] = -f64(bound.slackConstants, j) - f64(one.mostSlack, j) - f64(other.mostSlack, j);
    }
    for (let i = 0; i < dims; i++) {
      test.low[i] = f64(box.low, i) - f64(one.high, i) - f64(other.high, i);
      test.high[i] = f64(box.high, i) - f64(one.low, i) - f64(other.low, i);
    }
    return keepEntries(list, test);
  };

  const search = {
    pairs: 0,
    evaluations: 0,
    refine(box: Box, bound: CellBound, entries: TripleEntries, threshold: number): RefinedCell | null {
      lists = entries.lists;
      loadEntries(left, lists.left, entries.left, bound);
      loadEntries(right, lists.right, entries.right, bound);
      loadEntries(fine, lists.fine, entries.fine, bound);
      let least = bound.bound;
      for (let round = 0; round < ROUNDS; round++) {
        summarizeEntries(left);
        summarizeEntries(right);
        summarizeEntries(fine);
        for (let i = 0; i < dims; i++) {
          boxLow[i] = Math.max(f64(box.low, i), f64(left.low, i) + f64(right.low, i) + f64(fine.low, i));
          boxHigh[i] = Math.min(f64(box.high, i), f64(left.high, i) + f64(right.high, i) + f64(fine.high, i));
          if (f64(boxLow, i) > f64(boxHigh, i)) return null;
        }
        const boxPart = boxMaximum(bound.slope, bound.direction, boxLow, boxHigh, boxLow, corner);
        const along = bound.constant + boxPart + left.mostAlong + right.mostAlong + fine.mostAlong;
        const line = bound.constant + left.mostLine + right.mostLine + fine.mostLine;
        least = Math.min(least, along, line);
        if (least <= threshold) return null;
        room = along - threshold;
        const before = left.count + right.count + fine.count;
        if (keep(left, right, fine, box, bound, threshold) === 0) return null;
        if (keep(right, left, fine, box, bound, threshold) === 0) return null;
        if (keep(fine, left, right, box, bound, threshold) === 0) return null;
        if (left.count + right.count + fine.count > before * 0.9) break;
      }
      return { bound: least, ...chooseOrder(box, bound, threshold) };
    },
    remaining(): TripleEntries {
      return {
        lists: lists ?? { left: left.store, right: right.store, fine: fine.store },
        left: left.entries.slice(0, left.count),
        right: right.entries.slice(0, right.count),
        fine: fine.entries.slice(0, fine.count),
      };
    },
    enumerate(
      box: Box | null,
      bound: CellBound,
      threshold: () => number,
      best: BestResults,
      most: number,
    ): void {
      if (lists === null) return;
      const triple = lists;
      const last = search.evaluations + most;
      let least = threshold() - bound.constant;
      const alongLimit = left.mostAlong + right.mostAlong + fine.mostAlong - room;
      sortFine();
      const fineLine = fine.mostLine;
      const visit = (a: number, b: number): void => {
        const pairLine = f64(left.line, a) + f64(right.line, b);
        if (pairLine + fineLine <= least) return;
        const pairAlong = f64(left.along, a) + f64(right.along, b);
        if (pairAlong + fine.mostAlong < alongLimit) return;
        const leftAt = i32(left.entries, a) * dims;
        const rightAt = i32(right.entries, b) * dims;
        for (let i = 0; i < dims; i++) {
          const sum = f64(left.store.sums, leftAt + i) + f64(right.store.sums, rightAt + i);
          pairPoint[i] = sum;
          if (box === null) continue;
          if (sum + f64(fine.low, i) > f64(box.high, i) || sum + f64(fine.high, i) < f64(box.low, i)) return;
        }
        for (let f = 0; f < fine.count; f++) {
          if (pairAlong + f64(fineKeys, f) < alongLimit) return;
          const c = i32(fineOrder, f);
          if (pairLine + f64(fine.line, c) <= least) continue;
          if (!fits(a, b, c, box, bound)) continue;
          search.evaluations++;
          evaluator.evaluate(point, 0);
          if (!evaluator.feasible || evaluator.objective <= best.kthValue) continue;
          best.offer(
            evaluator.objective,
            triple,
            i32(left.entries, a),
            i32(right.entries, b),
            i32(fine.entries, c),
          );
          least = threshold() - bound.constant;
        }
      };
      if (order === -3) {
        search.pairs += left.count * right.count;
        for (let a = 0; a < left.count; a++) for (let b = 0; b < right.count; b++) visit(a, b);
        return;
      }
      if (order >= 0 && box !== null) {
        sortByAttribute(left, order, leftKeys, leftOrder);
        sortByAttribute(right, order, rightKeys, rightOrder);
        enumerateWindow(order, box, visit);
        return;
      }
      const byLine = order === -2;
      sortByScore(left, byLine ? left.line : left.along, leftKeys, leftOrder);
      sortByScore(right, byLine ? right.line : right.along, rightKeys, rightOrder);
      for (let i = 0; i < left.count; i++) {
        const key = f64(leftKeys, i);
        const a = i32(leftOrder, i);
        const limit = byLine ? least - fineLine : alongLimit - fine.mostAlong;
        for (let k = 0; k < right.count && key + f64(rightKeys, k) >= limit; k++) {
          search.pairs++;
          visit(a, i32(rightOrder, k));
        }
        if (search.evaluations >= last) return;
      }
    },
  };

  /** Sums the triple into `point` and tests it against the box and the slack lines. */
  const fits = (a: number, b: number, c: number, box: Box | null, bound: CellBound): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack =
        f64(left.slacks, j * capacity + a) +
        f64(right.slacks, j * capacity + b) +
        f64(fine.slacks, j * capacity + c);
      if (f64(bound.slackConstants, j) + slack < 0) return false;
    }
    const fineAt = i32(fine.entries, c) * dims;
    for (let i = 0; i < dims; i++) {
      const sum = f64(pairPoint, i) + f64(fine.store.sums, fineAt + i);
      if (box !== null && (sum < f64(box.low, i) || sum > f64(box.high, i))) return false;
      point[i] = sum;
    }
    return true;
  };

  /** Estimates the pairs each order would look at and keeps the best order. */
  const chooseOrder = (box: Box, bound: CellBound, threshold: number): { pairs: number; values: number } => {
    const all = left.count * right.count;
    order = -3;
    if (all <= PLAIN_PAIRS && fine.count === 1) return { pairs: all, values: all };
    const byLoss = histogram.count(left.along, left.count, right.along, right.count, {
      leftMost: left.mostAlong,
      rightMost: right.mostAlong,
      room,
    });
    const lineRoom = left.mostLine + right.mostLine + fine.mostLine - (threshold - bound.constant);
    const byLine = histogram.count(left.line, left.count, right.line, right.count, {
      leftMost: left.mostLine,
      rightMost: right.mostLine,
      room: lineRoom,
    });
    let pairs = Math.min(byLoss, byLine);
    order = byLine <= byLoss ? -2 : -1;
    const narrow = narrowestDimension(box);
    if (narrow.dimension >= 0 && narrow.share * all < pairs) {
      order = narrow.dimension;
      pairs = narrow.share * all;
    }
    if (all <= PLAIN_PAIRS) order = -3;
    return { pairs, values: pairs * fineShare() };
  };

  /** About how many infusion entries a pair within the room goes with. */
  const fineShare = (): number => {
    if (fine.count <= 1) return 1;
    let sum = 0;
    for (let n = 0; n < fine.count; n++) {
      const rest = 1 - (fine.mostAlong - f64(fine.along, n)) / room;
      sum += rest * rest;
    }
    return Math.max(1, sum);
  };

  /** The attribute whose window leaves the smallest share of the pairs, taking sums as spread evenly. */
  const narrowestDimension = (box: Box): { dimension: number; share: number } => {
    let share = 0.7;
    let dimension = -1;
    for (let i = 0; i < dims; i++) {
      const leftSpan = f64(left.high, i) - f64(left.low, i);
      const rightSpan = f64(right.high, i) - f64(right.low, i);
      const span = Math.max(leftSpan, rightSpan);
      const width = f64(box.high, i) - f64(box.low, i) + f64(fine.high, i) - f64(fine.low, i);
      if (span > 0 && width / span < share) {
        share = width / span;
        dimension = i;
      }
    }
    return { dimension, share };
  };

  const sortFine = (): void => {
    for (let n = 0; n < fine.count; n++) {
      fineKeys[n] = f64(fine.along, n);
      fineOrder[n] = n;
    }
    sortDescending(fineKeys, fineOrder, fine.count);
  };

  const sortByScore = (
    list: EntryList,
    scores: Float64Array,
    keys: Float64Array,
    orderOf: Int32Array,
  ): void => {
    for (let n = 0; n < list.count; n++) {
      keys[n] = f64(scores, n);
      orderOf[n] = n;
    }
    sortDescending(keys, orderOf, list.count);
  };

  const sortByAttribute = (
    list: EntryList,
    attribute: number,
    keys: Float64Array,
    orderOf: Int32Array,
  ): void => {
    for (let n = 0; n < list.count; n++) {
      keys[n] = f64(list.store.sums, i32(list.entries, n) * dims + attribute);
      orderOf[n] = n;
    }
    sortDescending(keys, orderOf, list.count);
  };

  const enumerateWindow = (attribute: number, box: Box, visit: (a: number, b: number) => void): void => {
    const low = f64(box.low, attribute) - f64(fine.high, attribute);
    const high = f64(box.high, attribute) - f64(fine.low, attribute);
    let from = right.count;
    let to = right.count;
    for (let i = 0; i < left.count; i++) {
      const key = f64(leftKeys, i);
      // Left keys fall, so the window of right keys rises: both of its ends move towards the front.
      while (from > 0 && f64(rightKeys, from - 1) + key <= high) from--;
      while (to > 0 && f64(rightKeys, to - 1) + key < low) to--;
      const a = i32(leftOrder, i);
      search.pairs += Math.max(0, to - from);
      for (let k = from; k < to; k++) visit(a, i32(rightOrder, k));
    }
  };
  return search;
}
