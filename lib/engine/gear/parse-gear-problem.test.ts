import { describe, expect, it } from "vitest";
import { createGearSearch } from "./gear-search.ts";
import { parseGearProblem } from "./parse-gear-problem.ts";
import { loadGearFixtures } from "./testing/load-fixtures.ts";

const fixture = loadGearFixtures().find(({ problem }) => problem.id === "p01-power-2");
if (!fixture) throw new Error("There is no fixture p01-power-2.");
const { problem } = fixture;

function fault(change: Record<string, unknown>): string | undefined {
  const parsed = parseGearProblem({ ...problem, ...change });
  return parsed.ok ? undefined : parsed.error.field;
}

function valuesOf(change: Record<string, unknown>): readonly number[] {
  const parsed = parseGearProblem({ ...problem, ...change });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const search = createGearSearch(parsed.value);
  for (;;) {
    const { isDone, results } = search.step(1000);
    if (isDone) return results.map(({ value }) => value);
  }
}

describe("parseGearProblem", () => {
  it("takes an infusion choice without options for no infusions", () => {
    const nothingToPlace = { mode: "choose", pointsEach: 5, total: 0, options: [] };
    expect(valuesOf({ infusions: nothingToPlace })).toEqual(valuesOf({ infusions: null }));
    expect(valuesOf({ infusions: nothingToPlace })).toHaveLength(problem.maxResults);
  });

  it("fills in what may be missing: 50 results, gears as results, no conversions, no title, any id", () => {
    const [scenario] = problem.scenarios;
    const parsed = parseGearProblem({
      ...problem,
      id: 17,
      title: null,
      maxResults: undefined,
      resultUnit: null,
      scenarios: [{ ...scenario, conversions: null, buffs: null, conversionsAfterBuffs: null }],
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        id: "17",
        title: "",
        maxResults: 50,
        resultUnit: "gear",
        scenarios: [{ conversions: [], buffs: [] }],
      },
    });
  });

  it("reads equal slots that list their options in another order", () => {
    const group = problem.symmetry[0] ?? [];
    const turned = problem.slots.map((slot, index) =>
      index === group[1] ? { ...slot, options: slot.options.toReversed() } : slot,
    );
    expect(valuesOf({ slots: turned })).toEqual(valuesOf({}));
  });

  it("refuses equal slots that differ, naming the group", () => {
    const group = problem.symmetry[0] ?? [];
    const other = problem.slots.map((slot, index) =>
      index === group[1]
        ? { ...slot, options: slot.options.map((option) => ({ ...option, points: { Power: 1 } })) }
        : slot,
    );
    expect(fault({ slots: other })).toBe("symmetry[0]");
  });

  it("refuses what cannot be divided by, and numbers that are none", () => {
    const [scenario] = problem.scenarios;
    const multipliers = { ...scenario?.multipliers, incomingStrike: 0 };
    expect(fault({ scenarios: [{ ...scenario, multipliers }] })).toBe(
      "scenarios[0].multipliers.incomingStrike",
    );
    expect(fault({ armorOfTarget: 0 })).toBe("armorOfTarget");
    expect(fault({ attackRate: "1" })).toBe("attackRate");
  });
});
