import { describe, expect, it } from "vitest";
import type { AppliedSource } from "./applied-effects.ts";
import { splitIntoScenarios } from "./scenarios.ts";

const ordinary: AppliedSource = { source: "rune", effects: [] };

function split(source: string, uptime: number, group: string | null = null, variant = "on"): AppliedSource {
  return { source, effects: [], split: { group, variant, uptime } };
}

function scenariosOf(sources: readonly AppliedSource[]): [number, string[]][] {
  const result = splitIntoScenarios(sources);
  if (!result.ok) throw new Error(result.error.message);
  return result.value.map(({ fraction, sources: active }) => [
    Number(fraction.toFixed(10)),
    active.map(({ source }) => source),
  ]);
}

describe("splitIntoScenarios", () => {
  it("gives one scenario with everything if nothing is split", () => {
    expect(scenariosOf([ordinary])).toEqual([[1, ["rune"]]]);
  });

  it("puts the off state first and keeps the order of the sources", () => {
    expect(scenariosOf([split("signet", 0.7), ordinary])).toEqual([
      [0.3, ["rune"]],
      [0.7, ["signet", "rune"]],
    ]);
  });

  it("varies the first factor slowest", () => {
    expect(scenariosOf([split("a", 0.5), split("b", 0.2)])).toEqual([
      [0.4, []],
      [0.1, ["b"]],
      [0.4, ["a"]],
      [0.1, ["a", "b"]],
    ]);
  });

  it("holds all sources of one variant in one state and leaves out an empty off state", () => {
    const sources = [
      split("one", 0.34, "instruments", "1"),
      split("two", 0.66, "instruments", "2"),
      split("too", 0.34, "instruments", "1"),
    ];
    expect(scenariosOf(sources)).toEqual([
      [0.34, ["one", "too"]],
      [0.66, ["two"]],
    ]);
  });

  it("allows for noise in uptimes that add up to the whole", () => {
    const tenths = Array.from({ length: 10 }, (_, index) =>
      split(`stack ${index}`, 0.1, "stacks", String(index)),
    );
    expect(scenariosOf(tenths)).toHaveLength(10);
  });

  it("refuses different uptimes of one variant and more than the whole time in a group", () => {
    const unequal = splitIntoScenarios([split("a", 0.5, "scholar"), split("b", 0.6, "scholar")]);
    expect(unequal).toMatchObject({ ok: false, error: { code: "CONFLICTING_SCENARIOS", field: "b" } });
    const tooMuch = splitIntoScenarios([split("a", 0.5, "stacks", "1"), split("b", 0.6, "stacks", "2")]);
    expect(tooMuch).toMatchObject({ ok: false, error: { code: "CONFLICTING_SCENARIOS", field: "stacks" } });
  });
});
