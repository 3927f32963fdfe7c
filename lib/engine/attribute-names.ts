import { type AttributeId, FRACTION_ATTRIBUTES } from "./attribute-ids.ts";

/** The attributes of the hero panel, in its order, by the game's names. */
export const ATTRIBUTE_NAMES = {
  power: "Power",
  precision: "Precision",
  toughness: "Toughness",
  vitality: "Vitality",
  ferocity: "Ferocity",
  conditionDamage: "Condition Damage",
  expertise: "Expertise",
  concentration: "Concentration",
  healingPower: "Healing Power",
  criticalChance: "Critical Chance",
  criticalDamage: "Critical Damage",
  boonDuration: "Boon Duration",
  conditionDuration: "Condition Duration",
  armor: "Armor",
  health: "Health",
  agonyResistance: "Agony Resistance",
} as const satisfies Partial<Record<AttributeId, string>>;

export type NamedAttribute = keyof typeof ATTRIBUTE_NAMES;

export const NAMED_ATTRIBUTES = Object.keys(ATTRIBUTE_NAMES) as readonly NamedAttribute[];

/** How a value is counted: points, or a fraction that is shown as a percentage. */
export function attributeUnit(id: NamedAttribute): "points" | "percent" {
  return id === "criticalDamage" || FRACTIONS.has(id) ? "percent" : "points";
}

const FRACTIONS: ReadonlySet<string> = new Set(FRACTION_ATTRIBUTES);

/** The game's name of an attribute; null for what is none of the hero panel's. */
export function attributeName(id: string): string | null {
  return id in ATTRIBUTE_NAMES ? ATTRIBUTE_NAMES[id as NamedAttribute] : null;
}
