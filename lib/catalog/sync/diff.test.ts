import { describe, expect, it } from "vitest";
import { buildCatalogData } from "../snapshot/build.ts";
import { describeChanges, diffCatalogs } from "./diff.ts";
import { readFixture } from "./fake-api.ts";

function catalogOf(skills: readonly unknown[]) {
  const none = {
    traits: [],
    itemstats: [],
    items: [],
    pets: [],
    legends: [],
    pvp_amulets: [],
    balance_splits: [],
  };
  return buildCatalogData({ ...none, professions: [], specializations: [], skills, palettes: {} }).data;
}

describe("diffCatalogs", () => {
  const skills = readFixture("skills");
  const shelter = skills.filter((skill) => skill.id === 9102);
  const received = skills.filter((skill) => skill.id === 9083);

  it("finds nothing between equal catalogues", () => {
    expect(diffCatalogs(catalogOf(skills), catalogOf(skills))).toEqual([]);
    expect(describeChanges([])).toEqual(["Nothing changed."]);
  });

  it("names added, removed and changed records with their fields and short values", () => {
    const renewed = shelter.map((skill) => ({
      ...skill,
      facts: [{ type: "Recharge", text: "Recharge", value: 25 }],
    }));
    const changes = diffCatalogs(catalogOf([...shelter, ...received]), catalogOf(renewed));
    expect(describeChanges(changes)).toEqual([
      "skills: 0 added, 1 removed, 1 changed",
      '  - "Receive the Light!" (9083)',
      "  ~ Shelter (9102): rechargeSeconds 30 → 25, facts",
    ]);
    expect(diffCatalogs(undefined, catalogOf(shelter))).toEqual([
      { kind: "skills", added: [{ id: 9102, name: "Shelter" }], removed: [], changed: [] },
    ]);
  });
});
