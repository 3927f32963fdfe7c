import type { LeafNode } from "./leaf-node.ts";
import { sortDescending } from "./sort-keys.ts";
import type { LoadedCell, TripleValuer } from "./triple-valuer.ts";
import { dot, f64, i32 } from "./typed-array.ts";

/**
 * Makes the function that tries all triples of a refined node: by the exact quadratic, by the sides of the box that some
 * of them miss, by the slacks, then by the exact evaluator.
 */
export function createLeafTriples(
  node: LeafNode,
  cell: LoadedCell,
  valuer: TripleValuer,
  threshold: () => number,
): () => void {
  const { left, right, fine, axes, least, most } = node;
  const dims = least.length;
  const { bound } = cell;
  const limits = bound.multipliers.length;
  const one = new Float64Array(dims);
  const both = new Float64Array(dims);
  let rowScores = new Float64Array(64);
  let rowEntries = new Int32Array(64);
  let hits = new Int32Array(64);
  let rowOffsets = new Float64Array(128 * dims);
  let limit = 0;

  /** Copies the right list's segment to arrays in order, best score first. */
  const sortRight = (): number => {
    const count = right.end - right.start;
    if (rowScores.length < count) {
      rowScores = new Float64Array(2 * count);
      rowEntries = new Int32Array(2 * count);
      hits = new Int32Array(2 * count);
      rowOffsets = new Float64Array(4 * count * dims);
    }
    for (let n = 0; n < count; n++) {
      const entry = i32(node.arena, right.start + n);
      rowScores[n] = f64(right.scores, entry);
      rowEntries[n] = entry;
    }
    sortDescending(rowScores, rowEntries, count);
    for (let n = 0; n < count; n++) {
      const at = i32(rowEntries, n) * node.width;
      for (let k = 0; k < node.width; k++) rowOffsets[n * node.width + k] = f64(right.offsets, at + k);
    }
    return count;
  };

  /** Sides of the box that some pairs miss whatever the third entry is: attribute, least and largest sum of a pair. */
  const side = new Int32Array(dims);
  const sideLow = new Float64Array(dims);
  const sideHigh = new Float64Array(dims);
  const boxSides = (): number => {
    let count = 0;
    for (let o = 0; o < node.open; o++) {
      const i = axes.count + o;
      const low = f64(least, o) - f64(fine.high, i);
      const high = f64(most, o) - f64(fine.low, i);
      if (f64(left.low, i) + f64(right.low, i) >= low && f64(left.high, i) + f64(right.high, i) <= high)
        continue;
      side[count] = i;
      sideLow[count] = low;
      sideHigh[count++] = high;
    }
    return count;
  };

  const isInSides = (a: number, row: number, count: number): boolean => {
    for (let n = 0; n < count; n++) {
      const i = i32(side, n);
      const sum = f64(left.offsets, a * node.width + i) + f64(rowOffsets, row * node.width + i);
      if (sum < f64(sideLow, n) || sum > f64(sideHigh, n)) return false;
    }
    return true;
  };

  const slackReaches = (a: number, b: number): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack = f64(left.slacks, a * limits + j) + f64(right.slacks, b * limits + j);
      if (slack + f64(fine.mostSlack, j) < -f64(bound.slackConstants, j)) return false;
    }
    return true;
  };

  /** Tries the third entries for a pair whose quadratic without them is known. */
  const tryFine = (a: number, b: number, pair: number): void => {
    for (let k = 0; k < axes.count; k++) {
      const distance = f64(right.offsets, b * node.width + k) - f64(right.middle, k);
      both[k] = f64(one, k) + f64(axes.bends, k) * distance;
    }
    for (let r = fine.start; r < fine.end; r++) {
      const c = i32(node.arena, r);
      let value = pair + f64(fine.scores, c);
      for (let k = 0; k < axes.count; k++) {
        value += f64(both, k) * (f64(fine.offsets, c * node.width + k) - f64(fine.middle, k));
      }
      if (value <= limit) continue;
      let keeps = true;
      for (let j = 0; keeps && j < limits; j++) {
        keeps =
          f64(left.slacks, a * limits + j) +
            f64(right.slacks, b * limits + j) +
            f64(fine.slacks, c * limits + j) >=
          -f64(bound.slackConstants, j);
      }
      if (keeps) valuer.value(a, b, c, value);
    }
  };

  return () => {
    limit = threshold();
    const count = sortRight();
    const [scores, offsets, factors] = [rowScores, rowOffsets, one];
    // The middles are those of the lists before they were thinned out: one entry that is left may be away from its own.
    const fineReach = node.crossOf(left, fine) + node.crossOf(right, fine);
    const isSingle = fine.end - fine.start === 1 && fineReach === 0;
    const fineMost = fine.mostScore + fineReach;
    const sides = boxSides();
    const { width } = node;
    const rows = { count, width, axes: axes.count };
    for (let p = left.start; p < left.end; p++) {
      const a = i32(node.arena, p);
      let base = node.constant + f64(left.scores, a) + fineMost;
      let reach = 0;
      for (let k = 0; k < axes.count; k++) {
        const factor = f64(axes.bends, k) * (f64(left.offsets, a * width + k) - f64(left.middle, k));
        factors[k] = factor;
        base -= factor * f64(right.middle, k);
        reach += Math.abs(factor) * f64(right.reach, k) + factor * f64(right.middle, k);
      }
      const found = findRows(scores, offsets, factors, rows, limit - base, reach, hits);
      for (let n = 0; n < found; n++) {
        const hit = i32(hits, n);
        const b = i32(rowEntries, hit);
        if ((sides > 0 && !isInSides(a, hit, sides)) || (limits > 0 && !slackReaches(a, b))) continue;
        const pair = base + f64(scores, hit) + dot(factors, 0, offsets, hit * width, axes.count);
        if (isSingle) valuer.value(a, b, i32(node.arena, fine.start), pair);
        else tryFine(a, b, pair - fineMost);
        limit = threshold();
      }
    }
  };
}

/**
 * Writes the rows whose score and scalar product with the factors add up to more than `least`; returns how many. Scores
 * fall from row to row, and no scalar product is above `most`.
 */
function findRows(
  scores: Float64Array,
  offsets: Float64Array,
  factors: Float64Array,
  { count, width, axes }: { readonly count: number; readonly width: number; readonly axes: number },
  least: number,
  most: number,
  hits: Int32Array,
): number {
  let found = 0;
  for (let n = 0, at = 0; n < count; n++, at += width) {
    let sum = f64(scores, n);
    if (sum + most <= least) break;
    for (let k = 0; k < axes; k++) sum += f64(factors, k) * f64(offsets, at + k);
    if (sum > least) hits[found++] = n;
  }
  return found;
}
