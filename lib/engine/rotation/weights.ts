import type { AttributeId } from "../attribute-ids.ts";
import { type BuildDamage, type CalculationInput, computeDamage } from "../build-damage.ts";
import type { Calculated } from "../failures.ts";
import { YIELD_NAMES, type Yield, type YieldName } from "./skill-yield.ts";

/** What a build makes of its skills. */
export interface BuildWeights {
  /** Damage of one unit of each coefficient. */
  readonly damageOf: Yield;
  /** Casts are this much faster than the tooltip says (1.5 with quickness all the time). */
  readonly actionRate: number;
  /** Recharges run this much faster (1.25 with alacrity all the time). */
  readonly rechargeRate: number;
}

/** Slow and chilled in excess never stop a build altogether. */
const LEAST_RATE = 0.1;

/** Damage is linear in the coefficients, so one unit of each tells all. Fails as `computeDamage` does. */
export function buildWeights(input: CalculationInput): Calculated<BuildWeights> {
  const base = damageWith(input, []);
  if (!base.ok) return base;
  const most = damageWith(
    input,
    YIELD_NAMES.filter((name) => name !== "siphonPerPower"),
  );
  if (!most.ok) return most;
  const perPower = damageWith(input, ["siphonPerPower"]);
  if (!perPower.ok) return perPower;
  const damageOf = Object.fromEntries(
    YIELD_NAMES.map((name) => {
      const part = name === "siphonBase" || name === "siphonPerPower" ? "siphon" : name;
      const unit = name === "siphonPerPower" ? perPower.value : most.value;
      return [name, unit.damageByPart[part] - base.value.damageByPart[part]];
    }),
  ) as Record<YieldName, number>;
  return {
    ok: true,
    value: {
      damageOf,
      actionRate: rate(base.value, "speed.action"),
      rechargeRate: rate(base.value, "speed.recharge"),
    },
  };
}

function damageWith(input: CalculationInput, units: readonly YieldName[]): Calculated<BuildDamage> {
  const coefficients = Object.fromEntries(units.map((name) => [`coefficient.${name}`, 1]));
  return computeDamage({ ...input, base: { ...input.base, coefficients } });
}

function rate({ scenarios }: BuildDamage, id: AttributeId): number {
  const bonus = scenarios.reduce((sum, { fraction, attributes }) => sum + fraction * attributes[id].value, 0);
  return Math.max(LEAST_RATE, 1 + bonus);
}
