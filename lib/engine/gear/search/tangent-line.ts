import type { QuadraticBound } from "./quadratic-bound.ts";
import { createSymmetricEigen } from "./symmetric-eigen.ts";
import { dot, f64 } from "./typed-array.ts";

/**
 * Lines above the objective that touch the quadratic bound near a chosen point, which is where the best gears are:
 * much lower there than a line made from each product by itself.
 *
 * The quadratic part is taken apart into a sum of `value * z^2`, each z linear in G (along an eigenvector). Where the
 * value is negative, the parabola lies below each of its tangents. Where it is positive, it lies below its chord over
 * any range that holds the z of all gears of the box: the narrower of what the box and what the gears reach, which
 * is little where one attribute is had only for another.
 */
export interface TangentLine {
  constant: number;
  readonly slope: Float64Array;
  /**
   * Reads a quadratic for its box.
   *
   * @param support the largest `direction . G` of the gears
   * @param worth what a chord has to cost at least before its range is narrowed
   */
  prepare(
    quadratic: QuadraticBound,
    support: (direction: Float64Array, best: Float64Array) => number,
    worth: number,
  ): void;
  /** Makes the line for a point of the box: everywhere in the box, objective <= constant + slope . G. */
  touch(point: Float64Array): void;
}

/** Room for the last bits of eigenvectors, as a share of the eigenvalues. */
const NOISE = 1e-12;

export function createTangentLine(dims: number): TangentLine {
  const eigen = createSymmetricEigen(dims);
  const matrix = new Float64Array(dims * dims);
  /** z_k = directions[k] . (G - middle), and its range. */
  const directions = Array.from({ length: dims }, () => new Float64Array(dims));
  const least = new Float64Array(dims);
  const most = new Float64Array(dims);
  const opposite = new Float64Array(dims);
  const best = new Float64Array(dims);
  let source: QuadraticBound | null = null;
  let room = 0;

  const line: TangentLine = {
    constant: 0,
    slope: new Float64Array(dims),
    prepare(quadratic, support, worth) {
      source = quadratic;
      const { radius, bend, middle } = quadratic;
      for (let i = 0; i < dims; i++) {
        for (let j = i; j < dims; j++) {
          const scaled = f64(bend, i * dims + j) * f64(radius, i) * f64(radius, j);
          matrix[i * dims + j] = i === j ? scaled : scaled / 2;
          matrix[j * dims + i] = f64(matrix, i * dims + j);
        }
      }
      eigen.compute(matrix);
      room = dims * eigen.rest;
      directions.forEach((direction, k) => {
        let reach = 0;
        for (let i = 0; i < dims; i++) {
          const part = f64(radius, i) > 0 ? f64(eigen.vectors, k * dims + i) : 0;
          direction[i] = part === 0 ? 0 : part / f64(radius, i);
          opposite[i] = -f64(direction, i);
          reach += Math.abs(part);
        }
        const value = f64(eigen.values, k);
        room += NOISE * Math.abs(value);
        if (value <= 0) return;
        const offset = dot(direction, 0, middle, 0, dims);
        const tolerance = 1e-9 * (1 + Math.abs(offset));
        most[k] = reach;
        least[k] = -reach;
        if (value * reach * reach <= worth) return;
        most[k] = Math.min(reach, support(direction, best) - offset + tolerance);
        least[k] = Math.max(-reach, -support(opposite, best) - offset - tolerance);
      });
    },
    touch(point) {
      if (source === null) return;
      const { middle, slope } = source;
      line.slope.set(slope);
      line.constant = source.constant + room;
      directions.forEach((direction, k) => {
        const value = f64(eigen.values, k);
        if (value === 0) return;
        let factor = 0;
        if (value > 0) {
          factor = value * (f64(most, k) + f64(least, k));
          line.constant -= value * f64(most, k) * f64(least, k);
        } else {
          let z = 0;
          for (let i = 0; i < dims; i++) z += f64(direction, i) * (f64(point, i) - f64(middle, i));
          factor = 2 * value * z;
          line.constant -= value * z * z;
        }
        for (let i = 0; i < dims; i++) line.slope[i] = f64(line.slope, i) + factor * f64(direction, i);
      });
      line.constant -= dot(line.slope, 0, middle, 0, dims);
    },
  };
  return line;
}
