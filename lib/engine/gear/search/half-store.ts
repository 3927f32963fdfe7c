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
const FIRST_CAPACITY = 1 << 11;

/**
 * Sums lists of group items whose losses together stay within a room (see `listGroupItems` for why no gear that
 * matters is lost). A sum's loss depends only on the sum, so either all choices behind an entry stay or none does,
 * and the counts remain exact.
 */
export function createHalfBuilder(dims: number, capacity: number): HalfBuilder {
  let now = createSumTable(dims);
  let next = createSumTable(dims);
  const zero = new Float64Array(dims);

  /** Adds every item that still fits the room to one sum. */
  const addItems = (entry: number, list: GroupItems, room: number): void => {
    const loss = f64(now.losses, entry);
    const ways = f64(now.ways, entry);
    for (let item = 0; item < list.count; item++) {
      const itemLoss = f64(list.losses, item);
      if (itemLoss > room - loss) return;
      next.add(now.sums, entry, list.points, item, loss + itemLoss, ways * f64(list.ways, item));
    }
  };

  return {
    *build(groups, items, room, offset) {
      now.clear();
      now.add(offset, 0, zero, 0, 0, 1);
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
  /** Adds up a row of two arrays: the ways go to the entry of an equal sum, or make an entry. */
  add(
    one: Float64Array,
    oneRow: number,
    other: Float64Array,
    otherRow: number,
    loss: number,
    ways: number,
  ): void;
}

/** Sums found by value through an open hash table; everything doubles when it is half full. */
function createSumTable(dims: number): SumTable {
  let capacity = FIRST_CAPACITY;
  let slots = new Int32Array(2 * capacity);
  /** Hash of every entry: most of the unequal ones are told apart without their sums. */
  let hashes = new Int32Array(capacity);

  const grow = (): void => {
    capacity *= 2;
    table.sums = grown(table.sums, capacity * dims);
    table.losses = grown(table.losses, capacity);
    table.ways = grown(table.ways, capacity);
    const known = hashes;
    hashes = new Int32Array(capacity);
    hashes.set(known);
    slots = new Int32Array(2 * capacity);
    const mask = slots.length - 1;
    for (let entry = 0; entry < table.count; entry++) {
      let slot = i32(hashes, entry) & mask;
      while (i32(slots, slot) !== 0) slot = (slot + 1) & mask;
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
    add(one, oneRow, other, otherRow, loss, ways) {
      const { count, sums } = table;
      const oneAt = oneRow * dims;
      const otherAt = otherRow * dims;
      const at = count * dims;
      let hash = 0;
      for (let i = 0; i < dims; i++) {
        const amount = f64(one, oneAt + i) + f64(other, otherAt + i);
        sums[at + i] = amount;
        hash = Math.imul(hash ^ (amount | 0), 0x9e3779b1) ^ (hash >>> 15);
      }
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let entry = i32(slots, slot) - 1; entry >= 0; entry = i32(slots, slot) - 1) {
        if (i32(hashes, entry) === hash && isSame(sums, entry * dims, at, dims)) {
          table.ways[entry] = f64(table.ways, entry) + ways;
          return;
        }
        slot = (slot + 1) & mask;
      }
      table.losses[count] = loss;
      table.ways[count] = ways;
      hashes[count] = hash;
      slots[slot] = count + 1;
      table.count = count + 1;
      if (table.count === capacity) grow();
    },
  };
  return table;
}

function isSame(sums: Float64Array, one: number, other: number, dims: number): boolean {
  for (let i = 0; i < dims; i++) if (f64(sums, one + i) !== f64(sums, other + i)) return false;
  return true;
}

function grown(list: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(list);
  return longer;
}
