import type { DamagingCondition, Rule } from "./attribute-ids.ts";
import type { CalculatedMode } from "./mechanics.ts";

/** What the calculation assumes of the enemy. */
export interface Target {
  readonly armor: number;
  /** Skills the target uses per second: confusion deals damage with each. */
  readonly attacksPerSecond: number;
  /** Fraction of the time the target moves: torment deals less then (0 to 1). */
  readonly movingFraction: number;
}

/** Armor of tooltips and of most raid bosses. */
export const REFERENCE_ARMOR = 2597;

export const STANDARD_TARGET: Target = { armor: REFERENCE_ARMOR, attacksPerSecond: 0, movingFraction: 0 };

/** Damage of one stack in one second: base + factor x attribute. */
interface TickLine {
  readonly base: number;
  readonly factor: number;
}

export interface Tick extends TickLine {
  readonly scalesWith: "conditionDamage" | "power";
}

/**
 * Damage per stack and second at level 80, before durations and multipliers.
 * Source: Discretize gear optimizer, 2026-08-12. Other tools give 16.24 for confusion per skill use in PvE, and a
 * constant 10 per second in WvW; the difference is below 0.1 % of confusion damage at usual attack rates.
 */
const TICKS = {
  pve: {
    bleeding: { base: 22, factor: 0.06 },
    bleedingByPower: { base: 22, factor: 0.04 },
    burning: { base: 131, factor: 0.155 },
    burningByPower: { base: 131, factor: 0.0825 },
    poison: { base: 33.5, factor: 0.06 },
    tormentStanding: { base: 31.8, factor: 0.09 },
    tormentMoving: { base: 22, factor: 0.06 },
    confusionPerSecond: { base: 18.25, factor: 0.05 },
    confusionPerSkill: { base: 16.34, factor: 0.0325 },
  },
  wvw: {
    bleeding: { base: 22, factor: 0.06 },
    bleedingByPower: { base: 22, factor: 0.04 },
    burning: { base: 131, factor: 0.155 },
    burningByPower: { base: 131, factor: 0.06 },
    poison: { base: 33.5, factor: 0.06 },
    tormentStanding: { base: 26, factor: 0.07 },
    tormentMoving: { base: 19.8, factor: 0.054 },
    confusionPerSecond: { base: 11, factor: 0.03 },
    confusionPerSkill: { base: 49.5, factor: 0.0975 },
  },
} as const satisfies Record<CalculatedMode, Record<string, TickLine>>;

function mix(first: TickLine, firstWeight: number, second: TickLine, secondWeight: number): TickLine {
  return {
    base: first.base * firstWeight + second.base * secondWeight,
    factor: first.factor * firstWeight + second.factor * secondWeight,
  };
}

/** Damage per stack and second of a condition on a target, under the rules switched on. */
export function tickOf(
  condition: DamagingCondition,
  mode: CalculatedMode,
  target: Target,
  rules: ReadonlySet<Rule>,
): Tick {
  const ticks = TICKS[mode];
  switch (condition) {
    case "bleeding":
      return rules.has("rule.bleedingScalesWithPower")
        ? { ...ticks.bleedingByPower, scalesWith: "power" }
        : { ...ticks.bleeding, scalesWith: "conditionDamage" };
    case "burning":
      return rules.has("rule.burningScalesWithPower")
        ? { ...ticks.burningByPower, scalesWith: "power" }
        : { ...ticks.burning, scalesWith: "conditionDamage" };
    case "poison":
      return { ...ticks.poison, scalesWith: "conditionDamage" };
    case "torment":
      return {
        ...mix(ticks.tormentStanding, 1 - target.movingFraction, ticks.tormentMoving, target.movingFraction),
        scalesWith: "conditionDamage",
      };
    case "confusion":
      return {
        ...mix(ticks.confusionPerSecond, 1, ticks.confusionPerSkill, target.attacksPerSecond),
        scalesWith: "conditionDamage",
      };
  }
}
