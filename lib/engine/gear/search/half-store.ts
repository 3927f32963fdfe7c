import type { GroupItems } from "./group-items.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * Distinct sums of points over some of the groups. Equal sums are one entry with the number of choices behind it:
 * everything that is decided later depends on the sum alone.
 */
export interface HalfStore {
  readonly dims: number;
  readonly count: number;
  /** Sum of entry e: `sums[e * dims ..]`. */
  readonly sums: Float64Array;
  /** Number of choices behind each entry. */
  readonly ways: Float64Array;
  /** Which group indexes are summed. */
  readonly groups: readonly number[];
}

export interface HalfBuilder {
  /** Null when the entries exceed the capacity. */
  build(
    groups: readonly number[],
    items: readonly GroupItems[],
    room: number,
    offset: Float64Array,
  ): Generator<void, HalfStore | null>;
}

/** Entries multiplied out between two pauses. */
const ENTRIES_PER_PAUSE = 256;

/**
 * Sums lists of group items whose losses together stay within a room (see `listGroupItems` for why no gear that
 * matters is lost). A sum's loss depends only on the sum, so either all choices behind an entry stay or none does,
 * and the counts remain exact.
 */
export function createHalfBuilder(dims: number, capacity: number): HalfBuilder {
  const tableSize = 2 ** Math.ceil(Math.log2(capacity * 2));
  const slots = new Int32Array(tableSize);
  const stamps = new Int32Array(tableSize);
  let stamp = 0;
  let sums = new Float64Array(capacity * dims);
  let losses = new Float64Array(capacity);
  let ways = new Float64Array(capacity);
  let nextSums = new Float64Array(capacity * dims);
  let nextLosses = new Float64Array(capacity);
  let nextWays = new Float64Array(capacity);
  const scratch = new Float64Array(dims);

  /** Index of the entry equal to `scratch` in the next list, or -1 - slot when there is none. */
  const find = (): number => {
    let hash = 0;
    for (let i = 0; i < dims; i++) hash = Math.imul(hash ^ (f64(scratch, i) | 0), 0x9e3779b1) ^ (hash >>> 15);
    let slot = (hash >>> 0) & (tableSize - 1);
    for (;;) {
      if (i32(stamps, slot) !== stamp) return -1 - slot;
      const entry = i32(slots, slot);
      let same = true;
      for (let i = 0; i < dims; i++) {
        if (f64(nextSums, entry * dims + i) !== f64(scratch, i)) {
          same = false;
          break;
        }
      }
      if (same) return entry;
      slot = (slot + 1) & (tableSize - 1);
    }
  };

  const build: HalfBuilder["build"] = function* (groups, items, room, offset) {
    sums.set(offset);
    losses[0] = 0;
    ways[0] = 1;
    let count = 1;
    for (const list of items) {
      stamp++;
      let next = 0;
      for (let entry = 0; entry < count; entry++) {
        if (entry % ENTRIES_PER_PAUSE === ENTRIES_PER_PAUSE - 1) yield;
        const left = room - f64(losses, entry);
        for (let item = 0; item < list.count; item++) {
          const loss = f64(list.losses, item);
          if (loss > left) break;
          for (let i = 0; i < dims; i++) {
            scratch[i] = f64(sums, entry * dims + i) + f64(list.points, item * dims + i);
          }
          const choices = f64(ways, entry) * f64(list.ways, item);
          const found = find();
          if (found >= 0) {
            nextWays[found] = f64(nextWays, found) + choices;
            continue;
          }
          if (next >= capacity) return null;
          nextSums.set(scratch, next * dims);
          nextLosses[next] = f64(losses, entry) + loss;
          nextWays[next] = choices;
          slots[-1 - found] = next;
          stamps[-1 - found] = stamp;
          next++;
        }
      }
      [sums, nextSums] = [nextSums, sums];
      [losses, nextLosses] = [nextLosses, losses];
      [ways, nextWays] = [nextWays, ways];
      count = next;
    }
    return { dims, count, sums: sums.slice(0, count * dims), ways: ways.slice(0, count), groups };
  };
  return { build };
}
