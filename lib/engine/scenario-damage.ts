import type { Profession } from "#lib/shared/game.ts";
import type { AppliedSource } from "./applied-effects.ts";
import { type AttributeId, DAMAGING_CONDITIONS } from "./attribute-ids.ts";
import { type Target, tickOf } from "./condition-ticks.ts";
import type { CalculatedMode } from "./mechanics.ts";
import type { Multipliers } from "./multipliers.ts";
import { limitToUnit } from "./rounding.ts";
import type { ScenarioAttributes } from "./scenario-attributes.ts";
import { POINTS_PER_WHOLE, PRECISION_PER_CRITICAL_CHANCE } from "./scenario-attributes.ts";

export const DAMAGE_PARTS = ["strike", "strike2", "siphon", "flat", ...DAMAGING_CONDITIONS] as const;

export type DamagePart = (typeof DAMAGE_PARTS)[number];

/** Damage per second by part. */
export type DamageByPart = Readonly<Record<DamagePart, number>>;

/** Defense 967 of light armor + 1000 toughness: the armor that makes survivability comparable. */
export const SURVIVABILITY_ARMOR = 1967;
/** Reference heal for comparing healers: base and factor of healing power. */
export const REFERENCE_HEAL = { base: 390, perHealingPower: 0.3 } as const;

export interface ScenarioIndicators {
  readonly effectivePower: number;
  readonly effectiveHealth: number;
  readonly effectiveHealing: number;
  /** Effective health against conditions: health / factor on condition damage taken. */
  readonly effectiveHealthAgainstConditions: number;
  readonly survivability: number;
  readonly healthPerSecond: number;
}

export interface DamageContext {
  readonly profession: Profession;
  readonly mode: CalculatedMode;
  readonly target: Target;
}

type Read = (id: AttributeId) => number;

/**
 * Damage per second of one scenario by part. Critical chances and duration bonuses act between 0 and 1.
 * Source: Discretize gear optimizer, 2026-08-12; formulas in docs/engine.md.
 */
export function damageOfScenario(
  context: DamageContext,
  attributes: ScenarioAttributes,
  multipliers: Multipliers,
): DamageByPart {
  const read: Read = (id) => attributes[id].value;
  return {
    strike: strike(context, read, multipliers),
    strike2:
      context.profession === "Mesmer"
        ? phantasms(context, read, multipliers)
        : shroud(context, read, multipliers),
    siphon: siphon(read, multipliers),
    flat: read("dps.flat"),
    ...conditions(context, read, multipliers),
  };
}

/** Power x average critical factor; the measure of strike damage per coefficient. */
function effectivePower(read: Read, multipliers: Multipliers): number {
  const chance = limitToUnit(read("criticalChance"));
  const criticalDamage = read("criticalDamage") * multipliers.damage["damage.critical"].value;
  return read("power") * (1 + chance * (criticalDamage - 1));
}

function strike({ target }: DamageContext, read: Read, multipliers: Multipliers): number {
  const chance = limitToUnit(read("criticalChance"));
  const glancing = multipliers.glancing.value;
  const perCoefficient = effectivePower(read, multipliers) - read("power") * (1 - chance) * (1 - glancing);
  return (
    ((read("coefficient.strike") * perCoefficient +
      read("coefficient.strikeNoCrit") * read("power") * glancing) /
      target.armor) *
    multipliers.damage["damage.strike"].value
  );
}

function phantasms({ target }: DamageContext, read: Read, { damage }: Multipliers): number {
  const chance = limitToUnit(read("criticalChance.phantasm"));
  const criticalDamage = read("criticalDamage") * damage["damage.phantasmCritical"].value;
  return (
    (read("coefficient.strike2") / target.armor) *
    read("power") *
    (1 + chance * (criticalDamage - 1)) *
    damage["damage.phantasm"].value
  );
}

function shroud({ target }: DamageContext, read: Read, { damage, glancing }: Multipliers): number {
  const chance = limitToUnit(
    read("criticalChance") +
      read("criticalChance.shroud") +
      read("shroud.precision") / PRECISION_PER_CRITICAL_CHANCE,
  );
  const criticalDamage =
    (read("criticalDamage") + read("shroud.ferocity") / POINTS_PER_WHOLE) *
    damage["damage.critical"].value *
    damage["damage.shroudCritical"].value;
  return (
    (read("coefficient.strike2") / target.armor) *
    (read("power") + read("shroud.power")) *
    (1 + chance * (criticalDamage - 1) - (1 - chance) * (1 - glancing.value)) *
    damage["damage.strike"].value *
    damage["damage.shroud"].value
  );
}

function siphon(read: Read, { damage }: Multipliers): number {
  const perSecond = read("coefficient.siphonBase") + read("coefficient.siphonPerPower") * read("power");
  return perSecond * damage["damage.siphon"].value;
}

function conditions(
  { mode, target }: DamageContext,
  read: Read,
  { damage, rules }: Multipliers,
): Pick<DamageByPart, (typeof DAMAGING_CONDITIONS)[number]> {
  const entries = DAMAGING_CONDITIONS.map((name) => {
    const tick = tickOf(name, mode, target, rules);
    const duration =
      1 +
      limitToUnit(read("conditionDuration") + read(`conditionDuration.${name}`)) +
      read("conditionDuration.uncapped");
    const perSecond =
      read(`coefficient.${name}`) *
      (tick.base + tick.factor * read(tick.scalesWith)) *
      damage["damage.condition"].value *
      damage[`damage.${name}`].value *
      duration;
    return [name, perSecond] as const;
  });
  return Object.fromEntries(entries) as Record<(typeof DAMAGING_CONDITIONS)[number], number>;
}

/** The measures that tools compare builds by. */
export function indicatorsOfScenario(
  attributes: ScenarioAttributes,
  multipliers: Multipliers,
  sources: readonly AppliedSource[],
): ScenarioIndicators {
  const read: Read = (id) => attributes[id].value;
  const effectiveHealth = (read("health") * read("armor")) / multipliers.incoming["incoming.strike"].value;
  const healingFactor = 1 + read("outgoingHealing");
  return {
    effectivePower: effectivePower(read, multipliers),
    effectiveHealth,
    effectiveHealthAgainstConditions: read("health") / multipliers.incoming["incoming.condition"].value,
    survivability: effectiveHealth / SURVIVABILITY_ARMOR,
    effectiveHealing:
      (REFERENCE_HEAL.base + REFERENCE_HEAL.perHealingPower * read("healingPower")) * healingFactor,
    healthPerSecond: healthPerSecond(read("healingPower"), healingFactor, sources),
  };
}

/** Health per second from regeneration and the like: (value + coefficient x healing power) x (1 + outgoing). */
function healthPerSecond(
  healingPower: number,
  healingFactor: number,
  sources: readonly AppliedSource[],
): number {
  let sum = 0;
  for (const { effects } of sources) {
    for (const effect of effects) {
      if (effect.op === "healPerSecond")
        sum += (effect.v + effect.perHealingPower * healingPower) * healingFactor;
    }
  }
  return sum;
}
