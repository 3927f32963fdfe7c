import { roundHalfToEven } from "../rounding.ts";
import { ROUNDING_ROOM } from "./expression.ts";
import { AFFINE, type FormulaGraph, INPUT, LIMIT, PRODUCT, ROUND } from "./formula-graph.ts";

/**
 * Bounds of a set of outputs over a box of the inputs. First `setBox` computes an interval for every node, then
 * `linearUpper` walks backwards from any non-negative mix of outputs and replaces every node that is not affine
 * by a line (or plane) that lies above it (below it, where it enters with a negative factor) over its interval.
 *
 * Sound for any sign and any mix of increasing and decreasing formulas, because each replacement is:
 * - a product x*y on [a,b]x[c,d] lies below both `b*y + c*x - b*c` and `a*y + d*x - a*d` (and above both
 *   `a*y + c*x - a*c` and `b*y + d*x - b*d`), hence below (above) their averages, which have the slopes of the
 *   product in the middle of the box;
 * - a rounded value lies within half a point of the value, and between the rounded ends of its interval;
 * - limiting to 0..1 is a polyline; above it lies any line through its upper corner (1,1) that is not below it at
 *   the ends, below it any line through (0,0) likewise, and chords on the other side.
 */
export interface BoundTape {
  readonly inputs: number;
  readonly outputs: number;
  /** Computes the intervals over the box `low[at + i] .. high[at + i]`. */
  setBox(low: Float64Array, high: Float64Array, at: number): void;
  /** Largest value of an output over the box as intervals show it. */
  high(output: number): number;
  low(output: number): number;
  /**
   * Writes factors of the inputs and returns a constant so that, everywhere in the box,
   * `sum(weights[o] * output[o]) <= constant + sum(factors[i] * input[i])`.
   */
  linearUpper(weights: Float64Array, factors: Float64Array): number;
  /**
   * Where formulas have a corner inside a box: a good place to cut it, since both parts are smooth there. Only a
   * proposal (a limit that reads several attributes has its corner elsewhere for other amounts of them). Sets the box.
   */
  limitCorners(low: Float64Array, high: Float64Array): readonly LimitCorner[];
}

/** Where an attribute makes a limit reach 0 or 1, the other attributes being in the middle of the box. */
export interface LimitCorner {
  readonly input: number;
  readonly at: number;
}

