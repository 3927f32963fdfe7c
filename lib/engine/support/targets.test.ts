import { describe, expect, it } from "vitest";
import type { SupportFact } from "./facts.ts";
import { partyFactor, targetsOf, targetsOfLine } from "./targets.ts";
import { buff, effectNamed, every, number, outputOf, skill } from "./testing/support-builds.ts";

const radius: SupportFact = { kind: "distance", label: "Radius", distance: 360 };
const damage: SupportFact = { kind: "damage", hits: 1 };
const of = (...facts: SupportFact[]) => targetsOf({ alliedTargets: null, facts });

describe("targetsOf", () => {
  it("takes what is stated", () => {
    expect(targetsOf({ alliedTargets: "self", facts: [radius] })).toEqual({ kind: "self", basis: "stated" });
    expect(targetsOf({ alliedTargets: 10, facts: [] })).toEqual({
      kind: "allies",
      count: 10,
      basis: "stated",
    });
    expect(of(number("Number of Allied Targets", 4))).toEqual({ kind: "allies", count: 4, basis: "stated" });
  });

  it("infers you alone without a radius or number of targets, allies where nobody is harmed", () => {
    expect(of(buff("Fury", 4))).toEqual({ kind: "self", basis: "inferred" });
    expect(of(buff("Fury", 4), radius)).toEqual({ kind: "allies", count: 5, basis: "inferred" });
    expect(of(number("Number of Targets", 10))).toEqual({ kind: "allies", count: 10, basis: "inferred" });
  });

  it.each([
    ["damage", damage],
    ["control", { kind: "control", control: "daze", seconds: 1 } as const],
    ["a condition", buff("Weakness", 4)],
  ])("leaves it open where %s makes the number of targets one of foes", (_, harm) => {
    expect(of(harm, radius, number("Number of Targets", 3))).toEqual({ kind: "unknown", mostAllies: 3 });
  });

  it("does not take control of the user for harm", () => {
    expect(of({ kind: "control", control: "float", label: "Self Float" }, radius)).toMatchObject({
      kind: "allies",
    });
  });
});

describe("targetsOfLine", () => {
  const unknown = { kind: "unknown", mostAllies: 3 } as const;

  it("follows a label that names you or allies", () => {
    const allies = { kind: "allies", count: 5, basis: "stated" } as const;
    expect(targetsOfLine("Self Heal", allies)).toEqual({ kind: "self", basis: "stated" });
    expect(targetsOfLine("Personal Heal", allies)).toEqual({ kind: "self", basis: "stated" });
    expect(targetsOfLine("Area Heal", unknown)).toEqual({ kind: "allies", count: 3, basis: "inferred" });
    expect(targetsOfLine("Healing", unknown)).toBe(unknown);
    expect(targetsOfLine(undefined, allies)).toBe(allies);
  });
});

describe("share of an average ally", () => {
  it.each([
    [5, 5, 1],
    [10, 5, 1],
    [3, 5, 1 / 2],
    [1, 5, 0],
    [5, 10, 4 / 9],
    [5, 1, 0],
  ])("of %i targets among %i players is %d", (count, players, factor) => {
    expect(partyFactor(count, players)).toBeCloseTo(factor, 12);
  });

  it("is the part of your own uptime that goes to each of them", () => {
    const shout = skill("Shout", [{ kind: "recharge", seconds: 10 }, buff("Fury", 5)], { alliedTargets: 5 });
    const fury = (groupSize: number) =>
      effectNamed(outputOf([shout], { assumptions: { groupSize } }), "Fury").uptime.baseline;
    expect(fury(5)).toEqual({ self: 0.5, party: 0.5 });
    expect(fury(10).self).toBe(0.5);
    expect(fury(10).party).toBeCloseTo((0.5 * 4) / 9, 12);
  });

  it("counts as possible, and as not known, where nobody states whom it reaches", () => {
    const output = outputOf([every(10, "Blast", damage, radius, buff("Might", 10))]);
    const might = effectNamed(output, "Might");
    expect(might.uptime.baseline).toEqual({ self: 1, party: 0 });
    expect(might.uptime.potential).toEqual({ self: 1, party: 1 });
    expect(output.notKnown).toMatchObject([{ code: "targets", source: { name: "Blast" } }]);
  });
});
