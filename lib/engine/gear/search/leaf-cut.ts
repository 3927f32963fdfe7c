import type { LeafList } from "./leaf-list.ts";
import type { LeafNode } from "./leaf-node.ts";
import { f64, i32 } from "./typed-array.ts";

/** How much of a priced slack's range counts when cuts are compared. */
const SLACK_SHARE = 0.3;
/** The second list is divided as well where that lowers the bound by this share of what dividing the first one does. */
const SECOND_SHARE = 0.3;

/** Where a list would be divided. */
interface Cut {
  gain: number;
  /** Axis or open attribute, or limit. */
  column: number;
  bySlack: boolean;
}

/**
 * Makes the function that divides lists of a node in two, in place, where that lowers what the bound gives away most: the
 * distances that can work together (`cross`), what the objective changes between the box and the sums farthest outside
 * of it, or a priced slack's range. With `second`, every list is divided where that does nearly as much. It writes where
 * each list's second part begins (its end if it stays whole), and returns false when nothing can be divided.
 */
export function createLeafCutter(
  node: LeafNode,
  multipliers: Float64Array,
): (second: boolean, at: Int32Array) => boolean {
  const { axes, steep, least, most, left, right, fine } = node;
  const { bends } = axes;
  const limits = multipliers.length;
  const lists = [left, right, fine] as const;
  const cuts = lists.map((): Cut => ({ gain: 0, column: 0, bySlack: false }));

  const gainOf = (list: LeafList, x: LeafList, y: LeafList, k: number): number => {
    const reach = (f64(list.high, k) - f64(list.low, k)) / 2;
    if (reach === 0) return 0;
    if (k < axes.count) {
      const others = f64(x.high, k) - f64(x.low, k) + f64(y.high, k) - f64(y.low, k);
      return (Math.abs(f64(bends, k)) * others * reach) / 2;
    }
    const o = k - axes.count;
    const outside =
      Math.max(0, f64(left.high, k) + f64(right.high, k) + f64(fine.high, k) - f64(most, o)) +
      Math.max(0, f64(least, o) - f64(left.low, k) - f64(right.low, k) - f64(fine.low, k));
    return f64(steep, o) * Math.min(outside, reach);
  };

  /** Finds the best cut of a list. */
  const choose = (cut: Cut, list: LeafList, x: LeafList, y: LeafList): void => {
    cut.gain = 0;
    if (list.end - list.start < 2) return;
    for (let k = 0; k < axes.count + node.open; k++) {
      const gain = gainOf(list, x, y, k);
      if (gain <= cut.gain) continue;
      cut.gain = gain;
      cut.column = k;
      cut.bySlack = false;
    }
    for (let j = 0; j < limits; j++) {
      const gain = SLACK_SHARE * f64(multipliers, j) * (f64(list.mostSlack, j) - f64(list.leastSlack, j));
      if (gain <= cut.gain) continue;
      cut.gain = gain;
      cut.column = j;
      cut.bySlack = true;
    }
  };

  const divide = (list: LeafList, { column, bySlack }: Cut): number => {
    return bySlack
      ? partition(
          node.arena,
          list,
          list.slacks,
          limits,
          column,
          middle(list.leastSlack, list.mostSlack, column),
        )
      : partition(node.arena, list, list.offsets, node.width, column, middle(list.low, list.high, column));
  };

  return (second, at) => {
    let best = 0;
    lists.forEach((list, w) => {
      const cut = cuts[w];
      if (cut === undefined) return;
      choose(cut, list, lists[(w + 1) % 3] ?? left, lists[(w + 2) % 3] ?? left);
      best = Math.max(best, cut.gain);
    });
    let isDivided = false;
    lists.forEach((list, w) => {
      const cut = cuts[w];
      at[w] = list.end;
      if (cut === undefined || cut.gain === 0 || cut.gain < (second ? SECOND_SHARE * best : best)) return;
      at[w] = divide(list, cut);
      if (i32(at, w) === list.start) at[w] = list.end;
      if (i32(at, w) < list.end) isDivided = true;
    });
    return isDivided;
  };
}

function middle(low: Float64Array, high: Float64Array, index: number): number {
  return (f64(low, index) + f64(high, index)) / 2;
}

/** Puts the entries of a segment whose value is at most `at` first; returns where the others begin. */
function partition(
  arena: Int32Array,
  { start, end }: LeafList,
  values: Float64Array,
  stride: number,
  column: number,
  at: number,
): number {
  let i = start;
  let j = end - 1;
  while (i <= j) {
    const entry = i32(arena, i);
    if (f64(values, entry * stride + column) <= at) i++;
    else {
      arena[i] = i32(arena, j);
      arena[j] = entry;
      j--;
    }
  }
  return i;
}
