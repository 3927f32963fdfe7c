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
  readonly entries: Int32Array;
  /** Score along the cell's direction, and along the line above the objective. */
  readonly along: Float64Array;
  readonly line: Float64Array;
  /** Parts of the lines above the slacks: constraint j of entry n is `slacks[j * capacity + n]`. */
  readonly slacks: Float64Array;
  readonly capacity: number;
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

export function createEntryList(dims: number, limits: number, capacity: number): EntryList {
  return {
    store: NO_STORE,
    count: 0,
    entries: new Int32Array(capacity),
    along: new Float64Array(capacity),
    line: new Float64Array(capacity),
    slacks: new Float64Array(limits * capacity),
    capacity,
    low: new Float64Array(dims),
    high: new Float64Array(dims),
    mostSlack: new Float64Array(limits),
    mostAlong: 0,
    mostLine: 0,
  };
}

/** Takes over the entries of a list and computes their scores for the cell's bound. */
export function loadEntries(list: EntryList, store: HalfStore, entries: Int32Array, bound: CellBound): void {
  const { dims, sums } = store;
  list.store = store;
  list.count = entries.length;
  list.entries.set(entries);
  for (let n = 0; n < entries.length; n++) {
    const at = i32(entries, n) * dims;
    list.along[n] = dot(bound.direction, 0, sums, at, dims);
    list.line[n] = dot(bound.slope, 0, sums, at, dims);
  }
  for (let j = 0; j < bound.slackSlopes.length; j++) {
    const slope = bound.slackSlopes[j];
    if (slope === undefined) continue;
    for (let n = 0; n < entries.length; n++) {
      list.slacks[j * list.capacity + n] = dot(slope, 0, sums, i32(entries, n) * dims, dims);
    }
  }
}

/** Computes the extremes over the entries that are left. */
export function summarizeEntries(list: EntryList): void {
  const { dims, sums } = list.store;
  list.low.fill(Number.POSITIVE_INFINITY);
  list.high.fill(Number.NEGATIVE_INFINITY);
  let mostAlong = Number.NEGATIVE_INFINITY;
  let mostLine = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < list.count; n++) {
    const at = i32(list.entries, n) * dims;
    for (let i = 0; i < dims; i++) {
      const amount = f64(sums, at + i);
      if (amount < f64(list.low, i)) list.low[i] = amount;
      if (amount > f64(list.high, i)) list.high[i] = amount;
    }
    const along = f64(list.along, n);
    const line = f64(list.line, n);
    if (along > mostAlong) mostAlong = along;
    if (line > mostLine) mostLine = line;
  }
  list.mostAlong = mostAlong;
  list.mostLine = mostLine;
  for (let j = 0; j < list.mostSlack.length; j++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let n = 0; n < list.count; n++) {
      const slack = f64(list.slacks, j * list.capacity + n);
      if (slack > most) most = slack;
    }
    list.mostSlack[j] = most;
  }
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
