import type { EntryList } from "./entry-list.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * A list of the cell as the leaf search reads it: arrays by position in the list, and the segment of the arena
 * (see leaf-node.ts) that names the positions which are left.
 */
export interface LeafList {
  start: number;
  end: number;
  /** Distances of an entry from the list's middle: along the axes, then of open attributes (see leaf-node.ts). */
  offsets: Float64Array;
  /** What an entry adds to the quadratic by itself. */
  own: Float64Array;
  /** Slacks and distances to the sides of the box, times their prices. */
  price: Float64Array;
  slacks: Float64Array;
  /** What an entry adds with the other lists in their middles, without and with prices. */
  scores: Float64Array;
  priced: Float64Array;
  mostScore: number;
  mostPriced: number;
  readonly factors: Float64Array;
  readonly mostSlack: Float64Array;
  readonly leastSlack: Float64Array;
  /** Box of the segment; its middle and half sides along the axes as they were when it was last scored. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly middle: Float64Array;
  readonly reach: Float64Array;
}

export function createLeafList(dims: number, limits: number): LeafList {
  const empty = new Float64Array(0);
  return {
    start: 0,
    end: 0,
    offsets: empty,
    own: empty,
    price: empty,
    slacks: empty,
    scores: empty,
    priced: empty,
    mostScore: 0,
    mostPriced: 0,
    factors: new Float64Array(dims),
    mostSlack: new Float64Array(limits),
    leastSlack: new Float64Array(limits),
    low: new Float64Array(2 * dims),
    high: new Float64Array(2 * dims),
    middle: new Float64Array(dims),
    reach: new Float64Array(dims),
  };
}

/** Makes room for the entries of a list, with so many distances each. */
export function growLeafList(list: LeafList, size: number, width: number): void {
  if (list.offsets.length < size * width) list.offsets = new Float64Array(size * width);
  if (list.own.length >= size) return;
  list.own = new Float64Array(size);
  list.price = new Float64Array(size);
  list.slacks = new Float64Array(size * list.mostSlack.length);
  list.scores = new Float64Array(size);
  list.priced = new Float64Array(size);
}

/** Middle of a list's amounts of an attribute. */
export function middleOf(list: EntryList, attribute: number): number {
  return (f64(list.low, attribute) + f64(list.high, attribute)) / 2;
}

/** Computes the middle of a list's box along the axes, and its half sides. */
export function centerBox({ low, high, middle, reach }: LeafList, axes: number): void {
  for (let i = 0; i < axes; i++) {
    middle[i] = (f64(low, i) + f64(high, i)) / 2;
    reach[i] = (f64(high, i) - f64(low, i)) / 2;
  }
}

/** Computes the box of the points, of `width` numbers each, that a part of the arena names. */
export function boxEntries(
  low: Float64Array,
  high: Float64Array,
  points: Float64Array,
  arena: Int32Array,
  from: number,
  to: number,
  width: number,
): void {
  for (let i = 0; i < width; i++) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let n = from; n < to; n++) {
      const amount = f64(points, i32(arena, n) * width + i);
      if (amount < least) least = amount;
      if (amount > most) most = amount;
    }
    low[i] = least;
    high[i] = most;
  }
}

/** Computes the scores of a list's segment, and their extremes. */
export function scoreSegment(list: LeafList, arena: Int32Array, axes: number, width: number): void {
  const { offsets, own, scores, priced, slacks, price, factors, mostSlack, leastSlack } = list;
  const limits = mostSlack.length;
  let mostScore = Number.NEGATIVE_INFINITY;
  let mostPriced = Number.NEGATIVE_INFINITY;
  mostSlack.fill(Number.NEGATIVE_INFINITY);
  leastSlack.fill(Number.POSITIVE_INFINITY);
  for (let n = list.start; n < list.end; n++) {
    const entry = i32(arena, n);
    const at = entry * width;
    let sum = f64(own, entry);
    for (let k = 0; k < axes; k++) sum += f64(offsets, at + k) * f64(factors, k);
    scores[entry] = sum;
    if (sum > mostScore) mostScore = sum;
    const withPrice = sum + f64(price, entry);
    priced[entry] = withPrice;
    if (withPrice > mostPriced) mostPriced = withPrice;
    for (let j = 0; j < limits; j++) {
      const slack = f64(slacks, entry * limits + j);
      if (slack > f64(mostSlack, j)) mostSlack[j] = slack;
      if (slack < f64(leastSlack, j)) leastSlack[j] = slack;
    }
  }
  list.mostScore = mostScore;
  list.mostPriced = mostPriced;
}
