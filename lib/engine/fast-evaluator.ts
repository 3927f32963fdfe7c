/**
 * The same calculation as `computeDamage` over compiled arrays: no objects, no allocation per evaluation. It gives the
 * same bits for attributes and the same numbers to 1e-12 for damage; a property test compares the two.
 */
import { attributeIndex, DAMAGING_CONDITIONS, GEAR_ATTRIBUTES } from "./attribute-ids.ts";
import type { CompiledCalculation, CompiledConversions, CompiledScenario } from "./compile.ts";
import { limitToUnit, roundHalfToEven } from "./rounding.ts";
import {
  BASE_CRITICAL_DAMAGE,
  HEALTH_PER_VITALITY,
  POINTS_PER_WHOLE,
  PRECISION_PER_CRITICAL_CHANCE,
  PRIMARY_POINTS,
} from "./scenario-attributes.ts";
import { DAMAGE_PARTS, REFERENCE_HEAL, SURVIVABILITY_ARMOR } from "./scenario-damage.ts";

/** Where the numbers stand in `FastEvaluator.results`; damage by part follows in the order of `DAMAGE_PARTS`. */
export const RESULT = { damage: 0, survivability: 1, healing: 2, parts: 3 } as const;

export interface FastEvaluator {
  /** Overwritten by every evaluation. */
  readonly results: Float64Array;
  /** Attributes of each scenario in the order of `ATTRIBUTES`, overwritten by every evaluation. */
  readonly attributes: readonly Float64Array[];
  /** Evaluates gear plus infusions: points of `GEAR_ATTRIBUTES` in that order, integers. */
  evaluate(points: Float64Array): void;
}

const POWER = attributeIndex("power");
const PRECISION = attributeIndex("precision");
const TOUGHNESS = attributeIndex("toughness");
const VITALITY = attributeIndex("vitality");
const FEROCITY = attributeIndex("ferocity");
const EXPERTISE = attributeIndex("expertise");
const CONCENTRATION = attributeIndex("concentration");
const HEALING_POWER = attributeIndex("healingPower");
const DEFENSE = attributeIndex("defense");
const SHROUD_POWER = attributeIndex("shroud.power");
const SHROUD_PRECISION = attributeIndex("shroud.precision");
const SHROUD_FEROCITY = attributeIndex("shroud.ferocity");
const CHANCE = attributeIndex("criticalChance");
const CLONE_CHANCE = attributeIndex("criticalChance.clone");
const PHANTASM_CHANCE = attributeIndex("criticalChance.phantasm");
const SHROUD_CHANCE = attributeIndex("criticalChance.shroud");
const BOON_DURATION = attributeIndex("boonDuration");
const CONDITION_DURATION = attributeIndex("conditionDuration");
const UNCAPPED_DURATION = attributeIndex("conditionDuration.uncapped");
const OUTGOING_HEALING = attributeIndex("outgoingHealing");
const STRIKE = attributeIndex("coefficient.strike");
const STRIKE_NO_CRIT = attributeIndex("coefficient.strikeNoCrit");
const STRIKE2 = attributeIndex("coefficient.strike2");
const SIPHON_BASE = attributeIndex("coefficient.siphonBase");
const SIPHON_PER_POWER = attributeIndex("coefficient.siphonPerPower");
const FLAT = attributeIndex("dps.flat");
const CRITICAL_DAMAGE = attributeIndex("criticalDamage");
const ARMOR = attributeIndex("armor");
const HEALTH = attributeIndex("health");
const GEAR_INDEXES = Int32Array.from(GEAR_ATTRIBUTES, attributeIndex);
const CONDITION_COUNT = DAMAGING_CONDITIONS.length;
const CONDITION_PARTS = RESULT.parts + DAMAGE_PARTS.indexOf(DAMAGING_CONDITIONS[0]);

/** Reads within the length of an array, so the 0 never stands in. One function per type of array keeps reads fast. */
function at(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}

