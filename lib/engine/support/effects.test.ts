import { describe, expect, it } from "vitest";
import { CONDITIONS, statusNamed } from "./statuses.ts";
import { buff, effectNamed, every, number, outputOf, skill, time, trait } from "./testing/support-builds.ts";

const self = (total: ReturnType<typeof effectNamed>) => total.uptime.baseline.self;

describe("uptime of boons", () => {
  it("is duration through recharge", () => {
    // 6 s every 20 s.
    expect(self(effectNamed(outputOf([every(20, "Shout", buff("Fury", 6))]), "Fury"))).toBeCloseTo(0.3, 12);
  });

  it("grows with boon duration, general and of the boon, up to double", () => {
    const shout = every(20, "Shout", buff("Quickness", 4), buff("Fury", 4));
    const uptimes = (boonDuration: number, ofQuickness: number) => {
      const attributes = { boonDuration, boonDurationOf: { quickness: ofQuickness } };
      const output = outputOf([shout], { attributes });
      return [self(effectNamed(output, "Quickness")), self(effectNamed(output, "Fury"))];
    };
    // 4 s x 1.5 / 20 s; quickness 4 s x 1.7 / 20 s.
    expect(uptimes(0.5, 0.2)[0]).toBeCloseTo(0.34, 12);
    expect(uptimes(0.5, 0.2)[1]).toBeCloseTo(0.3, 12);
    // More than 100 % counts as 100 %: 8 s / 20 s.
    expect(uptimes(0.9, 0.2)[0]).toBeCloseTo(0.4, 12);
    expect(uptimes(1.4, 0)[1]).toBeCloseTo(0.4, 12);
  });

  it("is never longer for one application than the boon can last", () => {
    const output = outputOf([every(60, "Shout", buff("Alacrity", 20), buff("Swiftness", 40))], {
      attributes: { boonDuration: 1 },
    });
    // Alacrity at most 30 s, swiftness at most 60 s.
    expect(effectNamed(output, "Alacrity").entries[0]?.seconds).toBe(30);
    expect(effectNamed(output, "Swiftness").entries[0]?.seconds).toBe(60);
  });

  it("adds up over sources, applications in a row included, and is cut at 100 %", () => {
    const output = outputOf([
      every(20, "One", buff("Protection", 5)),
      // Three applications of 2 s.
      every(20, "Two", buff("Protection", 2, 3)),
      every(10, "Three", buff("Vigor", 12)),
    ]);
    const protection = effectNamed(output, "Protection");
    expect(protection.uptime.baseline.self).toBeCloseTo((5 + 6) / 20, 12);
    expect(protection.entries[1]?.self).toBeCloseTo(6 / 20, 12);
    const vigor = effectNamed(output, "Vigor");
    expect(vigor.uptime.baseline.self).toBe(1);
    expect(vigor.sum.baseline.self).toBeCloseTo(1.2, 12);
  });

  it("counts might and stability in stacks side by side, at most 25", () => {
    const output = outputOf([
      every(10, "One", buff("Might", 8, 5)),
      every(20, "Two", buff("Might", 10, 3)),
      every(5, "Three", buff("Stability", 50, 3)),
    ]);
    // 5 stacks x 8 s / 10 s + 3 stacks x 10 s / 20 s.
    expect(self(effectNamed(output, "Might"))).toBeCloseTo(4 + 1.5, 12);
    const stability = effectNamed(output, "Stability");
    expect(stability.sum.baseline.self).toBeCloseTo(30, 12);
    expect(stability.uptime.baseline.self).toBe(25);
  });

  it("counts stated applications with each use", () => {
    const pulsing = skill("Well", [
      { kind: "recharge", seconds: 30 },
      { kind: "buff", status: "Resistance", stacks: 1, seconds: 1, applications: 4 },
    ]);
    expect(self(effectNamed(outputOf([pulsing]), "Resistance"))).toBeCloseTo(4 / 30, 12);
  });

  it("counts one pulse for certain and the others as possible", () => {
    const well = every(20, "Well", buff("Might", 10, 2), number("Pulses", 5));
    const might = effectNamed(outputOf([well]), "Might");
    expect(might.uptime.baseline.self).toBeCloseTo(1, 12);
    expect(might.uptime.potential.self).toBeCloseTo(5, 12);
    expect(might.entries[1]?.note).toBe("If each of 5 pulses applies it.");
  });

  it("takes no further pulses for a line that speaks of the first one, or that holds all of them", () => {
    const initial = { ...buff("Fury", 4), label: "Initial Fury" };
    const inARow = buff("Vigor", 2, 4);
    const stacksOfPulses = buff("Stability", 2, 4);
    const well = every(20, "Well", initial, inARow, stacksOfPulses, number("Pulses", 4));
    const { boons } = outputOf([well]);
    expect(boons.map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
  });
});

describe("auras, superspeed and stealth", () => {
  it("keep their duration whatever the boon duration", () => {
    const output = outputOf(
      [every(20, "Skill", buff("Fire Aura", 4), buff("Superspeed", 5), buff("Stealth", 2))],
      {
        attributes: { boonDuration: 1 },
      },
    );
    expect(output.auras.map(({ uptime }) => uptime.baseline.self)).toEqual([0.2]);
    expect(output.fixedEffects.map(({ name, uptime }) => [name, uptime.baseline.self])).toEqual([
      ["Stealth", 0.1],
      ["Superspeed", 0.25],
    ]);
  });
});

describe("conditions", () => {
  it("last longer with condition duration, general and of the condition, on one target", () => {
    const { conditions } = outputOf([every(10, "Skill", buff("Burning", 4, 2), buff("Chilled", 3))], {
      attributes: { conditionDuration: 0.5, conditionDurationOf: { burning: 0.2 } },
    });
    // Burning 2 x 4 s x 1.7 / 10 s; chilled 3 s x 1.5 / 10 s.
    expect(conditions[0]?.uptime.baseline).toBeCloseTo(1.36, 12);
    expect(conditions[1]?.uptime.baseline).toBeCloseTo(0.45, 12);
  });

  it("are cut at 100 % or at their stacks", () => {
    const { conditions } = outputOf([every(2, "Skill", buff("Weakness", 5), buff("Vulnerability", 10, 8))]);
    expect(conditions.map(({ name, uptime, sum }) => [name, uptime.baseline, sum.baseline])).toEqual([
      ["Vulnerability", 25, 40],
      ["Weakness", 1, 2.5],
    ]);
  });

  it("leave out what a skill does to its user", () => {
    const { conditions } = outputOf([
      every(10, "Skill", { ...buff("Bleeding", 8, 2), label: "Self Bleeding" }),
    ]);
    expect(conditions).toEqual([]);
  });
});

describe("lines that do not hold with each use", () => {
  const base = { kind: "recharge", seconds: 10 } as const;

  it.each([
    ["an alternative", { ...buff("Might", 10, 8), alternative: true as const }],
    ["a variant", { ...buff("Might", 10, 8), variant: "Overcharged" }],
    ["a label with a condition", { ...buff("Might", 10, 8), label: "Might while in the Light" }],
    [
      "a prefix that is no skill of the build",
      { kind: "prefixedBuff" as const, prefix: "Fire Attunement", status: "Might", stacks: 8, seconds: 10 },
    ],
  ])("%s is listed and counts for nothing", (_, line) => {
    const output = outputOf([skill("Skill", [base, buff("Might", 10), line])]);
    const might = effectNamed(output, "Might");
    expect(might.uptime).toEqual({ baseline: { self: 1, party: 0 }, potential: { self: 1, party: 0 } });
    expect(might.entries.map(({ counted }) => counted)).toEqual(["baseline", "listed"]);
    expect(output.notKnown.map(({ code }) => code)).toContain("condition");
  });

  it("a prefix that is a skill of the build counts as possible with each of its uses", () => {
    const prefixed = {
      kind: "prefixedBuff",
      prefix: "Virtue",
      status: "Might",
      stacks: 4,
      seconds: 10,
    } as const;
    const output = outputOf([every(20, "Virtue"), trait("Trait", [prefixed])]);
    expect(effectNamed(output, "Might").uptime.baseline.self).toBe(0);
    expect(effectNamed(output, "Might").uptime.potential.self).toBeCloseTo(2, 12);
  });

  it("of equal lines that one trait adds to a skill only the smallest counts", () => {
    const added = (seconds: number) => ({ ...buff("Protection", seconds), fromTrait: 394 });
    const output = outputOf([every(20, "Shield", added(3), added(2), buff("Protection", 4))]);
    expect(self(effectNamed(output, "Protection"))).toBeCloseTo((2 + 4) / 20, 12);
  });

  it("of equal lines of a trait only the smallest counts, whatever their order", () => {
    for (const seconds of [
      [5, 3],
      [3, 5],
    ]) {
      const lines = seconds.map((one) => buff("Fury", one));
      const output = outputOf([trait("Trait", [{ kind: "recharge", seconds: 10 }, ...lines])]);
      expect(effectNamed(output, "Fury").uptime.potential.self).toBeCloseTo(0.3, 12);
    }
  });
});

describe("other effects and marks", () => {
  it("effects of other names are told with their figures, not summed", () => {
    const output = outputOf([every(30, "Stance", buff("Berserker Stance", 4, 1))]);
    expect(output.boons).toEqual([]);
    expect(output.otherEffects).toMatchObject([{ name: "Berserker Stance", stacks: 1, seconds: 4 }]);
  });

  it("figures that are old, taken over from PvE, or another's say so", () => {
    const line = {
      ...buff("Might", 5),
      unconfirmed: true as const,
      assumed: true as const,
      actor: "summon" as const,
    };
    const output = outputOf([every(10, "Spirit", line)]);
    expect(effectNamed(output, "Might").entries[0]?.marks).toEqual(["unconfirmed", "assumed", "summon"]);
  });

  it("knows every condition by the name tooltips give it", () => {
    for (const condition of CONDITIONS) {
      const name = condition === "poison" ? "Poisoned" : condition;
      expect(statusNamed(name)).toMatchObject({ kind: "condition", condition });
    }
    expect(statusNamed("Might")).toMatchObject({ kind: "boon", stacking: "intensity", cap: 25 });
    expect(statusNamed("MAGNETIC AURA")).toMatchObject({ kind: "aura", cap: 1 });
    expect(statusNamed("Berserk")).toBeUndefined();
  });

  it("says under which assumptions the figures hold", () => {
    const { statements } = outputOf([every(10, "Skill", time("Duration", 3))], {
      assumptions: { alacrityShare: 0.5, groupSize: 10 },
      input: { energyPerSecond: 10 },
    });
    expect(statements.join(" ")).toContain("Alacrity 50 % and quickness 0 %");
    expect(statements.join(" ")).toContain("10 players in range");
    expect(statements.join(" ")).toContain("Energy: 10 per second");
  });
});
