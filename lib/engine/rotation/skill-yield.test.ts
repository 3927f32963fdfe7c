import { describe, expect, it } from "vitest";
import type { RotationFact } from "./facts.ts";
import { skillYield } from "./skill-yield.ts";
import { condition, skill, strike } from "./testing/rotation-skills.ts";

function amountsOf(facts: readonly RotationFact[], changes = {}) {
  const { amounts } = skillYield(skill("a", facts, changes));
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount > 0));
}

describe("skillYield", () => {
  it("adds up hits x coefficient x weapon strength and stacks x seconds of each condition", () => {
    const facts = [
      strike(0.5, 3),
      strike(1),
      condition("Bleeding", 2, 6),
      condition("Poisoned", 1, 4),
      condition("Weakness", 1, 5),
      condition("Might", 5, 8),
    ];
    expect(amountsOf(facts)).toEqual({ strike: 2500, bleeding: 12, poison: 4 });
  });

  it("counts each application of a condition that the facts state", () => {
    expect(amountsOf([{ kind: "buff", status: "Burning", stacks: 1, seconds: 3, applications: 4 }])).toEqual({
      burning: 12,
    });
  });

  it("takes the weapon strength that the line names, and less for exotic weapons only", () => {
    const line: RotationFact = { kind: "damage", hits: 1, coefficient: 1, weapon: "greatsword" };
    expect(amountsOf([line])).toEqual({ strike: 1100 });
    expect(amountsOf([line], { rarity: "exotic" }).strike).toBeCloseTo(1100 / 1.05, 9);
    expect(amountsOf([strike(1)], { strength: "unequipped", rarity: "exotic" })).toEqual({ strike: 690.5 });
  });

  it("keeps strikes of phantasms apart, and life siphon", () => {
    expect(amountsOf([strike(1)], { phantasm: true })).toEqual({ strike2: 2553.5 });
    expect(amountsOf([{ kind: "damage", hits: 2, coefficient: 1, weapon: "phantasm high" }])).toEqual({
      strike2: 5754,
    });
    expect(amountsOf([{ kind: "siphon", amount: 100, coefficient: 0.2 }])).toEqual({
      siphonBase: 100,
      siphonPerPower: 0.2,
    });
  });

  it("leaves out alternatives, variants, unconfirmed lines, minions and what hits others, and says so", () => {
    const facts: RotationFact[] = [
      { ...strike(1), alternative: true },
      { ...strike(1), variant: "Air" },
      { ...strike(1), unconfirmed: true },
      { ...strike(1), actor: "summon" },
      { ...strike(1), label: "Bouncing Damage" },
      { ...condition("Torment", 1, 3), label: "Self Torment" },
    ];
    expect(amountsOf(facts)).toEqual({});
    expect(skillYield(skill("a", facts)).omitted).toHaveLength(5);
  });

  it("of lines that exclude each other counts the lowest, and none beside a line without a condition", () => {
    const levels = [1, 2, 3].map((level) => ({ ...strike(level), label: `Level ${level} Damage` }));
    expect(amountsOf(levels)).toEqual({ strike: 1000 });
    expect(amountsOf([strike(2), { ...strike(3), label: "Damage against Foes under 50% Health" }])).toEqual({
      strike: 2000,
    });
  });
});
