import type { LeafList } from "./leaf-list.ts";
import type { LeafNode } from "./leaf-node.ts";
import { f64, i32 } from "./typed-array.ts";

/** How much of a priced slack's range counts when cuts are compared. */
const SLACK_SHARE = 0.3;

/** The list of a node that is cut, and where its segment is. */
export interface LeafCut {
  which: number;
  at: number;
}

/**
 * Divides the segment of one list of a node in two, in place, where that lowers what the bound gives away most: the
 * distances that can work together (`cross`), what the objective changes between the box and the sums farthest
 * outside of it, or a priced slack's range. Returns false when nothing can be divided.
 */
export function cutLeafNode(node: LeafNode, multipliers: Float64Array, cut: LeafCut): boolean {
  const { axes, open, steep, least, most, left, right, fine } = node;
  const { count, bends } = axes;
  const limits = multipliers.length;
  const lists = [left, right, fine] as const;
  let mostGain = 0;
  let which = -1;
  let column = 0;
  let bySlack = false;
  for (let w = 0; w < 3; w++) {
    const list = lists[w] ?? left;
    const x = lists[(w + 1) % 3] ?? left;
    const y = lists[(w + 2) % 3] ?? left;
    if (list.end - list.start < 2) continue;
    for (let k = 0; k < count + open; k++) {
      const reach = (f64(list.high, k) - f64(list.low, k)) / 2;
      if (reach === 0) continue;
      let gain = 0;
      if (k < count) {
        const others = f64(x.high, k) - f64(x.low, k) + f64(y.high, k) - f64(y.low, k);
        gain = (Math.abs(f64(bends, k)) * others * reach) / 2;
      } else {
        const outside =
          Math.max(0, f64(left.high, k) + f64(right.high, k) + f64(fine.high, k) - f64(most, k - count)) +
          Math.max(0, f64(least, k - count) - f64(left.low, k) - f64(right.low, k) - f64(fine.low, k));
        gain = f64(steep, k - count) * Math.min(outside, reach);
      }
      if (gain > mostGain) {
        mostGain = gain;
        which = w;
        column = k;
        bySlack = false;
      }
    }
    for (let j = 0; j < limits; j++) {
      const range = f64(list.mostSlack, j) - f64(list.leastSlack, j);
      const gain = SLACK_SHARE * f64(multipliers, j) * range;
      if (gain > mostGain) {
        mostGain = gain;
        which = w;
        column = j;
        bySlack = true;
      }
    }
  }
  if (which < 0) return false;
  const list = lists[which] ?? left;
  cut.which = which;
  cut.at = bySlack
    ? partition(
        node.arena,
        list,
        list.slacks,
        limits,
        column,
        middle(list.leastSlack, list.mostSlack, column),
      )
    : partition(node.arena, list, list.offsets, node.width, column, middle(list.low, list.high, column));
  return cut.at > list.start && cut.at < list.end;
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
