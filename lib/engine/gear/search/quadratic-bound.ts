import { roundHalfToEven } from "../rounding.ts";
import { ROUNDING_ROOM } from "./expression.ts";
import { AFFINE, type FormulaGraph, INPUT, PRODUCT, ROUND } from "./formula-graph.ts";
import { MOST_ROUNDED, type StraightRounding, straightRoundings } from "./roundings.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * A quadratic polynomial above the objective over a box: with d = G - middle of the box,
 *
 *   f(G) <= constant + slope . d + sum_(i <= j) bend[i * dims + j] d_i d_j   for every G in the box.
 *
 * Every node of the formulas is enclosed by such a polynomial plus an interval for the rest (a Taylor model of second
 * order), inner nodes first:
 * - inputs and affine nodes are carried over exactly; a product multiplies the polynomials, and what is of third or
 *   fourth order goes into the interval by its largest amount in the box, as do the products with the factors' rests;
 * - a rounded value is within half a point of the value. Where that is affine in the inputs, what rounding adds is an
 *   unknown of its own, of which the weight is carried along: at one point it is known (see roundings.ts), so that a
 *   point's value can be told much better than the box's. Other roundings go into the interval, with half a point or as
 *   the rounded ends of their range where these are nearer to each other;
 * - limiting to 0..1 is the identity or constant on intervals without a corner, else within a strip along its chord
 *   (a piecewise straight line is farthest from a line at one of its corners).
 * Nothing is assumed about signs or about what is increasing.
 */
export interface QuadraticBound {
  constant: number;
  readonly middle: Float64Array;
  /** Half sides of the box. */
  readonly radius: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** How far the polynomial can be above the objective: width of the interval for the rest, and of the roundings. */
  rest: number;
  /** Roundings that are told apart, and with which weight each enters; the constant holds the most that they can add. */
  readonly roundings: readonly StraightRounding[];
  readonly roundingWeights: Float64Array;
  compute(low: Float64Array, high: Float64Array): void;
}

/** Room for the last bits, as a share of the amounts that are added up. */
const NOISE = 1e-13;

