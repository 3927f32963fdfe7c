import type { CellBound } from "./cell-bound.ts";
import type { HalfStore } from "./half-store.ts";
import { dot, f64, i32 } from "./typed-array.ts";

/**
 * The entries of one list that may still matter in a cell, with everything that is compared for them, in flat
 * arrays that are used again for every cell.
 */
export interface EntryList {
  store: HalfStore;
  count: number;
  entries: Int32Array;
  /** Score along the cell's direction, and along the line above the objective. */
  along: Float64Array;
  line: Float64Array;
  /** Parts of the lines above the slacks: constraint j of entry n is `slacks[j * capacity + n]`. */
  slacks: Float64Array;
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

export function createEntryList(dims: number, limits: number): EntryList {
  return {
    store: NO_STORE,
    count: 0,
    entries: new Int32Array(0),
    along: new Float64Array(0),
    line: new Float64Array(0),
    slacks: new Float64Array(0),
    capacity: 0,
    low: new Float64Array(dims),
    high: new Float64Array(dims),
    mostSlack: new Float64Array(limits),
    mostAlong: 0,
    mostLine: 0,
  };
}

/** Takes over the entries of a list. */
export function loadEntries(list: EntryList, store: HalfStore, entries: Int32Array): void {
  list.store = store;
  list.count = entries.length;
  if (entries.length > list.capacity) grow(list, Math.max(256, 2 ** Math.ceil(Math.log2(entries.length))));
  list.entries.set(entries);
  measureEntries(list);
}

function grow(list: EntryList, capacity: number): void {
  list.capacity = capacity;
  list.entries = new Int32Array(capacity);
  list.along = new Float64Array(capacity);
  list.line = new Float64Array(capacity);
  list.slacks = new Float64Array(list.mostSlack.length * capacity);
}

/** Computes the extremes of the attributes over the entries that are left. */
export function measureEntries(list: EntryList): void {
  const { dims, sums } = list.store;
  const { low, high } = list;
  low.fill(Number.POSITIVE_INFINITY);
  high.fill(Number.NEGATIVE_INFINITY);
  for (let n = 0; n < list.count; n++) {
    const at = i32(list.entries, n) * dims;
    for (let i = 0; i < dims; i++) {
      const amount = f64(sums, at + i);
      if (amount < f64(low, i)) low[i] = amount;
      if (amount > f64(high, i)) high[i] = amount;
    }
  }
}

/** Position of the entry with the largest score along a direction. */
export function bestEntry(list: EntryList, direction: Float64Array): number {
  const { dims, sums } = list.store;
  let most = Number.NEGATIVE_INFINITY;
  let best = 0;
  for (let n = 0; n < list.count; n++) {
    const at = i32(list.entries, n) * dims;
    let score = 0;
    for (let i = 0; i < dims; i++) score += f64(sums, at + i) * f64(direction, i);
    if (score > most) {
      most = score;
      best = n;
    }
  }
  return best;
}

/** Computes the scores of the entries for a cell's bound, and their extremes. */
export function scoreEntries(list: EntryList, bound: CellBound): void {
  const { dims, sums } = list.store;
  list.mostAlong = Number.NEGATIVE_INFINITY;
  list.mostLine = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < list.count; n++) {
    const at = i32(list.entries, n) * dims;
    const along = dot(bound.direction, 0, sums, at, dims);
    const line = dot(bound.slope, 0, sums, at, dims);
    list.along[n] = along;
    list.line[n] = line;
    if (along > list.mostAlong) list.mostAlong = along;
    if (line > list.mostLine) list.mostLine = line;
  }
  for (let j = 0; j < bound.slackSlopes.length; j++) {
    const slope = bound.slackSlopes[j];
    if (slope === undefined) continue;
    let most = Number.NEGATIVE_INFINITY;
    for (let n = 0; n < list.count; n++) {
      const slack = dot(slope, 0, sums, i32(list.entries, n) * dims, dims);
      list.slacks[j * list.capacity + n] = slack;
      if (slack > most) most = slack;
    }
    list.mostSlack[j] = most;
  }
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
  const { dims, sums } = list.store;
  const limits = list.mostSlack.length;
  let kept = 0;
  for (let n = 0; n < list.count; n++) {
    const along = f64(list.along, n);
    const line = f64(list.line, n);
    if (along < test.leastAlong || line <= test.leastLine) continue;
    let fits = true;
    for (let j = 0; j < limits; j++) {
      if (f64(list.slacks, j * list.capacity + n) < f64(test.leastSlack, j)) fits = false;
    }
    const entry = i32(list.entries, n);
    const at = entry * dims;
    for (let i = 0; fits && i < dims; i++) {
      const amount = f64(sums, at + i);
      fits = amount <= f64(test.high, i) && amount >= f64(test.low, i);
    }
    if (!fits) continue;
    if (kept !== n) {
      list.entries[kept] = entry;
      list.along[kept] = along;
      list.line[kept] = line;
      for (let j = 0; j < limits; j++) {
        list.slacks[j * list.capacity + kept] = f64(list.slacks, j * list.capacity + n);
      }
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
