import type { GearConstraints, GearProblem } from "../problem.ts";
import { pointsOf } from "./stat-set-shapes.ts";

/** A family of generated problems: a real template's scenarios with more and more stat sets. */
export interface ProblemFamily {
  readonly name: string;
  /** Id of the fixture whose scenarios and conditions are used. */
  readonly template: string;
  readonly weapons: "two-handed" | "two";
  /** Stat sets in the order in which they are added. */
  readonly sets: readonly string[];
  /** Limits of the constrained variant. */
  readonly constraints: GearConstraints;
  /** Attributes of the variant with 18 free infusions. */
  readonly infusions: readonly string[];
  readonly objective: GearProblem["objective"];
}

export const PROBLEM_FAMILIES: readonly ProblemFamily[] = [
  {
    name: "power",
    template: "p12-large-asymmetric",
    weapons: "two-handed",
    sets: [
      ...["Berserker", "Assassin", "Dragon", "Marauder", "Valkyrie", "Diviner"],
      ...["Celestial", "Soldier", "Viper", "Cavalier", "Grieving", "Zealot"],
    ],
    constraints: { minToughness: 1200, minHealth: 22_000 },
    infusions: ["Power", "Precision", "Vitality"],
    objective: "Damage",
  },
  {
    name: "condition",
    template: "p04-condi-3",
    weapons: "two",
    sets: [
      ...["Viper", "Sinister", "Rampager", "Grieving", "Ritualist", "Trailblazer"],
      ...["Celestial", "Carrion", "Rabid", "Seraph", "Plaguedoctor", "Dire"],
    ],
    constraints: { minBoonDuration: 0.45 },
    infusions: ["Condition Damage", "Expertise", "Precision"],
    objective: "Damage",
  },
  {
    name: "boon-4-scenarios",
    template: "p02-power-3-scenarios",
    weapons: "two",
    sets: [
      ...["Berserker", "Diviner", "Assassin", "Dragon", "Marauder", "Celestial"],
      ...["Harrier", "Commander", "Valkyrie", "Grieving", "Viper", "Ritualist"],
    ],
    constraints: { minBoonDuration: 0.374 },
    infusions: ["Power", "Precision", "Concentration"],
    objective: "Damage",
  },
  {
    name: "boon-condition",
    template: "p07-alacrity-condi-infusions",
    weapons: "two",
    sets: [
      ...["Viper", "Ritualist", "Sinister", "Seraph", "Celestial", "Trailblazer"],
      ...["Diviner", "Plaguedoctor", "Grieving", "Carrion", "Rabid", "Rampager"],
    ],
    constraints: { minBoonDuration: 0.4 },
    infusions: ["Condition Damage", "Expertise", "Concentration"],
    objective: "Damage",
  },
  {
    name: "healer",
    template: "p08-heal-boon",
    weapons: "two-handed",
    sets: [
      ...["Harrier", "Minstrel", "Magi", "Giver", "Cleric", "Celestial"],
      ...["Plaguedoctor", "Seraph", "Zealot", "Commander", "Apothecary", "Diviner"],
    ],
    constraints: { minBoonDuration: 0.8, minToughness: 1300, maxToughness: 1700 },
    infusions: ["Healing Power", "Concentration", "Toughness"],
    objective: "Healing",
  },
];

export interface GeneratedVariant {
  readonly setCount: number;
  readonly withConstraints: boolean;
  readonly withInfusions: boolean;
}

const SLOTS = ["Helm", "Shoulders", "Coat", "Gloves", "Leggings", "Boots", "Amulet", "Ring 1", "Ring 2"];
const MORE_SLOTS = ["Accessory 1", "Accessory 2", "Back"];

/** Builds a problem of a family; `template` is the parsed fixture the family names. */
export function generateProblem(
  family: ProblemFamily,
  template: GearProblem,
  { setCount, withConstraints, withInfusions }: GeneratedVariant,
): GearProblem {
  const weapons = family.weapons === "two" ? ["Weapon 1", "Weapon 2"] : ["Weapon (two-handed)"];
  const names = [...SLOTS, ...MORE_SLOTS, ...weapons];
  const sets = family.sets.slice(0, setCount);
  const suffix = `${withConstraints ? "+limits" : ""}${withInfusions ? "+infusions" : ""}`;
  return {
    ...template,
    id: `${family.name}-${setCount}${suffix}`,
    title: `${family.name}, ${setCount} stat sets`,
    slots: names.map((name) => ({
      name,
      options: sets.map((stat) => ({ stat, points: pointsOf(stat, name) })),
    })),
    symmetry: [[1, 3, 5], [7, 8], [9, 10], ...(family.weapons === "two" ? [[12, 13]] : [])],
    infusions: withInfusions
      ? {
          mode: "choose",
          pointsEach: 5,
          total: 18,
          options: family.infusions.map((attribute) => ({ attribute, max: 18 })),
        }
      : null,
    constraints: withConstraints ? family.constraints : {},
    objective: family.objective,
    maxResults: 50,
    resultUnit: "gear",
  };
}
