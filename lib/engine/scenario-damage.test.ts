import { describe, expect, it } from "vitest";
import type { AppliedSource, ScaledEffect } from "./applied-effects.ts";
import { type CalculationInput, computeDamage } from "./build-damage.ts";
import { STANDARD_TARGET, tickOf } from "./condition-ticks.ts";
import type { CharacterBase } from "./scenario-attributes.ts";

const BASE: CharacterBase = { baseHealth: 1645, defense: 1271, gear: [], infusions: [], coefficients: {} };

function calculate(changes: Partial<CalculationInput> & { effects?: ScaledEffect[] }) {
  const { effects = [], ...input } = changes;
  const sources: AppliedSource[] = [{ source: "test", effects }, ...(input.sources ?? [])];
  const result = computeDamage({
    profession: "Guardian",
    mode: "pve",
    base: BASE,
    target: STANDARD_TARGET,
    ...input,
    sources,
  });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const strike = { ...BASE, coefficients: { "coefficient.strike": 2597 } };

describe("strike damage", () => {
  it("is coefficient x power / armor x average critical factor", () => {
    expect(calculate({ base: strike }).damageByPart.strike).toBeCloseTo(1000 * (1 + 0.05 * 0.5), 9);
  });

  it("puts bonuses of the player and of the target into separate sums and multiplies the others", () => {
    const effects: ScaledEffect[] = [
      { op: "pool", target: "damage.strike", v: 0.05 },
      { op: "pool", target: "damage.strike", v: 0.1 },
      { op: "multiply", target: "damage.strike", v: 0.2 },
      { op: "targetPool", target: "damage.strike", v: 0.25 },
      { op: "targetPool", target: "damage.strike", v: 0.1 },
    ];
    expect(calculate({ base: strike, effects }).damageByPart.strike).toBeCloseTo(1025 * 1.15 * 1.2 * 1.35, 8);
  });

  it("limits the critical chance and lets the bonus to critical damage act on all of it", () => {
    const effects: ScaledEffect[] = [
      { op: "add", target: "criticalChance", v: 3 },
      { op: "multiply", target: "damage.critical", v: 0.1 },
    ];
    expect(calculate({ base: strike, effects }).damageByPart.strike).toBeCloseTo(1000 * 1.65, 9);
  });

  it("halves half of the hits that are not critical while weakened", () => {
    const effects: ScaledEffect[] = [{ op: "glance", chance: 0.5, v: 0.5 }];
    expect(calculate({ base: strike, effects }).damageByPart.strike).toBeCloseTo(
      1000 * (0.05 * 1.5 + 0.95 * 0.75),
      9,
    );
  });
});

describe("second strike", () => {
  const second = { ...BASE, coefficients: { "coefficient.strike2": 2597 } };

  it("is shroud for most: extra power, precision and ferocity count there only", () => {
    const effects: ScaledEffect[] = [
      { op: "add", target: "shroud.power", v: 100 },
      { op: "add", target: "shroud.precision", v: 210 },
      { op: "addLate", target: "shroud.ferocity", v: 150 },
    ];
    expect(calculate({ base: second, effects }).damageByPart.strike2).toBeCloseTo(1100 * (1 + 0.15 * 0.6), 9);
    expect(calculate({ base: strike, effects }).damageByPart.strike).toBeCloseTo(1025, 9);
  });

  it("is phantasms for mesmers: their own chance, no bonus to critical damage of the player", () => {
    const effects: ScaledEffect[] = [
      { op: "add", target: "criticalChance.phantasm", v: 0.25 },
      { op: "multiply", target: "damage.critical", v: 1 },
      { op: "multiply", target: "damage.phantasm", v: 0.15 },
    ];
    const { damageByPart } = calculate({ profession: "Mesmer", base: second, effects });
    expect(damageByPart.strike2).toBeCloseTo(1000 * (1 + 0.3 * 0.5) * 1.15, 9);
  });
});

describe("condition damage", () => {
  const bleeding = { ...BASE, coefficients: { "coefficient.bleeding": 10 } };

  it("is stacks x tick x duration, the bonus to duration limited to 100 % except for the uncapped part", () => {
    expect(calculate({ base: bleeding }).damageByPart.bleeding).toBeCloseTo(220, 9);
    const effects: ScaledEffect[] = [
      { op: "add", target: "conditionDuration", v: 0.9 },
      { op: "add", target: "conditionDuration.bleeding", v: 0.5 },
      { op: "add", target: "conditionDuration.uncapped", v: 0.1 },
      { op: "addLate", target: "conditionDamage", v: 1000 },
    ];
    expect(calculate({ base: bleeding, effects }).damageByPart.bleeding).toBeCloseTo(10 * 82 * 2.1, 9);
  });

  it.each([
    ["bleeding", "pve", 22, 0.06],
    ["burning", "pve", 131, 0.155],
    ["poison", "wvw", 33.5, 0.06],
    ["torment", "pve", 31.8 * 0.75 + 22 * 0.25, 0.09 * 0.75 + 0.06 * 0.25],
    ["torment", "wvw", 26 * 0.75 + 19.8 * 0.25, 0.07 * 0.75 + 0.054 * 0.25],
    ["confusion", "pve", 18.25 + 16.34 * 0.5, 0.05 + 0.0325 * 0.5],
    ["confusion", "wvw", 11 + 49.5 * 0.5, 0.03 + 0.0975 * 0.5],
  ] as const)("ticks %s in %s with base %d and factor %d", (name, mode, base, factor) => {
    const target = { ...STANDARD_TARGET, movingFraction: 0.25, attacksPerSecond: 0.5 };
    const tick = tickOf(name, mode, target, new Set());
    expect(tick.base).toBeCloseTo(base, 12);
    expect(tick.factor).toBeCloseTo(factor, 12);
    expect(tick.scalesWith).toBe("conditionDamage");
  });

  it("scales burning and bleeding with power where a rule says so, with another factor in WvW", () => {
    const rules = new Set(["rule.burningScalesWithPower", "rule.bleedingScalesWithPower"] as const);
    expect(tickOf("burning", "pve", STANDARD_TARGET, rules)).toEqual({
      base: 131,
      factor: 0.0825,
      scalesWith: "power",
    });
    expect(tickOf("burning", "wvw", STANDARD_TARGET, rules)).toEqual({
      base: 131,
      factor: 0.06,
      scalesWith: "power",
    });
    expect(tickOf("bleeding", "wvw", STANDARD_TARGET, rules)).toEqual({
      base: 22,
      factor: 0.04,
      scalesWith: "power",
    });
  });
});

describe("survival and healing", () => {
  it("divides health x armor by what is left of the damage", () => {
    const effects: ScaledEffect[] = [
      { op: "reduce", target: "incoming.strike", v: 0.33 },
      { op: "reduce", target: "incoming.strike", v: 0.1 },
      { op: "reducePool", target: "incoming.strike", v: 0.25 },
      { op: "reduce", target: "incoming.condition", v: 0.33 },
    ];
    const { survivability, scenarios } = calculate({ effects });
    const expected = (11645 * 2271) / (0.67 * 0.9 * 0.75);
    expect(scenarios[0]?.indicators.effectiveHealth).toBeCloseTo(expected, 4);
    expect(survivability).toBeCloseTo(expected / 1967, 6);
    expect(scenarios[0]?.indicators.effectiveHealthAgainstConditions).toBeCloseTo(11645 / 0.67, 6);
  });

  it("heals 390 + 0.3 healing power, and regenerates 130 + 0.125 healing power per second", () => {
    const effects: ScaledEffect[] = [
      { op: "addLate", target: "healingPower", v: 1000 },
      { op: "add", target: "outgoingHealing", v: 0.1 },
      { op: "healPerSecond", v: 130, perHealingPower: 0.125 },
    ];
    const { healing, scenarios } = calculate({ effects });
    expect(healing).toBeCloseTo(690 * 1.1, 9);
    expect(scenarios[0]?.indicators.healthPerSecond).toBeCloseTo(255 * 1.1, 9);
  });
});

describe("scenarios", () => {
  it("average damage over states, because the critical chance has a limit", () => {
    const vision: AppliedSource = {
      source: "sigil:vision",
      effects: [{ op: "add", target: "criticalChance", v: 1 }],
      split: { group: null, variant: "on", uptime: 0.5 },
    };
    expect(calculate({ base: strike, sources: [vision] }).damage).toBeCloseTo(0.5 * 1025 + 0.5 * 1500, 9);
  });

  it.each([
    ["armor", { armor: 0 }],
    ["attacksPerSecond", { attacksPerSecond: -1 }],
    ["movingFraction", { movingFraction: 1.1 }],
  ])("refuse a target whose %s cannot be", (field, change) => {
    const result = computeDamage({
      profession: "Thief",
      mode: "pve",
      base: BASE,
      sources: [],
      target: { ...STANDARD_TARGET, ...change },
    });
    expect(result).toMatchObject({ ok: false, error: { code: "INVALID_NUMBER", field: `target.${field}` } });
  });
});
