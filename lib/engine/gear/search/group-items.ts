import { type OptionTable, sortedByScore } from "./option-table.ts";
import { sortDescending } from "./sort-keys.ts";
import { dot, f64, i32 } from "./typed-array.ts";

/** The ways to fill one group whose loss against the best filling is small, smallest loss first. */
export interface GroupItems {
  readonly count: number;
  readonly points: Float64Array;
  readonly losses: Float64Array;
  /** Number of real choices behind each item. */
  readonly ways: Float64Array;
}

/** Groups with up to this many fillings are listed once and only scored for each direction. */
const FEW_FILLINGS = 4096;

export interface GroupLister {
  /**
   * Every filling of a group whose score along `direction` is at most `room` below the best filling's, least loss
   * first; null when there are more than `most`. See `listGroupItems` for why this suffices.
   */
  list(group: number, direction: Float64Array, room: number, most: number): GroupItems | null;
}

export function createGroupLister(table: OptionTable): GroupLister {
  const still = new Float64Array(table.dims);
  const all = Array.from({ length: table.groups }, (_, group) =>
    listGroupItems(table, group, still, Number.POSITIVE_INFINITY, FEW_FILLINGS),
  );
  const keys = new Float64Array(FEW_FILLINGS);
  const order = new Int32Array(FEW_FILLINGS);
  return {
    list(group, direction, room, most) {
      const fillings = all[group] ?? null;
      return fillings === null
        ? listGroupItems(table, group, direction, room, most)
        : selectItems(fillings, table.dims, direction, room, keys, order);
    },
  };
}

function selectItems(
  all: GroupItems,
  dims: number,
  direction: Float64Array,
  room: number,
  keys: Float64Array,
  order: Int32Array,
): GroupItems {
  let best = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < all.count; n++) {
    const score = dot(direction, 0, all.points, n * dims, dims);
    keys[n] = score;
    if (score > best) best = score;
  }
  let count = 0;
  for (let n = 0; n < all.count; n++) {
    if (best - f64(keys, n) > room) continue;
    keys[count] = f64(keys, n);
    order[count++] = n;
  }
  sortDescending(keys, order, count);
  const points = new Float64Array(count * dims);
  const losses = new Float64Array(count);
  const ways = new Float64Array(count);
  for (let n = 0; n < count; n++) {
    const from = i32(order, n);
    for (let i = 0; i < dims; i++) points[n * dims + i] = f64(all.points, from * dims + i);
    losses[n] = best - f64(keys, n);
    ways[n] = f64(all.ways, from);
  }
  return { count, points, losses, ways };
}

/**
 * Lists every filling of a group whose score along `direction` is at most `room` below the best filling's.
 *
 * Why a gear that matters is never lost: let B be a bound of the form constant + best direction . G, and T the
 * value to beat. A gear with f(G) > T has constant + direction . G > T, so its loss against the best gear is below
 * B - T = room; the losses of its groups are not negative and add up to that, so each of them is below room too.
 *
 * @returns null when there are more than `most` items
 */
function listGroupItems(
  table: OptionTable,
  group: number,
  direction: Float64Array,
  room: number,
  most: number,
): GroupItems | null {
  const copies = i32(table.copies, group);
  const entries = sortedByScore(table, group, direction);
  const listing: Listing = {
    table,
    entries,
    best: greedyScore(table, entries, 0, copies),
    room,
    most,
    points: [],
    losses: [],
    ways: [],
    sums: new Float64Array((entries.length + 1) * table.dims),
  };
  const isComplete = fillFrom(listing, 0, copies, 0, 1);
  return isComplete ? sortItems(table.dims, listing.points, listing.losses, listing.ways) : null;
}

/** A listing of fillings. Not closures: these would be compiled anew for every problem. */
interface Listing {
  readonly table: OptionTable;
  readonly entries: readonly { readonly entry: number; readonly score: number }[];
  readonly best: number;
  readonly room: number;
  readonly most: number;
  readonly points: number[];
  readonly losses: number[];
  readonly ways: number[];
  /** What is taken before each entry. */
  readonly sums: Float64Array;
}

