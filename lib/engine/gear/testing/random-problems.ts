import { evaluateGear } from "../evaluate-gear.ts";
import {
  CONDITION_NAMES,
  CONSTRAINT_NAMES,
  type GearChoice,
  type GearConstraintName,
  type GearConstraints,
  type GearConversion,
  type GearObjective,
  type GearOption,
  type GearProblem,
  type GearScenario,
  type GearSlot,
  MULTIPLIER_NAMES,
  type MultiplierName,
} from "../problem.ts";
import { createRandom } from "../search/local-search.ts";
import { pointsOf, SLOT_POINTS, STAT_SET_SHAPES } from "./stat-set-shapes.ts";

/** Draws from one seed; the same seed gives the same problem everywhere. */
interface Draw {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  between(from: number, to: number): number;
  isLikely(chance: number): boolean;
  one<Value>(list: readonly Value[]): Value;
  some<Value>(list: readonly Value[], count: number): readonly Value[];
}

const POINT_ATTRIBUTES = [
  ...["Power", "Precision", "Toughness", "Vitality", "Ferocity", "Condition Damage", "Expertise"],
  ...["Concentration", "Healing Power", "Armor", "Alternative Power", "Alternative Precision"],
  "Alternative Ferocity",
];
/** Attributes that are fractions, which gear may give too. */
const FRACTION_ATTRIBUTES = [
  ...["Critical Chance", "Critical Damage", "Boon Duration", "Condition Duration", "Maximum Health"],
  ...["Outgoing Healing", "Bleeding Duration", "Quickness Duration", "Condition Duration Uncapped"],
  ...["Phantasm Critical Chance", "Phantasm Critical Damage"],
];
const COEFFICIENTS = ["Power Coefficient", "NonCrit Power Coefficient", "Power2 Coefficient"];
const SMALL_COEFFICIENTS = Object.values(CONDITION_NAMES).map((name) => `${name} Coefficient`);
const OTHER_COEFFICIENTS = ["Siphon Base Coefficient", "Siphon Coefficient", "Flat DPS"];
/** Plain search has to try every combination in a moment. */
const MOST_COMBINATIONS = 1500;

/**
 * A small random problem with everything the format knows: forced slots, sets missing in some slots, equal slots,
 * options of equal points, several scenarios, second strikes, conversions before and after buffs (also of limited
 * chances, negative, or in a circle), every kind of limit, met exactly by some gear or by none, fixed and chosen
 * infusions with both result units, and K from 1 to 100. The points are small enough that chances and durations
 * start below and end above their caps in many of them.
 */
export function randomProblem(seed: number): GearProblem {
  const draw = createDraw(seed);
  const { slots, symmetry } = randomSlots(draw);
  const unlimited: GearProblem = {
    id: `random-${seed}`,
    title: "",
    slots,
    symmetry,
    infusions: randomInfusions(draw),
    pointAttributes: draw.isLikely(0.9) ? POINT_ATTRIBUTES : draw.some(POINT_ATTRIBUTES, 4),
    scenarios: Array.from({ length: draw.one([1, 1, 1, 2, 3]) }, () => randomScenario(draw)),
    secondStrike: draw.one([null, null, "phantasm", "shroud"] as const),
    conditions: randomConditions(draw),
    attackRate: draw.between(0, 2),
    movementUptime: draw.one([0, 0.3, 1]),
    armorOfTarget: 2597,
    constraints: {},
    objective: randomObjective(draw),
    maxResults: draw.one([1, 2, 5, 20, draw.whole(1, 100), 100]),
    resultUnit: draw.one(["gear", "gear", "gear+infusions"] as const),
  };
  return { ...unlimited, constraints: randomConstraints(draw, unlimited) };
}

function createDraw(seed: number): Draw {
  const random = createRandom(seed * 2_654_435_761);
  const draw: Draw = {
    whole: (from, to) => from + Math.floor(random() * (to - from + 1)),
    between: (from, to) => from + random() * (to - from),
    isLikely: (chance) => random() < chance,
    one(list) {
      const value = list[Math.floor(random() * list.length)];
      if (value === undefined) throw new Error("nothing to draw from");
      return value;
    },
    some: (list, count) => [...list].sort(() => random() - 0.5).slice(0, count),
  };
  return draw;
}

