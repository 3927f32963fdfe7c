import type { EntryList } from "./entry-list.ts";
import { createLeafAxes, type LeafAxes } from "./leaf-axes.ts";
import {
  boxEntries,
  centerBox,
  createLeafList,
  growLeafList,
  type LeafList,
  middleOf,
  scoreSegment,
} from "./leaf-list.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import type { LoadedCell } from "./triple-valuer.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * A node of the leaf search: what is left of the three lists of a cell, as segments of one arena, and the quadratic
 * around the middles of what is left:
 *
 *   Q(a + b + c) <= constant + sum of scores + sum over pairs of lists X, Y and axes k of
 *                   bends[k] (z_k(x) - m_X,k) (z_k(y) - m_Y,k),   the last sum being at most `cross`.
 */
export interface LeafNode {
  readonly left: LeafList;
  readonly right: LeafList;
  readonly fine: LeafList;
  /** Positions in the lists; grows as nodes are thinned out. */
  arena: Int32Array;
  readonly axes: LeafAxes;
  /** Number of open attributes: those in which some sums of the lists miss the box. */
  open: number;
  /** How much the quadratic changes per point of an open attribute, in the middle of the box. */
  readonly steep: Float64Array;
  /** How far sums may be from the middle of the box in an open attribute, with room for the last bits. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Numbers per entry: axes and open attributes. */
  width: number;
  constant: number;
  cross: number;
  /** Takes over the cell's lists. */
  load(quadratic: QuadraticBound): void;
  /** Bounds and thins out the segments, which are copied to `top` and behind; false when nothing is left. */
  refine(limit: number, top: number): boolean;
  /** Largest amount by which the distances of two lists' entries to their middles can work together. */
  crossOf(x: LeafList, y: LeafList): number;
}

/** Room for the last bits of sums in another order. */
const BOX_ROOM = 1e-6;
/** The box of a segment is computed anew where thinning out left less than this share. */
const MUCH_LESS = 0.9;

