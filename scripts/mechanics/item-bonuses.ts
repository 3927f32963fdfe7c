/** Reads the bonuses that the official API states for an item as effects. */
import type { ItemBonus } from "#lib/catalog/schema.ts";
import {
  BOONS,
  DAMAGING_CONDITIONS,
  type EffectAttribute,
  GEAR_ATTRIBUTES,
} from "#lib/engine/attribute-ids.ts";
import type { Effect } from "#lib/engine/mechanics.ts";

/** What becomes of one bonus: effects, something that is no number of a build, or a label that stays unmodelled. */
export interface ReadBonuses {
  readonly effects: readonly Effect[];
  /** Labels of bonuses that change a number but are not modelled. */
  readonly unmodelled: readonly string[];
}

/** Rewards, not numbers of a build. */
export const REWARD =
  /experience|magic find|karma|gold|wxp|fishing|luck|volatile magic|map bonus|swim speed|gathering/i;

const FRACTIONS: ReadonlyMap<string, EffectAttribute> = new Map<string, EffectAttribute>([
  ["critical chance", "criticalChance"],
  ["boon duration", "boonDuration"],
  ["condition duration", "conditionDuration"],
  ["outgoing healing", "outgoingHealing"],
  ["healing to other allies", "outgoingHealing"],
  ["movement speed", "movementSpeed"],
  ["endurance regeneration", "enduranceRegeneration"],
  ...BOONS.map((boon) => [`${boon} duration`, `boonDuration.${boon}`] as const),
  ...DAMAGING_CONDITIONS.map((name) => [`${name} duration`, `conditionDuration.${name}`] as const),
]);

const HEALING_PER_POINTS = /^healing to other allies for every (\d+) (healing power|concentration)$/;

const ALL_ATTRIBUTES: ReadonlySet<string> = new Set(["all stats", "all attributes"]);

/** Reads bonuses in order; points of the same attribute add up. */
export function readBonuses(bonuses: readonly ItemBonus[]): ReadBonuses {
  const effects: Effect[] = [];
  const unmodelled: string[] = [];
  for (const bonus of bonuses) {
    const read = effectsOf(bonus);
    if (read.length > 0) effects.push(...read);
    else if (!REWARD.test(bonus.effect)) unmodelled.push(bonus.effect);
  }
  return { effects: merged(effects), unmodelled: [...new Set(unmodelled)] };
}

function effectsOf({ effect, attribute, value, percent, from, chance }: ItemBonus): readonly Effect[] {
  if (value === undefined || chance !== undefined) return [];
  const label = effect.toLowerCase().replace(/^increased /, "");
  if (from !== undefined) {
    if (attribute === undefined || percent !== true) return [];
    return [{ op: "convert", target: attribute, from, value, unit: "percent" }];
  }
  if (ALL_ATTRIBUTES.has(label)) {
    return GEAR_ATTRIBUTES.map((target) =>
      percent === true
        ? { op: "convert", target, from: target, value, unit: "percent" }
        : { op: "add", target, value, unit: "points" },
    );
  }
  if (attribute !== undefined && percent !== true)
    return [{ op: "add", target: attribute, value, unit: "points" }];
  const perPoints = HEALING_PER_POINTS.exec(label);
  if (perPoints !== null && percent === true) {
    const source = perPoints[2] === "concentration" ? "concentration" : "healingPower";
    const perPoint = value / Number(perPoints[1]);
    return [{ op: "convert", target: "outgoingHealing", from: source, value: perPoint, unit: "percent" }];
  }
  const fraction = FRACTIONS.get(label);
  if (fraction !== undefined && percent === true) {
    return [{ op: "addPercent", target: fraction, value, unit: "percent" }];
  }
  if (label === "incoming damage" && percent === true && value < 0) {
    return [{ op: "reduce", target: "incoming.strike", value: -value, unit: "percent" }];
  }
  if (label === "strike damage" && percent === true) {
    return [{ op: "pool", target: "damage.strike", value, unit: "percent" }];
  }
  return [];
}

function merged(effects: readonly Effect[]): readonly Effect[] {
  const byTarget = new Map<string, Effect>();
  for (const effect of effects) {
    const key = `${effect.op}/${effect.target}/${"from" in effect ? effect.from : ""}`;
    const known = byTarget.get(key);
    byTarget.set(key, known === undefined ? effect : { ...effect, value: known.value + effect.value });
  }
  return [...byTarget.values()];
}