function intAt(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

export function createFastEvaluator(calculation: CompiledCalculation): FastEvaluator {
  const results = new Float64Array(RESULT.parts + DAMAGE_PARTS.length);
  const runs = calculation.scenarios.map((scenario) => new ScenarioRun(calculation, scenario, results));
  return {
    results,
    attributes: runs.map(({ values }) => values),
    evaluate(points) {
      results.fill(0);
      for (const run of runs) run.evaluate(points);
    },
  };
}

class ScenarioRun {
  readonly values: Float64Array;
  private readonly before: Float64Array;
  private readonly calculation: CompiledCalculation;
  private readonly scenario: CompiledScenario;
  private readonly results: Float64Array;
  private readonly critical: number;
  private readonly strikeFactor: number;
  private readonly glancing: number;
  private readonly second: { readonly critical: number; readonly factor: number };
  private readonly siphonFactor: number;
  private readonly incomingStrike: number;
  private readonly mesmer: boolean;

  constructor(calculation: CompiledCalculation, scenario: CompiledScenario, results: Float64Array) {
    const { damage, incoming, glancing } = scenario.multipliers;
    this.calculation = calculation;
    this.scenario = scenario;
    this.results = results;
    this.values = new Float64Array(scenario.start.length);
    this.before = new Float64Array(scenario.start.length);
    this.mesmer = calculation.profession === "Mesmer";
    this.critical = damage["damage.critical"].value;
    this.strikeFactor = damage["damage.strike"].value;
    this.glancing = glancing.value;
    this.second = this.mesmer
      ? { critical: damage["damage.phantasmCritical"].value, factor: damage["damage.phantasm"].value }
      : {
          critical: this.critical * damage["damage.shroudCritical"].value,
          factor: this.strikeFactor * damage["damage.shroud"].value,
        };
    this.siphonFactor = damage["damage.siphon"].value;
    this.incomingStrike = incoming["incoming.strike"].value;
  }

  evaluate(points: Float64Array): void {
    this.attributes(points);
    this.indicators();
  }

  private attributes(points: Float64Array): void {
    const { values, before, scenario } = this;
    before.set(scenario.start);
    for (let i = 0; i < GEAR_INDEXES.length; i++) {
      const index = intAt(GEAR_INDEXES, i);
      before[index] = at(before, index) + at(points, i);
    }
    addAll(before, scenario.additions.targets, scenario.additions.amounts);
    values.set(before);
    convertAll(values, before, scenario.conversions);
    addAll(values, scenario.lateAdditions.targets, scenario.lateAdditions.amounts);
    this.derive();
    const late = scenario.lateConversions;
    for (let i = 0; i < late.targets.length; i++) {
      const source = intAt(late.sources, i);
      const isChance =
        source === CHANCE ||
        source === CLONE_CHANCE ||
        source === PHANTASM_CHANCE ||
        source === SHROUD_CHANCE;
      const read = at(values, source);
      const product = (isChance ? limitToUnit(read) : read) * at(late.rates, i);
      const target = intAt(late.targets, i);
      values[target] =
        at(values, target) + (intAt(late.rounded, i) === 1 ? roundHalfToEven(product) : product);
    }
  }

  private derive(): void {
    const { values, calculation, scenario } = this;
    const fromPrecision = (at(values, PRECISION) - PRIMARY_POINTS) / PRECISION_PER_CRITICAL_CHANCE;
    values[CHANCE] = at(values, CHANCE) + fromPrecision;
    values[CLONE_CHANCE] = at(values, CLONE_CHANCE) + fromPrecision;
    values[PHANTASM_CHANCE] = at(values, PHANTASM_CHANCE) + fromPrecision;
    values[CRITICAL_DAMAGE] = BASE_CRITICAL_DAMAGE + at(values, FEROCITY) / POINTS_PER_WHOLE;
    values[BOON_DURATION] = at(values, BOON_DURATION) + at(values, CONCENTRATION) / POINTS_PER_WHOLE;
    values[CONDITION_DURATION] = at(values, CONDITION_DURATION) + at(values, EXPERTISE) / POINTS_PER_WHOLE;
    values[ARMOR] = at(values, DEFENSE) + at(values, TOUGHNESS);
    values[HEALTH] = roundHalfToEven(
      (calculation.baseHealth + HEALTH_PER_VITALITY * at(values, VITALITY)) * scenario.healthFactor,
    );
  }

  private indicators(): void {
    const { values, results } = this;
    const { fraction } = this.scenario;
    let damage = this.part(0, this.strike());
    damage += this.part(1, this.mesmer ? this.phantasms() : this.shroud());
    const siphon = at(values, SIPHON_BASE) + at(values, SIPHON_PER_POWER) * at(values, POWER);
    damage += this.part(2, siphon * this.siphonFactor);
    damage += this.part(3, at(values, FLAT));
    damage += this.conditions();
    const survivability =
      (at(values, HEALTH) * at(values, ARMOR)) / this.incomingStrike / SURVIVABILITY_ARMOR;
    const healing =
      (REFERENCE_HEAL.base + REFERENCE_HEAL.perHealingPower * at(values, HEALING_POWER)) *
      (1 + at(values, OUTGOING_HEALING));
    results[RESULT.damage] = at(results, RESULT.damage) + fraction * damage;
    results[RESULT.survivability] = at(results, RESULT.survivability) + fraction * survivability;
    results[RESULT.healing] = at(results, RESULT.healing) + fraction * healing;
  }

  private part(index: number, perSecond: number): number {
    const place = RESULT.parts + index;
    this.results[place] = at(this.results, place) + this.scenario.fraction * perSecond;
    return perSecond;
  }

  private strike(): number {
    const { values, glancing } = this;
    const chance = limitToUnit(at(values, CHANCE));
    const power = at(values, POWER);
    const perCoefficient =
      power * (1 + chance * (at(values, CRITICAL_DAMAGE) * this.critical - 1)) -
      power * (1 - chance) * (1 - glancing);
    return (
      ((at(values, STRIKE) * perCoefficient + at(values, STRIKE_NO_CRIT) * power * glancing) /
        this.calculation.targetArmor) *
      this.strikeFactor
    );
  }

  private phantasms(): number {
    const { values, second } = this;
    const chance = limitToUnit(at(values, PHANTASM_CHANCE));
    return (
      (at(values, STRIKE2) / this.calculation.targetArmor) *
      at(values, POWER) *
      (1 + chance * (at(values, CRITICAL_DAMAGE) * second.critical - 1)) *
      second.factor
    );
  }

  private shroud(): number {
    const { values, second } = this;
    const coefficient = at(values, STRIKE2);
    if (coefficient === 0) return 0;
    const chance = limitToUnit(
      at(values, CHANCE) +
        at(values, SHROUD_CHANCE) +
        at(values, SHROUD_PRECISION) / PRECISION_PER_CRITICAL_CHANCE,
    );
    const criticalDamage =
      (at(values, CRITICAL_DAMAGE) + at(values, SHROUD_FEROCITY) / POINTS_PER_WHOLE) * second.critical;
    return (
      (coefficient / this.calculation.targetArmor) *
      (at(values, POWER) + at(values, SHROUD_POWER)) *
      (1 + chance * (criticalDamage - 1) - (1 - chance) * (1 - this.glancing)) *
      second.factor
    );
  }

  private conditions(): number {
    const { values, results } = this;
    const { ticks, fraction } = this.scenario;
    let sum = 0;
    for (let i = 0; i < CONDITION_COUNT; i++) {
      const coefficient = at(values, intAt(ticks.coefficient, i));
      if (coefficient === 0) continue;
      const bonus = limitToUnit(at(values, CONDITION_DURATION) + at(values, intAt(ticks.duration, i)));
      const perSecond =
        coefficient *
        (at(ticks.base, i) + at(ticks.factor, i) * at(values, intAt(ticks.scalesWith, i))) *
        at(ticks.multiplier, i) *
        (1 + bonus + at(values, UNCAPPED_DURATION));
      results[CONDITION_PARTS + i] = at(results, CONDITION_PARTS + i) + fraction * perSecond;
      sum += perSecond;
    }
    return sum;
  }
}

function addAll(values: Float64Array, targets: Int32Array, amounts: Float64Array): void {
  for (let i = 0; i < targets.length; i++) {
    const target = intAt(targets, i);
    values[target] = at(values, target) + at(amounts, i);
  }
}

function convertAll(values: Float64Array, before: Float64Array, conversions: CompiledConversions): void {
  const { targets, sources, rates, rounded } = conversions;
  for (let i = 0; i < targets.length; i++) {
    const product = at(before, intAt(sources, i)) * at(rates, i);
    const target = intAt(targets, i);
    values[target] = at(values, target) + (intAt(rounded, i) === 1 ? roundHalfToEven(product) : product);
  }
}
