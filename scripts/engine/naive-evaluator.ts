/**
 * The calculation written down plainly with objects and dictionaries, from the rules in docs/engine.md and from nothing
 * of the fast path: what the fast evaluator is measured against, and a second opinion for its results.
 */
import type { AppliedSource, ScaledEffect } from "#lib/engine/applied-effects.ts";
import { DAMAGING_CONDITIONS, isPointAttribute, type Rule } from "#lib/engine/attribute-ids.ts";
import type { CalculationInput } from "#lib/engine/build-damage.ts";
import { tickOf } from "#lib/engine/condition-ticks.ts";
import { limitToUnit, roundHalfToEven } from "#lib/engine/rounding.ts";
import type { Scenario } from "#lib/engine/scenarios.ts";

type Values = Record<string, number>;

export interface NaiveResult {
  readonly damage: number;
  readonly survivability: number;
  readonly healing: number;
}

export interface NaiveScenario {
  readonly fraction: number;
  readonly effects: readonly ScaledEffect[];
}

export function naiveScenarios(scenarios: readonly Scenario[]): readonly NaiveScenario[] {
  return scenarios.map(({ fraction, sources }) => ({
    fraction,
    effects: sources.flatMap((source: AppliedSource) => source.effects),
  }));
}

/** Evaluates gear (points by attribute name) in all scenarios. */
export function evaluateNaively(
  input: CalculationInput,
  scenarios: readonly NaiveScenario[],
  gear: Readonly<Values>,
): NaiveResult {
  let damage = 0;
  let survivability = 0;
  let healing = 0;
  for (const { fraction, effects } of scenarios) {
    const values = attributesOf(input, effects, gear);
    damage += fraction * damageOf(input, effects, values);
    const taken = factorOf(effects, "reducePool", "reduce", "none", "incoming.strike", -1);
    survivability += (fraction * (get(values, "health") * get(values, "armor"))) / taken / 1967;
    healing += fraction * (390 + 0.3 * get(values, "healingPower")) * (1 + get(values, "outgoingHealing"));
  }
  return { damage, survivability, healing };
}

function get(values: Readonly<Values>, name: string): number {
  return values[name] ?? 0;
}

function plus(values: Values, name: string, amount: number): void {
  values[name] = get(values, name) + amount;
}

function attributesOf(
  { base }: CalculationInput,
  effects: readonly ScaledEffect[],
  gear: Readonly<Values>,
): Values {
  const before: Values = { power: 1000, precision: 1000, toughness: 1000, vitality: 1000 };
  for (const name of ["criticalChance", "criticalChance.clone", "criticalChance.phantasm"])
    before[name] = 0.05;
  before.defense = base.defense;
  for (const [name, value] of Object.entries(base.coefficients)) plus(before, name, value);
  for (const [name, points] of Object.entries(gear)) plus(before, name, points);
  for (const effect of effects) if (effect.op === "add") plus(before, effect.target, effect.v);
  const values = { ...before };
  applyConversions(effects, "convert", values, (name) => get(before, name));
  for (const effect of effects) if (effect.op === "addLate") plus(values, effect.target, effect.v);
  const chance = (get(values, "precision") - 1000) / 2100;
  for (const name of ["criticalChance", "criticalChance.clone", "criticalChance.phantasm"])
    plus(values, name, chance);
  values.criticalDamage = 1.5 + get(values, "ferocity") / 1500;
  plus(values, "boonDuration", get(values, "concentration") / 1500);
  plus(values, "conditionDuration", get(values, "expertise") / 1500);
  values.armor = get(values, "defense") + get(values, "toughness");
  const healthFactor = effects.reduce(
    (product, effect) => (effect.op === "multiplyHealth" ? product * (1 + effect.v) : product),
    1,
  );
  values.health = roundHalfToEven((base.baseHealth + 10 * get(values, "vitality")) * healthFactor);
  applyConversions(effects, "convertLate", values, (name) =>
    name.startsWith("criticalChance") ? limitToUnit(get(values, name)) : get(values, name),
  );
  return values;
}