function randomSlots(draw: Draw): Pick<GearProblem, "slots" | "symmetry"> {
  const names = [...draw.some(Object.keys(SLOT_POINTS), draw.whole(1, 6))];
  const sets = draw.some(Object.keys(STAT_SET_SHAPES), draw.whole(1, 4));
  const isOdd = draw.isLikely(0.15);
  const slots: GearSlot[] = [];
  const symmetry: number[][] = [];
  let combinations = 1;
  while (slots.length < names.length) {
    const name = names[slots.length] ?? "";
    const options = randomOptions(draw, name, sets, isOdd);
    combinations *= options.length;
    if (combinations > MOST_COMBINATIONS) break;
    slots.push({ name, options });
    const copies = draw.one([0, 0, 1, 2]);
    const group = [slots.length - 1];
    for (let copy = 0; copy < copies && combinations * options.length <= MOST_COMBINATIONS; copy++) {
      combinations *= options.length;
      group.push(slots.length);
      slots.push({ name: `${name}, copy ${copy + 1}`, options });
      names.splice(slots.length - 1, 0, name);
    }
    // Equal slots that no symmetry names must not be merged.
    if (group.length > 1 && draw.isLikely(0.8)) symmetry.push(group);
  }
  return { slots, symmetry };
}

function randomOptions(draw: Draw, slot: string, sets: readonly string[], isOdd: boolean): GearOption[] {
  if (isOdd) {
    return Array.from({ length: draw.whole(1, 4) }, (_, index) => ({
      stat: `Set ${index + 1}`,
      points: randomPoints(draw),
    }));
  }
  const offered = draw.isLikely(0.2) ? draw.some(sets, draw.whole(1, sets.length)) : sets;
  const worth = draw.one([1, 1, 1, 4]);
  const options = offered.map((stat) => ({
    stat,
    points: Object.fromEntries(
      Object.entries(pointsOf(stat, slot)).map(([name, points]) => [name, points * worth]),
    ),
  }));
  const [first] = options;
  // Two names for the same points are two different gears.
  return first && draw.isLikely(0.1) ? [...options, { ...first, stat: `${first.stat} again` }] : options;
}

function randomPoints(draw: Draw): Record<string, number> {
  const points: Record<string, number> = {};
  for (const name of draw.some(POINT_ATTRIBUTES, draw.whole(0, 4))) {
    points[name] = draw.isLikely(0.8) ? draw.whole(-20, 300) : draw.between(-20, 300);
  }
  if (draw.isLikely(0.5)) points[draw.one(FRACTION_ATTRIBUTES)] = draw.between(-0.1, 0.3);
  if (draw.isLikely(0.2)) points[draw.one(SMALL_COEFFICIENTS)] = draw.between(0, 3);
  return points;
}

function randomInfusions(draw: Draw): GearProblem["infusions"] {
  const attributes = [
    "Power",
    "Precision",
    "Condition Damage",
    "Concentration",
    "Toughness",
    "Healing Power",
  ];
  const kind = draw.one(["none", "none", "fixed", "choose"]);
  const pointsEach = draw.one([5, 5, 7, 40]);
  if (kind === "none") return null;
  if (kind === "fixed") {
    const counts = draw.some(attributes, 2).map((name) => [name, draw.whole(0, 9)] as const);
    return { mode: "fixed", pointsEach, counts: Object.fromEntries(counts) };
  }
  const options = draw
    .some(attributes, draw.whole(1, 3))
    .map((attribute) => ({ attribute, max: draw.whole(1, 5) }));
  const most = options.reduce((sum, { max }) => sum + max, 0);
  return { mode: "choose", pointsEach, total: draw.whole(0, Math.min(most, 5)), options };
}

function randomScenario(draw: Draw): GearScenario {
  const base: Record<string, number> = {};
  for (const name of POINT_ATTRIBUTES) {
    if (draw.isLikely(0.6)) base[name] = draw.whole(900, 1600) - (draw.isLikely(0.5) ? 900 : 0);
  }
  Object.assign(base, { Power: 1000 + draw.whole(0, 500), Precision: draw.whole(900, 2600), Health: 9212 });
  base["Critical Damage"] = 1.5;
  base["Critical Chance"] = draw.between(-0.2, 0.7);
  for (const name of COEFFICIENTS) if (draw.isLikely(0.6)) base[name] = draw.between(0, 3000);
  for (const name of SMALL_COEFFICIENTS) if (draw.isLikely(0.5)) base[name] = draw.between(0, 15);
  for (const name of OTHER_COEFFICIENTS) if (draw.isLikely(0.2)) base[name] = draw.between(0, 200);
  for (const name of FRACTION_ATTRIBUTES) if (draw.isLikely(0.3)) base[name] ??= draw.between(0, 0.6);
  const multipliers = MULTIPLIER_NAMES.map((name) => [name, draw.between(0.5, 1.6)] as const);
  return {
    fraction: draw.between(0.1, 1),
    base,
    conversions: randomConversions(draw, POINT_ATTRIBUTES),
    buffs: draw
      .some([...POINT_ATTRIBUTES, ...FRACTION_ATTRIBUTES], draw.whole(0, 4))
      .map((name) => [name, POINT_ATTRIBUTES.includes(name) ? draw.whole(-100, 750) : draw.between(0, 0.4)]),
    conversionsAfterBuffs: draw.isLikely(0.5)
      ? randomConversions(draw, [...POINT_ATTRIBUTES, "Critical Chance", "Phantasm Critical Chance"])
      : [],
    multipliers: Object.fromEntries(multipliers) as Record<MultiplierName, number>,
  };
}