export function createLeafNode(cell: LoadedCell, dims: number, limits: number): LeafNode {
  const { bound } = cell;
  const left = createLeafList(dims, limits);
  const right = createLeafList(dims, limits);
  const fine = createLeafList(dims, limits);
  const axes = createLeafAxes(dims);
  const { bends, directions } = axes;
  const steep = new Float64Array(dims);
  const least = new Float64Array(dims);
  const most = new Float64Array(dims);
  const opened = new Int32Array(dims);
  const prices = new Float64Array(dims);
  const base = new Float64Array(dims);
  /** How much an entry's distance from the middle along an axis counts in `cross`. */
  const weights = new Float64Array(dims);
  const point = new Float64Array(dims);
  /** Constant of the quadratic, and of what the prices add to it. */
  let fixed = 0;
  let priced = 0;

  const crossOf = (x: LeafList, y: LeafList): number => {
    let sum = 0;
    for (let k = 0; k < axes.count; k++) sum += Math.abs(f64(bends, k)) * f64(x.reach, k) * f64(y.reach, k);
    return sum;
  };

  const factorsFor = (list: LeafList, x: LeafList, y: LeafList): void => {
    for (let k = 0; k < axes.count; k++)
      list.factors[k] = f64(bends, k) * (f64(x.middle, k) + f64(y.middle, k));
  };

  const betweenMiddles = (x: LeafList, y: LeafList): number => {
    let sum = 0;
    for (let k = 0; k < axes.count; k++) sum += f64(bends, k) * f64(x.middle, k) * f64(y.middle, k);
    return sum;
  };

  /** Takes over a list's entries: distances from `base`, what each adds by itself, and prices. */
  const fill = (list: LeafList, source: EntryList, { slope }: QuadraticBound): void => {
    growLeafList(list, source.count, node.width);
    const { offsets, own, price, slacks } = list;
    const { width, open } = node;
    const { columns, capacity, count } = source;
    const bent = axes.count;
    const isPriced = prices.some((amount) => amount !== 0);
    for (let n = 0; n < count; n++) {
      const at = n * width;
      let sum = 0;
      for (let i = 0, from = n; i < dims; i++, from += capacity) {
        const amount = f64(columns, from) - f64(base, i);
        point[i] = amount;
        sum += f64(slope, i) * amount;
      }
      for (let k = 0, row = 0; k < bent; k++) {
        let along = 0;
        for (let i = 0; i < dims; i++, row++) along += f64(directions, row) * f64(point, i);
        offsets[at + k] = along;
        sum += 0.5 * f64(bends, k) * along * along;
      }
      own[n] = sum;
      for (let o = 0; o < open; o++) offsets[at + bent + o] = f64(point, i32(opened, o));
      let cost = 0;
      if (isPriced) for (let i = 0; i < dims; i++) cost -= f64(prices, i) * f64(point, i);
      for (let j = 0; j < limits; j++) {
        const slack = f64(source.slacks, j * capacity + n);
        slacks[n * limits + j] = slack;
        cost += f64(bound.multipliers, j) * slack;
      }
      price[n] = cost;
    }
  };

  /** Finds the attributes in which some sums miss the box. */
  const openAttributes = ({ middle, slope }: QuadraticBound): void => {
    node.open = 0;
    for (let i = 0; i < dims; i++) {
      const lowest = f64(cell.left.low, i) + f64(cell.right.low, i) + f64(cell.fine.low, i);
      const highest = f64(cell.left.high, i) + f64(cell.right.high, i) + f64(cell.fine.high, i);
      if (lowest >= f64(cell.low, i) - BOX_ROOM && highest <= f64(cell.high, i) + BOX_ROOM) continue;
      least[node.open] = f64(cell.low, i) - f64(middle, i) - BOX_ROOM;
      most[node.open] = f64(cell.high, i) - f64(middle, i) + BOX_ROOM;
      steep[node.open] = Math.abs(f64(slope, i));
      opened[node.open++] = i;
    }
    node.width = axes.count + node.open;
  };

  /** Prices of slacks, and of the distances to the sides of the box: what the cell's line has over its direction. */
  const setPrices = ({ middle }: QuadraticBound): void => {
    priced = 0;
    for (let i = 0; i < dims; i++) {
      const price = f64(bound.slope, i) - f64(bound.direction, i);
      prices[i] = price;
      const side = f64(price > 0 ? cell.high : cell.low, i) - f64(middle, i);
      priced += price * side + Math.abs(price) * BOX_ROOM;
    }
    for (let j = 0; j < limits; j++) priced += f64(bound.multipliers, j) * f64(bound.slackConstants, j);
  };

  const isInBox = (): boolean => {
    for (let o = 0; o < node.open; o++) {
      const i = axes.count + o;
      if (f64(left.low, i) + f64(right.low, i) + f64(fine.low, i) > f64(most, o)) return false;
      if (f64(left.high, i) + f64(right.high, i) + f64(fine.high, i) < f64(least, o)) return false;
    }
    return true;
  };

  /** Sides of the box that some entries of a list miss whatever the others are: place, least and largest offset. */
  const side = new Int32Array(dims);
  const sideLow = new Float64Array(dims);
  const sideHigh = new Float64Array(dims);
  const boxSides = (list: LeafList, x: LeafList, y: LeafList): number => {
    let count = 0;
    for (let o = 0; o < node.open; o++) {
      const i = axes.count + o;
      const low = f64(least, o) - f64(x.high, i) - f64(y.high, i);
      const high = f64(most, o) - f64(x.low, i) - f64(y.low, i);
      if (f64(list.low, i) >= low && f64(list.high, i) <= high) continue;
      side[count] = i;
      sideLow[count] = low;
      sideHigh[count++] = high;
    }
    return count;
  };

  const isInSides = (offsets: Float64Array, at: number, count: number): boolean => {
    for (let n = 0; n < count; n++) {
      const offset = f64(offsets, at + i32(side, n));
      if (offset < f64(sideLow, n) || offset > f64(sideHigh, n)) return false;
    }
    return true;
  };

  /** Keeps what can matter of a list's segment, at the top of the arena, and a box around it; returns the new top. */
  const keep = (list: LeafList, x: LeafList, y: LeafList, limit: number, top: number): number => {
    const { arena, width } = node;
    const { scores, priced: withPrices, slacks, offsets, low, high } = list;
    const leastScore = limit - node.constant - node.cross - x.mostScore - y.mostScore;
    const leastPriced = limit - node.constant - node.cross - priced - x.mostPriced - y.mostPriced;
    // What of `cross` is the list's own, and how much of it an entry has per distance from the middle along an axis.
    const ownCross = node.cross - crossOf(x, y);
    const bent = axes.count;
    for (let k = 0; k < bent; k++) {
      weights[k] = Math.abs(f64(bends, k)) * (f64(x.reach, k) + f64(y.reach, k));
    }
    const { middle } = list;
    const sides = boxSides(list, x, y);
    let kept = top;
    for (let n = list.start; n < list.end; n++) {
      const entry = i32(arena, n);
      const over = Math.min(f64(scores, entry) - leastScore, f64(withPrices, entry) - leastPriced);
      if (over <= 0) continue;
      if (over < ownCross) {
        let missing = ownCross - over;
        for (let k = 0, at = entry * width; k < bent; k++, at++) {
          missing -= f64(weights, k) * Math.abs(f64(offsets, at) - f64(middle, k));
        }
        if (missing >= 0) continue;
      }
      if (sides > 0 && !isInSides(offsets, entry * width, sides)) continue;
      let fits = true;
      for (let j = 0; fits && j < limits; j++) {
        fits =
          f64(slacks, entry * limits + j) + f64(x.mostSlack, j) + f64(y.mostSlack, j) >=
          -f64(bound.slackConstants, j);
      }
      if (!fits) continue;
      arena[kept++] = entry;
    }
    const isMuchLess = kept - top < MUCH_LESS * (list.end - list.start);
    if (isMuchLess) boxEntries(low, high, offsets, arena, top, kept, width);
    list.start = top;
    list.end = kept;
    return kept;
  };

  const node: LeafNode = {
    left,
    right,
    fine,
    arena: new Int32Array(1024),
    axes,
    open: 0,
    steep,
    least,
    most,
    width: 0,
    constant: 0,
    cross: 0,
    crossOf,
    load(quadratic) {
      axes.compute(quadratic);
      fixed = quadratic.constant + axes.room;
      openAttributes(quadratic);
      setPrices(quadratic);
      for (let i = 0; i < dims; i++) {
        base[i] = f64(quadratic.middle, i) - middleOf(cell.right, i) - middleOf(cell.fine, i);
      }
      fill(left, cell.left, quadratic);
      for (let i = 0; i < dims; i++) base[i] = middleOf(cell.right, i);
      fill(right, cell.right, quadratic);
      for (let i = 0; i < dims; i++) base[i] = middleOf(cell.fine, i);
      fill(fine, cell.fine, quadratic);
    },
    refine(limit, top) {
      if (!isInBox()) return false;
      centerBox(left, axes.count);
      centerBox(right, axes.count);
      centerBox(fine, axes.count);
      factorsFor(left, right, fine);
      factorsFor(right, left, fine);
      factorsFor(fine, left, right);
      const { arena, width } = node;
      scoreSegment(left, arena, axes.count, width);
      scoreSegment(right, arena, axes.count, width);
      scoreSegment(fine, arena, axes.count, width);
      node.cross = crossOf(left, right) + crossOf(left, fine) + crossOf(right, fine);
      node.constant =
        fixed - betweenMiddles(left, right) - betweenMiddles(left, fine) - betweenMiddles(right, fine);
      const reached = node.constant + node.cross;
      if (reached + left.mostScore + right.mostScore + fine.mostScore <= limit) return false;
      if (reached + priced + left.mostPriced + right.mostPriced + fine.mostPriced <= limit) return false;
      const afterLeft = keep(left, right, fine, limit, top);
      if (afterLeft === top) return false;
      const afterRight = keep(right, left, fine, limit, afterLeft);
      if (afterRight === afterLeft) return false;
      return keep(fine, left, right, limit, afterRight) > afterRight;
    },
  };
  return node;
}
