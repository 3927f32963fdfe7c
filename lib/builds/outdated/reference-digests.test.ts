import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { indexCatalog, type LoadedCatalog, loadCatalog } from "#lib/catalog/catalog.ts";
import type { CatalogData, Trait } from "#lib/catalog/schema.ts";
import { NO_DETAILS } from "../details/schema.ts";
import { referencesOf } from "../library/references.ts";
import { searchDocument } from "../library/search-document.ts";
import { namedLoadout } from "../testing/named-loadout.ts";
import { recordDigest, UNKNOWN_DIGEST } from "./record-digest.ts";
import { digestsOf, storedDigests } from "./reference-digests.ts";

const catalog = loadCatalog(fileURLToPath(new URL("../../../data/catalog", import.meta.url)));
const loadout = namedLoadout(catalog, {
  profession: "Guardian",
  lines: [["Zeal"], ["Radiance"], ["Firebrand", "Unrelenting Criticism"]],
  heal: "Shelter",
});
const atSaving = searchDocument(loadout, catalog);

/** The game data of a later day, with some records changed. */
function later(change: (data: CatalogData) => Partial<CatalogData>): LoadedCatalog {
  const data = { ...catalog.data, ...change(catalog.data) };
  return { ...indexCatalog(data), manifest: { ...catalog.manifest, contentHash: "f".repeat(64) } };
}

function documentOf(newer: LoadedCatalog) {
  return searchDocument(loadout, newer, {
    referenceNames: atSaving.referenceNames,
    isOutdatedInSource: false,
    digests: atSaving.referenceDigests,
    details: NO_DETAILS,
  });
}

function withSkill(name: string, change: object): LoadedCatalog {
  return later(({ skills }) => ({
    skills: skills.map((skill) => (skill.name === name ? { ...skill, ...change } : skill)),
  }));
}

describe("a build after a change of the game", () => {
  it("is up to date while nothing that it uses has changed", () => {
    expect(atSaving).toMatchObject({ missing: [], changed: [] });
    const elsewhere = documentOf(withSkill("Litany of Wrath", { rechargeSeconds: 99 }));
    expect(elsewhere.changed).toEqual([]);
    expect(elsewhere.facets).toContain("state:current");
    expect(elsewhere.searchStamp).not.toBe(atSaving.searchStamp);
  });

  it("names the skill whose figures are others, and is outdated", () => {
    const document = documentOf(withSkill("Shelter", { rechargeSeconds: 99 }));
    expect(document).toMatchObject({ changed: ["Shelter (skill)"], missing: [] });
    expect(document.facets).toContain("state:outdated");
  });

  it("names the trait that gives something else in one mode only", () => {
    const other: Trait["modes"] = {
      wvw: {
        basis: "stated",
        sources: [],
        facts: [{ kind: "percent", label: "Damage Increase", percent: 1 }],
      },
    };
    const document = documentOf(
      later(({ traits }) => ({
        traits: traits.map((trait) =>
          trait.name === "Unrelenting Criticism" ? { ...trait, modes: other } : trait,
        ),
      })),
    );
    expect(document.changed).toEqual(["Unrelenting Criticism (trait)"]);
  });

  it("names what has vanished by its old name, as missing and not as changed", () => {
    const document = documentOf(
      later(({ skills }) => ({ skills: skills.filter(({ name }) => name !== "Shelter") })),
    );
    expect(document).toMatchObject({ missing: ["Shelter (skill)"], changed: [] });
  });

  it("takes a new name, picture, source or order of fields for no change", () => {
    const document = documentOf(
      later(({ skills }) => ({
        skills: skills.map((skill) =>
          skill.name === "Shelter"
            ? Object.fromEntries(
                Object.entries({
                  ...skill,
                  name: "Haven",
                  icon: "0/1",
                  factsSource: "api-2027-01",
                }).toReversed(),
              )
            : skill,
        ) as typeof skills,
      })),
    );
    expect(document).toMatchObject({ missing: [], changed: [] });
  });

  it("stays compared with the day it was saved, however often the game changes", () => {
    const first = documentOf(withSkill("Shelter", { rechargeSeconds: 99 }));
    expect(first.referenceDigests).toEqual(atSaving.referenceDigests);
  });
});

describe("fingerprints", () => {
  it("say nothing of skills without figures, before or after they become known", () => {
    const blank = withSkill("Shelter", { facts: [] });
    const record = blank.skills.all.find(
      ({ name, id }) => name === "Shelter" && loadout.skills.terrestrial.heal === id,
    );
    expect(record && recordDigest(record)).toBe(UNKNOWN_DIGEST);
    expect(documentOf(blank).changed).toEqual([]);
    const known = { referenceNames: {}, isOutdatedInSource: false, details: NO_DETAILS };
    const digests = digestsOf(referencesOf(loadout, blank));
    expect(searchDocument(loadout, catalog, { ...known, digests }).changed).toEqual([]);
  });

  it("of other rules, or unreadable ones, count as none", () => {
    expect(storedDigests(atSaving.referenceDigests)).toEqual(atSaving.referenceDigests);
    for (const value of [null, undefined, {}, { rules: 0, of: {} }, { rules: 1, of: [1] }]) {
      expect(storedDigests(value)).toBeNull();
    }
  });

  it("take little room", () => {
    expect(JSON.stringify(atSaving.referenceDigests).length).toBeLessThan(1000);
  });
});
