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
const FIRST_CAPACITY = 1 << 12;

/**
 * Sums lists of group items whose losses together stay within a room (see `listGroupItems` for why no gear that
 * matters is lost). A sum's loss depends only on the sum, so either all choices behind an entry stay or none does,
 * and the counts remain exact.
 */
export function createHalfBuilder(dims: number, capacity: number): HalfBuilder {
  let now = createSumTable(dims);
  let next = createSumTable(dims);
  const sum = new Float64Array(dims);

  /** Adds every item that still fits the room to one sum. */
  const addItems = (entry: number, list: GroupItems, room: number): void => {
    const loss = f64(now.losses, entry);
    const ways = f64(now.ways, entry);
    for (let item = 0; item < list.count; item++) {
      const itemLoss = f64(list.losses, item);
      if (itemLoss > room - loss) return;
      for (let i = 0; i < dims; i++) {
        sum[i] = f64(now.sums, entry * dims + i) + f64(list.points, item * dims + i);
      }
      next.add(sum, loss + itemLoss, ways * f64(list.ways, item));
    }
  };

  return {
    *build(groups, items, room, offset) {
      now.clear();
      now.add(offset, 0, 1);
      for (const list of items) {
        next.clear();
        for (let entry = 0; entry < now.count; entry++) {
          if (entry % ENTRIES_PER_PAUSE === ENTRIES_PER_PAUSE - 1) yield;
          addItems(entry, list, room);
          if (next.count > capacity) return null;
        }
        [now, next] = [next, now];
      }
      const { count } = now;
      return { dims, count, sums: now.sums.slice(0, count * dims), ways: now.ways.slice(0, count), groups };
    },
  };
}

interface SumTable {
  count: number;
  sums: Float64Array;
  losses: Float64Array;
  ways: Float64Array;
  clear(): void;
  /** Adds the ways to the entry of an equal sum, or makes an entry. */
  add(sum: Float64Array, loss: number, ways: number): void;
}

/** Sums found by value through an open hash table; everything doubles when it is half full. */
function createSumTable(dims: number): SumTable {
  let capacity = FIRST_CAPACITY;
  let slots = new Int32Array(2 * capacity);

  const hashOf = (sums: Float64Array, at: number): number => {
    let hash = 0;
    for (let i = 0; i < dims; i++)
      hash = Math.imul(hash ^ (f64(sums, at + i) | 0), 0x9e3779b1) ^ (hash >>> 15);
    return hash;
  };

  const grow = (): void => {
    capacity *= 2;
    const { sums, losses, ways } = table;
    table.sums = new Float64Array(capacity * dims);
    table.losses = new Float64Array(capacity);
    table.ways = new Float64Array(capacity);
    table.sums.set(sums);
    table.losses.set(losses);
    table.ways.set(ways);
    slots = new Int32Array(2 * capacity);
    for (let entry = 0; entry < table.count; entry++) {
      let slot = hashOf(table.sums, entry * dims) & (slots.length - 1);
      while (i32(slots, slot) !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry + 1;
    }
  };

  const table: SumTable = {
    count: 0,
    sums: new Float64Array(capacity * dims),
    losses: new Float64Array(capacity),
    ways: new Float64Array(capacity),
    clear() {
      table.count = 0;
      slots.fill(0);
    },
    add(sum, loss, ways) {
      const mask = slots.length - 1;
      let slot = hashOf(sum, 0) & mask;
      for (;;) {
        const entry = i32(slots, slot) - 1;
        if (entry < 0) break;
        let same = true;
        for (let i = 0; i < dims; i++) {
          if (f64(table.sums, entry * dims + i) !== f64(sum, i)) {
            same = false;
            break;
          }
        }
        if (same) {
          table.ways[entry] = f64(table.ways, entry) + ways;
          return;
        }
        slot = (slot + 1) & mask;
      }
      const entry = table.count++;
      for (let i = 0; i < dims; i++) table.sums[entry * dims + i] = f64(sum, i);
      table.losses[entry] = loss;
      table.ways[entry] = ways;
      slots[slot] = entry + 1;
      if (table.count === capacity) grow();
    },
  };
  return table;
}