function applyConversions(
  effects: readonly ScaledEffect[],
  op: "convert" | "convertLate",
  values: Values,
  read: (name: string) => number,
): void {
  const rates = new Map<string, { target: string; from: string; rate: number }>();
  for (const effect of effects) {
    if (effect.op !== op) continue;
    const key = `${effect.target}/${effect.from}`;
    const pair = rates.get(key) ?? { target: effect.target, from: effect.from, rate: 0 };
    pair.rate += effect.v;
    rates.set(key, pair);
  }
  for (const { target, from, rate } of rates.values()) {
    const product = read(from) * rate;
    plus(values, target, isPointAttribute(target) ? roundHalfToEven(product) : product);
  }
}

/** (1 + sum of pool) x product of (1 + multiply) x (1 + sum of target pool); `sign` -1 for reductions. */
function factorOf(
  effects: readonly ScaledEffect[],
  pool: string,
  multiply: string,
  targetPool: string,
  target: string,
  sign: 1 | -1,
): number {
  let sum = 0;
  let targetSum = 0;
  let product = 1;
  for (const effect of effects) {
    if (!("target" in effect) || effect.target !== target || !("v" in effect)) continue;
    if (effect.op === pool) sum += sign * effect.v;
    else if (effect.op === multiply) product *= 1 + sign * effect.v;
    else if (effect.op === targetPool) targetSum += effect.v;
  }
  return (1 + sum) * product * (1 + targetSum);
}

function damageOf(input: CalculationInput, effects: readonly ScaledEffect[], values: Values): number {
  const m = (name: string): number =>
    factorOf(effects, "pool", "multiply", "targetPool", `damage.${name}`, 1);
  const glancing = effects.reduce(
    (product, effect) => (effect.op === "glance" ? product * (1 - effect.chance * effect.v) : product),
    1,
  );
  const power = get(values, "power");
  const chance = limitToUnit(get(values, "criticalChance"));
  const perCoefficient =
    power * (1 + chance * (get(values, "criticalDamage") * m("critical") - 1)) -
    power * (1 - chance) * (1 - glancing);
  const strike =
    ((get(values, "coefficient.strike") * perCoefficient +
      get(values, "coefficient.strikeNoCrit") * power * glancing) /
      input.target.armor) *
    m("strike");
  const siphon =
    (get(values, "coefficient.siphonBase") + get(values, "coefficient.siphonPerPower") * power) * m("siphon");
  return (
    strike +
    secondStrike(input, values, m, glancing) +
    siphon +
    get(values, "dps.flat") +
    conditionsOf(input, effects, values, m)
  );
}

function secondStrike(
  { profession, target }: CalculationInput,
  values: Values,
  m: (name: string) => number,
  glancing: number,
): number {
  const perArmor = get(values, "coefficient.strike2") / target.armor;
  const power = get(values, "power");
  if (profession === "Mesmer") {
    const chance = limitToUnit(get(values, "criticalChance.phantasm"));
    const critical = get(values, "criticalDamage") * m("phantasmCritical");
    return perArmor * power * (1 + chance * (critical - 1)) * m("phantasm");
  }
  const chance = limitToUnit(
    get(values, "criticalChance") +
      get(values, "criticalChance.shroud") +
      get(values, "shroud.precision") / 2100,
  );
  const critical =
    (get(values, "criticalDamage") + get(values, "shroud.ferocity") / 1500) *
    m("critical") *
    m("shroudCritical");
  return (
    perArmor *
    (power + get(values, "shroud.power")) *
    (1 + chance * (critical - 1) - (1 - chance) * (1 - glancing)) *
    m("strike") *
    m("shroud")
  );
}

function conditionsOf(
  { mode, target }: CalculationInput,
  effects: readonly ScaledEffect[],
  values: Values,
  m: (name: string) => number,
): number {
  const rules = new Set<Rule>(effects.flatMap((effect) => (effect.op === "setRule" ? [effect.target] : [])));
  let sum = 0;
  for (const name of DAMAGING_CONDITIONS) {
    const tick = tickOf(name, mode, target, rules);
    const duration =
      1 +
      limitToUnit(get(values, "conditionDuration") + get(values, `conditionDuration.${name}`)) +
      get(values, "conditionDuration.uncapped");
    sum +=
      get(values, `coefficient.${name}`) *
      (tick.base + tick.factor * get(values, tick.scalesWith)) *
      m("condition") *
      m(name) *
      duration;
  }
  return sum;
}
