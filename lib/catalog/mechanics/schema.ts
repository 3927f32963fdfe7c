/**
 * Validation of `data/mechanics` and `data/templates`: facts that the official API does not tell (what an effect does
 * to which number, how it stacks, in which mode), keyed by id, each with its source. The engine declares the types.
 */
import { z } from "zod";
import {
  COEFFICIENTS,
  DAMAGE_MULTIPLIERS,
  type EffectAttribute,
  FRACTION_ATTRIBUTES,
  GEAR_ATTRIBUTES,
  INCOMING_DAMAGE,
  POINT_ATTRIBUTES,
  RULES,
} from "#lib/engine/attribute-ids.ts";
import {
  AMOUNT_UNITS,
  ARMOR_WEIGHTS,
  EFFECT_UNITS,
  EXTRA_SLOTS,
  GEAR_SLOTS,
  type GearTables,
  HERO_PANEL_RULES,
  MECHANIC_KINDS,
  type Mechanics,
  NOT_MODELLED_REASONS,
  type NotModelled,
  type NotModelledReason,
  RARITIES,
  TEMPLATE_SETUPS,
  type Template,
} from "#lib/engine/mechanics.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";

const profession = z.enum(PROFESSIONS);
const gearAttribute = z.enum(GEAR_ATTRIBUTES);
const effectAttribute = z.enum([
  ...POINT_ATTRIBUTES,
  ...FRACTION_ATTRIBUTES,
  ...COEFFICIENTS,
] as const satisfies readonly EffectAttribute[]);

const effectBase = {
  value: z.number(),
  unit: z.enum(EFFECT_UNITS),
  assumed: z.boolean().optional(),
};

const effect = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.enum(["add", "addPercent", "addCoefficient", "addLate"]),
    target: effectAttribute,
    ...effectBase,
  }),
  z.strictObject({
    op: z.enum(["convert", "convertLate"]),
    target: effectAttribute,
    from: effectAttribute,
    ...effectBase,
  }),
  z.strictObject({ op: z.literal("multiplyHealth"), target: z.literal("maxHealth"), ...effectBase }),
  z.strictObject({
    op: z.enum(["pool", "multiply", "targetPool"]),
    target: z.enum([...DAMAGE_MULTIPLIERS, "damage.all"]),
    ...effectBase,
  }),
  z.strictObject({ op: z.enum(["reduce", "reducePool"]), target: z.enum(INCOMING_DAMAGE), ...effectBase }),
  z.strictObject({ op: z.literal("setRule"), target: z.enum(RULES), ...effectBase }),
  z.strictObject({
    op: z.literal("glance"),
    target: z.literal("damage.strike"),
    chance: z.number().min(0).max(100),
    ...effectBase,
  }),
  z.strictObject({
    op: z.literal("healPerSecond"),
    target: z.literal("regeneration.perSecond"),
    healingPowerCoefficient: z.number(),
    ...effectBase,
  }),
]);

const amount = z.strictObject({
  label: z.string().min(1),
  unit: z.enum(AMOUNT_UNITS),
  default: z.number(),
  per: z.number().positive(),
  required: z.boolean().optional(),
  splitScenario: z
    .strictObject({ group: z.string().min(1).nullable(), variant: z.string().min(1).optional() })
    .optional(),
});

const apiId = z.int().positive();

const notModelledReason = z.enum(
  Object.keys(NOT_MODELLED_REASONS) as [NotModelledReason, ...NotModelledReason[]],
);

const idList = z.array(apiId).min(1).optional();

const requirement = z.strictObject({
  traits: idList,
  withoutTraits: idList,
  specializations: idList,
  withoutSpecializations: idList,
  weapons: z.array(z.string().min(1)).min(1).optional(),
  legends: z
    .array(z.string().regex(/^Legend\d+$/))
    .min(1)
    .optional(),
});

const entry = z.strictObject({
  id: z.string().regex(/^[a-zA-Z]+(:[a-z0-9-]+){1,2}$/),
  kind: z.enum(MECHANIC_KINDS),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).min(1).optional(),
  situation: z.string().min(1).optional(),
  profession: profession.optional(),
  specialization: z.strictObject({ id: apiId, name: z.string().min(1) }).optional(),
  gw2id: apiId.optional(),
  alsoIds: z.array(apiId).min(1).optional(),
  group: z.string().min(1).optional(),
  minor: z.boolean().optional(),
  defaultOn: z.boolean().optional(),
  amount: amount.optional(),
  effects: z.strictObject({ pve: z.array(effect), wvw: z.array(effect).optional() }),
  heroPanel: z.enum(HERO_PANEL_RULES).optional(),
  alsoApplies: z.array(z.string()).min(1).optional(),
  requires: requirement.optional(),
  notModelled: notModelledReason.optional(),
  unmodelledParts: z.array(z.string().min(1)).min(1).optional(),
  placeholder: z.boolean().optional(),
  composite: z.boolean().optional(),
  agonyResistance: z.number().optional(),
  infusionVariants: z
    .array(
      z.strictObject({
        itemId: apiId,
        agonyResistance: z.number(),
        origin: z.string().min(1).optional(),
      }),
    )
    .min(1)
    .optional(),
  source: z.string().min(1),
});

