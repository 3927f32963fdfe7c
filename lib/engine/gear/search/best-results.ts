import type { HalfStore } from "./half-store.ts";
import type { ListTriple } from "./list-triple.ts";

/** Results found with one value: all choices behind one entry of each list. */
export interface FoundResult {
  readonly value: number;
  /** Number of results behind it. */
  readonly count: number;
  /** Points of the two halves of the gear, and which groups they sum. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly leftGroups: readonly number[];
  readonly rightGroups: readonly number[];
  readonly fineGroups: readonly number[];
  /** Points of the chosen infusions; all 0 where nothing is chosen. */
  readonly infusions: Float64Array;
  /** The direction of the cell it was found in: one along which its parts lose little. */
  readonly direction: Float64Array;
}

/** Where a find is: an entry of each list. */
export interface FoundEntries {
  readonly lists: ListTriple;
  readonly left: number;
  readonly right: number;
  readonly fine: number;
  /** Kept as it is: the finds of a cell share one. */
  readonly direction: Float64Array;
}

/**
 * The K best results found so far, counted with multiplicity.
 *
 * Where a result is a gear with its best split, a gear can be found many times with different splits; the pair of
 * its two half sums names it, and only its best value stays. (All choices behind the two sums have the same best
 * split, because a value depends on sums alone; and the halves are the same groups in every cell.)
 */
export interface BestResults {
  /** Largest value that is not needed any more: the K-th best found; -Infinity while fewer are found. */
  readonly kthValue: number;
  offer(value: number, entries: FoundEntries): void;
  /** Takes the sums of what was found out of its lists, which then need not be kept. */
  settle(): void;
  /** Best first. The counts may add up to more than K: values at the end of the list tie. */
  list(): readonly FoundResult[];
}

/** A find, by its place in its lists until it is settled; most are replaced before that. */
interface Find {
  readonly value: number;
  readonly count: number;
  where: FoundEntries | FoundResult;
}

/** @param oncePerGear whether finds with equal halves are one result, however the infusions are placed */
export function createBestResults(topK: number, oncePerGear: boolean): BestResults {
  const found: Find[] = [];
  const byGear = new Map<string, Find>();
  let counted = 0;

  /** Puts a find behind the last one that is at least as good. */
  const insert = (find: Find): void => {
    let place = found.length;
    found.push(find);
    for (let before = found[place - 1]; before !== undefined && before.value < find.value; ) {
      found[place] = before;
      before = found[--place - 1];
    }
    found[place] = find;
  };

  const forget = (find: Find): void => {
    found.splice(found.indexOf(find), 1);
    counted -= find.count;
  };

  const settled = (find: Find): FoundResult => {
    const { where } = find;
    const result = "lists" in where ? describe(find.value, find.count, where) : where;
    find.where = result;
    return result;
  };

  const trim = (): void => {
    for (let last = found.at(-1); last && counted - last.count >= topK; last = found.at(-1)) {
      found.pop();
      counted -= last.count;
      if (oncePerGear) byGear.delete(keyOf(settled(last)));
    }
    state.kthValue = counted >= topK ? (found.at(-1)?.value ?? 0) : Number.NEGATIVE_INFINITY;
  };

  const state = {
    kthValue: Number.NEGATIVE_INFINITY,
    offer(value: number, entries: FoundEntries) {
      if (value <= state.kthValue) return;
      const find: Find = { value, count: countOf(entries, oncePerGear), where: entries };
      if (oncePerGear) {
        const key = keyOf(settled(find));
        const known = byGear.get(key);
        if (known !== undefined) {
          if (known.value >= value) return;
          forget(known);
        }
        byGear.set(key, find);
      }
      insert(find);
      counted += find.count;
      trim();
    },
    settle() {
      for (const find of found) settled(find);
    },
    list: () => found.map(settled),
  };
  return state;
}

function keyOf(result: FoundResult): string {
  return `${result.left.join()}|${result.right.join()}`;
}

/** Number of results behind a find. */
function countOf({ lists, left, right, fine }: FoundEntries, oncePerGear: boolean): number {
  const gears = (lists.left.ways[left] ?? 0) * (lists.right.ways[right] ?? 0);
  return oncePerGear ? gears : gears * (lists.fine.ways[fine] ?? 0);
}

function describe(
  value: number,
  count: number,
  { lists: { left, right, fine }, direction, ...at }: FoundEntries,
): FoundResult {
  return {
    value,
    count,
    left: entryOf(left, at.left),
    right: entryOf(right, at.right),
    leftGroups: left.groups,
    rightGroups: right.groups,
    fineGroups: fine.groups,
    infusions: entryOf(fine, at.fine),
    direction,
  };
}

function entryOf({ sums, dims }: HalfStore, entry: number): Float64Array {
  return sums.slice(entry * dims, (entry + 1) * dims);
}
