/** Effects that a record brings along already resolved, with attributes by their display names. */

import { z } from "zod";
import type { AppliedSource, ScaledEffect } from "#lib/engine/applied-effects.ts";
import {
  BOONS,
  DAMAGING_CONDITIONS,
  type EffectAttribute,
  GEAR_ATTRIBUTES,
  type GearAttribute,
} from "#lib/engine/attribute-ids.ts";
import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";

const source = z.string().default("effect");

export const resolvedEffect = z.union(
  [
    z.object({
      source,
      attribute: z.string(),
      points: z.number(),
      feedsConversions: z.boolean().default(true),
    }),
    z.object({ source, attribute: z.string(), percent: z.number() }),
    z.object({ source, convertFrom: z.string(), convertTo: z.string(), percent: z.number() }),
  ],
  { error: "needs attribute with points or percent, or convertFrom, convertTo and percent" },
);

type ResolvedEffect = z.infer<typeof resolvedEffect>;

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const ATTRIBUTE_BY_NAME: ReadonlyMap<string, EffectAttribute> = new Map<string, EffectAttribute>([
  ...GEAR_ATTRIBUTES.map((id) => [ATTRIBUTE_NAMES[id], id] as const),
  ["Agony Resistance", "agonyResistance"],
  ["Defense", "defense"],
  ["Critical Chance", "criticalChance"],
  ["Clone Critical Chance", "criticalChance.clone"],
  ["Phantasm Critical Chance", "criticalChance.phantasm"],
  ["Boon Duration", "boonDuration"],
  ["Condition Duration", "conditionDuration"],
  ["Outgoing Healing", "outgoingHealing"],
  ...BOONS.map((id) => [`${capitalized(id)} Duration`, `boonDuration.${id}`] as const),
  ...DAMAGING_CONDITIONS.map((id) => [`${capitalized(id)} Duration`, `conditionDuration.${id}`] as const),
]);

const GEAR_ATTRIBUTE_BY_NAME: ReadonlyMap<string, GearAttribute> = new Map(
  GEAR_ATTRIBUTES.map((id) => [ATTRIBUTE_NAMES[id], id]),
);

/** One of the nine attributes of gear by its display name. */
export function attributeByName(name: string, field: string): Calculated<GearAttribute> {
  const value = GEAR_ATTRIBUTE_BY_NAME.get(name);
  return value === undefined
    ? fail("UNKNOWN_NAME", field, `There is no attribute called "${name}".`)
    : { ok: true, value };
}

const MAXIMUM_HEALTH = "Maximum Health";

/** The effects as the engine applies them. Fails with UNKNOWN_NAME for an attribute that is not known. */
export function sourcesOfEffects(effects: readonly ResolvedEffect[]): Calculated<readonly AppliedSource[]> {
  const sources: AppliedSource[] = [];
  for (const [index, effect] of effects.entries()) {
    const scaled = scaledEffect(effect, `effects[${index}]`);
    if (!scaled.ok) return scaled;
    sources.push({ source: effect.source, effects: [scaled.value] });
  }
  return { ok: true, value: sources };
}

function scaledEffect(effect: ResolvedEffect, field: string): Calculated<ScaledEffect> {
  if ("convertFrom" in effect) {
    const from = effectAttribute(effect.convertFrom, `${field}.convertFrom`);
    if (!from.ok) return from;
    const target = effectAttribute(effect.convertTo, `${field}.convertTo`);
    if (!target.ok) return target;
    return {
      ok: true,
      value: { op: "convert", target: target.value, from: from.value, v: effect.percent / 100 },
    };
  }
  if ("percent" in effect && effect.attribute === MAXIMUM_HEALTH) {
    return { ok: true, value: { op: "multiplyHealth", v: effect.percent / 100 } };
  }
  const target = effectAttribute(effect.attribute, `${field}.attribute`);
  if (!target.ok) return target;
  if ("percent" in effect) {
    return { ok: true, value: { op: "add", target: target.value, v: effect.percent / 100 } };
  }
  const op = effect.feedsConversions ? "add" : "addLate";
  return { ok: true, value: { op, target: target.value, v: effect.points } };
}

function effectAttribute(name: string, field: string): Calculated<EffectAttribute> {
  const value = ATTRIBUTE_BY_NAME.get(name);
  return value === undefined
    ? fail("UNKNOWN_NAME", field, `There is no attribute called "${name}".`)
    : { ok: true, value };
}
