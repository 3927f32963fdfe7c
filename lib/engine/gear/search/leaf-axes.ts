import type { QuadraticBound } from "./quadratic-bound.ts";
import { createSymmetricEigen } from "./symmetric-eigen.ts";
import { f64 } from "./typed-array.ts";

/**
 * Coordinates in which the second order of a quadratic is a sum of squares: for every distance s of a point of the box
 * to its middle,
 *
 *   second order <= room + 1/2 sum over the axes k of bends[k] z_k(s)^2,   z_k(s) = directions[k * dims + ..] . s.
 *
 * Near-best halves have more of one attribute for less of another, so their range along an axis is often far smaller
 * than the ranges of the attributes would make it.
 */
export interface LeafAxes {
  /** Number of axes; those that hardly bend are left out. */
  count: number;
  readonly bends: Float64Array;
  readonly directions: Float64Array;
  /** The most that is left out. */
  room: number;
  compute(quadratic: QuadraticBound): void;
}

/** An axis is left out where it makes less than this share of what the quadratic leaves open anyway. */
const LEFT_OUT_SHARE = 0.15;
/** Room for the last bits of eigenvectors, as a share of the eigenvalues. */
const NOISE = 1e-12;

export function createLeafAxes(dims: number): LeafAxes {
  const eigen = createSymmetricEigen(dims);
  const matrix = new Float64Array(dims * dims);

  const axes: LeafAxes = {
    count: 0,
    bends: new Float64Array(dims),
    directions: new Float64Array(dims * dims),
    room: 0,
    compute({ bend, rest, radius }) {
      for (let i = 0; i < dims; i++) {
        for (let j = i; j < dims; j++) {
          const scaled = f64(bend, i * dims + j) * f64(radius, i) * f64(radius, j);
          matrix[i * dims + j] = i === j ? 2 * scaled : scaled;
          matrix[j * dims + i] = f64(matrix, i * dims + j);
        }
      }
      eigen.compute(matrix);
      axes.count = 0;
      axes.room = dims * eigen.rest;
      for (let k = 0; k < dims; k++) {
        const value = f64(eigen.values, k);
        let reach = 0;
        for (let i = 0; i < dims; i++)
          if (f64(radius, i) > 0) reach += Math.abs(f64(eigen.vectors, k * dims + i));
        const most = (Math.abs(value) * reach * reach) / 2;
        axes.room += NOISE * most;
        if (most <= LEFT_OUT_SHARE * rest) {
          if (value > 0) axes.room += most;
          continue;
        }
        for (let i = 0; i < dims; i++) {
          const part = f64(eigen.vectors, k * dims + i);
          axes.directions[axes.count * dims + i] = f64(radius, i) > 0 ? part / f64(radius, i) : 0;
        }
        axes.bends[axes.count++] = value;
      }
    },
  };
  return axes;
}
