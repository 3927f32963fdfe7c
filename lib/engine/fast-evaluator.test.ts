import { describe, expect, it } from "vitest";
import type { AppliedSource } from "./applied-effects.ts";
import { GEAR_ATTRIBUTES } from "./attribute-ids.ts";
import { type CalculationInput, computeDamage } from "./build-damage.ts";
import { compileCalculation } from "./compile.ts";
import { STANDARD_TARGET } from "./condition-ticks.ts";
import { createFastEvaluator, RESULT } from "./fast-evaluator.ts";
import { pointTotals } from "./gear-choice.ts";
import { marginalValues } from "./marginal-values.ts";

/** Power that strikes 1000 points worth of damage per second at 1000 power and no critical hits but the 5 %. */
const INPUT: CalculationInput = {
  profession: "Warrior",
  mode: "pve",
  base: {
    baseHealth: 9212,
    defense: 1271,
    gear: [],
    infusions: [],
    coefficients: { "coefficient.strike": 2597 },
  },
  sources: [],
  target: STANDARD_TARGET,
};

function evaluate(input: CalculationInput, points: Float64Array = new Float64Array(GEAR_ATTRIBUTES.length)) {
  const compiled = compileCalculation(input);
  if (!compiled.ok) throw new Error(compiled.error.message);
  const evaluator = createFastEvaluator(compiled.value);
  evaluator.evaluate(points);
  return evaluator;
}

describe("the fast evaluator", () => {
  it("calculates as by hand", () => {
    const { results } = evaluate(INPUT);
    expect(results[RESULT.damage]).toBeCloseTo(1000 * (1 + 0.05 * 0.5), 9);
    // (9212 + 10 x 1000) x (1271 + 1000) / 1967.
    expect(results[RESULT.survivability]).toBeCloseTo((19_212 * 2271) / 1967, 6);
    expect(results[RESULT.healing]).toBe(390);
  });

  it("adds gear before conversions and rounds what they give", () => {
    const sources: AppliedSource[] = [
      { source: "conversion", effects: [{ op: "convert", target: "power", from: "vitality", v: 0.0715 }] },
    ];
    const points = pointTotals([
      { source: "a", attribute: "vitality", points: 100 },
      { source: "b", attribute: "power", points: 50 },
    ]);
    // 1100 x 0.0715 = 78.65, rounded to 79.
    const { results } = evaluate({ ...INPUT, sources }, points);
    expect(results[RESULT.damage]).toBeCloseTo(1129 * 1.025, 9);
  });

  it("weighs scenarios with their fraction of the time", () => {
    const sources: AppliedSource[] = [
      {
        source: "fury",
        effects: [{ op: "addLate", target: "criticalChance", v: 1 }],
        split: { group: null, variant: "on", uptime: 0.25 },
      },
    ];
    const { results } = evaluate({ ...INPUT, sources });
    expect(results[RESULT.damage]).toBeCloseTo(1000 * (0.75 * 1.025 + 0.25 * 1.5), 9);
  });

  it("can be asked again and again without remembering", () => {
    const evaluator = evaluate(INPUT);
    const before = evaluator.results.slice();
    evaluator.evaluate(new Float64Array(GEAR_ATTRIBUTES.length).fill(500));
    expect(evaluator.results[RESULT.damage]).toBeGreaterThan(before[RESULT.damage] ?? 0);
    evaluator.evaluate(new Float64Array(GEAR_ATTRIBUTES.length));
    expect(evaluator.results).toEqual(before);
  });

  it("refuses what the plain calculation refuses", () => {
    const noArmor = { ...INPUT, target: { ...STANDARD_TARGET, armor: 0 } };
    const conflicting: AppliedSource[] = [0.7, 0.6].map((uptime, index) => ({
      source: `s${index}`,
      effects: [],
      split: { group: "one", variant: `v${index}`, uptime },
    }));
    for (const input of [noArmor, { ...INPUT, sources: conflicting }]) {
      const [compiled, computed] = [compileCalculation(input), computeDamage(input)];
      expect(compiled).toMatchObject({ ok: false });
      expect(compiled).toEqual(computed);
    }
  });
});

describe("marginal values", () => {
  it("are what one and five points more add to the build", () => {
    const values = marginalValues(INPUT);
    if (!values.ok) throw new Error(values.error.message);
    expect(values.value.map(({ attribute }) => attribute)).toEqual([...GEAR_ATTRIBUTES]);
    const gains = (attribute: string) => values.value.find((value) => value.attribute === attribute)?.gains;
    expect(gains("power")?.[0]?.damage).toBeCloseTo(1.025, 9);
    expect(gains("power")?.[1]?.damage).toBeCloseTo(5 * 1.025, 9);
    // One point of precision: 1 / 2100 of the hits gain half.
    expect(gains("precision")?.[0]?.damage).toBeCloseTo((1000 * 0.5) / 2100, 9);
    expect(gains("toughness")?.[0]?.survivability).toBeCloseTo(19_212 / 1967, 9);
    expect(gains("vitality")?.[1]?.survivability).toBeCloseTo((50 * 2271) / 1967, 9);
    expect(gains("healingPower")?.[0]?.healing).toBeCloseTo(0.3, 9);
    expect(gains("healingPower")?.[0]?.damage).toBe(0);
  });

  it("of five points are more than five times one where a conversion rounds up on the way", () => {
    const sources: AppliedSource[] = [
      { source: "conversion", effects: [{ op: "convert", target: "power", from: "toughness", v: 0.1 }] },
    ];
    const values = marginalValues({ ...INPUT, sources });
    const toughness = values.ok ? values.value.find(({ attribute }) => attribute === "toughness") : undefined;
    expect(toughness?.gains.map(({ damage }) => damage > 0)).toEqual([false, false]);
    const six = marginalValues({
      ...INPUT,
      base: { ...INPUT.base, gear: [{ source: "g", attribute: "toughness", points: 1 }] },
      sources,
    });
    const more = six.ok ? six.value.find(({ attribute }) => attribute === "toughness") : undefined;
    expect(more?.gains.map(({ damage }) => damage > 0)).toEqual([false, true]);
  });

  it("are refused where the calculation is", () => {
    expect(marginalValues({ ...INPUT, target: { ...STANDARD_TARGET, movingFraction: 2 } })).toMatchObject({
      ok: false,
      error: { field: "target.movingFraction" },
    });
  });
});
