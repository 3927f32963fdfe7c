import { GEAR_ATTRIBUTES, type GearAttribute } from "./attribute-ids.ts";
import type { CalculationInput } from "./build-damage.ts";
import { compileCalculation } from "./compile.ts";
import type { Calculated } from "./failures.ts";
import { createFastEvaluator, RESULT } from "./fast-evaluator.ts";
import { pointTotals } from "./gear-choice.ts";

/** What more points of one attribute add: damage per second, survivability, healing of the reference heal. */
export interface MarginalGain {
  readonly points: number;
  readonly damage: number;
  readonly survivability: number;
  readonly healing: number;
}

export interface MarginalValue {
  readonly attribute: GearAttribute;
  readonly gains: readonly MarginalGain[];
}

/** One point, and the five of an infusion: conversions round, so five can be worth more or less than five times one. */
export const MARGINAL_STEPS = [1, 5] as const;

/** What +1 and +5 of each attribute of gear change, by evaluating the build again. Fails like `computeDamage`. */
export function marginalValues(input: CalculationInput): Calculated<readonly MarginalValue[]> {
  const compiled = compileCalculation(input);
  if (!compiled.ok) return compiled;
  const evaluator = createFastEvaluator(compiled.value);
  const points = pointTotals([...input.base.gear, ...input.base.infusions]);
  const resultsAt = (at: Float64Array): Float64Array => {
    evaluator.evaluate(at);
    return evaluator.results.slice();
  };
  const before = resultsAt(points);
  const gain = (after: Float64Array, key: number): number => (after[key] ?? 0) - (before[key] ?? 0);
  const values = GEAR_ATTRIBUTES.map((attribute, index) => ({
    attribute,
    gains: MARGINAL_STEPS.map((step) => {
      const more = points.slice();
      more[index] = (more[index] ?? 0) + step;
      const after = resultsAt(more);
      return {
        points: step,
        damage: gain(after, RESULT.damage),
        survivability: gain(after, RESULT.survivability),
        healing: gain(after, RESULT.healing),
      };
    }),
  }));
  return { ok: true, value: values };
}
