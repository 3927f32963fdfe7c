import { describe, expect, it } from "vitest";
import { buildView } from "./build-view.ts";
import { detailsView } from "./details/details-view.ts";
import { NO_DETAILS } from "./details/schema.ts";
import { buildFacts } from "./facts.ts";
import { gameData } from "./game-data.ts";
import { type Loadout, loadoutSchema } from "./loadout.ts";
import { encodeLoadout } from "./loadout-code/loadout-code.ts";
import { openCode } from "./open-code.ts";
import { reportView } from "./report-view.ts";
import { type NamedLoadout, namedLoadout } from "./testing/named-loadout.ts";

const { catalog } = gameData();
const NOTES = { warnings: [], linkListsWeapons: null };

function viewOf(named: NamedLoadout, changes: Partial<Loadout> = {}) {
  return buildView({ ...namedLoadout(catalog, named), ...changes }, catalog, NOTES);
}

const DRUID: NamedLoadout = {
  profession: "Ranger",
  lines: [["Nature Magic", "Nature's Vengeance"], ["Skirmishing"], ["Druid", "Grace of the Land"]],
  heal: "Water Spirit",
  utility: ["Sun Spirit"],
  weapons: [["Staff"], ["Axe", "Warhorn"]],
  pets: ["Tiger", "White Moa"],
};

describe("the view of a build", () => {
  it("is called after its elite specialization, or its profession", () => {
    expect(viewOf(DRUID).title).toBe("Druid");
    expect(viewOf({ profession: "Ranger" }).title).toBe("Ranger");
  });

  it("has the pets of a ranger with their skills", () => {
    const { companions } = viewOf(DRUID);
    expect(companions.map(({ group, name }) => [group, name])).toEqual([
      ["Pets", "Tiger"],
      ["Pets", "White Moa"],
    ]);
    expect(companions[0]?.skills.length).toBeGreaterThan(0);
  });

  it("has the second legend of a revenant with its skills; those of the first are on the bar", () => {
    const { companions, skillBars } = viewOf({
      profession: "Revenant",
      legends: ["Legendary Dwarf Stance", "Legendary Assassin Stance"],
    });
    expect(companions.map(({ note, skills }) => [note, skills.length])).toEqual([
      ["First legend", 0],
      ["Second legend", 5],
    ]);
    expect(skillBars[0]?.skills).toHaveLength(5);
  });

  it("names companions that nothing is known of", () => {
    const unknown = loadoutSchema.parse({
      version: 1,
      profession: "Ranger",
      pets: { terrestrial: [16_000_000, null], aquatic: [null, null] },
      legends: { terrestrial: [250, null], aquatic: [null, null] },
    });
    const names = buildView(unknown, catalog, NOTES).companions.map(({ name }) => name);
    expect(names).toEqual(["Unknown pet 16000000", "Unknown legend 250"]);
  });
});

describe("a build in short lines for a model", () => {
  const loadout = namedLoadout(catalog, DRUID);
  const facts = buildFacts({
    id: "id",
    slug: "slug",
    name: "A player's text",
    visibility: "public",
    ownerName: null,
    isOwner: false,
    chatLink: "[&...]",
    example: { source: "templates", date: "2026-08-12", outdated: false },
    missing: [],
    changed: [],
    hidden: null,
    viewCount: 0,
    forkedFrom: null,
    rating: { score: 3, count: 0 },
    forkCount: 0,
    updatedAt: new Date(0),
    details: detailsView(NO_DETAILS, loadout, catalog),
    loadoutCode: encodeLoadout(loadout),
    view: { ...viewOf(DRUID), warnings: ["the link is old"] },
    report: reportView(loadout),
  });

  it("tells profession, lines, chosen traits and skills with figures, weapons and companions", () => {
    expect(facts[0]).toBe("Profession: Ranger; specialization: Druid; mode: PvE");
    expect(facts).toContain("Specialization line: Druid (elite)");
    expect(facts.join("\n")).toMatch(/Master trait of Druid: Grace of the Land \[/);
    expect(facts.join("\n")).toMatch(/On land, .*: Sun Spirit \[/);
    expect(facts).toContain("Pets: Tiger");
    expect(facts).toContain("Caution: the link is old");
    expect(facts).toContain("Example from templates, 2026-08-12");
  });

  it("leaves the name that a player gave out", () => {
    expect(facts.join("\n")).not.toContain("A player's text");
  });
});

describe("opening a loadout code", () => {
  const code = encodeLoadout(namedLoadout(catalog, DRUID));

  it("gives the loadout, its link and its view, in another mode where asked", () => {
    const opened = openCode(code);
    expect(opened).toMatchObject({ ok: true, value: { view: { title: "Druid", mode: "pve" } } });
    expect(opened.ok && opened.value.link).toMatch(/^\[&D/);
    expect(openCode(code, "wvw")).toMatchObject({ ok: true, value: { loadout: { mode: "wvw" } } });
  });

  it("says what is wrong with a code and what to do", () => {
    const damaged = openCode(code.slice(0, -2));
    expect(damaged).toMatchObject({ ok: false });
    expect(damaged.ok ? "" : damaged.error.message).toMatch(/\. .+\.$/);
  });

  it("fails where the build has no template link", () => {
    const odd = loadoutSchema.parse({
      version: 1,
      profession: "Ranger",
      skills: { terrestrial: { heal: 16_000_000 } },
    });
    expect(openCode(encodeLoadout(odd))).toMatchObject({ ok: false });
  });
});
