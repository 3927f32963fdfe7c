import { describe, expect, it } from "vitest";
import { buildReport } from "./build-report.ts";
import { gameData } from "./game-data.ts";
import { loadoutSchema } from "./loadout.ts";
import { reportData } from "./report-data.ts";
import { reportView } from "./report-view.ts";
import { supportAttributes } from "./support-attributes.ts";
import { namedLoadout } from "./testing/named-loadout.ts";

const { catalog } = gameData();
const firebrand = namedLoadout(catalog, {
  profession: "Guardian",
  lines: [["Radiance", "Right-Hand Strength"], ["Honor"], ["Firebrand"]],
  heal: "Mantra of Solace",
  utility: ["Mantra of Potence", "Bane Signet", "Sword of Justice"],
  elite: '"Feel My Wrath!"',
  weapons: [["Axe", "Torch"], ["Greatsword"]],
  relic: "Relic of Durability",
});
const geared = loadoutSchema.parse({
  ...firebrand,
  equipment: { ...firebrand.equipment, pieces: { ring1: { statSet: "Diviner", infusions: [37123] } } },
  assumptions: { ...firebrand.assumptions, boons: { alacrity: 100 } },
});

describe("the report of a build in words", () => {
  it("has attributes that unfold into named contributions", () => {
    const { numbers, refusal } = reportView(geared);
    expect(refusal).toBeNull();
    const text = JSON.stringify(numbers);
    expect(text).toContain("Ring 1: Diviner");
    expect(text).toContain("Right-Hand Strength (one-handed weapon held)");
    expect(text).toContain("From Concentration");
  });

  it("has boons of you and of an ally, the higher possible figure in brackets, and each source", () => {
    const { support } = reportView(geared);
    const aegis = support.shared.find(({ name }) => name === "Aegis");
    expect(aegis?.self).toMatch(/^\d+ %( \(up to \d+ %\))?$/);
    expect(aegis?.entries[0]).toMatchObject({ label: "Restoring Reprieve" });
    const might = support.shared.find(({ name }) => name === "Might");
    expect(might?.party).toContain("stacks");
  });

  it("has rates per second; boons and defiance are taken from foes, so allies have no share", () => {
    const necromancer = namedLoadout(catalog, {
      profession: "Necromancer",
      utility: ["Well of Power", "Corrosive Poison Cloud"],
      weapons: [["Scepter", "Dagger"], ["Staff"]],
    });
    const { rates } = reportView(necromancer).support;
    const names = rates.map(({ name }) => name);
    expect(names).toContain("Conditions removed");
    expect(names).toContain("Boons removed from a foe");
    expect(rates.find(({ name }) => name === "Defiance bar damage")?.party).toBeNull();
    expect(rates.find(({ name }) => name === "Boons removed from a foe")?.party).toBeNull();
    expect(rates.find(({ name }) => name === "Conditions removed")?.party).toMatch(/ \/s/);
  });

  it("names combo fields, finishers and stun breaks with their skills", () => {
    const { capabilities } = reportView(geared).support;
    expect(capabilities).toContainEqual({
      name: "Light field",
      sources: expect.arrayContaining(["Symbol of Vengeance"]),
    });
    for (const { sources } of capabilities) expect(new Set(sources).size).toBe(sources.length);
  });

  it("says what it assumes, what it does not know and what is not modelled", () => {
    const { support, notModelled, dataDate } = reportView(geared);
    expect(support.assumptions.join(" ")).toContain("Alacrity 100 %");
    expect(support.notKnown.length).toBeGreaterThan(0);
    expect(new Set(support.notKnown).size).toBe(support.notKnown.length);
    expect(notModelled.groups.flatMap(({ names }) => names)).toContain("Relic of Durability");
    expect(dataDate).toMatch(/^20\d\d-/);
  });

  it("shortens recharges by the alacrity that the build assumes", () => {
    const uptime = (loadout: typeof geared) =>
      buildReport(loadout, reportData(catalog)).support.output.boons.find(({ name }) => name === "Fury")?.sum
        .baseline.self ?? 0;
    expect(uptime(geared)).toBeGreaterThan(uptime(firebrand));
  });
});

describe("a report without numbers", () => {
  it("says why, and keeps findings and support without bonuses", () => {
    const pvp = { ...firebrand, mode: "pvp" as const };
    const view = reportView(pvp);
    expect(view.numbers).toBeNull();
    expect(view.refusal).toContain("PvP");
    expect(view.support.shared.length).toBeGreaterThan(0);
    const report = buildReport(pvp, reportData(catalog));
    expect(report.support.attributesKnown).toBe(false);
  });
});

describe("the attributes that support depends on", () => {
  it("are those in combat, on average over the states of a build", () => {
    const loadout = loadoutSchema.parse({
      ...geared,
      assumptions: { boons: { fury: 50 } },
    });
    const { numbers } = buildReport(loadout, reportData(catalog));
    if (!numbers.ok) throw new Error(numbers.error.message);
    const { scenarios } = numbers.value.combat;
    expect(scenarios).toHaveLength(2);
    const attributes = supportAttributes(numbers.value.combat);
    const concentration = scenarios[0]?.attributes.concentration.value ?? 0;
    expect(concentration).toBeGreaterThan(0);
    expect(attributes.boonDuration).toBeCloseTo(concentration / 1500, 12);
    expect(Object.keys(attributes.boonDurationOf)).toHaveLength(12);
  });
});
