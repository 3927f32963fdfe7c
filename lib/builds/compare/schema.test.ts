import { describe, expect, it } from "vitest";
import { amountsOf, type CompareQuery, compareHref, parseCompareQuery, presetAssumptions } from "./schema.ts";

function parsed(search: string): CompareQuery {
  const params = new URLSearchParams(search);
  const query = Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
  const result = parseCompareQuery(query);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function refusal(search: Record<string, string>): string {
  const result = parseCompareQuery(search);
  return result.ok ? "" : result.error;
}

describe("the address of a comparison", () => {
  it("names up to four builds, each once, and says how many it left out", () => {
    const { builds, leftOut } = parsed("b=a&b=b&b=a&b=&b=c&b=d&b=e&b=f");
    expect(builds).toEqual(["a", "b", "c", "d"]);
    expect(leftOut).toBe(2);
  });

  it("has the boons of measured rotations unless it says otherwise", () => {
    const { assumptions } = parsed("b=a");
    expect(assumptions.boons).toMatchObject({ might: 25, fury: 100, protection: 100, quickness: 0 });
    expect(parsed("boons=none").assumptions).toEqual(presetAssumptions("none"));
    expect(parsed("boons=full&might=3").assumptions.boons).toMatchObject({ might: 3, alacrity: 100 });
  });

  it("is shortest for what is as usual, and leads to the same comparison", () => {
    expect(compareHref(parsed(""))).toBe("/compare");
    for (const search of [
      "b=a&b=b",
      "b=a&mode=wvw&damage=own&boons=none&might=12.5&armor=3000&moving=50&attacks=0.5&allies=9&vulnerability=10&reinforced=1",
      "b=x&boons=full&stability=0",
    ]) {
      const query = parsed(search);
      expect(parsed(compareHref(query).split("?")[1] ?? ""), search).toEqual(query);
    }
  });

  it("takes a form with every amount for what it says", () => {
    const usual = Object.entries(amountsOf(presetAssumptions("measured"))).map(([name, amount]) => [
      name,
      String(amount),
    ]);
    const { add, ...query } = parsed(String(new URLSearchParams([["b", "a"], ...usual, ["set", "1"]])));
    expect(compareHref({ ...query, add })).toBe("/compare?b=a");
  });

  it("takes boons of another preset away when a preset is chosen", () => {
    expect(compareHref(parsed("b=a&might=3"), { preset: "none" })).toBe("/compare?b=a&boons=none");
  });

  it("refuses what cannot be, naming the field and the mend", () => {
    expect(refusal({ might: "26" })).toBe("Might, average stacks: give a number from 0 to 25.");
    expect(refusal({ fury: "x" })).toContain("Fury");
    expect(refusal({ allies: "1.5" })).toContain("whole number");
    expect(refusal({ armor: "0" })).toContain("armor of the enemy");
    expect(refusal({ mode: "raid" })).toBe("Choose a mode: pve, wvw, pvp.");
    expect(refusal({ damage: "most" })).toContain("alike");
    expect(refusal({ b: "x".repeat(2001) })).toContain("2000");
  });
});
