import type { CellBound } from "./cell-bound.ts";
import { type OptionTable, support } from "./option-table.ts";
import { dot, f64 } from "./typed-array.ts";

export interface BoxShrinker {
  /**
   * Makes a box smaller, in place, without losing a gear whose value is above the threshold; returns the share of each
   * side that is left, multiplied together, 0 when no such gear is in the box.
   */
  shrink(low: Float64Array, high: Float64Array, bound: CellBound, threshold: number): number;
}

const PRICES = 7;
/** Sides are shrunk when that takes off more than this share. */
const LEAST_GAIN = 0.02;

/**
 * Shrinks boxes by what their bound says about single attributes.
 *
 * With the bound's direction y, a gear G of the box with a value above the threshold T has
 * `y . G >= needed = T - constant - box part` (see cell-bound.ts). For any price p >= 0 its amount of attribute i is
 * therefore at most `G_i + p (y . G - needed)`, hence at most the best `(e_i + p y) . G` of all gears minus `p needed`,
 * and that is exact group by group. Any price gives a sound limit; a good one is looked for where the lines that touch the
 * limit, a convex function of the price, cross. The least amount likewise, with -G_i.
 */
export function createBoxShrinker(table: OptionTable): BoxShrinker {
  const { dims } = table;
  const direction = new Float64Array(dims);
  const best = new Float64Array(dims);

  /**
   * Largest `sign * G_i` of the gears along y: an upper limit. Looks no further once it is at most `inside`, cannot come
   * below `useful`, or not by more than `enough`.
   */
  const most = (
    i: number,
    sign: number,
    y: Float64Array,
    needed: number,
    inside: number,
    useful: number,
    enough: number,
  ): number => {
    let least = Number.POSITIVE_INFINITY;
    let price = 1 / Math.max(1e-9, Math.abs(f64(y, i)));
    // The lines that touch the limit at the nearest prices below and above where it is least: slope and height at 0.
    let falling = 0;
    let fallingAt = 0;
    let rising = 0;
    let risingAt = 0;
    for (let step = 0; step < PRICES; step++) {
      for (let k = 0; k < dims; k++) direction[k] = price * f64(y, k);
      direction[i] = f64(direction, i) + sign;
      const reached = support(table, direction, best) - price * needed;
      if (reached < least) least = reached;
      if (least <= inside) break;
      const slope = dot(y, 0, best, 0, dims) - needed;
      if (slope === 0) break;
      if (slope < 0) {
        falling = slope;
        fallingAt = reached - slope * price;
      } else {
        rising = slope;
        risingAt = reached - slope * price;
      }
      if (rising === 0) price *= 4;
      else if (falling === 0) price /= 4;
      else {
        price = (fallingAt - risingAt) / (rising - falling);
        const lowest = fallingAt + falling * price;
        if (lowest > useful || lowest > least - enough) break;
      }
    }
    return least;
  };

  return {
    shrink(low, high, bound, threshold) {
      const y = bound.direction;
      const needed = threshold - bound.constant - bound.boxPart;
      let left = 1;
      for (let i = 0; i < dims; i++) {
        const width = f64(high, i) - f64(low, i);
        if (width <= 0) continue;
        const room = table.isIntegral ? 1e-6 : 1e-9 * (1 + Math.abs(f64(low, i)) + Math.abs(f64(high, i)));
        const gain = LEAST_GAIN * width;
        let to = most(i, 1, y, needed, f64(low, i), f64(high, i) - gain, gain / 2) + room;
        let from = -most(i, -1, y, needed, -to, -f64(low, i) - gain, gain / 2) - room;
        if (table.isIntegral) {
          to = Math.floor(to);
          from = Math.ceil(from);
        }
        if (to < f64(high, i) - LEAST_GAIN * width) high[i] = to;
        if (from > f64(low, i) + LEAST_GAIN * width) low[i] = from;
        if (f64(high, i) < f64(low, i)) return 0;
        left *= (f64(high, i) - f64(low, i) + 1) / (width + 1);
      }
      return left;
    },
  };
}
