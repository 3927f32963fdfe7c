import {
  type ChosenInfusions,
  GEAR_MEASURES,
  type GearChoice,
  type GearConstraintName,
  type GearMeasure,
  type GearObjective,
  type GearProblem,
} from "./problem.ts";
import { type DamageDistribution, totalDamage, valueScenario } from "./value-scenario.ts";

/** Room for rounding when a limit is tested; many gears reach a limit exactly. */
export const CONSTRAINT_TOLERANCE = 1e-9;

export interface GearValue {
  readonly Damage: number;
  readonly Survivability: number;
  readonly Healing: number;
  /** Value of the problem's objective. */
  readonly objective: number;
  /** Damage by source, summed over the scenarios with their fractions. */
  readonly damageDistribution: DamageDistribution;
  /** Attributes of the first scenario after all conversions. */
  readonly attributes: Readonly<Record<string, number>>;
  /** Limits that are not kept; empty for a valid gear. */
  readonly violated: readonly GearConstraintName[];
}

/** Values one gear by the reference evaluator. The choice must fit the problem (one option index a slot). */
export function evaluateGear(problem: GearProblem, choice: GearChoice): GearValue {
  return evaluatePoints(problem, gearPoints(problem, choice));
}

/** Sums the points of the chosen options and of the infusions, fixed or chosen. */
export function gearPoints(problem: GearProblem, choice: GearChoice): Map<string, number> {
  const sum = new Map<string, number>();
  const add = (name: string, amount: number) => sum.set(name, (sum.get(name) ?? 0) + amount);
  problem.slots.forEach((slot, index) => {
    const option = slot.options[choice.options[index] ?? 0];
    for (const [name, amount] of Object.entries(option?.points ?? {})) add(name, amount);
  });
  const { infusions } = problem;
  if (infusions?.mode === "fixed") {
    for (const [name, count] of Object.entries(infusions.counts)) add(name, count * infusions.pointsEach);
  }
  if (infusions?.mode === "choose") {
    infusions.options.forEach((option, index) => {
      add(option.attribute, (choice.infusions[index] ?? 0) * infusions.pointsEach);
    });
  }
  return sum;
}

export function evaluatePoints(problem: GearProblem, points: ReadonlyMap<string, number>): GearValue {
  const scenarios = problem.scenarios.map((scenario) => ({
    fraction: scenario.fraction,
    value: valueScenario(problem, scenario, points),
  }));
  const sums = { Damage: 0, Survivability: 0, Healing: 0 };
  for (const { fraction, value } of scenarios) {
    sums.Damage += totalDamage(value.damage) * fraction;
    sums.Survivability += value.survivability * fraction;
    sums.Healing += value.healing * fraction;
  }
  const attributes = scenarios[0]?.value.attributes ?? new Map<string, number>();
  return {
    ...sums,
    objective: objectiveValue(problem.objective, sums),
    damageDistribution: sumDistributions(scenarios),
    attributes: Object.fromEntries(attributes),
    violated: violatedConstraints(problem, attributes, sums),
  };
}

/** A single measure stays as it is, so that equal gears keep bit-equal values. */
export function objectiveValue(
  objective: GearObjective,
  sums: Readonly<Record<GearMeasure, number>>,
): number {
  if (typeof objective === "string") return sums[objective];
  return GEAR_MEASURES.reduce((sum, measure) => sum + (objective[measure] ?? 0) * sums[measure], 0);
}

/** What a constraint looks at, for the attributes of the first scenario and the summed measures. */
export function constrainedValue(
  name: GearConstraintName,
  get: (attribute: string) => number,
  sums: Readonly<Record<GearMeasure, number>>,
): number {
  switch (name) {
    case "minBoonDuration":
      return get("Boon Duration");
    case "minQuicknessDuration":
      return get("Boon Duration") + get("Quickness Duration");
    case "minHealingPower":
      return get("Healing Power");
    case "minToughness":
    case "maxToughness":
      return get("Toughness");
    case "minHealth":
      return get("Health");
    case "minCritChance":
      return get("Critical Chance");
    case "minOutgoingHealing":
      return get("Outgoing Healing");
    case "minDamage":
      return sums.Damage;
    case "minHealing":
      return sums.Healing;
    case "minSurvivability":
      return sums.Survivability;
  }
}

/** What a constraint looks at as something to make large: as it is, or negative for a maximum. */
export function aimValue(
  name: GearConstraintName,
  get: (attribute: string) => number,
  sums: Readonly<Record<GearMeasure, number>>,
): number {
  const value = constrainedValue(name, get, sums);
  return name === "maxToughness" ? -value : value;
}

/**
 * The limit with its room for rounding: a minimum is kept when the value reaches `limit * (1 - 1e-9)`, a maximum
 * when it stays within `limit * (1 + 1e-9)`; a negative limit gets its room on the same side.
 */
export function relaxedLimit(name: GearConstraintName, limit: number): number {
  const room = Math.abs(limit) * CONSTRAINT_TOLERANCE;
  return name === "maxToughness" ? limit + room : limit - room;
}

function violatedConstraints(
  problem: GearProblem,
  attributes: ReadonlyMap<string, number>,
  sums: Readonly<Record<GearMeasure, number>>,
): GearConstraintName[] {
  const get = (name: string) => attributes.get(name) ?? 0;
  const limits = Object.entries(problem.constraints) as [GearConstraintName, number][];
  return limits
    .filter(([name, limit]) => {
      const value = constrainedValue(name, get, sums);
      const bound = relaxedLimit(name, limit);
      return name === "maxToughness" ? value > bound : value < bound;
    })
    .map(([name]) => name);
}

function sumDistributions(
  scenarios: readonly {
    readonly fraction: number;
    readonly value: { readonly damage: DamageDistribution };
  }[],
): DamageDistribution {
  const sum = (key: keyof DamageDistribution) =>
    scenarios.reduce((total, { fraction, value }) => total + value.damage[key] * fraction, 0);
  return {
    strike: sum("strike"),
    secondStrike: sum("secondStrike"),
    siphon: sum("siphon"),
    flat: sum("flat"),
    bleeding: sum("bleeding"),
    burning: sum("burning"),
    confusion: sum("confusion"),
    poison: sum("poison"),
    torment: sum("torment"),
  };
}

/** How often each infusion option is placed, by attribute name, for results and texts. */
export function namedInfusions(
  infusions: ChosenInfusions,
  counts: readonly number[],
): Record<string, number> {
  const named: Record<string, number> = {};
  infusions.options.forEach((option, index) => {
    const count = counts[index] ?? 0;
    if (count > 0) named[option.attribute] = (named[option.attribute] ?? 0) + count;
  });
  return named;
}
