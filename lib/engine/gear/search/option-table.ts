import type { ChoiceGroup } from "../choice-groups.ts";
import { dot, f64, i32 } from "./typed-array.ts";

/**
 * The groups of a problem as flat arrays over the attributes that matter. Options of a group that give equal
 * points become one entry; `ways` counts how many real choices stand behind taking it a number of times, so
 * that no result is lost or counted twice.
 */
export interface OptionTable {
  readonly dims: number;
  readonly groups: number;
  /** Entries of group g are `start[g] .. start[g + 1]`. */
  readonly start: Int32Array;
  readonly copies: Int32Array;
  /** Points of entry e are `points[e * dims ..]`. */
  readonly points: Float64Array;
  /** How often an entry may be taken at most. */
  readonly max: Int32Array;
  /** Number of choices behind taking entry e `t` times: `ways[waysStart[e] + t]`. */
  readonly ways: Float64Array;
  readonly waysStart: Int32Array;
  /** 1 for a group where some entry may not fill all copies, so that the best choice mixes entries. */
  readonly capped: Uint8Array;
  /** Points every gear has (fixed infusions). */
  readonly offset: Float64Array;
  readonly infusionGroup: number;
  /** Whether all points are whole numbers, as in the game. */
  readonly isIntegral: boolean;
}

export function createOptionTable(
  groups: readonly ChoiceGroup[],
  inputs: readonly string[],
  fixed: ReadonlyMap<string, number>,
): OptionTable {
  const start = [0];
  const points: number[] = [];
  const max: number[] = [];
  const ways: number[] = [];
  const waysStart: number[] = [];
  const capped: number[] = [];
  for (const group of groups) {
    const merged = mergeEqualOptions(group, inputs);
    for (const entry of merged) {
      points.push(...entry.points);
      max.push(entry.ways.length - 1);
      waysStart.push(ways.length);
      ways.push(...entry.ways);
    }
    capped.push(merged.some((entry) => entry.ways.length - 1 < group.copies) ? 1 : 0);
    start.push(max.length);
  }
  const offset = inputs.map((name) => fixed.get(name) ?? 0);
  return {
    dims: inputs.length,
    groups: groups.length,
    start: Int32Array.from(start),
    copies: Int32Array.from(groups, (group) => group.copies),
    points: Float64Array.from(points),
    max: Int32Array.from(max),
    ways: Float64Array.from(ways),
    waysStart: Int32Array.from(waysStart),
    capped: Uint8Array.from(capped),
    offset: Float64Array.from(offset),
    infusionGroup: groups.findIndex((group) => group.kind === "infusions"),
    isIntegral: [...points, ...offset].every(Number.isInteger),
  };
}

interface MergedOption {
  readonly points: readonly number[];
  /** `ways[t]`: number of ways to take t copies of the options behind this entry. */
  readonly ways: readonly number[];
}

function mergeEqualOptions(group: ChoiceGroup, inputs: readonly string[]): readonly MergedOption[] {
  const merged = new Map<string, MergedOption>();
  for (const option of group.options) {
    const points = inputs.map((name) => option.points.get(name) ?? 0);
    const key = points.join();
    const before = merged.get(key)?.ways ?? [1];
    const most = Math.min(group.copies, before.length - 1 + option.max);
    const ways = Array.from({ length: most + 1 }, (_, total) => {
      let sum = 0;
      for (let take = 0; take <= Math.min(total, option.max); take++) sum += before[total - take] ?? 0;
      return sum;
    });
    merged.set(key, { points, ways });
  }
  return [...merged.values()];
}

/**
 * Largest `direction . G` over all gears, counting fractions of options too (for a linear direction a whole gear
 * is always among the best). Writes one gear that reaches it to `best`.
 */
export function support(table: OptionTable, direction: Float64Array, best: Float64Array): number {
  const { dims, points, start, copies } = table;
  best.set(table.offset);
  let sum = dot(direction, 0, table.offset, 0, dims);
  for (let group = 0; group < table.groups; group++) {
    if (table.capped[group]) {
      sum += cappedSupport(table, group, direction, best);
      continue;
    }
    const end = i32(start, group + 1);
    let most = Number.NEGATIVE_INFINITY;
    let at = 0;
    for (let entry = i32(start, group); entry < end; entry++) {
      const score = dot(direction, 0, points, entry * dims, dims);
      if (score > most) {
        most = score;
        at = entry;
      }
    }
    const count = i32(copies, group);
    sum += most * count;
    for (let i = 0; i < dims; i++) best[i] = f64(best, i) + count * f64(points, at * dims + i);
  }
  return sum;
}

/** The best entries first, each as often as it may be taken. */
function cappedSupport(
  table: OptionTable,
  group: number,
  direction: Float64Array,
  best: Float64Array,
): number {
  const { dims, points } = table;
  let sum = 0;
  let left = i32(table.copies, group);
  for (const { entry, score } of sortedByScore(table, group, direction)) {
    const take = Math.min(left, i32(table.max, entry));
    left -= take;
    sum += take * score;
    for (let i = 0; i < dims; i++) best[i] = f64(best, i) + take * f64(points, entry * dims + i);
  }
  return sum;
}

/** Entries of a group with their score along a direction, best first. */
export function sortedByScore(
  table: OptionTable,
  group: number,
  direction: Float64Array,
): { readonly entry: number; readonly score: number }[] {
  const list: { readonly entry: number; readonly score: number }[] = [];
  for (let entry = i32(table.start, group); entry < i32(table.start, group + 1); entry++) {
    list.push({ entry, score: dot(direction, 0, table.points, entry * table.dims, table.dims) });
  }
  return list.sort((one, other) => other.score - one.score);
}

/**
 * Least and most points of every attribute over all gears. Where points are no whole numbers, with room for sums
 * that are added in another order.
 */
export function rootBox(table: OptionTable): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(table.dims);
  const high = new Float64Array(table.dims);
  const direction = new Float64Array(table.dims);
  const best = new Float64Array(table.dims);
  for (let i = 0; i < table.dims; i++) {
    direction[i] = 1;
    high[i] = support(table, direction, best);
    direction[i] = -1;
    low[i] = -support(table, direction, best);
    direction[i] = 0;
    const room = table.isIntegral ? 0 : SUM_ROOM * (1 + Math.abs(f64(low, i)) + Math.abs(f64(high, i)));
    low[i] = f64(low, i) - room;
    high[i] = f64(high, i) + room;
  }
  return { low, high };
}

/** Relative room for sums of points that are no whole numbers. */
const SUM_ROOM = 1e-12;

/** Room per attribute for comparing sums that were added in different orders; 0 for whole numbers. */
export function sumRooms(table: OptionTable): Float64Array {
  const { low, high } = rootBox(table);
  const rooms = low.map((from, i) => SUM_ROOM * (1 + Math.abs(from) + Math.abs(f64(high, i))));
  return table.isIntegral ? rooms.fill(0) : rooms;
}
