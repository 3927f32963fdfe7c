import { diagnoseInfeasible } from "#lib/engine/gear/diagnose-infeasible.ts";
import type { GearConstraintName } from "#lib/engine/gear/problem.ts";
import type { ProblemList } from "./combined-search.ts";

/** A limit that keeps every gear out, and how far it would have to give. */
export interface Diagnosis {
  readonly constraint: GearConstraintName;
  /** As the problem states it: fractions for durations and chances. */
  readonly limit: number;
  /**
   * The strictest limit that some gear keeps: with the other limits as they are, or, where `isAlone` is false, without
   * any other limit.
   */
  readonly reachable: number;
  /** Whether relaxing this limit by itself is enough. */
  readonly isAlone: boolean;
}

export interface DiagnoseOptions {
  readonly now: () => number;
  /** Lets other work go first; false ends the diagnosis. */
  readonly goOn: () => Promise<boolean>;
}

/** With thousands of extras the values found until then are told; they can be reached, though perhaps not the best. */
const MOST_MS = 10_000;

/**
 * For problems that no gear solves: which limits are at fault, the one needing the smallest relative relaxation first,
 * each with the strictest value over all problems of the list. Where no limit alone is at fault, tells what each allows
 * by itself.
 */
export async function diagnose(list: ProblemList, options: DiagnoseOptions): Promise<readonly Diagnosis[]> {
  const end = options.now() + MOST_MS;
  const together = new Map<GearConstraintName, Diagnosis>();
  const alone = new Map<GearConstraintName, Diagnosis>();
  for (let index = 0; index < list.count; index++) {
    if (!(await options.goOn())) return [];
    if (options.now() > end) break;
    for (const { constraint, limit, reachable, reachableAlone } of diagnoseInfeasible(
      list.problemAt(index),
    )) {
      if (reachable !== null) keep(together, { constraint, limit, reachable, isAlone: true });
      keep(alone, { constraint, limit, reachable: reachableAlone, isAlone: false });
    }
  }
  const found = together.size > 0 ? together : alone;
  return [...found.values()].toSorted((a, b) => relaxation(a) - relaxation(b));
}

/** Keeps the one that has to give less. */
function keep(found: Map<GearConstraintName, Diagnosis>, diagnosis: Diagnosis): void {
  const known = found.get(diagnosis.constraint);
  if (known === undefined || relaxation(diagnosis) < relaxation(known))
    found.set(diagnosis.constraint, diagnosis);
}

function relaxation({ limit, reachable }: Diagnosis): number {
  return Math.abs(limit - reachable) / Math.max(Math.abs(limit), 1e-9);
}
