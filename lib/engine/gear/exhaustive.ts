import { type ChoiceGroup, choiceGroups, fixedInfusionPoints, variedAttributes } from "./choice-groups.ts";
import { createFastEvaluator } from "./fast-evaluator.ts";
import type { GearProblem } from "./problem.ts";

export interface ExhaustiveAnswer {
  /** The best values, largest first, at most `maxResults`. */
  readonly values: readonly number[];
  /** Evaluations made. */
  readonly visited: number;
  /** False when the loop stopped at `maxVisited`. */
  readonly complete: boolean;
}

/**
 * The plain loop: every distinct gear and split, one evaluation each, no bounds, no merging. It is the judge of
 * the search in tests and the yardstick of the benchmark.
 */
export function searchExhaustively(
  problem: GearProblem,
  topK: number,
  maxVisited = Number.POSITIVE_INFINITY,
): ExhaustiveAnswer {
  const groups = choiceGroups(problem);
  const attributes = variedAttributes(groups);
  const evaluator = createFastEvaluator(problem, attributes, fixedInfusionPoints(problem));
  const items = groups.map((group) => listChoices(group, attributes));
  const width = attributes.length;
  const sums = new Float64Array((groups.length + 1) * width);
  attributes.forEach((name, index) => {
    sums[index] = fixedInfusionPoints(problem).get(name) ?? 0;
  });
  const gears = groups.filter((group) => group.kind === "slots").length;
  const best = createBestList(topK);
  let visited = 0;

  /** Best objective below this level (`gear` results keep only the best split); -Infinity if none is valid. */
  const descend = (level: number): number => {
    if (level === groups.length) {
      visited++;
      evaluator.evaluate(sums, level * width);
      return evaluator.feasible ? evaluator.objective : Number.NEGATIVE_INFINITY;
    }
    const list = items[level] ?? [];
    let bestBelow = Number.NEGATIVE_INFINITY;
    for (const points of list) {
      if (visited >= maxVisited) break;
      for (let i = 0; i < width; i++) {
        sums[(level + 1) * width + i] = (sums[level * width + i] ?? 0) + (points[i] ?? 0);
      }
      const value = descend(level + 1);
      if (value > bestBelow) bestBelow = value;
      const isResult = problem.resultUnit === "gear" ? level === gears - 1 : level === groups.length - 1;
      if (isResult && value > Number.NEGATIVE_INFINITY) best.offer(value);
    }
    return bestBelow;
  };
  descend(0);
  return { values: best.sorted(), visited, complete: visited < maxVisited };
}

/** Every way to take the copies of a group, as summed points of `attributes`. */
function listChoices(group: ChoiceGroup, attributes: readonly string[]): readonly Float64Array[] {
  const rows: Float64Array[] = [];
  const sum = attributes.map(() => 0);
  const take = (option: number, left: number): void => {
    const current = group.options[option];
    if (current === undefined) {
      if (left === 0) rows.push(Float64Array.from(sum));
      return;
    }
    const points = attributes.map((name) => current.points.get(name) ?? 0);
    const before = [...sum];
    for (let count = 0; count <= Math.min(left, current.max); count++) {
      points.forEach((amount, index) => {
        sum[index] = (before[index] ?? 0) + amount * count;
      });
      take(option + 1, left - count);
    }
    before.forEach((amount, index) => {
      sum[index] = amount;
    });
  };
  take(0, group.copies);
  return rows;
}

function createBestList(size: number): { offer(value: number): void; sorted(): number[] } {
  const heap: number[] = [];
  return {
    offer(value) {
      if (heap.length < size) {
        heap.push(value);
        if (heap.length === size) heap.sort((a, b) => a - b);
      } else if (value > (heap[0] ?? 0)) {
        insertSorted(heap, value);
      }
    },
    sorted: () => [...heap].sort((a, b) => b - a),
  };
}

/** Replaces the smallest of an ascending list and keeps the order. */
function insertSorted(list: number[], value: number): void {
  let at = 1;
  while (at < list.length && (list[at] ?? 0) < value) {
    list[at - 1] = list[at] ?? 0;
    at++;
  }
  list[at - 1] = value;
}
