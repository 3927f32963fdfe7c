/**
 * Ascended (level 80) stat sets for generated problems: which attributes a set raises, and how many points a
 * major or minor attribute gives in each slot. Source: slot points of the Discretize gear optimizer problems,
 * 2026-08-12, and the wiki page "Attribute combinations" for which attributes a set has.
 */
export interface StatSetShape {
  readonly major: readonly string[];
  readonly minor: readonly string[];
}

export const STAT_SET_SHAPES: Readonly<Record<string, StatSetShape>> = {
  Berserker: { major: ["Power"], minor: ["Precision", "Ferocity"] },
  Assassin: { major: ["Precision"], minor: ["Power", "Ferocity"] },
  Dragon: { major: ["Power", "Ferocity"], minor: ["Precision", "Vitality"] },
  Marauder: { major: ["Power", "Precision"], minor: ["Vitality", "Ferocity"] },
  Valkyrie: { major: ["Power"], minor: ["Vitality", "Ferocity"] },
  Diviner: { major: ["Power", "Concentration"], minor: ["Precision", "Ferocity"] },
  Soldier: { major: ["Power"], minor: ["Toughness", "Vitality"] },
  Cavalier: { major: ["Toughness"], minor: ["Power", "Ferocity"] },
  Knight: { major: ["Toughness"], minor: ["Power", "Precision"] },
  Zealot: { major: ["Power"], minor: ["Precision", "Healing Power"] },
  Commander: { major: ["Power", "Precision"], minor: ["Toughness", "Concentration"] },
  Viper: { major: ["Power", "Condition Damage"], minor: ["Precision", "Expertise"] },
  Grieving: { major: ["Power", "Condition Damage"], minor: ["Precision", "Ferocity"] },
  Sinister: { major: ["Condition Damage"], minor: ["Power", "Precision"] },
  Rampager: { major: ["Precision"], minor: ["Power", "Condition Damage"] },
  Carrion: { major: ["Condition Damage"], minor: ["Power", "Vitality"] },
  Rabid: { major: ["Condition Damage"], minor: ["Precision", "Toughness"] },
  Dire: { major: ["Condition Damage"], minor: ["Toughness", "Vitality"] },
  Trailblazer: { major: ["Toughness", "Condition Damage"], minor: ["Vitality", "Expertise"] },
  Ritualist: { major: ["Vitality", "Condition Damage"], minor: ["Concentration", "Expertise"] },
  Seraph: { major: ["Precision", "Condition Damage"], minor: ["Concentration", "Healing Power"] },
  Plaguedoctor: { major: ["Vitality", "Condition Damage"], minor: ["Concentration", "Healing Power"] },
  Harrier: { major: ["Power"], minor: ["Concentration", "Healing Power"] },
  Minstrel: { major: ["Toughness", "Healing Power"], minor: ["Vitality", "Concentration"] },
  Magi: { major: ["Healing Power"], minor: ["Precision", "Vitality"] },
  Giver: { major: ["Toughness"], minor: ["Concentration", "Healing Power"] },
  Cleric: { major: ["Healing Power"], minor: ["Power", "Toughness"] },
  Apothecary: { major: ["Healing Power"], minor: ["Toughness", "Condition Damage"] },
  Celestial: {
    major: [],
    minor: [
      "Power",
      "Precision",
      "Toughness",
      "Vitality",
      "Ferocity",
      "Condition Damage",
      "Expertise",
      "Concentration",
      "Healing Power",
    ],
  },
};

interface SlotPoints {
  /** Major and minor points of a set of three attributes. */
  readonly three: readonly [number, number];
  readonly four: readonly [number, number];
  /** Points of every attribute of Celestial. */
  readonly all: number;
}

export const SLOT_POINTS: Readonly<Record<string, SlotPoints>> = {
  Helm: { three: [63, 45], four: [54, 30], all: 30 },
  Shoulders: { three: [47, 34], four: [40, 22], all: 22 },
  Coat: { three: [141, 101], four: [121, 67], all: 67 },
  Gloves: { three: [47, 34], four: [40, 22], all: 22 },
  Leggings: { three: [94, 67], four: [81, 44], all: 44 },
  Boots: { three: [47, 34], four: [40, 22], all: 22 },
  Amulet: { three: [157, 108], four: [133, 71], all: 72 },
  "Ring 1": { three: [126, 85], four: [106, 56], all: 57 },
  "Ring 2": { three: [126, 85], four: [106, 56], all: 57 },
  "Accessory 1": { three: [110, 74], four: [92, 49], all: 50 },
  "Accessory 2": { three: [110, 74], four: [92, 49], all: 50 },
  Back: { three: [63, 40], four: [52, 27], all: 28 },
  "Weapon (two-handed)": { three: [251, 179], four: [215, 118], all: 118 },
  "Weapon 1": { three: [125, 90], four: [108, 59], all: 59 },
  "Weapon 2": { three: [125, 90], four: [108, 59], all: 59 },
};

/** Points a stat set gives in a slot; throws on names that are not in the tables (generated problems only). */
export function pointsOf(stat: string, slot: string): Record<string, number> {
  const shape = STAT_SET_SHAPES[stat];
  const table = SLOT_POINTS[slot];
  if (!shape || !table) throw new Error(`no table entry for ${stat} in ${slot}`);
  const [major, minor] = shape.major.length + shape.minor.length === 3 ? table.three : table.four;
  const amount = shape.major.length === 0 ? table.all : minor;
  return Object.fromEntries([
    ...shape.major.map((name) => [name, major] as const),
    ...shape.minor.map((name) => [name, amount] as const),
  ]);
}
