import { roundHalfToEven } from "../rounding.ts";
import { ROUNDING_ROOM } from "./expression.ts";
import { AFFINE, type FormulaGraph, INPUT, ROUND } from "./formula-graph.ts";
import { f64, i32 } from "./typed-array.ts";

/** A rounding of an affine form of the inputs, `constant + factors . G`. */
export interface StraightRounding {
  /** The rounding node of the graph. */
  readonly node: number;
  readonly constant: number;
  readonly factors: Float64Array;
}

/** What rounding adds or takes away at most. */
export const MOST_ROUNDED = 0.5 + ROUNDING_ROOM;

/** Finds the roundings whose argument no product, limit or other rounding is part of. */
export function straightRoundings(graph: FormulaGraph): readonly StraightRounding[] {
  const { size, inputs, kind, left, constant, termStart, termNode, termFactor } = graph;
  const forms: (Omit<StraightRounding, "node"> | null)[] = [];
  const found: StraightRounding[] = [];
  for (let n = 0; n < size; n++) {
    const factors = new Float64Array(inputs);
    let sum = f64(constant, n);
    let isStraight = kind[n] === INPUT || kind[n] === AFFINE;
    if (kind[n] === INPUT) factors[i32(left, n)] = 1;
    for (let t = i32(termStart, n); t < i32(termStart, n + 1); t++) {
      const of = forms[i32(termNode, t)] ?? null;
      if (of === null) isStraight = false;
      else {
        sum += f64(termFactor, t) * of.constant;
        for (let i = 0; i < inputs; i++)
          factors[i] = f64(factors, i) + f64(termFactor, t) * f64(of.factors, i);
      }
    }
    forms.push(isStraight ? { constant: sum, factors } : null);
    const rounded = kind[n] === ROUND ? (forms[i32(left, n)] ?? null) : null;
    if (rounded !== null) found.push({ node: n, ...rounded });
  }
  return found;
}

/**
 * How far roundings at a point are, at least, from adding the most that they can: the sum over the roundings of
 * `|weight| MOST_ROUNDED - weight (rounded - argument)`.
 *
 * The argument is added up in another order than the evaluator does it, so it is rounded with room on the side that
 * adds more: rounding is monotone, so the evaluator's outcome adds no more than that.
 */
export function roundingsMissed(
  roundings: readonly StraightRounding[],
  weights: Float64Array,
  point: Float64Array,
): number {
  let missed = 0;
  for (let r = 0; r < roundings.length; r++) {
    const rounding = roundings[r];
    const weight = f64(weights, r);
    if (rounding === undefined || weight === 0) continue;
    let argument = rounding.constant;
    for (let i = 0; i < point.length; i++) argument += f64(rounding.factors, i) * f64(point, i);
    const room = weight > 0 ? ROUNDING_ROOM : -ROUNDING_ROOM;
    missed += Math.abs(weight) * MOST_ROUNDED - weight * (roundHalfToEven(argument + room) - argument);
  }
  return missed;
}
