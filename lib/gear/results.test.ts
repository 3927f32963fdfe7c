import { describe, expect, it } from "vitest";
import { exampleBuilds } from "#lib/builds/examples.ts";
import { reportData } from "#lib/builds/report-data.ts";
import { catalog } from "#lib/catalog/service.ts";
import { gearToApplySchema, wearGear } from "./apply-result.ts";
import { valueOfCurrentGear } from "./current-gear.ts";
import { defaultSettings, infusionSlotCount, presetOf } from "./default-settings.ts";
import type { GearKit } from "./gear-kit.ts";
import type { GearResult } from "./gear-result.ts";
import { gearToApply } from "./gear-to-apply.ts";
import { kitOfLoadout } from "./loadout-kit.ts";
import {
  differenceText,
  extraName,
  infusionsText,
  resultText,
  statSetCounts,
  wornLines,
} from "./result-view.ts";
import { type GearSettings, gearSettingsSchema } from "./schema.ts";
import { createCombinedSearch } from "./search/combined-search.ts";
import { gearJobOf } from "./search/gear-job.ts";
import { setupOf } from "./template-kit.ts";
import { templateKit, testSettings } from "./testing/test-kits.ts";

const data = reportData(catalog());

function example(key: string) {
  const templates = data.templates.filter(({ id }) => id === key);
  const [build] = exampleBuilds(templates, "2026-08-12", data.index, data.catalog);
  if (!build) throw new Error(`There is no example ${key}.`);
  return build.loadout;
}

function kitOf(loadout = example("luminary-power")): GearKit {
  const kit = kitOfLoadout(loadout, "Luminary", data);
  if (!kit.ok) throw new Error(kit.error.message);
  return kit.value;
}

function search(kit: GearKit, settings: GearSettings): readonly GearResult[] {
  const job = gearJobOf(kit, settings);
  if (!job.ok) throw new Error(job.error.message);
  let time = 0;
  const found = createCombinedSearch(job.value, {
    topK: settings.results,
    now: () => time++ / 10,
    share: { index: 0, of: 1 },
    memoryLimitBytes: 1e8,
  });
  for (;;) {
    const { isDone, results } = found.step(50);
    if (isDone) return results.map(job.value.describe);
  }
}

