import { aimValue, evaluateGear } from "./evaluate-gear.ts";
import type { GearConstraintName, GearProblem } from "./problem.ts";
import { createCellSearch } from "./search/cell-search.ts";
import { createResultExpander } from "./search/expand-results.ts";

/** How far one constraint would have to give so that some gear keeps all of them. */
export interface ConstraintDiagnosis {
  readonly constraint: GearConstraintName;
  /** As the problem states it: fractions for durations and chances. */
  readonly limit: number;
  /**
   * The strictest limit that some gear keeps together with all other constraints; null when the others alone
   * cannot be kept, so that relaxing this one helps nothing.
   */
  readonly reachable: number | null;
  /**
   * The strictest limit that some gear keeps with no other constraint; short of `limit` when the constraint is
   * impossible by itself.
   */
  readonly reachableAlone: number;
  /** How far `reachable` is from `limit`, as a share of `limit`; Infinity where `reachable` is null. */
  readonly relaxation: number;
  /** Whether the search proved both values; otherwise they are the best found within the effort. */
  readonly isProven: boolean;
}

/** Pieces of work after which a search gives up; most diagnoses take a hundredth. */
const MOST_WORK = 200_000;
const MEMORY_LIMIT_BYTES = 128 * 2 ** 20;

/**
 * Says which constraint is the culprit where nothing is valid: for every constraint the best value its measure can
 * reach while all others hold, found by the exact search with that measure as its objective. The smallest relative
 * relaxation comes first; a constraint whose relaxation alone makes the problem feasible before those it does not.
 */
export function diagnoseInfeasible(problem: GearProblem): readonly ConstraintDiagnosis[] {
  const limits = Object.entries(problem.constraints) as [GearConstraintName, number][];
  return limits
    .map(([constraint, limit]): ConstraintDiagnosis => {
      const { [constraint]: _own, ...others } = problem.constraints;
      const together = bestReachable({ ...problem, constraints: others }, constraint);
      const alone = bestReachable({ ...problem, constraints: {} }, constraint);
      return {
        constraint,
        limit,
        reachable: together.value,
        reachableAlone: alone.value ?? limit,
        relaxation:
          together.value === null
            ? Number.POSITIVE_INFINITY
            : Math.abs(limit - together.value) / Math.max(Math.abs(limit), 1e-9),
        isProven: together.isProven && alone.isProven,
      };
    })
    .sort((one, other) => (one.relaxation === other.relaxation ? 0 : one.relaxation - other.relaxation));
}

function bestReachable(
  problem: GearProblem,
  aim: GearConstraintName,
): { readonly value: number | null; readonly isProven: boolean } {
  const search = createCellSearch(problem, {
    topK: 1,
    share: { index: 0, of: 1 },
    memoryLimitBytes: MEMORY_LIMIT_BYTES,
    aim,
  });
  let work = 0;
  search.advance(() => ++work >= MOST_WORK);
  const { isProven } = search.summary();
  const [found] = search.results();
  const choice = found && createResultExpander(problem, search.groups, search.inputs).expand(found, 1)[0];
  if (choice === undefined) return { value: null, isProven };
  // The reference evaluator's figure, so that a limit set to it is kept.
  const gear = evaluateGear(problem, choice);
  const value = aimValue(aim, (name) => gear.attributes[name] ?? 0, gear);
  return { value: aim === "maxToughness" ? -value : value, isProven };
}
