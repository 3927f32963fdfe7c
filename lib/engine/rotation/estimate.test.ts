import { describe, expect, it } from "vitest";
import { rotationEstimate } from "./estimate.ts";
import type { RotationInput } from "./input.ts";
import { auto, condition, input, PLAIN_WEIGHTS, recharge, skill, strike } from "./testing/rotation-skills.ts";

function estimateOf(given: RotationInput, weights = PLAIN_WEIGHTS) {
  const estimate = rotationEstimate(given, weights);
  if (!estimate) throw new Error("no estimate");
  return estimate;
}

function perMinute(given: RotationInput, weights = PLAIN_WEIGHTS): Record<string, number> {
  return Object.fromEntries(
    estimateOf(given, weights).skills.map(({ name, castsPerMinute }) => [name, castsPerMinute]),
  );
}

describe("rotationEstimate", () => {
  it("repeats the auto attack chain, part after part, where there is nothing else", () => {
    const { coefficients, skillsPerSecond } = estimateOf(input([auto("two", 2, 1), auto("one", 1, 0)]));
    expect(coefficients["coefficient.strike"]).toBeCloseTo(1500, 9);
    expect(skillsPerSecond).toBeCloseTo(1, 9);
  });

  it("uses a skill whenever it is ready and worth more than the auto attack, as by hand", () => {
    // Ready every 4 s and its cast of 1 s: 60 casts in 300 s; auto attacks fill the other 4 s.
    const given = input([auto("auto", 1), skill("big", [recharge(4), strike(3)])]);
    expect(perMinute(given)).toEqual({ auto: 48, big: 12 });
    expect(estimateOf(given).coefficients["coefficient.strike"]).toBeCloseTo((3 + 4 * 1) * 200, 6);
    expect(perMinute(input([auto("auto", 2), skill("weak", [recharge(4), strike(1)])]))).toEqual({
      auto: 60,
    });
  });

  it("ranks by what the build makes of it: conditions against strikes", () => {
    const skills = [auto("auto", 1), skill("burn", [recharge(9), condition("Burning", 5, 10)])];
    expect(perMinute(input(skills)).burn).toBeUndefined();
    const burning = { ...PLAIN_WEIGHTS, damageOf: { ...PLAIN_WEIGHTS.damageOf, burning: 100 } };
    expect(perMinute(input(skills), burning).burn).toBe(6);
  });

  it("casts faster with quickness and recharges faster with alacrity", () => {
    const given = input([auto("auto", 1), skill("big", [recharge(5), strike(9)])]);
    const fast = { ...PLAIN_WEIGHTS, actionRate: 2, rechargeRate: 1.25 };
    // 0.5 s of cast and 4 s of recharge.
    expect(perMinute(given, fast).big).toBeCloseTo(60 / 4.5, 0);
  });

  it("lets skills of no cast time happen beside others, each at its recharge", () => {
    const instant = { cast: { measuredSeconds: null, tooltipSeconds: 0 } };
    const casts = perMinute(input([auto("auto", 1), skill("now", [recharge(10), strike(1)], instant)]));
    expect(casts).toEqual({ auto: 60, now: 6 });
  });

  it("spends charges as they come back", () => {
    const facts = [
      strike(5),
      { kind: "time", seconds: 30, label: "Count Recharge" } as const,
      { kind: "number", value: 3, label: "Maximum Count" } as const,
    ];
    const casts = perMinute(input([auto("auto", 1), skill("shot", facts, { ammunition: true })]));
    // Three at once, then one every 30 s: the first comes back 30 s after the first use, the last at 270 s.
    expect((casts.shot ?? 0) * 5).toBe(12);
  });

  it("uses a follow-up once after each use of its skill, and that skill for its sake", () => {
    const given = input([
      auto("auto", 2),
      skill("first", [recharge(10), strike(1)]),
      skill("then", [strike(9)], { use: { kind: "after", key: "first" } }),
    ]);
    const casts = perMinute(given);
    expect(casts.then).toBe(casts.first);
    expect(casts.first).toBeGreaterThan(5);
  });

  it("swaps weapons at most every ten seconds, and stays where there is more to gain", () => {
    const bars = [
      { id: "a", name: "Set 1" },
      { id: "b", name: "Set 2" },
    ];
    const groups = [
      {
        id: "weapons",
        choices: bars.map(({ id, name }) => ({ name, bars: [id] })),
        swapSeconds: 10,
        returnSeconds: 0,
        withAlacrity: false,
      },
    ];
    const opener = skill("opener", [recharge(20), strike(30)], { bar: "b" });
    const both = [auto("autoA", 2, 0, "a"), auto("autoB", 1, 0, "b"), opener];
    const used = estimateOf(input(both, { bars, groups }));
    expect(used.skills.map(({ name }) => name)).toContain("opener");
    expect(used.timeWith.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const weak = [auto("autoA", 2, 0, "a"), auto("autoB", 1, 0, "b")];
    expect(estimateOf(input(weak, { bars, groups })).timeWith).toEqual([
      { name: "Set 1", share: 1 },
      { name: "Set 2", share: 0 },
    ]);
  });

  it("spends initiative on what gains most for it, never more than there is", () => {
    const resource = { name: "Initiative", start: 12, maximum: 12, perSecond: 1 };
    const cheap = skill("cheap", [strike(1.1)], { cost: 2 });
    const dear = skill("dear", [strike(8)], { cost: 4 });
    const casts = perMinute(input([auto("auto", 1), cheap, dear], { resource }));
    expect(casts.cheap).toBeUndefined();
    expect((casts.dear ?? 0) * 5 * 4).toBeLessThanOrEqual(12 + 300);
    expect(casts.dear).toBeGreaterThan(14.5);
  });

  it("leaves out skills of unknown frequency and says so", () => {
    const given = input([
      auto("auto", 1),
      skill("open", [strike(9)]),
      skill("ammo", [strike(9)], { ammunition: true }),
    ]);
    const { skills, notCounted } = estimateOf(given);
    expect(skills.map(({ name }) => name)).toEqual(["auto"]);
    expect(notCounted).toEqual([
      { name: "open", text: "no recharge is known in this mode." },
      { name: "ammo", text: "the recharge of its charges is not known in this mode." },
    ]);
  });

  it("shares of the skills add up to one, and sums to the coefficients", () => {
    const given = input([
      auto("auto", 1),
      skill("big", [recharge(4), strike(3), condition("Bleeding", 1, 6)]),
    ]);
    const { skills, coefficients } = estimateOf(given);
    expect(skills.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const big = skills.find(({ name }) => name === "big")?.castsPerMinute ?? 0;
    expect(coefficients["coefficient.bleeding"]).toBeCloseTo((big / 60) * 6, 12);
  });

  it("assumes cast times only where none is known, and says for which", () => {
    const unknown = { cast: { measuredSeconds: null, tooltipSeconds: null } };
    const tooltip = { cast: { measuredSeconds: null, tooltipSeconds: 0.5 } };
    const { skills } = estimateOf(
      input([
        auto("auto", 1),
        skill("x", [recharge(9), strike(9)], unknown),
        skill("y", [recharge(9), strike(9)], tooltip),
      ]),
    );
    const bases = Object.fromEntries(
      skills.map(({ name, castBasis, castSeconds }) => [name, [castBasis, castSeconds]]),
    );
    expect(bases).toEqual({ auto: ["measured", 1], x: ["assumed", 0.84], y: ["tooltip", 0.72] });
  });

  it("is null where nothing deals damage", () => {
    expect(rotationEstimate(input([]), PLAIN_WEIGHTS)).toBeNull();
    expect(rotationEstimate(input([skill("heal", [recharge(5)])]), PLAIN_WEIGHTS)).toBeNull();
  });
});
