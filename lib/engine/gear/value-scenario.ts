import {
  CONDITION_KEYS,
  CONDITION_NAMES,
  type ConditionKey,
  type GearConditions,
  type GearConversion,
  type GearProblem,
  type GearScenario,
} from "./problem.ts";
import { roundHalfToEven } from "./rounding.ts";

/** Damage per second by where it comes from; the sum is the Damage of a scenario. */
export interface DamageDistribution {
  readonly strike: number;
  readonly secondStrike: number;
  readonly siphon: number;
  readonly flat: number;
  readonly bleeding: number;
  readonly burning: number;
  readonly confusion: number;
  readonly poison: number;
  readonly torment: number;
}

export interface ScenarioValue {
  readonly damage: DamageDistribution;
  readonly survivability: number;
  readonly healing: number;
  /** Every attribute after step 5, chances and durations as fractions. */
  readonly attributes: ReadonlyMap<string, number>;
}

/** Points per fraction: 1500 points of Ferocity, Concentration or Expertise are 1; 2100 of Precision. */
export const POINTS_PER_DURATION = 1500;
export const POINTS_PER_CRIT_CHANCE = 2100;
export const PRECISION_WITHOUT_CRITS = 1000;
export const HEALTH_PER_VITALITY = 10;
/** Scale that makes Survivability of a bare character about 1 per point of health. */
export const SURVIVABILITY_SCALE = 1967;
export const HEALING_PER_POINT = 0.3;
export const HEALING_BASE = 390;

/**
 * Values one scenario for the summed points of a gear, in exactly the order of operations of gear-problem v1
 * (Discretize gear optimizer, 2026-08-12), so results agree to the last bits. This is the reference: slow, plain,
 * and the judge of every faster way.
 */
export function valueScenario(
  problem: GearProblem,
  scenario: GearScenario,
  gearPoints: ReadonlyMap<string, number>,
): ScenarioValue {
  const attributes = scenarioAttributes(problem, scenario, gearPoints);
  const get = (name: string) => attributes.get(name) ?? 0;
  const { multipliers } = scenario;
  return {
    damage: {
      strike: strikeDamage(problem, scenario, get),
      secondStrike: secondStrikeDamage(problem, scenario, get),
      siphon:
        (get("Siphon Base Coefficient") + get("Siphon Coefficient") * get("Power")) * multipliers.siphon,
      flat: get("Flat DPS"),
      ...conditionDamage(problem, scenario, get),
    },
    survivability: (get("Health") * get("Armor")) / multipliers.incomingStrike / SURVIVABILITY_SCALE,
    healing: (HEALING_PER_POINT * get("Healing Power") + HEALING_BASE) * (1 + get("Outgoing Healing")),
    attributes,
  };
}

/** Sum in the order of the format: strike, second strike, siphon, flat, conditions. */
export function totalDamage(damage: DamageDistribution): number {
  let conditions = 0;
  for (const key of CONDITION_KEYS) conditions += damage[key];
  return damage.strike + damage.secondStrike + damage.siphon + damage.flat + conditions;
}

function scenarioAttributes(
  problem: GearProblem,
  scenario: GearScenario,
  gearPoints: ReadonlyMap<string, number>,
): Map<string, number> {
  const base = new Map(Object.entries(scenario.base));
  for (const [name, points] of gearPoints) base.set(name, (base.get(name) ?? 0) + points);
  const values = new Map(base);
  const add = (name: string, amount: number) => values.set(name, (values.get(name) ?? 0) + amount);
  const points = new Set(problem.pointAttributes);
  convert(scenario.conversions, points, (source) => base.get(source) ?? 0, add);
  for (const [name, amount] of scenario.buffs) add(name, amount);
  derive(problem, values, add);
  convert(scenario.conversionsAfterBuffs, points, (source) => limitedSource(values, source), add);
  return values;
}

function convert(
  conversions: readonly GearConversion[],
  pointAttributes: ReadonlySet<string>,
  read: (source: string) => number,
  add: (target: string, amount: number) => void,
): void {
  for (const [target, sources] of conversions) {
    for (const [source, rate] of sources) {
      const amount = read(source) * rate;
      add(target, pointAttributes.has(target) ? roundHalfToEven(amount) : amount);
    }
  }
}

function limitedSource(values: ReadonlyMap<string, number>, source: string): number {
  const value = values.get(source) ?? 0;
  return isCritChance(source) ? limitToChance(value) : value;
}

/** Critical chances are limited to 0..1 before a conversion after buffs reads them. */
export function isCritChance(attribute: string): boolean {
  return attribute.endsWith("Critical Chance");
}

