import type { BestResults } from "./best-results.ts";
import type { CellBound } from "./cell-bound.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import type { EntryList } from "./entry-list.ts";
import type { ListTriple } from "./list-triple.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import { roundingsMissed } from "./roundings.ts";
import { f64, i32 } from "./typed-array.ts";

/** The cell that is loaded: its lists, its box and its bound. */
export interface LoadedCell {
  readonly left: EntryList;
  readonly right: EntryList;
  readonly fine: EntryList;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bound: CellBound;
}

/** Values above `floor`, up to and including `ceiling`: those above it are found already. */
export interface ValueRange {
  floor: number;
  ceiling: number;
}

export interface TripleValuer {
  /** Gears valued exactly so far. */
  readonly evaluations: number;
  /** Begins with a loaded cell and the quadratic over its box: its results carry its direction. */
  load(triple: ListTriple, quadratic: QuadraticBound): void;
  /**
   * Values the gear of three entries, given by their places in the cell's lists, and offers it if it is valid. It is
   * left out where the quadratic at the gear, with what its roundings add, is not above the threshold.
   *
   * @param above the quadratic at the gear
   */
  value(a: number, b: number, c: number, above: number): void;
}

/** Values triples of a loaded cell with the exact evaluator. */
export function createTripleValuer(
  compiled: CompiledProblem,
  cell: LoadedCell,
  best: BestResults,
  range: ValueRange,
  threshold: () => number,
): TripleValuer {
  const dims = compiled.inputs.length;
  const { evaluator } = compiled;
  const point = new Float64Array(dims);
  let triple: ListTriple | null = null;
  let roundings: QuadraticBound["roundings"] = [];
  let weights = new Float64Array(0);
  let direction = new Float64Array(0);

  /** Sums the entries into `point` in the order in which all gears are summed; false outside the box. */
  const sumUp = ({ left, right, fine }: ListTriple, a: number, b: number, c: number): boolean => {
    const leftAt = i32(cell.left.entries, a) * dims;
    const rightAt = i32(cell.right.entries, b) * dims;
    const fineAt = i32(cell.fine.entries, c) * dims;
    for (let i = 0; i < dims; i++) {
      const sum = f64(left.sums, leftAt + i) + f64(right.sums, rightAt + i) + f64(fine.sums, fineAt + i);
      if (sum < f64(cell.low, i) || sum > f64(cell.high, i)) return false;
      point[i] = sum;
    }
    return true;
  };

  const valuer = {
    evaluations: 0,
    load(lists: ListTriple, quadratic: QuadraticBound) {
      if (lists !== triple) best.settle();
      triple = lists;
      direction = Float64Array.from(cell.bound.direction);
      roundings = quadratic.roundings;
      weights = Float64Array.from(quadratic.roundingWeights);
    },
    value(a: number, b: number, c: number, above: number) {
      if (triple === null || !sumUp(triple, a, b, c)) return;
      if (above - roundingsMissed(roundings, weights, point) <= threshold()) return;
      valuer.evaluations++;
      evaluator.evaluate(point, 0);
      const value = evaluator.objective;
      if (!evaluator.feasible || value <= best.kthValue || value <= range.floor || value > range.ceiling)
        return;
      best.offer(value, {
        lists: triple,
        left: i32(cell.left.entries, a),
        right: i32(cell.right.entries, b),
        fine: i32(cell.fine.entries, c),
        direction,
      });
    },
  };
  return valuer;
}
