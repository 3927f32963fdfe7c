import { describe, expect, it } from "vitest";
import { buildReport } from "#lib/builds/build-report.ts";
import { exampleBuilds } from "#lib/builds/examples.ts";
import { reportData } from "#lib/builds/report-data.ts";
import { type Loadout, loadoutSchema } from "#lib/builds/schema.ts";
import { catalog } from "#lib/catalog/service.ts";
import { valueOfCurrentGear } from "./current-gear.ts";
import { kitOfLoadout } from "./loadout-kit.ts";
import { gearSettingsSchema } from "./schema.ts";

const data = reportData(catalog());
/** The data list this rune twice, so a build's page counts it twice; the search counts it once. */
const LISTED_TWICE = 24797;
const examples = exampleBuilds(data.templates, "2026-08-12", data.index, data.catalog).filter(
  ({ loadout }, index) => index % 3 === 0 && loadout.equipment.runes !== LISTED_TWICE,
);
const settings = gearSettingsSchema.parse({ statSets: ["Berserker"] });

/** Difference of two values relative to their size. */
function gap(one: number, other: number): number {
  return Math.abs(one - other) / Math.max(1, Math.abs(other));
}

function compareWithReport(loadout: Loadout): void {
  const kit = kitOfLoadout(loadout, "build", data);
  const { numbers } = buildReport(loadout, data);
  if (!kit.ok || !numbers.ok) throw new Error("the example has no numbers");
  const value = valueOfCurrentGear(kit.value, settings);
  if (!value) throw new Error("the example wears nothing");
  const { combat } = numbers.value;
  expect(gap(value.Damage, combat.damage)).toBeLessThan(1e-12);
  expect(gap(value.Survivability, combat.survivability)).toBeLessThan(1e-12);
  expect(gap(value.Healing, combat.healing)).toBeLessThan(1e-12);
  const shown = combat.scenarios[0]?.attributes;
  expect(value.attributes.Power).toBeCloseTo(shown?.power.value ?? 0, 9);
  expect(value.attributes["Boon Duration"]).toBeCloseTo(shown?.boonDuration.value ?? 0, 9);
}

describe("the kit of a build", () => {
  it("values what is worn as the build's page does, in PvE and WvW", () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const { loadout } of examples) {
      if (Object.keys(loadout.equipment.pieces).length === 0) continue;
      compareWithReport(loadout);
      compareWithReport({ ...loadout, mode: "wvw" });
    }
  });

  it("keeps the player's own amounts of effects that items bring along", () => {
    const example = examples.find(({ loadout }) => loadout.equipment.relic !== null);
    if (!example) throw new Error("no example wears a relic");
    const relic = data.index.byApiId.get(`relic:${example.loadout.equipment.relic}`)?.[0];
    compareWithReport(
      loadoutSchema.parse({
        ...example.loadout,
        assumptions: {
          effects: { [relic?.id ?? ""]: 30, "other:food-life-steal": 2, "infusion:agony": 150 },
          boons: { fury: 60, might: 10 },
        },
      }),
    );
  });

  it("counts hits that glance, second strikes of shroud and phantasms too", () => {
    for (const profession of ["Mesmer", "Necromancer"]) {
      const example = exampleBuilds(data.templates, "2026-08-12", data.index, data.catalog).find(
        ({ loadout }) =>
          loadout.profession === profession &&
          (data.templates.find(({ id }) => id === loadout.template?.id)?.coefficients.strike2 ?? 0) > 0,
      );
      if (!example) throw new Error(`no example of a ${profession} with second strikes`);
      const effects = { "condition:weakness": 60 };
      compareWithReport(
        loadoutSchema.parse({ ...example.loadout, assumptions: { effects, movingFraction: 0.3 } }),
      );
    }
  });

  it("is refused in PvP, which has no figures", () => {
    const [example] = examples;
    if (!example) throw new Error("no examples");
    const kit = kitOfLoadout({ ...example.loadout, mode: "pvp" }, "build", data);
    expect(kit).toMatchObject({ ok: false, error: { code: "MODE_WITHOUT_FIGURES", field: "mode" } });
  });
});
