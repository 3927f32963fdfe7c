import { describe, expect, it } from "vitest";
import { every, number, outputOf, recharge, skill } from "./testing/support-builds.ts";

const shout = (label: string, count: number, ...more: Parameters<typeof every>[2][]) =>
  outputOf([skill("Skill", [recharge(10), number(label, count), ...more], { alliedTargets: 5 })]);

describe("cleansing", () => {
  it.each([
    ["Conditions Removed", "removed"],
    ["Condition Removal", "removed"],
    ["Conditions Converted to Boons", "converted"],
    ["Conditions Transferred", "transferred"],
    ["Conditions Sent", "transferred"],
    ["Damaging Conditions Removed", "removed"],
  ])("%s counts with each use, for you and the allies it reaches", (label, kind) => {
    const { cleanse } = shout(label, 2);
    expect(cleanse.entries).toMatchObject([{ kind, count: 2, counted: "baseline" }]);
    expect(cleanse.perSecond.baseline).toEqual({ self: 0.2, party: 0.2 });
  });

  it("per pulse counts with each pulse, otherwise with one for certain", () => {
    expect(
      shout("Conditions Removed per Pulse", 1, number("Pulses", 4)).cleanse.perSecond.baseline.self,
    ).toBe(0.4);
    const { perSecond } = shout("Conditions Removed", 1, number("Pulses", 4)).cleanse;
    expect(perSecond.baseline.self).toBe(0.1);
    expect(perSecond.potential.self).toBeCloseTo(0.4, 12);
  });

  it("of yourself reaches no ally", () => {
    expect(shout("Self Conditions Removed", 2).cleanse.perSecond.baseline).toEqual({ self: 0.2, party: 0 });
  });

  it("that says when it holds is listed", () => {
    const { cleanse } = shout("Conditions Removed with Trait", 2);
    expect(cleanse.entries).toMatchObject([{ counted: "listed", self: 0 }]);
  });

  it.each(["Conditions Applied", "Condition Threshold", "Conditions Consumed", "Boons Removed"])(
    "is not read from %s",
    (label) => {
      expect(shout(label, 2).cleanse.entries).toEqual([]);
    },
  );
});

describe("boon removal", () => {
  it.each([
    ["Boons Removed", "removed"],
    ["Boons Stolen", "stolen"],
    ["Boons Converted to Conditions", "corrupted"],
    ["Boons Transferred", "transferred"],
  ])("%s is counted of one foe", (label, kind) => {
    const { boonRemoval, cleanse } = shout(label, 3);
    expect(boonRemoval.entries).toMatchObject([{ kind, count: 3, applications: 1 }]);
    expect(boonRemoval.perSecond).toEqual({ baseline: 0.30000000000000004, potential: 0.30000000000000004 });
    expect(cleanse.entries).toEqual([]);
  });

  it("per pulse counts with each pulse", () => {
    const { boonRemoval } = shout("Boons Removed per Pulse", 1, number("Pulses", 3));
    expect(boonRemoval.perSecond.baseline).toBeCloseTo(0.3, 12);
  });

  it("of a skill that is only listed counts for nothing", () => {
    const kit = { ...every(10, "Kit skill", number("Boons Removed", 1)), bar: "unused" };
    expect(outputOf([kit]).boonRemoval).toMatchObject({
      perSecond: { potential: 0 },
      entries: [{ perSecond: 0 }],
    });
  });
});
