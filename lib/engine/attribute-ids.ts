/**
 * The vocabulary of the calculation: attributes (things that hold a value) and multipliers (things that scale
 * damage). Points are the game's attribute points at level 80; chances, durations and healing bonuses are
 * fractions (25 % = 0.25); coefficients are per second.
 */

/** Attributes counted in points. Conversions between them are rounded, conversions into others are not. */
export const POINT_ATTRIBUTES = [
  "power",
  "precision",
  "toughness",
  "vitality",
  "ferocity",
  "conditionDamage",
  "expertise",
  "concentration",
  "healingPower",
  "agonyResistance",
  "defense",
  "shroud.power",
  "shroud.precision",
  "shroud.ferocity",
] as const;

export type PointAttribute = (typeof POINT_ATTRIBUTES)[number];

/** The nine attributes that gear and infusions give, in the order of the hero panel. */
export const GEAR_ATTRIBUTES = [
  "power",
  "precision",
  "toughness",
  "vitality",
  "ferocity",
  "conditionDamage",
  "expertise",
  "concentration",
  "healingPower",
] as const;

export type GearAttribute = (typeof GEAR_ATTRIBUTES)[number];

export const BOONS = [
  "aegis",
  "alacrity",
  "fury",
  "might",
  "protection",
  "quickness",
  "regeneration",
  "resistance",
  "resolution",
  "stability",
  "swiftness",
  "vigor",
] as const;

export type Boon = (typeof BOONS)[number];

/** The five conditions that deal damage over time. */
export const DAMAGING_CONDITIONS = ["bleeding", "burning", "confusion", "poison", "torment"] as const;

export type DamagingCondition = (typeof DAMAGING_CONDITIONS)[number];

/** Damage per second of a rotation before attributes: see `Coefficients` in mechanics.ts. */
export const COEFFICIENTS = [
  "coefficient.strike",
  "coefficient.strikeNoCrit",
  "coefficient.strike2",
  "coefficient.bleeding",
  "coefficient.burning",
  "coefficient.confusion",
  "coefficient.poison",
  "coefficient.torment",
  "coefficient.siphonBase",
  "coefficient.siphonPerPower",
  "dps.flat",
] as const;

/** Attributes that are fractions. `criticalChance.clone` and `.phantasm` stand instead of the player's own chance. */
export const FRACTION_ATTRIBUTES = [
  "criticalChance",
  "criticalChance.clone",
  "criticalChance.phantasm",
  "criticalChance.shroud",
  "boonDuration",
  "boonDuration.aegis",
  "boonDuration.alacrity",
  "boonDuration.fury",
  "boonDuration.might",
  "boonDuration.protection",
  "boonDuration.quickness",
  "boonDuration.regeneration",
  "boonDuration.resistance",
  "boonDuration.resolution",
  "boonDuration.stability",
  "boonDuration.swiftness",
  "boonDuration.vigor",
  "conditionDuration",
  "conditionDuration.bleeding",
  "conditionDuration.burning",
  "conditionDuration.confusion",
  "conditionDuration.poison",
  "conditionDuration.torment",
  "conditionDuration.uncapped",
  "outgoingHealing",
  "incoming.healing",
  "movementSpeed",
  "enduranceRegeneration",
  "speed.action",
  "speed.recharge",
] as const;

/** Attributes computed from the others; no effect adds to them. */
export const DERIVED_ATTRIBUTES = ["criticalDamage", "armor", "health"] as const;

/** Every attribute with a value, in the order of the evaluator's arrays. */
export const ATTRIBUTES = [
  ...POINT_ATTRIBUTES,
  ...FRACTION_ATTRIBUTES,
  ...COEFFICIENTS,
  ...DERIVED_ATTRIBUTES,
] as const;

export type AttributeId = (typeof ATTRIBUTES)[number];

/** An attribute that effects may add to. */
export type EffectAttribute = Exclude<AttributeId, (typeof DERIVED_ATTRIBUTES)[number]>;

/** Factors on damage dealt; `damage.all` in data stands for strike, condition and siphon. */
export const DAMAGE_MULTIPLIERS = [
  "damage.strike",
  "damage.condition",
  "damage.siphon",
  "damage.critical",
  "damage.phantasm",
  "damage.phantasmCritical",
  "damage.shroud",
  "damage.shroudCritical",
  "damage.bleeding",
  "damage.burning",
  "damage.confusion",
  "damage.poison",
  "damage.torment",
] as const;

export type DamageMultiplier = (typeof DAMAGE_MULTIPLIERS)[number];

/** Factors on damage taken. */
export const INCOMING_DAMAGE = ["incoming.strike", "incoming.condition"] as const;

export type IncomingDamage = (typeof INCOMING_DAMAGE)[number];

export const RULES = ["rule.burningScalesWithPower", "rule.bleedingScalesWithPower"] as const;

export type Rule = (typeof RULES)[number];

const INDEX_BY_ATTRIBUTE = new Map<string, number>(ATTRIBUTES.map((id, index) => [id, index]));

export const ATTRIBUTE_COUNT: number = ATTRIBUTES.length;

/** Position of an attribute in the evaluator's arrays. */
export function attributeIndex(id: AttributeId): number {
  const index = INDEX_BY_ATTRIBUTE.get(id);
  if (index === undefined) throw new Error(`Unknown attribute ${id}`);
  return index;
}

/** Point attributes come first in `ATTRIBUTES`. */
export function isPointIndex(index: number): boolean {
  return index < POINT_ATTRIBUTES.length;
}

export function isPointAttribute(id: string): id is PointAttribute {
  const index = INDEX_BY_ATTRIBUTE.get(id);
  return index !== undefined && isPointIndex(index);
}
