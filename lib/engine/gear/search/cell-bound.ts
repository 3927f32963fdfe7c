import type { CompiledProblem } from "./compiled-problem.ts";
import { type OptionTable, support } from "./option-table.ts";
import { createQuadraticBound } from "./quadratic-bound.ts";
import { createTangentLine } from "./tangent-line.ts";
import { dot, f64 } from "./typed-array.ts";

/**
 * Upper bounds of the objective over the gears whose summed points lie in a box ("cell").
 *
 * Over the cell the bound tape gives a line above the objective, `f(G) <= c0 + c.G`, and above every slack,
 * `s_j(G) <= k_j + b_j.G`. A valid gear has s_j >= 0, so for any multipliers L_j >= 0
 *
 *   f(G) <= constant + e.G,   with e = c + sum L_j b_j and constant = c0 + sum L_j k_j.
 *
 * For any direction y, `e.G = y.G + (e - y).G` is at most the best y.G of all gears plus the best (e - y).G of the
 * box, and both are read off exactly: the first group by group, since a linear score is a sum over the groups, the
 * second corner by corner. So every (y, L) gives a valid bound; the loop below only looks for a small one
 * (a subgradient descent on a convex function), and stopping it anywhere is sound.
 */
export interface CellBound {
  /** No valid gear in the cell has a larger objective; -Infinity if none is valid. */
  bound: number;
  /** `bound` as the direction alone proves it: constant + support(y) + box part. */
  directional: number;
  /** For valid gears in the cell: objective <= constant + slope . G. */
  constant: number;
  readonly slope: Float64Array;
  /** The direction y. */
  readonly direction: Float64Array;
  /** How far the box's quadratic can be above the objective: corners, roundings, higher orders. Not for lists with limits. */
  rest: number;
  /** About where the largest values of the line are. */
  readonly point: Float64Array;
  /** Best (slope - direction) . G of the box. */
  boxPart: number;
  readonly multipliers: Float64Array;
  /** Line above each slack: slackConstants[j] + slackSlopes[j] . G. */
  readonly slackConstants: Float64Array;
  readonly slackSlopes: readonly Float64Array[];
}

export interface CellBounder {
  /** Outcome of the last call; overwritten by the next one. */
  readonly result: CellBound;
  /**
   * @param threshold stop as soon as the bound is not above it
   * @param start what to start from: the outcome for the cell this one is a part of, or null
   */
  compute(
    low: Float64Array,
    high: Float64Array,
    threshold: number,
    start: BoundStart | null,
    effort?: BoundEffort,
  ): void;
}

/** What a bound can be looked for from. */
export interface BoundStart {
  readonly direction: Float64Array;
  readonly multipliers: Float64Array;
  readonly point: Float64Array;
  readonly slope: Float64Array;
}

/** What a bound is made of: the gears it covers, and how many steps are spent on a smaller one. */
export interface BoundEffort {
  /** Largest `direction . G` over the covered gears; writes a point that reaches it. */
  support(direction: Float64Array, best: Float64Array): number;
  readonly steps: number;
}

const MOST_STEPS = 30;
/** What a chord has to cost, as a share of the threshold, before its range is narrowed. */
const CHORD_WORTH = 1e-4;
/** Steps after which a new tangent is tried, at the average of the points reached (newer ones count more). */
const TOUCH_STEPS = 4;
const POINT_STEP = 0.3;
/** A step that lowers the bound by less than this share of its distance to the threshold is a failure. */
const LEAST_GAIN = 0.005;

