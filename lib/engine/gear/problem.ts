/**
 * The gear problem, format "gear-problem v1": which stat set goes into which equipment slot, and how a gear is
 * valued. Everything here is data; attribute names are plain strings in the game's own words ("Power",
 * "Boon Duration"), attribute points are absolute, durations and chances are fractions (0.374, not 37.4).
 *
 * Source: format page of the Discretize gear optimizer problems, 2026-08-12.
 */

/** Points of attributes by name; an attribute that is not named counts 0. */
export type AttributePoints = Readonly<Record<string, number>>;

/** One stat set offered in a slot, with the points it gives there (rarity, mode and two hands included). */
export interface GearOption {
  readonly stat: string;
  readonly points: AttributePoints;
}

export interface GearSlot {
  readonly name: string;
  readonly options: readonly GearOption[];
}

export interface FixedInfusions {
  readonly mode: "fixed";
  readonly pointsEach: number;
  readonly counts: AttributePoints;
}

export interface InfusionOption {
  readonly attribute: string;
  readonly max: number;
}

export interface ChosenInfusions {
  readonly mode: "choose";
  readonly pointsEach: number;
  /** Exactly this many infusions are placed. */
  readonly total: number;
  readonly options: readonly InfusionOption[];
}

/** `[target, [[source, rate], ...]]`: part of the source attribute is added to the target. */
export type GearConversion = readonly [string, readonly (readonly [string, number])[]];

export const MULTIPLIER_NAMES = [
  "strike",
  "condition",
  "siphon",
  "incomingStrike",
  "critDamage",
  "bleeding",
  "burning",
  "confusion",
  "poison",
  "torment",
  "alternative",
  "alternativeCritDamage",
  "phantasm",
  "phantasmCritDamage",
] as const;
export type MultiplierName = (typeof MULTIPLIER_NAMES)[number];

export interface GearScenario {
  /** Weight of this scenario in the sums; usually the share of time spent in it. */
  readonly fraction: number;
  readonly base: AttributePoints;
  readonly conversions: readonly GearConversion[];
  readonly buffs: readonly (readonly [string, number])[];
  readonly conversionsAfterBuffs: readonly GearConversion[];
  readonly multipliers: Readonly<Record<MultiplierName, number>>;
}

/** Damage of one tick is `factor * X + base`, X being the attribute the condition scales with. */
export interface TickFormula {
  readonly factor: number;
  readonly base: number;
}

export const SIMPLE_CONDITIONS = ["bleeding", "burning", "poison"] as const;
export const CONDITION_KEYS = ["bleeding", "burning", "confusion", "poison", "torment"] as const;
export type ConditionKey = (typeof CONDITION_KEYS)[number];

/** The game's name of each condition as it starts attribute names ("Bleeding Coefficient"). */
export const CONDITION_NAMES: Readonly<Record<ConditionKey, string>> = {
  bleeding: "Bleeding",
  burning: "Burning",
  confusion: "Confusion",
  poison: "Poison",
  torment: "Torment",
};

export type SimpleCondition = TickFormula & { readonly scalesWith: string };

export interface GearConditions {
  readonly bleeding: SimpleCondition;
  readonly burning: SimpleCondition;
  readonly poison: SimpleCondition;
  readonly torment: {
    readonly scalesWith: string;
    readonly still: TickFormula;
    readonly moving: TickFormula;
  };
  readonly confusion: {
    readonly scalesWith: string;
    readonly passive: TickFormula;
    readonly onSkill: TickFormula;
  };
}

export const CONSTRAINT_NAMES = [
  "minBoonDuration",
  "minQuicknessDuration",
  "minHealingPower",
  "minToughness",
  "maxToughness",
  "minHealth",
  "minCritChance",
  "minOutgoingHealing",
  "minDamage",
  "minHealing",
  "minSurvivability",
] as const;
export type GearConstraintName = (typeof CONSTRAINT_NAMES)[number];
export type GearConstraints = Readonly<Partial<Record<GearConstraintName, number>>>;

export const GEAR_MEASURES = ["Damage", "Survivability", "Healing"] as const;
export type GearMeasure = (typeof GEAR_MEASURES)[number];

/** What is made as large as possible: one measure, or a weighted sum of measures. */
export type GearObjective = GearMeasure | Readonly<Partial<Record<GearMeasure, number>>>;

/**
 * `gear`: a result is a gear, valued with its best valid infusions. `gear+infusions`: every pair of a gear and an
 * infusion split is a result of its own.
 */
export type ResultUnit = "gear" | "gear+infusions";

export interface GearProblem {
  readonly id: string;
  readonly title: string;
  readonly slots: readonly GearSlot[];
  /** Groups of slot indexes with identical options, whose order does not matter. */
  readonly symmetry: readonly (readonly number[])[];
  readonly infusions: FixedInfusions | ChosenInfusions | null;
  /** Conversions into these attributes are rounded to the nearest integer, halves to the even one. */
  readonly pointAttributes: readonly string[];
  readonly scenarios: readonly GearScenario[];
  readonly secondStrike: "phantasm" | "shroud" | null;
  readonly conditions: GearConditions;
  readonly attackRate: number;
  readonly movementUptime: number;
  readonly armorOfTarget: number;
  readonly constraints: GearConstraints;
  readonly objective: GearObjective;
  readonly maxResults: number;
  readonly resultUnit: ResultUnit;
}

/** One gear: the index of the chosen option for every slot, and how often each infusion option is placed. */
export interface GearChoice {
  readonly options: readonly number[];
  readonly infusions: readonly number[];
}

/** Limits of size; beyond them a problem is refused rather than half read. */
export const GEAR_LIMITS = {
  slots: 32,
  optionsPerSlot: 256,
  attributesPerEntry: 64,
  scenarios: 32,
  conversions: 64,
  infusionOptions: 16,
  infusions: 60,
  results: 10_000,
  textLength: 200,
} as const;
