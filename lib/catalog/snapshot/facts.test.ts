import { describe, expect, it } from "vitest";
import { normaliseFacts, normaliseTraitedFacts } from "./facts.ts";
import type { RawFact } from "./raw.ts";

const BUFF = "Apply Buff/Condition";

function normalise(...raw: RawFact[]) {
  const problems: string[] = [];
  return { ...normaliseFacts(raw, (problem) => problems.push(problem)), problems };
}

describe("normaliseFacts", () => {
  it.each<[string, RawFact, object]>([
    [
      "a strike per hit",
      { type: "Damage", text: "Damage", hit_count: 3, dmg_multiplier: 0.5 },
      { kind: "damage", hits: 3, coefficient: 0.5 },
    ],
    [
      "a strike of which only the total is known",
      { type: "Damage", text: "Damage", hit_count: 1, dmg_multiplier: 1.5, _total: true },
      { kind: "damage", hits: 1, coefficient: 1.5, total: true },
    ],
    [
      "a boon",
      { type: "Buff", text: BUFF, status: "Might", apply_count: 3, duration: 8 },
      { kind: "buff", status: "Might", stacks: 3, seconds: 8 },
    ],
    [
      "a condition under the wiki's name",
      { type: "Buff", text: "Pulse Burning", status: "Poison", duration: 2 },
      { kind: "buff", status: "Poisoned", stacks: 1, seconds: 2, label: "Pulse Burning" },
    ],
    [
      "a buff under an attunement",
      {
        type: "PrefixedBuff",
        text: BUFF,
        status: "Chilled",
        duration: 2,
        prefix: { status: "Water Attunement" },
      },
      { kind: "prefixedBuff", prefix: "Water Attunement", status: "Chilled", stacks: 1, seconds: 2 },
    ],
    [
      "a prefix without a buff of its own",
      { type: "PrefixedBuff", text: BUFF, duration: 0, prefix: { status: "Swiftness" } },
      { kind: "flag", label: "Swiftness" },
    ],
    ["a recharge", { type: "Recharge", text: "Recharge", value: 20 }, { kind: "recharge", seconds: 20 }],
    [
      "both kinds of radius",
      { type: "Radius", text: "Radius", distance: 240 },
      { kind: "distance", distance: 240, label: "Radius" },
    ],
    [
      "healing",
      { type: "AttributeAdjust", text: "Pulse Heal", target: "Healing", value: 650, _coefficient: 0.2 },
      { kind: "heal", amount: 650, coefficient: 0.2, label: "Pulse Heal" },
    ],
    [
      "barrier",
      { type: "AttributeAdjust", text: "Barrier", target: "Healing", value: 900 },
      { kind: "barrier", amount: 900, label: "Barrier" },
    ],
    [
      "life siphon",
      { type: "AttributeAdjust", text: "Life Siphon Damage", target: "Power", value: 200 },
      { kind: "siphon", amount: 200, label: "Life Siphon Damage" },
    ],
    [
      "points of healing power",
      { type: "AttributeAdjust", target: "Healing", value: 120 },
      { kind: "attribute", attribute: "healingPower", value: 120 },
    ],
    [
      "points of ferocity",
      { type: "AttributeAdjust", target: "CritDamage", value: 180 },
      { kind: "attribute", attribute: "ferocity", value: 180 },
    ],
    [
      "a conversion",
      {
        type: "BuffConversion",
        text: "Attribute Conversion",
        source: "Vitality",
        target: "ConditionDamage",
        percent: 10,
      },
      { kind: "conversion", from: "vitality", to: "conditionDamage", percent: 10 },
    ],
    [
      "a combo field",
      { type: "ComboField", text: "Combo Field", field_type: "Fire" },
      { kind: "comboField", field: "Fire" },
    ],
    [
      "a finisher with its chance",
      { type: "ComboFinisher", text: "Combo Finisher", finisher_type: "Projectile", percent: 20 },
      { kind: "comboFinisher", finisher: "Projectile", percent: 20 },
    ],
    [
      "control in seconds",
      { type: "Time", text: "Level 1 stun", duration: 1 },
      { kind: "control", control: "stun", seconds: 1, label: "Level 1 stun" },
    ],
    [
      "control by distance",
      { type: "Distance", text: "Knockback", distance: 300 },
      { kind: "control", control: "knockback", distance: 300 },
    ],
    ["control without a figure", { type: "Time", text: "Daze" }, { kind: "control", control: "daze" }],
    ["a stun break by either name", { type: "NoData", text: "Breaks Stun" }, { kind: "stunBreak" }],
    [
      "a percentage in text form",
      { type: "Number", text: "Recharge Reduced", value: "33%" },
      { kind: "percent", percent: 33, label: "Recharge Reduced" },
    ],
    [
      "a percentage without a type",
      { text: "Life Force Cost", percent: 5 },
      { kind: "percent", percent: 5, label: "Life Force Cost" },
    ],
    ["a property", { type: "NoData", text: "Blocks Missiles" }, { kind: "flag", label: "Blocks Missiles" }],
    [
      "the marks of a merged snapshot",
      {
        type: "Number",
        text: "Pulses",
        value: 4,
        _modes: ["wvw"],
        _src: "wiki-2026-03",
        _unconfirmed: true,
        _variant: "Ambush",
        _applications: 2,
      },
      {
        kind: "number",
        value: 4,
        label: "Pulses",
        modes: ["wvw"],
        source: "wiki-2026-03",
        unconfirmed: true,
        variant: "Ambush",
        applications: 2,
      },
    ],
  ])("reads %s", (_, raw, expected) => {
    expect(normalise(raw)).toMatchObject({ facts: [expected], problems: [] });
  });

  it("does not take a label that only speaks of control for control", () => {
    const { facts } = normalise(
      { type: "Time", text: "Missile Launch Interval", duration: 1 },
      { type: "Number", text: "Radius and Pull Increase above 50% Heat", value: 2 },
    );
    expect(facts.map((fact) => fact.kind)).toEqual(["time", "number"]);
  });

  it("leaves out what it cannot read, names it and keeps the rest", () => {
    const { facts, problems, indexOf } = normalise(
      { type: "Recharge", text: "Recharge" },
      { type: "Hologram", text: "Hologram" },
      { type: "BuffArray" },
      { type: "Range", text: "Range", value: 900 },
    );
    expect(facts).toEqual([{ kind: "range", distance: 900 }]);
    expect(indexOf).toEqual([undefined, undefined, undefined, 0]);
    expect(problems).toEqual([
      expect.stringMatching(/^facts\.0: Recharge "Recharge": seconds: .*number/),
      expect.stringMatching(/^facts\.1: Hologram "Hologram": kind: /),
    ]);
  });

  it("refuses prose in place of a label", () => {
    const { facts, problems } = normalise({ type: "NoData", text: "word ".repeat(20) });
    expect(facts).toEqual([]);
    expect(problems[0]).toContain("prose, not a label");
  });
});

describe("normaliseTraitedFacts", () => {
  it("points at the same fact after another was left out", () => {
    const base = normaliseFacts(
      [{ type: "BuffArray" }, { type: "Range", text: "Range", value: 900 }],
      () => undefined,
    );
    const traited = normaliseTraitedFacts(
      [{ type: "Range", text: "Range", value: 1200, requires_trait: 214, overrides: 1 }],
      base,
      () => undefined,
    );
    expect(traited).toEqual([{ kind: "range", distance: 1200, trait: 214, overrides: 0 }]);
  });
});