export const mechanicsSchema = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string().min(1), date: z.iso.date(), address: z.url().optional() }),
  ),
  limits: z.record(z.string(), z.string().min(1)),
  entries: z.array(entry).min(1),
}) satisfies z.ZodType<Mechanics>;

/** Entries derived from the bonuses of items in the catalogue. */
export const derivedEntriesSchema = z.strictObject({
  sources: mechanicsSchema.shape.sources,
  entries: z.array(entry),
});

export const notModelledSchema = z.array(
  z.strictObject({
    kind: z.enum(MECHANIC_KINDS),
    gw2id: apiId,
    name: z.string().min(1),
    profession: profession.optional(),
    reason: notModelledReason,
  }),
) satisfies z.ZodType<NotModelled[]>;

const points = z.int().positive();
const majorMinor = z.strictObject({ major: points, minor: points });

const slotPoints = z.strictObject({
  three: majorMinor,
  four: majorMinor,
  celestial: z.strictObject({ each: points, jewelEach: points.optional() }),
  mixedTrinket: z
    .strictObject({ major: points, minor: points, jewelMajor: points, jewelMinor: points })
    .optional(),
});

const attributeList = z.array(gearAttribute).min(1);
const combinationBase = { name: z.string().min(1), slots: z.array(z.enum(GEAR_SLOTS)).min(1).optional() };

const combination = z.discriminatedUnion("shape", [
  z.strictObject({
    shape: z.enum(["three", "four"]),
    major: attributeList,
    minor: attributeList,
    ...combinationBase,
  }),
  z.strictObject({
    shape: z.literal("celestial"),
    minor: attributeList,
    exoticJewel: attributeList,
    wvw: z.strictObject({ minor: attributeList, exoticJewel: attributeList }),
    ...combinationBase,
  }),
  z.strictObject({
    shape: z.literal("mixedTrinket"),
    major: attributeList,
    minor: attributeList,
    jewelMajor: attributeList,
    jewelMinor: attributeList,
    ...combinationBase,
  }),
]);

export const gearTablesSchema = z.strictObject({
  points: z.record(z.enum(RARITIES), z.record(z.enum(GEAR_SLOTS), slotPoints)),
  combinations: z.array(combination).min(1),
  defense: z.record(z.enum(ARMOR_WEIGHTS), points),
  armorWeight: z.record(profession, z.enum(ARMOR_WEIGHTS)),
  baseHealth: z.record(profession, points),
  infusionSlots: z.record(z.enum(GEAR_SLOTS), z.int().min(0)),
}) satisfies z.ZodType<GearTables>;

const entryUse = z.strictObject({ ref: z.string().min(1), amount: z.number().optional() });
const lines = z
  .array(z.strictObject({ id: apiId, name: z.string().min(1), traits: z.array(z.int().min(0)).length(3) }))
  .max(3);
const chosen = { lines, traitUses: z.array(entryUse), skillUses: z.array(entryUse) };
const coefficient = z.number().min(0);

const setupFacts = z.strictObject({
  goal: z.strictObject({
    affixes: z.array(z.string().min(1)).min(1),
    optimizeFor: z.string().min(1),
    infusionStats: z.array(gearAttribute),
    minBoonDurationPercent: z.number().min(0),
    minQuicknessDurationPercent: z.number().min(0),
  }),
  extras: z.record(z.enum(EXTRA_SLOTS), z.array(entryUse)),
  foodLifeStealPer10s: z.number().min(0).optional(),
});

const template = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  profession,
  specialization: z.string().min(1),
  role: z.enum(["dps", "boonDps", "heal"]),
  damageType: z.enum(["power", "condition"]),
  provides: z.array(z.string().min(1)),
  outdatedInSource: z.boolean(),
  approximate: z.boolean().optional(),
  measuredOn: z.array(z.iso.date()).min(1).optional(),
  weaponHands: z.enum(["two-handed", "dual"]),
  coefficients: z.strictObject({
    strike: coefficient,
    strike2: coefficient,
    bleeding: coefficient,
    burning: coefficient,
    confusion: coefficient,
    poison: coefficient,
    torment: coefficient,
  }),
  ...chosen,
  fractal: z.strictObject(chosen).optional(),
  setups: z.partialRecord(z.enum(TEMPLATE_SETUPS), setupFacts),
  assumedBuffs: z.array(z.string().min(1)),
});

export const templatesSchema = z.strictObject({
  source: z.strictObject({ title: z.string().min(1), date: z.iso.date() }),
  templates: z.array(template).min(1),
}) satisfies z.ZodType<{ readonly templates: readonly Template[] }>;
