import type { EntryList } from "./entry-list.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import { f64 } from "./typed-array.ts";

/** A list of the cell as the leaf search reads it; arrays by position in the list. */
export interface LeafList {
  start: number;
  end: number;
  offsets: Float64Array;
  own: Float64Array;
  price: Float64Array;
  slacks: Float64Array;
  scores: Float64Array;
  priced: Float64Array;
  mostScore: number;
  mostPriced: number;
  readonly factors: Float64Array;
  readonly mostSlack: Float64Array;
  readonly leastSlack: Float64Array;
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
    low: new Float64Array(dims),
    high: new Float64Array(dims),
    middle: new Float64Array(dims),
    reach: new Float64Array(dims),
  };
}

/** Takes over a list's entries for a quadratic: distances from `base`, what each adds by itself, and priced slacks. */
export function fillLeafList(
  list: LeafList,
  source: EntryList,
  quadratic: QuadraticBound,
  base: Float64Array,
  multipliers: Float64Array,
): void {
  const dims = base.length;
  const limits = multipliers.length;
  if (list.own.length < source.count) {
    const size = source.capacity;
    list.offsets = new Float64Array(size * dims);
    list.own = new Float64Array(size);
    list.price = new Float64Array(size);
    list.slacks = new Float64Array(size * limits);
    list.scores = new Float64Array(size);
    list.priced = new Float64Array(size);
  }
  const { offsets, own, price, slacks } = list;
  const { slope, bend } = quadratic;
  for (let n = 0; n < source.count; n++) {
    const at = n * dims;
    for (let i = 0; i < dims; i++) {
      offsets[at + i] = f64(source.columns, i * source.capacity + n) - f64(base, i);
    }
    let sum = 0;
    for (let i = 0; i < dims; i++) {
      let factor = f64(slope, i);
      for (let j = i; j < dims; j++) factor += f64(bend, i * dims + j) * f64(offsets, at + j);
      sum += factor * f64(offsets, at + i);
    }
    own[n] = sum;
    let cost = 0;
    for (let j = 0; j < limits; j++) {
      const slack = f64(source.slacks, j * source.capacity + n);
      slacks[n * limits + j] = slack;
      cost += f64(multipliers, j) * slack;
    }
    price[n] = cost;
  }
}

/** Middle of a list's amounts of an attribute. */
export function middleOf(list: EntryList, attribute: number): number {
  return (f64(list.low, attribute) + f64(list.high, attribute)) / 2;
}
