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
  /** Points of the chosen infusions; all 0 where nothing is chosen. */
  readonly infusions: Float64Array;
}

/**
 * The K best results found so far, counted with multiplicity.
 *
 * Where a result is a gear with its best split, a gear can be found many times with different splits; the pair of
 * its two half sums names it, and only its best value stays. (All choices behind the two sums have the same best
 * split, because a value depends on sums alone.)
 */
export interface BestResults {
  /** Largest value that is not needed any more: the K-th best found; -Infinity while fewer are found. */
  readonly kthValue: number;
  readonly bestValue: number;
  /** Counts changes, so that readers see whether the list is new. */
  readonly version: number;
  offer(value: number, triple: ListTriple, left: number, right: number, fine: number): void;
  list(): readonly FoundResult[];
}

/**
 * When two finds are the same result: `unique` finds never are (the search visits every combination once); `gear`
 * finds are when their halves are equal; `gear+infusions` finds when all three lists' entries are.
 */
export type ResultIdentity = "unique" | "gear" | "gear+infusions";

export function createBestResults(topK: number, identity: ResultIdentity): BestResults {
  const found: FoundResult[] = [];
  const byGear = new Map<string, FoundResult>();

  const insert = (result: FoundResult): void => {
    let at = found.length;
    while (at > 0 && (found[at - 1]?.value ?? 0) < result.value) at--;
    found.splice(at, 0, result);
  };

  const trim = (): void => {
    let counted = 0;
    let kept = 0;
    for (const result of found) {
      if (counted >= topK) break;
      counted += result.count;
      kept++;
    }
    for (const dropped of found.splice(kept)) byGear.delete(keyOf(dropped, identity));
    state.kthValue = counted >= topK ? (found[kept - 1]?.value ?? 0) : Number.NEGATIVE_INFINITY;
    state.bestValue = found[0]?.value ?? Number.NEGATIVE_INFINITY;
    state.version++;
  };

  const state = {
    kthValue: Number.NEGATIVE_INFINITY,
    bestValue: Number.NEGATIVE_INFINITY,
    version: 0,
    offer(value: number, triple: ListTriple, left: number, right: number, fine: number) {
      if (value <= state.kthValue) return;
      const result = describe(value, triple, left, right, fine, identity);
      if (identity !== "unique") {
        const key = keyOf(result, identity);
        const known = byGear.get(key);
        if (known !== undefined) {
          if (known.value >= value) return;
          found.splice(found.indexOf(known), 1);
        }
        byGear.set(key, result);
      }
      insert(result);
      trim();
    },
    list: () => [...found],
  };
  return state;
}

function keyOf(result: FoundResult, identity: ResultIdentity): string {
  if (identity === "unique") return "";
  const gear = `${result.left.join()}|${result.right.join()}`;
  return identity === "gear" ? gear : `${gear}|${result.infusions.join()}`;
}

function describe(
  value: number,
  { left, right, fine }: ListTriple,
  leftEntry: number,
  rightEntry: number,
  fineEntry: number,
  identity: ResultIdentity,
): FoundResult {
  const gears = (left.ways[leftEntry] ?? 0) * (right.ways[rightEntry] ?? 0);
  return {
    value,
    count: identity === "gear" ? gears : gears * (fine.ways[fineEntry] ?? 0),
    left: entryOf(left, leftEntry),
    right: entryOf(right, rightEntry),
    leftGroups: left.groups,
    rightGroups: right.groups,
    infusions: entryOf(fine, fineEntry),
  };
}

function entryOf({ sums, dims }: HalfStore, entry: number): Float64Array {
  return sums.slice(entry * dims, (entry + 1) * dims);
}
