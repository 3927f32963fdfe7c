import { f64 } from "./typed-array.ts";

export interface SymmetricEigen {
  /** Eigenvalues. */
  readonly values: Float64Array;
  /** Eigenvector k is `vectors[k * size ..]`, of length 1. */
  readonly vectors: Float64Array;
  /** Sum of the amounts outside the diagonal that were left. */
  rest: number;
  /** Takes apart a symmetric matrix, which is overwritten. */
  compute(matrix: Float64Array): void;
}

const MOST_SWEEPS = 8;
const SMALL = 1e-14;

/** Eigenvalues and eigenvectors of small symmetric matrices by Jacobi rotations. */
export function createSymmetricEigen(size: number): SymmetricEigen {
  const values = new Float64Array(size);
  const vectors = new Float64Array(size * size);

  const rotate = (matrix: Float64Array, p: number, q: number): void => {
    const off = f64(matrix, p * size + q);
    if (off === 0) return;
    const theta = (f64(matrix, q * size + q) - f64(matrix, p * size + p)) / (2 * off);
    const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    const cosine = 1 / Math.sqrt(tangent * tangent + 1);
    const sine = tangent * cosine;
    for (let k = 0; k < size; k++) {
      const kp = f64(matrix, k * size + p);
      const kq = f64(matrix, k * size + q);
      matrix[k * size + p] = cosine * kp - sine * kq;
      matrix[k * size + q] = sine * kp + cosine * kq;
    }
    for (let k = 0; k < size; k++) {
      const pk = f64(matrix, p * size + k);
      const qk = f64(matrix, q * size + k);
      matrix[p * size + k] = cosine * pk - sine * qk;
      matrix[q * size + k] = sine * pk + cosine * qk;
    }
    for (let k = 0; k < size; k++) {
      const vp = f64(vectors, p * size + k);
      const vq = f64(vectors, q * size + k);
      vectors[p * size + k] = cosine * vp - sine * vq;
      vectors[q * size + k] = sine * vp + cosine * vq;
    }
  };

  const eigen: SymmetricEigen = {
    values,
    vectors,
    rest: 0,
    compute(matrix) {
      vectors.fill(0);
      let scale = 0;
      for (let i = 0; i < size; i++) {
        vectors[i * size + i] = 1;
        for (let j = 0; j < size; j++) scale += Math.abs(f64(matrix, i * size + j));
      }
      for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        eigen.rest = 0;
        for (let p = 0; p < size; p++) {
          for (let q = p + 1; q < size; q++) eigen.rest += 2 * Math.abs(f64(matrix, p * size + q));
        }
        if (eigen.rest <= SMALL * scale) break;
        for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, p, q);
      }
      eigen.rest = 0;
      for (let p = 0; p < size; p++) {
        values[p] = f64(matrix, p * size + p);
        for (let q = p + 1; q < size; q++) eigen.rest += 2 * Math.abs(f64(matrix, p * size + q));
      }
    },
  };
  return eigen;
}
