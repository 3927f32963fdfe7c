import { z } from "zod";
import { factSchema } from "./facts.ts";
import { attributeName, icon, itemId, label, name, statSetId } from "./primitives.ts";

export const ITEM_GROUPS = [
  "rune",
  "sigil",
  "relic",
  "food",
  "utility",
  "infusion",
  "jadeBotCore",
  "pvpRune",
  "pvpSigil",
] as const;

/**
 * One effect of an item. `effect` names what changes ("Burning Duration", "Strike Damage"); `attribute` is set
 * as well when that is a plain point attribute. For runes the position in the list is the number of pieces − 1.
 */
export const bonusSchema = z.strictObject({
  effect: label,
  attribute: attributeName.optional(),
  value: z.number().optional(),
  /** `value` is a percentage. */
  percent: z.literal(true).optional(),
  /** `value` percent of the points of this attribute. */
  from: attributeName.optional(),
  /** Chance in percent that the effect happens on its trigger. */
  chance: z.number().optional(),
});

/** What a sigil does on its trigger. */
export const procSchema = z.strictObject({
  trigger: z.enum(["crit", "strike", "swap", "control", "kill"]),
  effect: z.enum([
    "strike",
    "condition",
    "strike-condition",
    "next-hit-condition",
    "endurance",
    "severance",
    "heal",
    "boon",
  ]),
  rechargeSeconds: z.number().nonnegative(),
  coefficient: z.number().optional(),
  canCrit: z.boolean().optional(),
  status: label.optional(),
  stacks: z.int().positive().optional(),
  seconds: z.number().nonnegative().optional(),
  amount: z.number().optional(),
});

export const itemSchema = z.strictObject({
  id: itemId,
  name,
  group: z.enum(ITEM_GROUPS),
  icon: icon.optional(),
  rarity: label.optional(),
  level: z.int().nonnegative().optional(),
  /** Game types of the API in which it works. */
  gameTypes: z.array(label).optional(),
  /** Weapons, armor weights or trinkets it fits, where not all of its kind. */
  fits: z.array(label).optional(),
  /** Infusion or enrichment. */
  infusionSlot: z.enum(["Infusion", "Enrichment", "Defense", "Offense", "Utility"]).optional(),
  attributes: z.array(z.strictObject({ attribute: attributeName, value: z.number() })).optional(),
  bonuses: z.array(bonusSchema).optional(),
  durationMs: z.int().nonnegative().optional(),
  rechargeSeconds: z.number().nonnegative().optional(),
  /** Effects of a sigil by the simulator's name ("bleedingDuration": 20, in percent; "procPrecision": points). */
  effects: z.record(z.string(), z.number()).optional(),
  proc: procSchema.optional(),
  facts: z.array(factSchema).optional(),
  /** Seen in the game's own selection in August 2026. */
  inGame: z.literal(true).optional(),
  source: z.string().optional(),
});

export const statSetSchema = z.strictObject({
  id: statSetId,
  name,
  /** Points = `attributeAdjustment` of the item × `multiplier` + `value`. */
  attributes: z.array(
    z.strictObject({ attribute: attributeName, multiplier: z.number(), value: z.number() }),
  ),
  /** On which legendary gear it can be chosen now; absent: not offered, or unknown. */
  selectableFor: z
    .array(z.enum(["armorAndWeapon", "trinket"]))
    .nonempty()
    .optional(),
});

/** Amulet of structured PvP. */
export const pvpAmuletSchema = z.strictObject({
  id: z.int().positive(),
  name,
  icon: icon.optional(),
  attributes: z.array(z.strictObject({ attribute: attributeName, value: z.number() })),
});

export type ItemGroup = (typeof ITEM_GROUPS)[number];
export type Item = z.infer<typeof itemSchema>;
export type ItemBonus = z.infer<typeof bonusSchema>;
export type StatSet = z.infer<typeof statSetSchema>;
export type PvpAmulet = z.infer<typeof pvpAmuletSchema>;
