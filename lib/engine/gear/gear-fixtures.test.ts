import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluateGear } from "./evaluate-gear.ts";
import { parseGearProblem } from "./parse-gear-problem.ts";
import type { GearProblem } from "./problem.ts";

interface Expected {
  readonly values: readonly number[];
  readonly first: {
    readonly gear: Readonly<Record<string, string>>;
    readonly infusions?: Readonly<Record<string, number>>;
    readonly Damage: number;
    readonly Survivability: number;
    readonly Healing: number;
    readonly attributesInFirstScenario: Readonly<Record<string, number>>;
  } | null;
}

const folder = new URL("./fixtures/", import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => {
    const json = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { expected: Expected };
    const parsed = parseGearProblem(json);
    if (!parsed.ok) throw new Error(`${name}: ${parsed.error.message}`);
    return { name, problem: parsed.value, expected: json.expected };
  });

function choiceOf(problem: GearProblem, first: NonNullable<Expected["first"]>) {
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
  for (const { name, problem, expected } of fixtures) {
    const { first } = expected;
    if (first === null) continue;
    it(`values the best known gear of ${name} as published, attributes included`, () => {
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