export function limitToChance(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

function derive(
  problem: GearProblem,
  values: Map<string, number>,
  add: (name: string, amount: number) => void,
): void {
  const get = (name: string) => values.get(name) ?? 0;
  add("Critical Chance", (get("Precision") - PRECISION_WITHOUT_CRITS) / POINTS_PER_CRIT_CHANCE);
  add("Critical Damage", get("Ferocity") / POINTS_PER_DURATION);
  add("Boon Duration", get("Concentration") / POINTS_PER_DURATION);
  add("Condition Duration", get("Expertise") / POINTS_PER_DURATION);
  const bareHealth = get("Health") + HEALTH_PER_VITALITY * get("Vitality");
  values.set("Health", roundHalfToEven(bareHealth * (1 + get("Maximum Health"))));
  add("Armor", get("Toughness"));
  if (problem.secondStrike === "phantasm") {
    const chance = (get("Precision") - PRECISION_WITHOUT_CRITS) / POINTS_PER_CRIT_CHANCE;
    add("Clone Critical Chance", chance);
    add("Phantasm Critical Chance", chance);
    add("Phantasm Critical Damage", get("Ferocity") / POINTS_PER_DURATION);
  }
  if (problem.secondStrike === "shroud") {
    add("Alternative Power", get("Power"));
    add(
      "Alternative Critical Chance",
      get("Critical Chance") + get("Alternative Precision") / POINTS_PER_CRIT_CHANCE,
    );
    add(
      "Alternative Critical Damage",
      get("Critical Damage") + get("Alternative Ferocity") / POINTS_PER_DURATION,
    );
  }
}

type Read = (name: string) => number;

function strikeDamage(problem: GearProblem, { multipliers }: GearScenario, get: Read): number {
  const crit =
    1 + limitToChance(get("Critical Chance")) * (get("Critical Damage") * multipliers.critDamage - 1);
  const hits = get("Power Coefficient") * get("Power") * crit;
  const withoutCrits = get("NonCrit Power Coefficient") * get("Power");
  return ((hits + withoutCrits) / problem.armorOfTarget) * multipliers.strike;
}

function secondStrikeDamage(problem: GearProblem, { multipliers }: GearScenario, get: Read): number {
  const coefficient = get("Power2 Coefficient");
  if (!coefficient || problem.secondStrike === null) return 0;
  const perArmor = coefficient / problem.armorOfTarget;
  if (problem.secondStrike === "phantasm") {
    const chance = limitToChance(get("Phantasm Critical Chance"));
    const crit = 1 + chance * (get("Phantasm Critical Damage") * multipliers.phantasmCritDamage - 1);
    return perArmor * get("Power") * crit * multipliers.phantasm;
  }
  const critDamage =
    get("Alternative Critical Damage") * multipliers.critDamage * multipliers.alternativeCritDamage;
  const crit = 1 + limitToChance(get("Alternative Critical Chance")) * (critDamage - 1);
  return perArmor * get("Alternative Power") * crit * multipliers.strike * multipliers.alternative;
}

function conditionDamage(
  problem: GearProblem,
  { multipliers }: GearScenario,
  get: Read,
): Record<ConditionKey, number> {
  const damageOf = (key: ConditionKey) => {
    const name = CONDITION_NAMES[key];
    const coefficient = get(`${name} Coefficient`);
    if (coefficient === 0) return 0;
    const duration =
      1 +
      limitToChance(get(`${name} Duration`) + get("Condition Duration")) +
      get("Condition Duration Uncapped");
    const tick = tickDamage(problem, key, get(problem.conditions[key].scalesWith));
    return coefficient * duration * tick * multipliers.condition * multipliers[key];
  };
  return {
    bleeding: damageOf("bleeding"),
    burning: damageOf("burning"),
    confusion: damageOf("confusion"),
    poison: damageOf("poison"),
    torment: damageOf("torment"),
  };
}

function tickDamage(problem: GearProblem, key: ConditionKey, scaling: number): number {
  const { factor, base } = tickFormula(problem.conditions, key, problem.attackRate, problem.movementUptime);
  return factor * scaling + base;
}

/** The affine formula of one tick, with attack rate and movement of the target folded in. */
export function tickFormula(
  conditions: GearConditions,
  key: ConditionKey,
  attackRate: number,
  movementUptime: number,
): { readonly factor: number; readonly base: number } {
  if (key === "torment") {
    const { still, moving } = conditions.torment;
    return {
      factor: still.factor * (1 - movementUptime) + moving.factor * movementUptime,
      base: still.base * (1 - movementUptime) + moving.base * movementUptime,
    };
  }
  if (key === "confusion") {
    const { passive, onSkill } = conditions.confusion;
    return {
      factor: passive.factor + onSkill.factor * attackRate,
      base: passive.base + onSkill.base * attackRate,
    };
  }
  const { factor, base } = conditions[key];
  return { factor, base };
}
