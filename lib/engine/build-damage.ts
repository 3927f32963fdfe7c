import type { Profession } from "#lib/shared/game.ts";
import type { AppliedSource } from "./applied-effects.ts";
import { REFERENCE_ARMOR, type Target } from "./condition-ticks.ts";
import { type Calculated, fail } from "./failures.ts";
import type { CalculatedMode } from "./mechanics.ts";
import { type Multipliers, multipliersOf } from "./multipliers.ts";
import { attributesOfScenario, type CharacterBase, type ScenarioAttributes } from "./scenario-attributes.ts";
import {
  DAMAGE_PARTS,
  type DamageByPart,
  type DamagePart,
  damageOfScenario,
  indicatorsOfScenario,
  type ScenarioIndicators,
} from "./scenario-damage.ts";
import { type Scenario, splitIntoScenarios } from "./scenarios.ts";

/** Everything a calculation depends on. */
export interface CalculationInput {
  readonly profession: Profession;
  readonly mode: CalculatedMode;
  readonly base: CharacterBase;
  readonly sources: readonly AppliedSource[];
  readonly target: Target;
}

export interface ExplainedScenario {
  readonly fraction: number;
  readonly attributes: ScenarioAttributes;
  readonly multipliers: Multipliers;
  readonly indicators: ScenarioIndicators;
  /** Damage per second while the scenario lasts. */
  readonly damageByPart: DamageByPart;
}

export interface BuildDamage {
  /** Total damage per second. */
  readonly damage: number;
  readonly survivability: number;
  readonly healing: number;
  /** Averages over the scenarios. */
  readonly damageByPart: DamageByPart;
  readonly scenarios: readonly ExplainedScenario[];
}

/**
 * Damage per second, survivability and healing of a build, averaged over its scenarios, with every intermediate value.
 * Fails with CONFLICTING_SCENARIOS, or INVALID_NUMBER for a target that cannot be.
 */
export function computeDamage(input: CalculationInput): Calculated<BuildDamage> {
  const target = checkTarget(input.target);
  if (!target.ok) return target;
  const scenarios = splitIntoScenarios(input.sources);
  if (!scenarios.ok) return scenarios;
  return { ok: true, value: average(scenarios.value.map((scenario) => explain(input, scenario))) };
}

function explain(input: CalculationInput, { fraction, sources }: Scenario): ExplainedScenario {
  const attributes = attributesOfScenario(input.base, sources);
  const multipliers = multipliersOf(sources);
  return {
    fraction,
    attributes,
    multipliers,
    indicators: indicatorsOfScenario(attributes, multipliers, sources),
    damageByPart: damageOfScenario(input, attributes, multipliers),
  };
}

function average(scenarios: readonly ExplainedScenario[]): BuildDamage {
  const damageByPart = Object.fromEntries(DAMAGE_PARTS.map((part) => [part, 0])) as Record<
    DamagePart,
    number
  >;
  let damage = 0;
  let survivability = 0;
  let healing = 0;
  for (const scenario of scenarios) {
    let inScenario = 0;
    for (const part of DAMAGE_PARTS) {
      inScenario += scenario.damageByPart[part];
      damageByPart[part] += scenario.fraction * scenario.damageByPart[part];
    }
    damage += scenario.fraction * inScenario;
    survivability += scenario.fraction * scenario.indicators.survivability;
    healing += scenario.fraction * scenario.indicators.effectiveHealing;
  }
  return { damage, survivability, healing, damageByPart, scenarios };
}

/** Refuses a target with no armor, a negative attack rate, or moving more than all the time. */
export function checkTarget(target: Target): Calculated<Target> {
  if (!(target.armor > 0 && Number.isFinite(target.armor))) {
    return fail(
      "INVALID_NUMBER",
      "target.armor",
      `The target's armor must be above 0, usually ${REFERENCE_ARMOR}.`,
    );
  }
  if (!(target.attacksPerSecond >= 0 && Number.isFinite(target.attacksPerSecond))) {
    return fail(
      "INVALID_NUMBER",
      "target.attacksPerSecond",
      "The target's attacks per second must be 0 or more.",
    );
  }
  if (!(target.movingFraction >= 0 && target.movingFraction <= 1)) {
    return fail(
      "INVALID_NUMBER",
      "target.movingFraction",
      "The target moves for a fraction from 0 to 1 of the time.",
    );
  }
  return { ok: true, value: target };
}
