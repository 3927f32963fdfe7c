/**
 * Flattens a calculation into numbers in arrays: what the fast evaluator runs on, and what a gear problem can be made
 * of. Everything that does not depend on gear is worked out here.
 */
import type { Profession } from "#lib/shared/game.ts";
import type { AppliedSource } from "./applied-effects.ts";
import {
  ATTRIBUTE_COUNT,
  type AttributeId,
  attributeIndex,
  DAMAGING_CONDITIONS,
  GEAR_ATTRIBUTES,
  isPointAttribute,
} from "./attribute-ids.ts";
import { type CalculationInput, checkTarget } from "./build-damage.ts";
import { tickOf } from "./condition-ticks.ts";
import type { Calculated } from "./failures.ts";
import { type Multipliers, multipliersOf } from "./multipliers.ts";
import { baseValues, conversionPairs } from "./scenario-attributes.ts";
import { type Scenario, splitIntoScenarios } from "./scenarios.ts";

/** Conversions as parallel arrays: values[target] += values[source] x rate, rounded where `rounded` is 1. */
export interface CompiledConversions {
  readonly targets: Int32Array;
  readonly sources: Int32Array;
  readonly rates: Float64Array;
  readonly rounded: Int32Array;
}

/** values[target] += amount, in order. */
export interface CompiledAdditions {
  readonly targets: Int32Array;
  readonly amounts: Float64Array;
}

export interface CompiledScenario {
  readonly fraction: number;
  /** Value of every attribute before gear, in the order of `ATTRIBUTES`. */
  readonly start: Float64Array;
  /** What is added after gear and before conversions. */
  readonly additions: CompiledAdditions;
  readonly conversions: CompiledConversions;
  readonly lateAdditions: CompiledAdditions;
  readonly lateConversions: CompiledConversions;
  readonly healthFactor: number;
  readonly multipliers: Multipliers;
  /** Damage of one stack and second in the order of `DAMAGING_CONDITIONS`. */
  readonly ticks: {
    readonly base: Float64Array;
    readonly factor: Float64Array;
    /** Index of the attribute the condition scales with. */
    readonly scalesWith: Int32Array;
    readonly coefficient: Int32Array;
    readonly duration: Int32Array;
    /** Multipliers of all conditions and of this one. */
    readonly multiplier: Float64Array;
  };
}

export interface CompiledCalculation {
  readonly profession: Profession;
  readonly baseHealth: number;
  readonly targetArmor: number;
  readonly scenarios: readonly CompiledScenario[];
}

/**
 * Compiles a calculation. Gear and infusions of the input are left out: they are what the evaluator is given.
 * Fails like `computeDamage`.
 */
export function compileCalculation(input: CalculationInput): Calculated<CompiledCalculation> {
  const target = checkTarget(input.target);
  if (!target.ok) return target;
  const scenarios = splitIntoScenarios(input.sources);
  if (!scenarios.ok) return scenarios;
  return {
    ok: true,
    value: {
      profession: input.profession,
      baseHealth: input.base.baseHealth,
      targetArmor: target.value.armor,
      scenarios: scenarios.value.map((scenario) => compileScenario(input, scenario)),
    },
  };
}

function compileScenario(input: CalculationInput, { fraction, sources }: Scenario): CompiledScenario {
  const start = new Float64Array(ATTRIBUTE_COUNT);
  for (const [id, value] of Object.entries(baseValues(input.base))) {
    start[attributeIndex(id as AttributeId)] = value;
  }
  const multipliers = multipliersOf(sources);
  return {
    fraction,
    start,
    additions: compileEarlyAdditions(start, sources),
    conversions: compileConversions("convert", sources),
    lateAdditions: compileAdditions(additionsOf("addLate", sources)),
    lateConversions: compileConversions("convertLate", sources),
    healthFactor: healthFactorOf(sources),
    multipliers,
    ticks: compileTicks(input, multipliers),
  };
}

interface Addition {
  readonly target: number;
  readonly amount: number;
}

function additionsOf(op: "add" | "addLate", sources: readonly AppliedSource[]): readonly Addition[] {
  return sources.flatMap(({ effects }) =>
    effects.flatMap((effect) =>
      effect.op === op ? [{ target: attributeIndex(effect.target), amount: effect.v }] : [],
    ),
  );
}

const GEAR_INDEXES: ReadonlySet<number> = new Set(GEAR_ATTRIBUTES.map(attributeIndex));

/**
 * Works additions into `start` where that changes no bit of the result, and returns the others. That is so where gear
 * gives nothing, and where all numbers are integers, whose sums are exact in any order.
 */
function compileEarlyAdditions(start: Float64Array, sources: readonly AppliedSource[]): CompiledAdditions {
  const additions = additionsOf("add", sources);
  const fractional = new Set(
    additions.filter(({ amount }) => !Number.isInteger(amount)).map(({ target }) => target),
  );
  const afterGear: Addition[] = [];
  for (const addition of additions) {
    if (GEAR_INDEXES.has(addition.target) && fractional.has(addition.target)) afterGear.push(addition);
    else start[addition.target] = (start[addition.target] ?? 0) + addition.amount;
  }
  return compileAdditions(afterGear);
}

function compileAdditions(additions: readonly Addition[]): CompiledAdditions {
  return {
    targets: Int32Array.from(additions, ({ target }) => target),
    amounts: Float64Array.from(additions, ({ amount }) => amount),
  };
}

function compileConversions(
  op: "convert" | "convertLate",
  sources: readonly AppliedSource[],
): CompiledConversions {
  const pairs = conversionPairs(op, sources);
  return {
    targets: Int32Array.from(pairs, ({ target }) => attributeIndex(target)),
    sources: Int32Array.from(pairs, ({ from }) => attributeIndex(from)),
    rates: Float64Array.from(pairs, ({ parts }) => parts.reduce((rate, { v }) => rate + v, 0)),
    rounded: Int32Array.from(pairs, ({ target }) => (isPointAttribute(target) ? 1 : 0)),
  };
}

function healthFactorOf(sources: readonly AppliedSource[]): number {
  let product = 1;
  for (const { effects } of sources) {
    for (const effect of effects) if (effect.op === "multiplyHealth") product *= 1 + effect.v;
  }
  return product;
}

function compileTicks(
  { mode, target }: CalculationInput,
  { damage, rules }: Multipliers,
): CompiledScenario["ticks"] {
  const ticks = DAMAGING_CONDITIONS.map((condition) => tickOf(condition, mode, target, rules));
  return {
    base: Float64Array.from(ticks, ({ base }) => base),
    factor: Float64Array.from(ticks, ({ factor }) => factor),
    scalesWith: Int32Array.from(ticks, ({ scalesWith }) => attributeIndex(scalesWith)),
    coefficient: Int32Array.from(DAMAGING_CONDITIONS, (name) => attributeIndex(`coefficient.${name}`)),
    duration: Int32Array.from(DAMAGING_CONDITIONS, (name) => attributeIndex(`conditionDuration.${name}`)),
    multiplier: Float64Array.from(
      DAMAGING_CONDITIONS,
      (name) => damage["damage.condition"].value * damage[`damage.${name}`].value,
    ),
  };
}
