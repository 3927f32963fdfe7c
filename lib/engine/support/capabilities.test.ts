import { describe, expect, it } from "vitest";
import type { SupportFact } from "./facts.ts";
import { buff, every, number, outputOf, skill, time } from "./testing/support-builds.ts";

const of = (...facts: SupportFact[]) => outputOf([every(20, "Skill", ...facts)]);
const flag = (label: string): SupportFact => ({ kind: "flag", label });

describe("what a build can do", () => {
  it("breaks stuns once with each skill that does", () => {
    const breaks = of({ kind: "stunBreak" }, { kind: "stunBreak" }).stunBreaks;
    expect(breaks).toMatchObject([{ source: { name: "Skill", bar: "Bar" }, rechargeSeconds: 20 }]);
  });

  it.each([
    ["Reflects Missiles", "reflects"],
    ["Reflect", "reflects"],
    ["Blocks Missiles", "blocks"],
    ["Destroys Projectiles", "destroys"],
    ["Absorbs Projectiles", "absorbs"],
  ])("%s is projectile defence for the stated time", (label, what) => {
    expect(of(flag(label), time("Reflection Duration", 5)).projectileDefence).toMatchObject([
      { what, seconds: 5 },
    ]);
  });

  it("Magnetic Aura reflects as long as it lasts", () => {
    expect(of(buff("Magnetic Aura", 4)).projectileDefence).toMatchObject([{ what: "reflects", seconds: 4 }]);
    expect(of(flag("Unblockable Missiles")).projectileDefence).toEqual([]);
  });

  it("revives by number or percentage", () => {
    const { revive } = of(number("Revive Targets", 3), {
      kind: "percent",
      percent: 30,
      label: "Revive Health",
    });
    expect(revive.map(({ value, unit }) => [value, unit])).toEqual([
      [3, "targets"],
      [30, "percent"],
    ]);
    expect(of(number("Targets", 3)).revive).toEqual([]);
  });

  it("makes combo fields with the duration of the field, before any other", () => {
    const field: SupportFact = { kind: "comboField", field: "Water" };
    const seconds = (...facts: SupportFact[]) => of(field, ...facts).comboFields[0]?.seconds;
    expect(seconds(time("Duration", 9), time("Combo Field Duration", 4))).toBe(4);
    expect(seconds(time("Duration", 9), time("Wall Duration", 6))).toBe(6);
    expect(seconds(time("Duration", 9))).toBe(9);
    expect(seconds()).toBeNull();
  });

  it("finishes combos with the stated chance", () => {
    const { comboFinishers } = of(
      { kind: "comboFinisher", finisher: "Projectile", percent: 20 },
      { kind: "comboFinisher", finisher: "Blast" },
    );
    expect(comboFinishers.map(({ finisher, chance }) => [finisher, chance])).toEqual([
      ["Projectile", 0.2],
      ["Blast", null],
    ]);
  });
});

describe("what is not known", () => {
  const codes = (output: ReturnType<typeof of>) => output.notKnown.map(({ code }) => code);

  it("names skills without any facts", () => {
    expect(
      codes(outputOf([skill("Kit", [], { factsKnown: false, use: { kind: "listed", why: "" } })])),
    ).toEqual(["noFacts"]);
  });

  it("names lines whose figures are another mode's, unless this mode has such a line", () => {
    const other = { unknownFacts: [buff("Superspeed", 3), number("Radius Increase", 2), buff("Fury", 2)] };
    const output = outputOf([{ ...every(20, "Skill", buff("Fury", 5)), ...other }]);
    expect(output.notKnown.map(({ text }) => text)).toEqual([
      "Skill: Superspeed is known for another game mode only and not counted.",
    ]);
    expect(output.fixedEffects).toEqual([]);
  });

  it.each([
    ["water field", { kind: "comboField", field: "Water" } as const, "Water field"],
    ["finisher", { kind: "comboFinisher", finisher: "Blast" } as const, "Blast finisher"],
    ["control", { kind: "control", control: "stun" } as const, "stun"],
    ["stun break", { kind: "stunBreak" } as const, "stun break"],
    ["cleanse", number("Conditions Removed", 1), "Conditions Removed"],
    ["heal", { kind: "heal", amount: 1 } as const, "heal"],
  ])("names a %s of another mode", (_, fact, name) => {
    const output = outputOf([{ ...every(20, "Skill"), unknownFacts: [fact] }]);
    expect(output.notKnown[0]?.text).toContain(`${name} is known for another game mode only`);
  });

  it("names boons without a duration", () => {
    const line: SupportFact = { kind: "buff", status: "Aegis", stacks: 1 };
    const output = of(line, { kind: "buff", status: "Some Stance", stacks: 1 });
    expect(codes(output)).toEqual(["duration"]);
    expect(output.boons).toEqual([]);
  });

  it("passes on what the build could not be read for, and says everything once", () => {
    const gap = { name: "Skill 1", text: "not in the catalogue." };
    const output = outputOf([], { input: { gaps: [gap, gap] } });
    expect(output.notKnown).toEqual([
      { code: "source", source: null, text: "Skill 1: not in the catalogue." },
    ]);
  });
});
