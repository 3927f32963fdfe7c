import type { GearAttribute } from "#lib/engine/attribute-ids.ts";

/** Attributes the game has stat infusions for: all of gear but ferocity. */
export const INFUSION_ATTRIBUTES = [
  "power",
  "precision",
  "toughness",
  "vitality",
  "conditionDamage",
  "expertise",
  "concentration",
  "healingPower",
] as const satisfies readonly GearAttribute[];

export type InfusionAttribute = (typeof INFUSION_ATTRIBUTES)[number];
