import type { CellBound } from "./cell-bound.ts";
import type { HalfStore } from "./half-store.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * The entries of one list that may still matter in a cell, with everything that is compared for them, in flat
 * arrays that are used again for every cell. Sums are kept by attribute, so that a score over all entries runs
 * through memory in order.
 */
export interface EntryList {
  store: HalfStore;
  count: number;
  entries: Int32Array;
  /** Attribute i of entry n is `columns[i * capacity + n]`. */
  columns: Float64Array;
  /** Score along the cell's direction, and along the line above the objective. */
  along: Float64Array;
  line: Float64Array;
  /** Parts of the lines above the slacks: constraint j of entry n is `slacks[j * capacity + n]`. */
  slacks: Float64Array;
  /** Scores of `bestEntry`. */
  scratch: Float64Array;
  /** Length of the arrays; they grow with the longest list. */
  capacity: number;
  /** Extremes over the entries. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mostSlack: Float64Array;
  mostAlong: number;
  mostLine: number;
}

const NO_STORE: HalfStore = {
  dims: 0,
  count: 0,
  sums: new Float64Array(0),
  ways: new Float64Array(0),
  groups: [],
};
const LEAST_CAPACITY = 256;

export function createEntryList(dims: number, limits: number): EntryList {
  const list: EntryList = {
    store: NO_STORE,
    count: 0,
    entries: new Int32Array(0),
    columns: new Float64Array(0),
    along: new Float64Array(0),
    line: new Float64Array(0),
    slacks: new Float64Array(0),
    scratch: new Float64Array(0),
    capacity: 0,
    low: new Float64Array(dims),
    high: new Float64Array(dims),
    mostSlack: new Float64Array(limits),
    mostAlong: 0,
    mostLine: 0,
  };
  grow(list, LEAST_CAPACITY);
  return list;
}

/** Takes over the entries of a list. */
export function loadEntries(list: EntryList, store: HalfStore, entries: Int32Array): void {
  list.store = store;
  list.count = entries.length;
  if (entries.length > list.capacity) grow(list, 2 ** Math.ceil(Math.log2(entries.length)));
  list.entries.set(entries);
  const { columns, capacity } = list;
  const { dims, sums } = store;
  for (let n = 0; n < entries.length; n++) {
    const at = i32(entries, n) * dims;
    for (let i = 0; i < dims; i++) columns[i * capacity + n] = f64(sums, at + i);
  }
  measureEntries(list);
}

function grow(list: EntryList, capacity: number): void {
  list.capacity = capacity;
  list.entries = new Int32Array(capacity);
  list.columns = new Float64Array(list.low.length * capacity);
  list.along = new Float64Array(capacity);
  list.line = new Float64Array(capacity);
  list.slacks = new Float64Array(list.mostSlack.length * capacity);
  list.scratch = new Float64Array(capacity);
}

/** Computes the extremes of the attributes over the entries that are left. */
export function measureEntries(list: EntryList): void {
  const { columns, capacity, count } = list;
  for (let i = 0; i < list.low.length; i++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let n = i * capacity; n < i * capacity + count; n++) {
      const amount = f64(columns, n);
      if (amount < low) low = amount;
      if (amount > high) high = amount;
    }
    list.low[i] = low;
    list.high[i] = high;
  }
}

/** Writes the score of every entry along a direction to `into[at ..]`; returns the position of the largest. */
function scoreAlong(list: EntryList, direction: Float64Array, into: Float64Array, at: number): number {
  const { columns, capacity, count } = list;
  const dims = direction.length;
  into.fill(0, at, at + count);
  // Two attributes at once, since the scores are read and written each time.
  for (let i = 0; i < dims; i += 2) {
    const factor = f64(direction, i);
    const second = i + 1 < dims ? f64(direction, i + 1) : 0;
    if (factor === 0 && second === 0) continue;
    const column = i * capacity;
    if (second === 0) {
      for (let n = 0; n < count; n++) into[at + n] = f64(into, at + n) + factor * f64(columns, column + n);
    } else {
      const next = column + capacity;
      for (let n = 0; n < count; n++)
        into[at + n] =
          f64(into, at + n) + factor * f64(columns, column + n) + second * f64(columns, next + n);
    }
  }
  let most = Number.NEGATIVE_INFINITY;
  let best = 0;
  for (let n = 0; n < count; n++) {
    const score = f64(into, at + n);
    if (score > most) {
      most = score;
      best = n;
    }
  }
  return best;
}

/** Position of the entry with the largest score along a direction. */
export function bestEntry(list: EntryList, direction: Float64Array): number {
  return scoreAlong(list, direction, list.scratch, 0);
}

/** Computes the scores of the entries for a cell's bound, and their extremes. */
export function scoreEntries(list: EntryList, bound: CellBound): void {
  list.mostAlong = f64(list.along, scoreAlong(list, bound.direction, list.along, 0));
  list.mostLine = f64(list.line, scoreAlong(list, bound.slope, list.line, 0));
  bound.slackSlopes.forEach((slope, j) => {
    const at = j * list.capacity;
    list.mostSlack[j] = f64(list.slacks, at + scoreAlong(list, slope, list.slacks, at));
  });
}

/** Computes the extremes of the scores over the entries that are left. */
export function summarizeScores(list: EntryList): void {
  list.mostAlong = largest(list.along, 0, list.count);
  list.mostLine = largest(list.line, 0, list.count);
  for (let j = 0; j < list.mostSlack.length; j++) {
    list.mostSlack[j] = largest(list.slacks, j * list.capacity, list.count);
  }
}

function largest(values: Float64Array, from: number, count: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let n = from; n < from + count; n++) if (f64(values, n) > most) most = f64(values, n);
  return most;
}

/** What an entry must reach, given the most favourable entries of the other two lists. */
export interface EntryTest {
  leastAlong: number;
  leastLine: number;
  readonly leastSlack: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export function createEntryTest(dims: number, limits: number): EntryTest {
  return {
    leastAlong: 0,
    leastLine: 0,
    leastSlack: new Float64Array(limits),
    low: new Float64Array(dims),
    high: new Float64Array(dims),
  };
}

/** Keeps the entries that pass; returns how many are left. */
export function keepEntries(list: EntryList, test: EntryTest): number {
  const { capacity, columns, along, line, slacks, entries } = list;
  const dims = list.low.length;
  const limits = list.mostSlack.length;
  let kept = 0;
  for (let n = 0; n < list.count; n++) {
    if (f64(along, n) < test.leastAlong || f64(line, n) <= test.leastLine) continue;
    let fits = true;
    for (let j = 0; fits && j < limits; j++) fits = f64(slacks, j * capacity + n) >= f64(test.leastSlack, j);
    for (let i = 0; fits && i < dims; i++) {
      const amount = f64(columns, i * capacity + n);
      fits = amount <= f64(test.high, i) && amount >= f64(test.low, i);
    }
    if (!fits) continue;
    if (kept !== n) {
      entries[kept] = i32(entries, n);
      along[kept] = f64(along, n);
      line[kept] = f64(line, n);
      for (let j = 0; j < limits; j++) slacks[j * capacity + kept] = f64(slacks, j * capacity + n);
      for (let i = 0; i < dims; i++) columns[i * capacity + kept] = f64(columns, i * capacity + n);
    }
    kept++;
  }
  list.count = kept;
  return kept;
}

/** The entries that are left, as a list of their own. */
export function remainingEntries({ entries, count }: EntryList): Int32Array {
  return entries.slice(0, count);
}