export function createBoundTape(graph: FormulaGraph): BoundTape {
  const { size, inputs, kind, left, right, constant, termStart, termNode, termFactor, outputs } = graph;
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  const weight = new Float64Array(size);
  const slope = new Float64Array(inputs);

  const setBox = (boxLow: Float64Array, boxHigh: Float64Array, boxAt: number): void => {
    for (let n = 0; n < size; n++) {
      const l = left[n] as number;
      switch (kind[n]) {
        case INPUT:
          low[n] = boxLow[boxAt + l] as number;
          high[n] = boxHigh[boxAt + l] as number;
          break;
        case AFFINE: {
          let from = constant[n] as number;
          let to = from;
          const end = termStart[n + 1] as number;
          for (let t = termStart[n] as number; t < end; t++) {
            const factor = termFactor[t] as number;
            const node = termNode[t] as number;
            const a = factor * (low[node] as number);
            const b = factor * (high[node] as number);
            if (factor > 0) {
              from += a;
              to += b;
            } else {
              from += b;
              to += a;
            }
          }
          low[n] = from;
          high[n] = to;
          break;
        }
        case PRODUCT: {
          const r = right[n] as number;
          const a = low[l] as number;
          const b = high[l] as number;
          const c = low[r] as number;
          const d = high[r] as number;
          if (a >= 0 && c >= 0) {
            low[n] = a * c;
            high[n] = b * d;
          } else {
            low[n] = Math.min(a * c, a * d, b * c, b * d);
            high[n] = Math.max(a * c, a * d, b * c, b * d);
          }
          break;
        }
        case ROUND:
          low[n] = roundHalfToEven((low[l] as number) - ROUNDING_ROOM);
          high[n] = roundHalfToEven((high[l] as number) + ROUNDING_ROOM);
          break;
        default: {
          const a = low[l] as number;
          const b = high[l] as number;
          low[n] = a < 0 ? 0 : a > 1 ? 1 : a;
          high[n] = b < 0 ? 0 : b > 1 ? 1 : b;
        }
      }
    }
  };

  const linearUpper = (weights: Float64Array, factors: Float64Array): number => {
    weight.fill(0);
    for (let o = 0; o < outputs.length; o++) {
      const node = outputs[o] as number;
      weight[node] = (weight[node] as number) + (weights[o] as number);
    }
    return walkBack(factors);
  };

  /** Replaces the weighted nodes by lines, the last first, until only inputs are left. */
  const walkBack = (factors: Float64Array): number => {
    factors.fill(0);
    let sum = 0;
    for (let n = size - 1; n >= 0; n--) {
      const w = weight[n] as number;
      if (w === 0) continue;
      const l = left[n] as number;
      switch (kind[n]) {
        case INPUT:
          factors[l] = (factors[l] as number) + w;
          break;
        case AFFINE: {
          sum += w * (constant[n] as number);
          const end = termStart[n + 1] as number;
          for (let t = termStart[n] as number; t < end; t++) {
            const node = termNode[t] as number;
            weight[node] = (weight[node] as number) + w * (termFactor[t] as number);
          }
          break;
        }
        case PRODUCT: {
          const r = right[n] as number;
          const a = low[l] as number;
          const b = high[l] as number;
          const c = low[r] as number;
          const d = high[r] as number;
          weight[l] = (weight[l] as number) + w * 0.5 * (c + d);
          weight[r] = (weight[r] as number) + w * 0.5 * (a + b);
          sum -= w * 0.5 * (w > 0 ? b * c + a * d : a * c + b * d);
          break;
        }
        case ROUND: {
          const a = low[l] as number;
          const b = high[l] as number;
          const end = (w > 0 ? high[n] : low[n]) as number;
          const middle = 0.5 * (a + b);
          if (w > 0 ? end <= middle + 0.5 : end >= middle - 0.5) {
            sum += w * end;
          } else {
            weight[l] = (weight[l] as number) + w;
            sum += Math.abs(w) * (0.5 + ROUNDING_ROOM);
          }
          break;
        }
        default: {
          const a = low[l] as number;
          const b = high[l] as number;
          if (a >= 1) {
            sum += w;
          } else if (b <= 0) {
            break;
          } else if (a >= 0 && b <= 1) {
            weight[l] = (weight[l] as number) + w;
          } else {
            const bend = limitLine(a, b, w > 0);
            weight[l] = (weight[l] as number) + w * bend;
            sum += w * limitOffset(a, b, w > 0, bend);
          }
        }
      }
    }
    return sum;
  };

  const limitCorners = (boxLow: Float64Array, boxHigh: Float64Array): readonly LimitCorner[] => {
    setBox(boxLow, boxHigh, 0);
    const corners: LimitCorner[] = [];
    for (let n = 0; n < size; n++) {
      if (kind[n] !== LIMIT) continue;
      const inner = left[n] as number;
      for (const end of [0, 1]) {
        if ((low[inner] as number) >= end || (high[inner] as number) <= end) continue;
        weight.fill(0);
        weight[inner] = 1;
        let rest = end - walkBack(slope);
        let most = 0;
        let input = 0;
        slope.forEach((factor, i) => {
          const [from, to] = [boxLow[i] ?? 0, boxHigh[i] ?? 0];
          rest -= (factor * (from + to)) / 2;
          if (Math.abs(factor) * (to - from) <= most) return;
          most = Math.abs(factor) * (to - from);
          input = i;
        });
        const middle = ((boxLow[input] ?? 0) + (boxHigh[input] ?? 0)) / 2;
        if (most > 0) corners.push({ input, at: middle + rest / (slope[input] ?? 1) });
      }
    }
    return corners;
  };

  return {
    inputs,
    outputs: outputs.length,
    setBox,
    high: (output) => high[outputs[output] ?? 0] ?? 0,
    low: (output) => low[outputs[output] ?? 0] ?? 0,
    linearUpper,
    limitCorners,
  };
}

/** Slope of the line over (or under) limit(x) on an interval that holds a corner of the polyline. */
function limitLine(a: number, b: number, above: boolean): number {
  if (above) {
    if (b <= 1) return b / (b - a);
    return a >= 0 ? (1 - a) / (b - a) : 1 / (b - a);
  }
  if (a >= 0) return (1 - a) / (b - a);
  return b <= 1 ? b / (b - a) : 1 / (b - a);
}

/** Where that line meets x = 0. */
function limitOffset(a: number, b: number, above: boolean, slope: number): number {
  if (above) return b <= 1 ? -slope * a : 1 - slope;
  return a >= 0 ? a - slope * a : 0;
}
