import type { ConstraintField, GearGoal } from "#lib/gear/schema.ts";

export const GOAL_NAMES: Readonly<Record<GearGoal, string>> = {
  damage: "Damage",
  survivability: "Survivability",
  healing: "Healing",
  mix: "A mix",
};

export const CONSTRAINT_LABELS: Readonly<Record<ConstraintField, string>> = {
  minBoonDuration: "Boon duration (alacrity too), at least",
  minQuicknessDuration: "Quickness duration, at least",
  minCritChance: "Critical chance, at least",
  minHealth: "Health, at least",
  minToughness: "Toughness, at least",
  maxToughness: "Toughness, at most",
  minHealingPower: "Healing power, at least",
  minOutgoingHealing: "Outgoing healing, at least",
  minDamage: "Damage per second, at least",
  minSurvivability: "Survivability, at least",
  minHealing: "Healing, at least",
};

export const COEFFICIENT_LABELS = {
  strike: "Strike",
  strike2: "Second strike",
  bleeding: "Bleeding",
  burning: "Burning",
  confusion: "Confusion",
  poison: "Poison",
  torment: "Torment",
} as const;