export function createQuadraticBound(graph: FormulaGraph): QuadraticBound {
  const { size, inputs, kind, left, right, constant, termStart, termNode, termFactor, outputs } = graph;
  const squares = inputs * inputs;
  /** Per node: constant, slope and bend of the polynomial, ends of the rest's interval, and of the whole. */
  const value = new Float64Array(size);
  const slopes = new Float64Array(size * inputs);
  const bends = new Float64Array(size * squares);
  const restLow = new Float64Array(size);
  const restHigh = new Float64Array(size);
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  /** Largest amounts of the linear part, and least and largest ones of the quadratic part. */
  const linear = new Float64Array(size);
  const bendLow = new Float64Array(size);
  const bendHigh = new Float64Array(size);
  const isCurved = new Uint8Array(size);
  const radius = new Float64Array(inputs);
  const needed = neededNodes(graph);
  const roundings = straightRoundings(graph).filter(({ node }) => needed[node] === 1);
  const marks = roundings.length;
  /** Per node the weights of the roundings, and the most that they add together. */
  const weights = new Float64Array(size * marks);
  const rounded = new Float64Array(size);
  /** The rounding that a node is, or -1. */
  const roundingAt = new Int32Array(size).fill(-1);
  roundings.forEach(({ node }, index) => {
    roundingAt[node] = index;
  });

  const clear = (n: number): void => {
    value[n] = 0;
    slopes.fill(0, n * inputs, (n + 1) * inputs);
    weights.fill(0, n * marks, (n + 1) * marks);
    if (isCurved[n]) bends.fill(0, n * squares, (n + 1) * squares);
    isCurved[n] = 0;
    restLow[n] = 0;
    restHigh[n] = 0;
  };

  /** Adds a multiple of a node's polynomial and rest to another one. */
  const addTo = (n: number, from: number, factor: number): void => {
    value[n] = f64(value, n) + factor * f64(value, from);
    for (let i = 0; i < inputs; i++) {
      slopes[n * inputs + i] = f64(slopes, n * inputs + i) + factor * f64(slopes, from * inputs + i);
    }
    addBend(n, from, factor);
    addWeights(n, from, factor);
    const a = factor * f64(restLow, from);
    const b = factor * f64(restHigh, from);
    restLow[n] = f64(restLow, n) + Math.min(a, b);
    restHigh[n] = f64(restHigh, n) + Math.max(a, b);
  };

  const addBend = (n: number, from: number, factor: number): void => {
    if (!isCurved[from] || factor === 0) return;
    isCurved[n] = 1;
    for (let i = 0; i < squares; i++) {
      bends[n * squares + i] = f64(bends, n * squares + i) + factor * f64(bends, from * squares + i);
    }
  };

  const addWeights = (n: number, from: number, factor: number): void => {
    if (f64(rounded, from) === 0) return;
    for (let r = 0; r < marks; r++) {
      weights[n * marks + r] = f64(weights, n * marks + r) + factor * f64(weights, from * marks + r);
    }
  };

  const multiply = (n: number, x: number, y: number): void => {
    const [cx, cy] = [f64(value, x), f64(value, y)];
    value[n] = cx * cy;
    addBend(n, x, cy);
    addBend(n, y, cx);
    isCurved[n] = 1;
    for (let i = 0; i < inputs; i++) {
      const xi = f64(slopes, x * inputs + i);
      const yi = f64(slopes, y * inputs + i);
      slopes[n * inputs + i] = cx * yi + cy * xi;
      if (xi === 0 && yi === 0) continue;
      const row = n * squares + i * inputs;
      bends[row + i] = f64(bends, row + i) + xi * yi;
      for (let j = i + 1; j < inputs; j++) {
        const both = xi * f64(slopes, y * inputs + j) + yi * f64(slopes, x * inputs + j);
        bends[row + j] = f64(bends, row + j) + both;
      }
    }
    addWeights(n, x, cy);
    addWeights(n, y, cx);
    // With x = px + ex + rx, px the polynomial, ex the roundings and rx the rest:
    //   x y = px py + ex cy + ey cx + ex (py - cy) + ey (px - cx) + ex ey + rx y + ry (px + ex).
    const [bxl, bxh, byl, byh] = [f64(bendLow, x), f64(bendHigh, x), f64(bendLow, y), f64(bendHigh, y)];
    const cubic = f64(linear, x) * Math.max(-byl, byh) + f64(linear, y) * Math.max(-bxl, bxh);
    addRest(n, -cubic, cubic);
    addRestProduct(n, bxl, bxh, byl, byh);
    addRestProduct(n, f64(restLow, x), f64(restHigh, x), f64(low, y), f64(high, y));
    const [ex, ey] = [f64(rounded, x), f64(rounded, y)];
    const reachX = f64(linear, x) + ex;
    addRestProduct(n, f64(restLow, y), f64(restHigh, y), cx - reachX + bxl, cx + reachX + bxh);
    const mixed = ex * (f64(linear, y) + Math.max(-byl, byh)) + ey * (f64(linear, x) + Math.max(-bxl, bxh));
    addRest(n, -mixed - ex * ey, mixed + ex * ey);
  };

  const addRest = (n: number, from: number, to: number): void => {
    restLow[n] = f64(restLow, n) + from;
    restHigh[n] = f64(restHigh, n) + to;
  };

  const addRestProduct = (n: number, a: number, b: number, c: number, d: number): void => {
    if (a === 0 && b === 0) return;
    addRest(n, Math.min(a * c, a * d, b * c, b * d), Math.max(a * c, a * d, b * c, b * d));
  };

  const round = (n: number, of: number): void => {
    const from = roundHalfToEven(f64(low, of) - ROUNDING_ROOM);
    const to = roundHalfToEven(f64(high, of) + ROUNDING_ROOM);
    const mark = i32(roundingAt, n);
    if (mark >= 0 && from !== to) {
      addTo(n, of, 1);
      weights[n * marks + mark] = 1;
    } else if (to - from <= 1) {
      value[n] = (from + to) / 2;
      addRest(n, (from - to) / 2, (to - from) / 2);
    } else {
      addTo(n, of, 1);
      addRest(n, -0.5 - ROUNDING_ROOM, 0.5 + ROUNDING_ROOM);
    }
  };

  const limit = (n: number, of: number): void => {
    const [a, b] = [f64(low, of), f64(high, of)];
    if (a >= 0 && b <= 1) {
      addTo(n, of, 1);
      return;
    }
    if (a >= 1 || b <= 0) {
      value[n] = a >= 1 ? 1 : 0;
      return;
    }
    const [from, to] = [Math.max(a, 0), Math.min(b, 1)];
    const chord = (to - from) / (b - a);
    addTo(n, of, chord);
    let least = 0;
    let most = 0;
    for (const corner of [0, 1]) {
      if (corner <= a || corner >= b) continue;
      const above = corner - (from + chord * (corner - a));
      least = Math.min(least, above);
      most = Math.max(most, above);
    }
    value[n] = f64(value, n) + from - chord * a;
    addRest(n, least, most);
  };

  /** Range of the parts of a polynomial and, with its rest, of the node. */
  const measure = (n: number): void => {
    let reach = 0;
    for (let i = 0; i < inputs; i++) reach += Math.abs(f64(slopes, n * inputs + i)) * f64(radius, i);
    linear[n] = reach;
    let from = 0;
    let to = 0;
    for (let i = 0; isCurved[n] && i < inputs; i++) {
      const row = n * squares + i * inputs;
      const own = f64(bends, row + i) * f64(radius, i) * f64(radius, i);
      from += Math.min(0, own);
      to += Math.max(0, own);
      for (let j = i + 1; j < inputs; j++) {
        const mixed = Math.abs(f64(bends, row + j)) * f64(radius, i) * f64(radius, j);
        from -= mixed;
        to += mixed;
      }
    }
    bendLow[n] = from;
    bendHigh[n] = to;
    let sum = 0;
    for (let r = n * marks; r < (n + 1) * marks; r++) sum += Math.abs(f64(weights, r));
    rounded[n] = sum * MOST_ROUNDED;
    low[n] = f64(value, n) - reach - f64(rounded, n) + from + f64(restLow, n);
    high[n] = f64(value, n) + reach + f64(rounded, n) + to + f64(restHigh, n);
  };

  const bound: QuadraticBound = {
    constant: 0,
    middle: new Float64Array(inputs),
    radius,
    slope: new Float64Array(inputs),
    bend: new Float64Array(squares),
    rest: 0,
    roundings,
    roundingWeights: new Float64Array(marks),
    compute(boxLow, boxHigh) {
      for (let i = 0; i < inputs; i++) {
        bound.middle[i] = (f64(boxLow, i) + f64(boxHigh, i)) / 2;
        radius[i] = Math.max(f64(boxHigh, i) - f64(bound.middle, i), f64(bound.middle, i) - f64(boxLow, i));
      }
      for (let n = 0; n < size; n++) {
        if (!needed[n]) continue;
        clear(n);
        const l = i32(left, n);
        if (kind[n] === INPUT) {
          value[n] = f64(bound.middle, l);
          slopes[n * inputs + l] = 1;
        } else if (kind[n] === AFFINE) {
          value[n] = f64(constant, n);
          const end = i32(termStart, n + 1);
          for (let t = i32(termStart, n); t < end; t++) addTo(n, i32(termNode, t), f64(termFactor, t));
        } else if (kind[n] === PRODUCT) multiply(n, l, i32(right, n));
        else if (kind[n] === ROUND) round(n, l);
        else limit(n, l);
        measure(n);
      }
      const objective = i32(outputs, 0);
      const amounts = Math.abs(f64(value, objective)) + f64(linear, objective) + f64(bendHigh, objective);
      const most = f64(rounded, objective);
      bound.constant = f64(value, objective) + most + f64(restHigh, objective) + NOISE * amounts;
      bound.rest = 2 * most + f64(restHigh, objective) - f64(restLow, objective);
      for (let r = 0; r < marks; r++) bound.roundingWeights[r] = f64(weights, objective * marks + r);
      for (let i = 0; i < inputs; i++) bound.slope[i] = f64(slopes, objective * inputs + i);
      for (let i = 0; i < squares; i++) bound.bend[i] = f64(bends, objective * squares + i);
    },
  };
  return bound;
}

/** Nodes that the objective, output 0, reads. */
function neededNodes({ size, kind, left, right, termStart, termNode, outputs }: FormulaGraph): Uint8Array {
  const needed = new Uint8Array(size);
  needed[i32(outputs, 0)] = 1;
  for (let n = size - 1; n >= 0; n--) {
    if (!needed[n] || kind[n] === INPUT) continue;
    if (kind[n] === AFFINE) {
      for (let t = i32(termStart, n); t < i32(termStart, n + 1); t++) needed[i32(termNode, t)] = 1;
    } else {
      needed[i32(left, n)] = 1;
      if (kind[n] === PRODUCT) needed[i32(right, n)] = 1;
    }
  }
  return needed;
}
