import { combinationsOf } from "#lib/engine/gear/gear-search.ts";
import type { GearProblem } from "#lib/engine/gear/problem.ts";
import { EXTRA_SLOTS } from "#lib/engine/mechanics.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { extrasCombinations } from "../extras.ts";
import type { ExtrasChoice, GearKit } from "../gear-kit.ts";
import { gearProblemOf } from "../gear-problem.ts";
import { type GearResult, gearResultOf } from "../gear-result.ts";
import type { GearRefusal, GearSettings } from "../schema.ts";
import { planSlots } from "../slot-plan.ts";
import type { CombinedFound, ProblemList } from "./combined-search.ts";

/** Settings made into problems, one for each combination of extras, and results made into gear again. */
export interface GearJob extends ProblemList {
  /** Different gears with their infusions and extras. */
  readonly combinations: bigint;
  readonly topK: number;
  /** Results of the same search. */
  describe(found: CombinedFound): GearResult;
}

/** Prepares a search. Fails with the field at fault; what passes here can be searched. */
export function gearJobOf(kit: GearKit, settings: GearSettings): Result<GearJob, GearRefusal> {
  const plan = planSlots(kit, settings);
  if (!plan.ok) return plan;
  const extras = extrasCombinations(kit, settings);
  if (!extras.ok) return extras;
  const build = (choice: ExtrasChoice) => gearProblemOf(kit, settings, plan.value, choice);
  let first: GearProblem | undefined;
  for (const choice of representatives(extras.value)) {
    const problem = build(choice);
    if (!problem.ok) return problem;
    first ??= problem.value;
  }
  if (first === undefined) return err({ field: "extras", message: "There is nothing to try." });
  const described = new WeakMap<CombinedFound, GearResult>();
  const extrasAt = (index: number): ExtrasChoice => {
    const choice = extras.value[index];
    if (choice === undefined) throw new RangeError(`no combination of extras ${index}`);
    return choice;
  };
  const problemAt = (index: number): GearProblem => {
    const problem = build(extrasAt(index));
    if (!problem.ok) throw new Error(problem.error.message);
    return problem.value;
  };
  return ok({
    count: extras.value.length,
    topK: settings.results,
    // Only the extras differ, so every problem has as many gears.
    combinations: combinationsOf(first) * BigInt(extras.value.length),
    problemAt,
    describe(found) {
      const known =
        described.get(found) ??
        gearResultOf(problemAt(found.problem), plan.value, extrasAt(found.problem), found.choice);
      described.set(found, known);
      return known;
    },
  });
}

/** Combinations that together hold every extra: what fails, fails because of single extras. */
function representatives(combinations: readonly ExtrasChoice[]): readonly ExtrasChoice[] {
  const seen = new Set<string>();
  return combinations.filter((choice) => {
    const before = seen.size;
    for (const slot of EXTRA_SLOTS) seen.add(`${slot} ${choice[slot]?.id}`);
    return seen.size > before;
  });
}
