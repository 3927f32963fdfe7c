import { describe, expect, it } from "vitest";
import type { HardControl, SupportFact } from "./facts.ts";
import { buff, every, number, outputOf } from "./testing/support-builds.ts";

const control = (kind: HardControl, seconds?: number, label?: string): SupportFact => ({
  kind: "control",
  control: kind,
  seconds,
  label,
});
const of = (...facts: SupportFact[]) => outputOf([every(20, "Skill", ...facts)]).control;

describe("defiance-bar damage", () => {
  it.each([
    ["stun", 2, 200],
    ["daze", 0.25, 25],
    ["knockdown", 3, 300],
    ["float", 2.5, 250],
    ["pull", undefined, 150],
    ["knockback", undefined, 150],
    ["launch", undefined, 232],
  ] as const)("of %s (%s s) is %d at once", (kind, seconds, damage) => {
    const total = of(control(kind, seconds));
    expect(total.entries).toMatchObject([{ what: kind, defianceDamage: damage }]);
    expect(total.perSecond.baseline).toBeCloseTo(damage / 20, 12);
  });

  it.each([
    ["Fear", 1, 100],
    ["Taunt", 2, 150],
    ["Immobile", 2, 100],
    ["Slow", 4, 200],
    ["Chilled", 4, 132],
    ["Blinded", 5, 100],
    ["Weakness", 3, 60],
    ["Crippled", 6, 90],
  ])("of %s for %d s is %d", (status, seconds, damage) => {
    expect(of(buff(status, seconds)).perSecond.baseline).toBeCloseTo(damage / 20, 12);
  });

  it("of soft control grows with condition duration, of hard control it does not", () => {
    const facts = [buff("Slow", 2), control("stun", 2)];
    const { entries } = outputOf([every(20, "Skill", ...facts)], {
      attributes: { conditionDuration: 0.5 },
    }).control;
    expect(entries.map(({ what, defianceDamage }) => [what, defianceDamage])).toEqual([
      ["stun", 200],
      ["slow", 150],
    ]);
  });

  it("that the skill states stands for all its hard control", () => {
    const total = of(number("Defiance Break", 300), control("stun", 3), buff("Chilled", 1));
    expect(total.entries.map(({ what, counted }) => [what, counted])).toEqual([
      ["stated", "baseline"],
      ["stun", "listed"],
      ["chilled", "baseline"],
    ]);
    expect(total.perSecond.baseline).toBeCloseTo((300 + 33) / 20, 12);
  });

  it("that the skill states as a bonus adds to its control", () => {
    expect(of(control("daze", 1), number("Bonus Defiance Break", 50)).perSecond.baseline).toBeCloseTo(
      7.5,
      12,
    );
  });

  it("of one kind of control counts once, with its shortest line", () => {
    const total = of(control("stun", 3), control("stun", 1), control("daze", 1));
    expect(total.perSecond.baseline).toBeCloseTo((100 + 100) / 20, 12);
    expect(total.entries.map(({ counted }) => counted)).toEqual(["listed", "baseline", "baseline"]);
  });

  it("leaves out what the user suffers, and the damaging conditions", () => {
    expect(of(control("float", 2, "Self Float"), buff("Burning", 4)).entries).toEqual([]);
  });

  it("of control without a stated duration is not known", () => {
    const output = outputOf([every(20, "Skill", control("stun"))]);
    expect(output.control.perSecond.baseline).toBe(0);
    expect(output.notKnown).toMatchObject([
      { code: "duration", text: "Skill: no duration of stun is stated." },
    ]);
  });
});
