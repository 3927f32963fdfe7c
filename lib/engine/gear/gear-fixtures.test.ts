import { describe, expect, it } from "vitest";
import { evaluateGear } from "./evaluate-gear.ts";
import type { GearProblem } from "./problem.ts";
import { type FixtureAnswer, loadGearFixtures } from "./testing/load-fixtures.ts";

const fixtures = loadGearFixtures();

function choiceOf(problem: GearProblem, first: NonNullable<FixtureAnswer["first"]>) {
  const { infusions } = problem;
  return {
    options: problem.slots.map((slot) =>
      slot.options.findIndex((option) => option.stat === first.gear[slot.name]),
    ),
    infusions:
      infusions?.mode === "choose"
        ? infusions.options.map((option) => first.infusions?.[option.attribute] ?? 0)
        : [],
  };
}

describe("reference evaluator", () => {
  for (const { problem, expected } of fixtures) {
    const { first } = expected;
    if (first === null) continue;
    it(`values the best known gear of ${problem.id} as published, attributes included`, () => {
      const value = evaluateGear(problem, choiceOf(problem, first));
      expect(value.violated).toEqual([]);
      expect(value.objective / (expected.values[0] ?? 0)).toBeCloseTo(1, 12);
      for (const measure of ["Damage", "Survivability", "Healing"] as const) {
        expect(Math.abs(value[measure] - first[measure])).toBeLessThanOrEqual(1e-12 * first[measure]);
      }
      for (const [attribute, amount] of Object.entries(first.attributesInFirstScenario)) {
        expect(value.attributes[attribute] ?? 0, attribute).toBeCloseTo(amount, 9);
      }
    });
  }
});