/** Lists the ways to fill what is left with the entries from one on; false when there are too many. */
function fillFrom(listing: Listing, at: number, left: number, score: number, choices: number): boolean {
  const { table, entries, best, sums } = listing;
  const { dims } = table;
  const from = at * dims;
  if (left === 0) {
    if (listing.losses.length >= listing.most) return false;
    for (let i = 0; i < dims; i++) listing.points.push(f64(sums, from + i));
    listing.losses.push(Math.max(0, best - score));
    listing.ways.push(choices);
    return true;
  }
  const current = entries[at];
  if (current === undefined || best - score - greedyScore(table, entries, at, left) > listing.room)
    return true;
  const { entry } = current;
  for (let count = Math.min(left, i32(table.max, entry)); count >= 0; count--) {
    for (let i = 0; i < dims; i++) {
      sums[from + dims + i] = f64(sums, from + i) + count * f64(table.points, entry * dims + i);
    }
    const behind = f64(table.ways, i32(table.waysStart, entry) + count);
    if (!fillFrom(listing, at + 1, left - count, score + count * current.score, choices * behind))
      return false;
  }
  return true;
}

/** Score of filling `left` copies with the best entries from `at` on; -Infinity when they do not suffice. */
function greedyScore(
  table: OptionTable,
  entries: readonly { readonly entry: number; readonly score: number }[],
  at: number,
  left: number,
): number {
  let sum = 0;
  let open = left;
  for (let i = at; open > 0; i++) {
    const current = entries[i];
    if (current === undefined) return Number.NEGATIVE_INFINITY;
    const take = Math.min(open, i32(table.max, current.entry));
    sum += take * current.score;
    open -= take;
  }
  return sum;
}

/** Puts items in order, the smallest loss first. */
function sortItems(
  dims: number,
  points: readonly number[],
  losses: readonly number[],
  ways: readonly number[],
): GroupItems {
  const count = losses.length;
  const keys = new Float64Array(count);
  const order = new Int32Array(count);
  for (let n = 0; n < count; n++) {
    keys[n] = -(losses[n] ?? 0);
    order[n] = n;
  }
  sortDescending(keys, order, count);
  const sorted = {
    count,
    points: new Float64Array(count * dims),
    losses: keys,
    ways: new Float64Array(count),
  };
  for (let n = 0; n < count; n++) {
    const from = i32(order, n);
    for (let i = 0; i < dims; i++) sorted.points[n * dims + i] = points[from * dims + i] ?? 0;
    sorted.losses[n] = losses[from] ?? 0;
    sorted.ways[n] = ways[from] ?? 0;
  }
  return sorted;
}

const BUCKETS = 32;

/**
 * About how many combinations of items (one of each list) have a total loss within `room`: losses are put into
 * buckets, rounded down, and convolved. Never below the true number.
 */
export function estimateCombinations(lists: readonly GroupItems[], room: number): number {
  let counts = new Float64Array(BUCKETS + 1);
  let next = new Float64Array(BUCKETS + 1);
  const histogram = new Float64Array(BUCKETS + 1);
  counts[0] = 1;
  let reach = 0;
  for (const list of lists) {
    histogram.fill(0);
    let last = 0;
    for (let i = 0; i < list.count; i++) {
      const bucket = room > 0 ? Math.min(BUCKETS, Math.floor((f64(list.losses, i) / room) * BUCKETS)) : 0;
      histogram[bucket] = f64(histogram, bucket) + 1;
      last = Math.max(last, bucket);
    }
    next.fill(0);
    for (let b = 0; b <= last; b++) {
      const times = f64(histogram, b);
      if (times === 0) continue;
      const end = Math.min(reach, BUCKETS - b);
      for (let a = 0; a <= end; a++) next[a + b] = f64(next, a + b) + times * f64(counts, a);
    }
    reach = Math.min(BUCKETS, reach + last);
    [counts, next] = [next, counts];
  }
  let sum = 0;
  for (let a = 0; a <= reach; a++) sum += f64(counts, a);
  return sum;
}
