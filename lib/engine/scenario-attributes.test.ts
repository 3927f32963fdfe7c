import { describe, expect, it } from "vitest";
import type { AppliedSource, ScaledEffect } from "./applied-effects.ts";
import { attributesOfScenario, type CharacterBase } from "./scenario-attributes.ts";

const NECROMANCER: CharacterBase = {
  baseHealth: 9212,
  defense: 967,
  gear: [],
  infusions: [],
  coefficients: {},
};

function source(name: string, ...effects: ScaledEffect[]): AppliedSource {
  return { source: name, effects };
}

describe("attributesOfScenario", () => {
  it("gives a naked necromancer the game's base values", () => {
    const attributes = attributesOfScenario(NECROMANCER, []);
    expect(attributes.power.value).toBe(1000);
    expect(attributes.criticalChance.value).toBe(0.05);
    expect(attributes.criticalDamage.value).toBe(1.5);
    expect(attributes.health.value).toBe(19212);
    expect(attributes.armor.value).toBe(1967);
  });

  it("derives chance, durations and health: 21 precision are 1 %, 15 of the others 1 %", () => {
    const attributes = attributesOfScenario(
      {
        ...NECROMANCER,
        gear: [
          { source: "g", attribute: "precision", points: 813 },
          { source: "g", attribute: "ferocity", points: 150 },
          { source: "g", attribute: "expertise", points: 561 },
          { source: "g", attribute: "vitality", points: 235 },
        ],
      },
      [],
    );
    expect(attributes.criticalChance.value).toBeCloseTo(0.05 + 813 / 2100, 12);
    expect(attributes.criticalDamage.value).toBeCloseTo(1.6, 12);
    expect(attributes.conditionDuration.value).toBeCloseTo(0.374, 12);
    expect(attributes.health.value).toBe(9212 + 12350);
  });

  it("lets conversions read what was there before any conversion and before late effects", () => {
    const attributes = attributesOfScenario(NECROMANCER, [
      source("early", { op: "add", target: "power", v: 100 }),
      source("late", { op: "addLate", target: "power", v: 1000 }),
      source("a", { op: "convert", target: "precision", from: "power", v: 0.1 }),
      source("b", { op: "convert", target: "ferocity", from: "precision", v: 0.1 }),
    ]);
    expect(attributes.precision.value).toBe(1110);
    expect(attributes.ferocity.value).toBe(100);
    expect(attributes.power.value).toBe(2100);
  });

  it("sums the rates of one pair before it rounds once, half to even", () => {
    const rate = (v: number): ScaledEffect => ({ op: "convert", target: "ferocity", from: "power", v });
    const base = { ...NECROMANCER, gear: [{ source: "g", attribute: "power" as const, points: 50 }] };
    const twice = attributesOfScenario(base, [source("a", rate(0.03)), source("b", rate(0.03))]);
    expect(twice.ferocity.value).toBe(63);
    expect(twice.ferocity.contributions).toEqual([
      { source: "a", amount: 32, kind: "conversion" },
      { source: "b", amount: 31, kind: "conversion" },
    ]);
  });

  it("does not round conversions into fractions", () => {
    const attributes = attributesOfScenario(NECROMANCER, [
      source("oil", { op: "convert", target: "outgoingHealing", from: "power", v: 0.00006 }),
    ]);
    expect(attributes.outgoingHealing.value).toBeCloseTo(0.06, 12);
  });

  it("multiplies health, rounds it once and books multiplier and rounding apart", () => {
    const attributes = attributesOfScenario(NECROMANCER, [
      source("trait:fortitude", { op: "multiplyHealth", v: 0.1 }),
    ]);
    expect(attributes.health.value).toBe(21133);
    expect(attributes.health.contributions.map(({ kind }) => kind)).toEqual([
      "base",
      "derived",
      "multiplier",
      "rounding",
    ]);
  });

  it("reads late conversions from final values, chances limited to the whole, and derives nothing again", () => {
    const attributes = attributesOfScenario(NECROMANCER, [
      source("chance", { op: "add", target: "criticalChance", v: 2 }),
      source("proc", { op: "convertLate", target: "coefficient.bleeding", from: "criticalChance", v: 3 }),
      source("might", { op: "addLate", target: "power", v: 750 }),
      source("summon", { op: "convertLate", target: "dps.flat", from: "power", v: 0.1 }),
    ]);
    expect(attributes["coefficient.bleeding"].value).toBe(3);
    expect(attributes.criticalChance.value).toBeGreaterThan(2);
    expect(attributes["dps.flat"].value).toBe(175);
  });
});