const infusionItem = (attribute: string) =>
  data.index.byId.get(`infusion:${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
    ?.gw2id;

describe("a result put on", () => {
  it("gives the build exactly the value the search promised", () => {
    const loadout = example("luminary-power");
    const kit = kitOf(loadout);
    const settings = testSettings({
      statSets: ["Berserker", "Dragon", "Diviner"],
      extras: { rune: ["rune:eagle", "rune:herald"], sigil2: ["sigil:air", "sigil:accuracy"] },
      infusions: { kind: "choose", total: 18, max: { power: 18, precision: 6, conditionDamage: 4 } },
      constraints: { minBoonDuration: 20 },
      results: 5,
    });
    for (const result of search(kit, settings)) {
      const gear = gearToApplySchema.parse(gearToApply(kit, settings, result));
      const worn = wearGear(loadout, gear, infusionItem);
      const value = valueOfCurrentGear(kitOf(worn), gearSettingsSchema.parse({ statSets: ["Berserker"] }));
      expect(value?.Damage).toBeCloseTo(result.measures.Damage, 6);
      expect(value?.Survivability).toBeCloseTo(result.measures.Survivability, 6);
      expect(value?.attributes["Boon Duration"]).toBeGreaterThanOrEqual(0.2);
    }
  });

  it("leaves everything else as it was", () => {
    const loadout = example("firebrand-condi-quickness-axe");
    const kit = kitOf(loadout);
    const settings = testSettings({ statSets: ["Viper"], results: 1 });
    const [result] = search(kit, settings);
    if (!result) throw new Error("nothing found");
    const worn = wearGear(loadout, gearToApply(kit, settings, result), infusionItem);
    expect(worn.weapons.a.main).toMatchObject({ type: "Axe", statSet: "Viper" });
    expect(worn.weapons.a.off).toMatchObject({ type: "Torch", statSet: "Viper" });
    expect(worn.weapons.b).toEqual(loadout.weapons.b);
    expect(worn.skills).toEqual(loadout.skills);
    expect(worn.equipment.runes).toBe(loadout.equipment.runes);
    expect(worn.weapons.a.main?.sigils).toEqual(loadout.weapons.a.main?.sigils);
  });

  it("takes off what the search left empty, and puts counted infusions in", () => {
    const loadout = example("luminary-power");
    const worn = wearGear(
      loadout,
      { slots: {}, extras: { relic: null, food: null }, infusions: { expertise: 3 } },
      infusionItem,
    );
    expect(worn.equipment).toMatchObject({ relic: null, food: null, utility: loadout.equipment.utility });
    expect(worn.equipment.pieces.helm?.infusions).toEqual([86113]);
    expect(worn.equipment.pieces.gloves?.infusions).toEqual([]);
  });

  it("keeps what is no single item, and infusions the search did not place", () => {
    const kit = templateKit("charb", "any");
    const composite = kit.extras.sigil2.find(({ itemId }) => itemId === undefined);
    const settings = testSettings({ infusions: { kind: "fixed", counts: { power: 2 } }, results: 1 });
    const [result] = search(kit, settings);
    if (!result || !composite) throw new Error("nothing to apply");
    const odd = { ...result, extras: { ...result.extras, sigil2: composite.id } };
    expect(gearToApply(kit, settings, odd).extras).not.toHaveProperty("sigil2");
    expect(gearToApply(kit, settings, odd)).toMatchObject({
      infusions: { power: 2 },
      extras: { rune: null },
    });
    expect(gearToApply(kit, testSettings(), odd)).not.toHaveProperty("infusions");
  });
});

describe("a result in words", () => {
  const kit = kitOf();
  const settings = testSettings({ statSets: ["Dragon", "Berserker"], results: 3 });
  const [best, second] = search(kit, settings);
  if (!best || !second) throw new Error("nothing found");

  it("names every slot with what is worn there now", () => {
    const lines = wornLines(kit, best.hands, best, kit.current);
    expect(lines.map(({ slot }) => slot)).toEqual([
      ...["Helm", "Shoulders", "Coat", "Gloves", "Leggings", "Boots", "Amulet", "Ring 1", "Ring 2"],
      ...["Accessory 1", "Accessory 2", "Back", "Two-handed weapon"],
      ...["Rune", "Relic", "Sigil 1", "Sigil 2", "Food", "Utility item"],
    ]);
    expect(lines.some(({ isChanged }) => isChanged)).toBe(true);
    expect(lines.find(({ id }) => id === "rune")).toMatchObject({
      result: "Superior Rune of the Scholar",
      isChanged: false,
    });
    expect(
      wornLines(kit, best.hands, best, null).every(({ before, isChanged }) => before === null && !isChanged),
    ).toBe(true);
    const placed = { ...second, infusions: { Power: 3 } };
    expect(wornLines(kit, best.hands, placed, { ...best, infusions: { Power: 4 } }).at(-1)).toMatchObject({
      slot: "Infusions",
      result: "3 Power",
      before: "4 Power",
      isChanged: true,
    });
  });

  it("counts stat sets, the most frequent first", () => {
    const counts = statSetCounts(best);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(13);
    expect(counts[0]?.count).toBeGreaterThanOrEqual(counts[1]?.count ?? 0);
  });

  it("is a text that tells all and leads back to the search", () => {
    const text = resultText(
      kit,
      best.hands,
      { ...best, infusions: { Power: 18 } },
      "https://example.test/optimizer?run=1",
    );
    expect(text).toContain("Luminary (Guardian, PvE)");
    expect(text).toContain("Helm: ");
    expect(text).toContain("Infusions: 18 Power");
    expect(text.endsWith("https://example.test/optimizer?run=1")).toBe(true);
  });

  it("writes differences with their sign, and none as none", () => {
    expect([
      differenceText(120),
      differenceText(-5),
      differenceText(0.2),
      differenceText(0.031, "percent"),
    ]).toEqual(["+120", "−5", "±0", "+3.1 %"]);
    expect(infusionsText({ Power: 12, Precision: 6 })).toBe("12 Power, 6 Precision");
    expect(extraName(kit, "rune", null)).toBe("empty");
    expect(extraName(kit, "rune", "rune:unheard-of")).toBe("rune:unheard-of");
  });
});

describe("the settings a search begins with", () => {
  const templateOf = (id: string) => data.templates.find((template) => template.id === id);

  it("fit the template's role, goal and limits", () => {
    const druid = templateOf("druid");
    const setup = druid?.setups.raid;
    const settings = defaultSettings(templateKit("druid"), druid, setup);
    expect(settings.objective).toEqual({ goal: "healing" });
    expect(settings.constraints).toEqual({ minBoonDuration: 100 });
    expect(settings.statSets.slice(0, 3)).toEqual(["Harrier", "Minstrel", "Magi"]);
    expect(settings.extras).toMatchObject({
      rune: ["rune:monk"],
      relic: [""],
      sigil1: [""],
      sigil2: ["sigil:transference"],
    });
  });

  it("keep what a build wears", () => {
    const settings = defaultSettings(kitOf(), undefined, undefined);
    expect(settings.extras).toEqual({});
    expect(settings.infusions).toEqual({ kind: "none" });
    expect(settings.statSets[0]).toBe("Berserker");
    expect(settings.statSets.length).toBeLessThanOrEqual(8);
  });

  it("are searchable for every template", () => {
    for (const template of data.templates) {
      const setup = setupOf(template, undefined);
      if (!setup.ok) throw new Error(setup.error.message);
      const kit = templateKit(template.id, setup.value);
      const settings = defaultSettings(kit, template, template.setups[setup.value]);
      expect(gearJobOf(kit, settings)).toMatchObject({ ok: true });
      expect(infusionSlotCount(kit)).toBe(18);
    }
  });

  it("have a preset for each role", () => {
    const presets = (["dps", "boonDps", "heal"] as const).flatMap((role) =>
      (["power", "condition"] as const).map((damageType) => presetOf({ role, damageType })),
    );
    expect(new Set(presets).size).toBe(5);
  });
});
