import type { BoundTape, LimitCorner } from "./bound-tape.ts";
import type { Cell } from "./cell.ts";
import type { OptionTable } from "./option-table.ts";
import { dot, f64, nextDouble } from "./typed-array.ts";

/** A box of attribute space. */
export type Box = Pick<Cell, "low" | "high">;

export interface BoxCutter {
  /**
   * The cut that leaves the least bend; null when the box is a single point, or has no corner to cut it at.
   *
   * @param multipliers prices of the slacks, whose bend counts as well
   * @param onlyCorners where formulas have a corner, not in the middle of the sides
   */
  choose(box: Box, multipliers: Float64Array, onlyCorners: boolean): LimitCorner | null;
  /**
   * The two boxes of a cut. They share no point and leave none out: points are whole numbers, or the boxes meet at
   * neighbouring doubles.
   */
  cut(box: Box, at: LimitCorner): readonly Box[];
}

/** Makes what cuts boxes in two where the formulas bend most, so that they are soon nearly linear. */
export function createBoxCutter(tape: BoundTape, { dims, isIntegral }: OptionTable): BoxCutter {
  const limits = tape.outputs - 1;
  const weights = new Float64Array(limits + 1);
  const factors = new Float64Array(dims);
  const center = new Float64Array(dims);

  const middleOf = (low: number, high: number): number => {
    const middle = (low + high) / 2;
    return isIntegral ? Math.floor(middle) : middle;
  };
  const above = (at: number): number => (isIntegral ? at + 1 : nextDouble(at));

  /** How far the line above objective and priced slacks is from them in the middle of a box. */
  const bend = ({ low, high }: Box): number => {
    tape.setBox(low, high, 0);
    const constant = tape.linearUpper(weights, factors);
    for (let i = 0; i < dims; i++) center[i] = (f64(low, i) + f64(high, i)) / 2;
    let error = constant + dot(factors, 0, center, 0, dims);
    tape.setBox(center, center, 0);
    for (let o = 0; o <= limits; o++) error -= f64(weights, o) * tape.low(o);
    return error;
  };

  /** Middles of the sides, and where formulas have a corner. */
  const possibleCuts = ({ low, high }: Box, onlyCorners: boolean): readonly LimitCorner[] => {
    const cuts: LimitCorner[] = [];
    for (let i = 0; i < dims && !onlyCorners; i++)
      cuts.push({ input: i, at: middleOf(f64(low, i), f64(high, i)) });
    for (const { input, at } of tape.limitCorners(low, high)) {
      cuts.push({ input, at: isIntegral ? Math.floor(at) : at });
    }
    return cuts.filter(({ input, at }) => at >= f64(low, input) && above(at) <= f64(high, input));
  };

  const cutter: BoxCutter = {
    choose(box, multipliers, onlyCorners) {
      weights[0] = 1;
      for (let j = 0; j < limits; j++) weights[j + 1] = f64(multipliers, j);
      let chosen: LimitCorner | null = null;
      let least = Number.POSITIVE_INFINITY;
      for (const possible of possibleCuts(box, onlyCorners)) {
        let error = 0;
        for (const part of cutter.cut(box, possible)) error += bend(part);
        if (error < least) {
          least = error;
          chosen = possible;
        }
      }
      return chosen;
    },
    cut(box, { input, at }) {
      const high = Float64Array.from(box.high);
      high[input] = at;
      const low = Float64Array.from(box.low);
      low[input] = above(at);
      return [
        { low: box.low, high },
        { low, high: box.high },
      ];
    },
  };
  return cutter;
}
