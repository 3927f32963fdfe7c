import { describe, expect, it } from "vitest";
import { loadMechanicsIndex, loadTemplates, templateSource } from "#lib/catalog/mechanics/load.ts";
import { buildReport } from "./build-report.ts";
import { EXAMPLE_WEAPONS } from "./example-weapons.ts";
import { exampleBuilds } from "./examples.ts";
import { gameData } from "./game-data.ts";
import { reportData } from "./report-data.ts";

const templates = loadTemplates();
const examples = exampleBuilds(templates, templateSource().date, loadMechanicsIndex(), gameData().catalog);
const reports = examples.map(({ key, loadout }) => ({
  key,
  ...buildReport(loadout, reportData(gameData().catalog)),
}));

describe("example builds", () => {
  it("are one of every template, of all nine professions", () => {
    expect(examples.map(({ key }) => key)).toEqual(templates.map(({ id }) => id));
    expect(new Set(examples.map(({ loadout }) => loadout.profession)).size).toBe(9);
  });

  it("state weapons of templates that exist", () => {
    const known = new Set(templates.map(({ id }) => id));
    expect(Object.keys(EXAMPLE_WEAPONS).filter((id) => !known.has(id))).toEqual([]);
  });

  it("carry the role that the source states, and none where it leaves the boon open", () => {
    const roles = new Map(examples.map(({ key, role }) => [key, role]));
    expect(
      ["dh-radiance", "cfb-geo", "pqfb", "pwb-alac", "hb", "heal-willbender"].map((key) => roles.get(key)),
    ).toEqual([
      "power-dps",
      "condition-dps",
      "quickness-dps",
      "alacrity-dps",
      "quickness-heal",
      "alacrity-heal",
    ]);
    expect(roles.get("pchrono-boon-gs")).toBeNull();
    expect(roles.get("heal-boon-chrono")).toBe("heal");
  });

  it("are legal in the game", () => {
    const errors = reports.flatMap(({ key, findings }) =>
      findings.filter(({ severity }) => severity === "error").map(({ message }) => `${key}: ${message}`),
    );
    expect(errors).toEqual([]);
  });

  it("have figures, and damage unless the template is a healer's", () => {
    const healers = templates.filter(({ role }) => role === "heal").map(({ id }) => id);
    const without = reports.filter(({ numbers }) => !numbers.ok || !(numbers.value.combat.damage > 0));
    expect(without.map(({ key }) => key)).toEqual(healers);
  });
});