function randomConversions(draw: Draw, sources: readonly string[]): GearConversion[] {
  return Array.from({ length: draw.whole(0, 4) }, () => {
    const target = draw.isLikely(0.8) ? draw.one(POINT_ATTRIBUTES) : draw.one(FRACTION_ATTRIBUTES);
    const isPoints = POINT_ATTRIBUTES.includes(target);
    const pairs = Array.from({ length: draw.whole(1, 2) }, () => {
      const source = draw.one(sources);
      const sign = draw.isLikely(0.15) ? -1 : 1;
      const worth = POINT_ATTRIBUTES.includes(source) === isPoints ? 1 : isPoints ? 1000 : 1 / 2000;
      return [source, sign * worth * draw.one([0.03, 0.07, 0.1, 0.5, draw.between(0, 0.2)])] as const;
    });
    return [target, pairs] as const;
  });
}

function randomConditions(draw: Draw): GearProblem["conditions"] {
  const scalesWith = () => (draw.isLikely(0.9) ? "Condition Damage" : "Power");
  const tick = () => ({ factor: draw.between(0.02, 0.2), base: draw.between(10, 140) });
  return {
    bleeding: { scalesWith: scalesWith(), ...tick() },
    burning: { scalesWith: scalesWith(), ...tick() },
    poison: { scalesWith: scalesWith(), ...tick() },
    torment: { scalesWith: scalesWith(), still: tick(), moving: tick() },
    confusion: { scalesWith: scalesWith(), passive: tick(), onSkill: tick() },
  };
}

function randomObjective(draw: Draw): GearObjective {
  return draw.one<GearObjective>([
    "Damage",
    "Damage",
    "Damage",
    "Survivability",
    "Healing",
    { Damage: 1, Survivability: draw.between(0, 5), Healing: draw.between(0, 10) },
  ]);
}

/** Limits at what some random gear has, so that it meets them exactly, sometimes far from any gear. */
function randomConstraints(draw: Draw, problem: GearProblem): GearConstraints {
  const count = draw.one([0, 0, 1, 1, 2, 3]);
  if (count === 0) return {};
  const value = evaluateGear(problem, randomChoice(draw, problem));
  const of = (name: string) => value.attributes[name] ?? 0;
  const reached: Record<GearConstraintName, number> = {
    minBoonDuration: of("Boon Duration"),
    minQuicknessDuration: of("Boon Duration") + of("Quickness Duration"),
    minHealingPower: of("Healing Power"),
    minToughness: of("Toughness"),
    maxToughness: of("Toughness"),
    minHealth: of("Health"),
    minCritChance: of("Critical Chance"),
    minOutgoingHealing: of("Outgoing Healing"),
    minDamage: value.Damage,
    minHealing: value.Healing,
    minSurvivability: value.Survivability,
  };
  const limits: Partial<Record<GearConstraintName, number>> = {};
  for (const name of draw.some(CONSTRAINT_NAMES, count)) {
    limits[name] = reached[name] * draw.one([1, 1, 1, 0.98, 1.02, draw.isLikely(0.2) ? 3 : 1]);
  }
  return limits;
}

function randomChoice(draw: Draw, { slots, infusions }: GearProblem): GearChoice {
  const options = slots.map((slot) => draw.whole(0, slot.options.length - 1));
  if (infusions?.mode !== "choose") return { options, infusions: [] };
  let left = infusions.total;
  return {
    options,
    infusions: infusions.options.map(({ max }) => {
      const take = Math.min(max, left);
      left -= take;
      return take;
    }),
  };
}
