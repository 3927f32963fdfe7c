import { countMultisets } from "../choice-groups.ts";
import { createGroupLister, estimateCombinations, type GroupItems } from "./group-items.ts";
import { createHalfBuilder, type HalfStore } from "./half-store.ts";
import type { TripleEntries } from "./list-triple.ts";
import type { OptionTable } from "./option-table.ts";
import { f64, i32 } from "./typed-array.ts";

/** Which items of every group are within a room along a direction, and about how long the lists will be. */
export interface ListPlan {
  readonly items: readonly GroupItems[];
  readonly length: number;
}

export interface ListBuilder {
  /** Most entries of one list. */
  readonly capacity: number;
  /** Null when a group alone has too many items. */
  plan(direction: Float64Array, room: number): ListPlan | null;
  /** Null when a list is longer than the capacity. */
  build(plan: ListPlan, room: number): Generator<void, TripleEntries | null>;
}

/** The part of the left half's sums that one of several parallel searches looks at. */
export interface ListShare {
  readonly index: number;
  readonly of: number;
}

/** Groups are moved between the halves as long as that leaves less than this share of the work. */
const WORTH_MOVING = 0.95;
/** Work of a left entry, and of a pair, in work of a right entry. */
const LEFT_WORK = 1.5;
const PAIR_WORK = 1e-4;

/**
 * Makes the lists of a cell: sums over the groups of either half, and the fillings of the infusions. The halves
 * are the same groups in every cell, so that a gear is named by its two sums. Where left sums are shared out among
 * parallel searches, which may come to other cells first, they are the same groups in all of them.
 *
 * @param capacity most entries of one list
 * @param shortLists where the first lists are longer than this together, the halves are made to fit them
 */
export function createListBuilder(
  table: OptionTable,
  capacity: number,
  share: ListShare,
  shortLists: number,
): ListBuilder {
  const { dims, infusionGroup } = table;
  const groups = Array.from({ length: table.groups }, (_, group) => group);
  let sides: Sides = dealOut(
    groups
      .filter((group) => group !== infusionGroup)
      .map((group) => ({
        group,
        size: countMultisets(i32(table.start, group + 1) - i32(table.start, group), i32(table.copies, group)),
      })),
  );
  const halves = createHalfBuilder(dims, capacity);
  const lister = createGroupLister(table);
  const zero = new Float64Array(dims);
  const infusions = [infusionGroup];
  const noInfusions: HalfStore = { dims, count: 1, sums: zero, ways: Float64Array.of(1), groups: [] };

  /** Short lists first keeps what is multiplied out small; without whole numbers the order must not change. */
  const inOrder = (side: readonly number[], items: readonly GroupItems[]): readonly number[] =>
    table.isIntegral
      ? side.toSorted((one, other) => (items[one]?.count ?? 0) - (items[other]?.count ?? 0))
      : side;
  const itemsOf = (side: readonly number[], items: readonly GroupItems[]): readonly GroupItems[] =>
    side.flatMap((group) => items[group] ?? []);
  const lengthOf = (halves: Sides, items: readonly GroupItems[], room: number): number =>
    halves.reduce((sum, side) => sum + estimateCombinations(itemsOf(side, items), room), 0);

  /** Whether the halves are what they will be in every cell. */
  let isSettled = share.of > 1;
  /** Expected work with the lists of two halves, in entries of the right one. */
  const workOf = ([left, right]: Sides, items: readonly GroupItems[], room: number): number => {
    const lefts = estimateCombinations(itemsOf(left, items), room);
    const rights = estimateCombinations(itemsOf(right, items), room);
    return LEFT_WORK * lefts + rights + PAIR_WORK * lefts * rights;
  };
  /** Moves groups between the halves, or swaps two, while that makes less work of a first cell. */
  const settle = ({ items, length }: ListPlan, room: number): void => {
    isSettled = true;
    if (length <= shortLists) return;
    sides = [sides[1], sides[0]];
    let now = workOf(sides, items, room);
    for (let before = Number.POSITIVE_INFINITY; now < WORTH_MOVING * before; ) {
      before = now;
      for (const halves of neighborsOf(sides)) {
        const other = workOf(halves, items, room);
        if (other >= now) continue;
        now = other;
        sides = halves;
      }
    }
  };

  return {
    capacity,
    plan(direction, room) {
      const items: GroupItems[] = [];
      for (const group of groups) {
        const list = lister.list(group, direction, room, capacity);
        if (list === null) return null;
        items.push(list);
      }
      return { items, length: lengthOf(sides, items, room) };
    },
    *build(plan, room) {
      if (!isSettled) settle(plan, room);
      const { items } = plan;
      const stores: HalfStore[] = [];
      for (const side of sides) {
        const ordered = itemsOf(inOrder(side, items), items);
        const offset = stores.length === 0 ? table.offset : zero;
        const store = yield* halves.build(side, ordered, room, offset);
        if (store === null) return null;
        stores.push(store);
      }
      const fine =
        infusionGroup < 0
          ? noInfusions
          : yield* halves.build(infusions, itemsOf(infusions, items), room, zero);
      const [left, right] = stores;
      if (left === undefined || right === undefined || fine === null) return null;
      return {
        lists: { left, right, fine },
        left: shareOf(left, share),
        right: allOf(right),
        fine: allOf(fine),
      };
    },
  };
}

function allOf(store: HalfStore): Int32Array {
  const all = new Int32Array(store.count);
  for (let entry = 0; entry < all.length; entry++) all[entry] = entry;
  return all;
}

/** The entries whose sums fall to a share; by a hash of the sum, so that every search decides alike. */
function shareOf(store: HalfStore, { index, of }: ListShare): Int32Array {
  const all = allOf(store);
  return of <= 1 ? all : all.filter((entry) => hashSum(store, entry) % of === index);
}

function hashSum({ sums, dims }: HalfStore, entry: number): number {
  let hash = 0;
  for (let i = 0; i < dims; i++) {
    hash = Math.imul(hash ^ Math.round(f64(sums, entry * dims + i) * 8), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** The groups of the left and of the right half. */
type Sides = readonly [readonly number[], readonly number[]];

/** All ways to move one group to the other half, or to swap two. */
function neighborsOf([left, right]: Sides): Sides[] {
  const without = (side: readonly number[], group: number | null) => side.filter((other) => other !== group);
  const neighbors: Sides[] = [];
  for (const one of [...left, null]) {
    for (const other of [...right, null]) {
      if (one === null && other === null) continue;
      neighbors.push([
        [...without(left, one), ...(other === null ? [] : [other])],
        [...without(right, other), ...(one === null ? [] : [one])],
      ]);
    }
  }
  return neighbors;
}

/** Two sides of nearly equal product of sizes. */
function dealOut(groups: readonly { readonly group: number; readonly size: number }[]): Sides {
  const sides: [number[], number[]] = [[], []];
  const products: [number, number] = [1, 1];
  for (const { group, size } of groups.toSorted((one, other) => other.size - one.size)) {
    const to = products[0] <= products[1] ? 0 : 1;
    sides[to].push(group);
    products[to] *= size;
  }
  return sides;
}
