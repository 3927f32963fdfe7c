import type { EntryList } from "./entry-list.ts";
import type { LoadedCell } from "./triple-valuer.ts";
import { f64 } from "./typed-array.ts";

/**
 * A number that every entry of a cell's three lists has, whose sum over a triple lies in a range for all gears that the
 * cell is searched for.
 */
export interface JoinWindow {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly fine: Float64Array;
  readonly from: number;
  readonly to: number;
  /** Least and largest sum of an entry of the right list and one of the infusions. */
  readonly rightLow: number;
  readonly rightHigh: number;
  /** Share of all triples that is expected within. */
  readonly share: number;
  /** Which limit's slack it is; -1 for an attribute. */
  readonly limit: number;
}

/** Windows that hold a larger share of the triples are not worth a side of the grid. */
const LARGEST_SHARE = 0.7;
/** Room for the last bits of sums in another order, as a share of the numbers that are added up. */
const NOISE = 1e-11;

/**
 * The narrowest windows of a loaded cell, at most so many.
 *
 * With multipliers L and slacks s_j >= 0 of a valid gear G above the threshold T, the cell's priced line gives (see
 * cell-bound.ts)
 *
 *   T < objective(G) <= line(G) - sum L_j s_j(G) <= top - L_j s_j(G),
 *
 * so the slack of a limit with a price is at most (top - T) / L_j: gears that have much more of it than they need are
 * not among the best. Together with s_j >= 0 that is a window, as the cell's box is one for each attribute.
 */
export function findJoinWindows(
  { left, right, fine, bound, low, high }: LoadedCell,
  threshold: number,
  most: number,
): readonly JoinWindow[] {
  const lists = [left, right, fine] as const;
  const top = Math.min(bound.constant + left.mostLine + right.mostLine + fine.mostLine, bound.directional);
  const room = Math.max(0, top - threshold);
  const windows: JoinWindow[] = [];

  const add = (
    values: readonly [Float64Array, Float64Array, Float64Array],
    ranges: readonly Range[],
    from: number,
    to: number,
    limit: number,
  ): void => {
    const amounts = ranges.reduce((sum, [least, largest]) => sum + Math.abs(least) + Math.abs(largest), 0);
    const spread = ranges.reduce((sum, [least, largest]) => sum + largest - least, 0) / 2;
    const share = spread > 0 ? Math.min(1, Math.max(0, to - from) / spread) : 1;
    if (share > LARGEST_SHARE) return;
    const [, right = NOTHING, fine = NOTHING] = ranges;
    const noise = NOISE * amounts;
    windows.push({
      left: values[0],
      right: values[1],
      fine: values[2],
      from: from - noise,
      to: to + noise,
      rightLow: right[0] + fine[0],
      rightHigh: right[1] + fine[1],
      share,
      limit,
    });
  };

  bound.multipliers.forEach((price, j) => {
    if (price <= 0) return;
    const values = [slacksOf(left, j), slacksOf(right, j), slacksOf(fine, j)] as const;
    const from = -f64(bound.slackConstants, j);
    add(values, values.map(rangeOf), from, room / price + from, j);
  });
  low.forEach((from, i) => {
    const values = [columnOf(left, i), columnOf(right, i), columnOf(fine, i)] as const;
    const ranges = lists.map((list): Range => [f64(list.low, i), f64(list.high, i)]);
    add(values, ranges, from, f64(high, i), -1);
  });
  return windows.toSorted((one, other) => one.share - other.share).slice(0, most);
}

type Range = readonly [number, number];
const NOTHING: Range = [0, 0];

function slacksOf(list: EntryList, limit: number): Float64Array {
  return list.slacks.subarray(limit * list.capacity, limit * list.capacity + list.count);
}

function columnOf(list: EntryList, attribute: number): Float64Array {
  return list.columns.subarray(attribute * list.capacity, attribute * list.capacity + list.count);
}

function rangeOf(values: Float64Array): Range {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}