export function createCellBounder(compiled: CompiledProblem, table: OptionTable): CellBounder {
  const { tape, slackRooms } = compiled;
  const dims = table.dims;
  const limits = tape.outputs - 1;
  const weights = new Float64Array(tape.outputs);
  const objectiveSlope = new Float64Array(dims);
  const slackSlopes = Array.from({ length: limits }, () => new Float64Array(dims));
  const slackConstants = new Float64Array(limits);
  const slackNorms = new Float64Array(limits);
  const y = new Float64Array(dims);
  const point = new Float64Array(dims);
  const quadratic = createQuadraticBound(compiled.graph);
  const tangent = createTangentLine(dims);
  /** With limits the best gears are away from where the objective alone is largest, and tangents there do not pay. */
  const touches = limits === 0;
  const slope = new Float64Array(dims);
  const multipliers = new Float64Array(limits);
  const gearPoint = new Float64Array(dims);
  const boxPoint = new Float64Array(dims);
  const slacks = new Float64Array(limits);
  const result: CellBound = {
    bound: 0,
    directional: 0,
    constant: 0,
    slope: new Float64Array(dims),
    direction: new Float64Array(dims),
    point: new Float64Array(dims),
    rest: 0,
    boxPart: 0,
    multipliers: new Float64Array(limits),
    slackConstants,
    slackSlopes,
  };

  const whole: BoundEffort = {
    support: (direction, best) => support(table, direction, best),
    steps: MOST_STEPS,
  };

  /** Lines above the objective and the slacks; returns the objective's constant. */
  const linearize = (): number => {
    for (let j = 0; j < limits; j++) {
      weights.fill(0);
      weights[j + 1] = 1;
      const line = slackSlopes[j] ?? slope;
      slackConstants[j] = tape.linearUpper(weights, line) + f64(slackRooms, j);
      slackNorms[j] = Math.max(dot(line, 0, line, 0, dims), 1e-30);
    }
    weights.fill(0);
    weights[0] = 1;
    return tape.linearUpper(weights, objectiveSlope);
  };

  /** Takes the tangent line at the point where it is below the line; returns the constant of the better one. */
  const touch = (objectiveConstant: number): number => {
    tangent.touch(point);
    const now = objectiveConstant + dot(objectiveSlope, 0, point, 0, dims);
    if (tangent.constant + dot(tangent.slope, 0, point, 0, dims) >= now) return objectiveConstant;
    for (let i = 0; i < dims; i++) {
      y[i] = f64(y, i) + f64(tangent.slope, i) - f64(objectiveSlope, i);
    }
    objectiveSlope.set(tangent.slope);
    return tangent.constant;
  };

  const mix = (objectiveConstant: number): number => {
    slope.set(objectiveSlope);
    let constant = objectiveConstant;
    for (let j = 0; j < limits; j++) {
      const multiplier = f64(multipliers, j);
      if (multiplier === 0) continue;
      constant += multiplier * f64(slackConstants, j);
      const line = slackSlopes[j] ?? slope;
      for (let i = 0; i < dims; i++) slope[i] = f64(slope, i) + multiplier * f64(line, i);
    }
    return constant;
  };

  const compute: CellBounder["compute"] = (low, high, threshold, start, effort = whole) => {
    tape.setBox(low, high, 0);
    result.bound = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < limits; j++) if (tape.high(j + 1) < -f64(slackRooms, j)) return;
    const interval = tape.high(0);
    result.bound = interval;
    if (interval <= threshold) return;
    let objectiveConstant = linearize();
    if (touches || effort === whole) {
      quadratic.compute(low, high);
      result.rest = quadratic.rest;
    }
    if (touches) {
      tangent.prepare(quadratic, effort.support, CHORD_WORTH * Math.abs(threshold));
      for (let i = 0; i < dims; i++) {
        const at = start === null ? f64(quadratic.middle, i) : f64(start.point, i);
        point[i] = Math.min(f64(high, i), Math.max(f64(low, i), at));
      }
      objectiveConstant = touch(objectiveConstant);
    } else if (start !== null) point.set(start.point);
    if (start === null) multipliers.fill(0);
    else multipliers.set(start.multipliers);
    let constant = mix(objectiveConstant);
    y.set(start?.direction ?? slope);
    let best = Number.POSITIVE_INFINITY;
    let reach = 1;
    let failures = 0;
    for (let step = 0; step < effort.steps; step++) {
      const reached = effort.support(y, gearPoint);
      const boxPart = boxMaximum(slope, y, low, high, gearPoint, boxPoint);
      const value = constant + reached + boxPart;
      if (value < best) {
        failures = best - value < LEAST_GAIN * (best - threshold) ? failures + 1 : 0;
        best = value;
        result.directional = value;
        result.constant = constant;
        result.boxPart = boxPart;
        result.slope.set(slope);
        result.direction.set(y);
        result.multipliers.set(multipliers);
        if (value <= threshold) break;
      } else {
        failures++;
      }
      if (failures >= 2) {
        reach *= 0.6;
        failures = 0;
      }
      for (let i = 0; i < dims; i++) {
        const at = (f64(gearPoint, i) + f64(boxPoint, i)) / 2;
        point[i] =
          f64(point, i) + POINT_STEP * (Math.min(f64(high, i), Math.max(f64(low, i), at)) - f64(point, i));
      }
      let norm = 0;
      for (let i = 0; i < dims; i++) norm += (f64(gearPoint, i) - f64(boxPoint, i)) ** 2;
      for (let j = 0; j < limits; j++) {
        const slack = f64(slackConstants, j) + dot(slackSlopes[j] ?? slope, 0, boxPoint, 0, dims);
        slacks[j] = f64(multipliers, j) <= 0 && slack > 0 ? 0 : slack;
        norm += f64(slacks, j) ** 2 / f64(slackNorms, j);
      }
      if (norm < 1e-9) break;
      const length = (value - (best - reach * (best - threshold))) / norm;
      for (let i = 0; i < dims; i++) y[i] = f64(y, i) - length * (f64(gearPoint, i) - f64(boxPoint, i));
      for (let j = 0; j < limits; j++) {
        const moved = f64(multipliers, j) - (length * f64(slacks, j)) / f64(slackNorms, j);
        multipliers[j] = Math.max(0, moved);
      }
      const isTouch = touches && step % TOUCH_STEPS === TOUCH_STEPS - 1;
      if (isTouch) objectiveConstant = touch(objectiveConstant);
      if (isTouch || limits > 0) constant = mix(objectiveConstant);
    }
    result.point.set(point);
    result.bound = Math.min(interval, best);
  };
  return { result, compute };
}

/**
 * Best (slope - y) . G of the box; writes the corner that reaches it. Where the direction does not care, the point
 * goes as near as it can to the gear that the other half of the bound prefers, which steadies the descent.
 */
export function boxMaximum(
  slope: Float64Array,
  y: Float64Array,
  low: Float64Array,
  high: Float64Array,
  gearPoint: Float64Array,
  boxPoint: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < slope.length; i++) {
    const rest = f64(slope, i) - f64(y, i);
    const from = f64(low, i);
    const to = f64(high, i);
    const at = rest > 0 ? to : rest < 0 ? from : Math.min(to, Math.max(from, f64(gearPoint, i)));
    boxPoint[i] = at;
    sum += rest * at;
  }
  return sum;
}
