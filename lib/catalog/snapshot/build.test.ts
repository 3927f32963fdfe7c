import { describe, expect, it } from "vitest";
import type { ItemId, SkillId, SpecializationId } from "#lib/shared/ids.ts";
import { fromFiles, toFiles } from "../files.ts";
import { CATALOG_KINDS, RECORD_SCHEMAS } from "../schema.ts";
import { readFixture } from "../sync/fake-api.ts";
import { buildCatalogData, type RawRecords } from "./build.ts";
import { contentHash, makeManifest } from "./manifest.ts";
import { describeProblem } from "./report.ts";

function fixture(changes: Partial<RawRecords> = {}): RawRecords {
  return {
    professions: readFixture("professions"),
    specializations: readFixture("specializations"),
    traits: readFixture("traits"),
    skills: readFixture("skills"),
    itemstats: readFixture("itemstats"),
    items: readFixture("items"),
    pets: readFixture("pets"),
    legends: readFixture("legends"),
    pvp_amulets: [],
    balance_splits: readFixture("balance_splits"),
    palettes: {},
    ...changes,
  };
}

const reverse = <T>(list: readonly T[]) => list.toReversed();

describe("buildCatalogData", () => {
  it("makes records that pass their schemas", () => {
    const { data, problems } = buildCatalogData(fixture());
    expect(problems).toEqual([]);
    for (const kind of CATALOG_KINDS) {
      for (const record of data[kind]) expect(RECORD_SCHEMAS[kind].safeParse(record).error).toBeUndefined();
    }
    expect(data.skills).toHaveLength(57);
    expect(data.traits).toHaveLength(37);
  });

  it("gives the same bytes whatever the order of the records", () => {
    const raw = fixture();
    const shuffled = fixture({
      skills: reverse(raw.skills),
      traits: reverse(raw.traits),
      items: reverse(raw.items),
      specializations: reverse(raw.specializations),
      professions: reverse(raw.professions),
      balance_splits: reverse(raw.balance_splits),
    });
    const first = toFiles(buildCatalogData(raw).data);
    expect([...toFiles(buildCatalogData(raw).data)]).toEqual([...first]);
    expect([...toFiles(buildCatalogData(shuffled).data)]).toEqual([...first]);
  });

  it("loses nothing on the way to files and back", () => {
    const { data } = buildCatalogData(fixture());
    const files = toFiles(data);
    expect(fromFiles((name) => files.get(name) ?? "[]")).toEqual(data);
  });

  it("reports malformed records by id and name and leaves them out", () => {
    const skills: unknown[] = readFixture("skills").map((skill) =>
      skill.id === 9102 ? { ...skill, slot: "Pocket" } : skill,
    );
    const { data, problems } = buildCatalogData(
      fixture({ skills: [...skills, { name: "No Id" }, "rubbish", { id: 5, name: 7 }], items: [null] }),
    );
    expect(problems.map(describeProblem)).toEqual([
      "skills without id (No Id): id: Invalid input: expected number, received undefined",
      "skills without id: record: Invalid input: expected object, received string",
      "skills 5: name: Invalid input: expected string, received number",
      expect.stringContaining("skills 9102 (Shelter): slot: Invalid option"),
      "items without id: record: Invalid input: expected object, received null",
    ]);
    expect(data.skills).toHaveLength(56);
    expect(data.items).toEqual([]);
  });

  it("takes the first of two records with one id", () => {
    const [first] = readFixture("pets");
    const { data, problems } = buildCatalogData(fixture({ pets: [first, { ...first, name: "Twin" }] }));
    expect(data.pets.map((pet) => pet.name)).toEqual([first?.name]);
    expect(problems).toMatchObject([{ kind: "pets", id: first?.id, name: "Twin" }]);
  });

  it("knows no other mode without balance splits", () => {
    const { data } = buildCatalogData(fixture({ balance_splits: [] }));
    expect(data.skills.every((skill) => skill.modes === undefined)).toBe(true);
    expect(buildCatalogData(fixture()).data.skills.some((skill) => skill.modes?.wvw)).toBe(true);
  });

  it("adds palette ids that the API does not have, and lets the API win", () => {
    const [pair] =
      buildCatalogData(fixture()).data.palettes.find((one) => one.profession === "Guardian")?.pairs ?? [];
    expect(pair).toBeDefined();
    const { data } = buildCatalogData(
      fixture({
        palettes: {
          Guardian: [
            [9999, 9102],
            [Number(pair?.[0]), 9102],
          ],
        },
      }),
    );
    const pairs = new Map(data.palettes.find((one) => one.profession === "Guardian")?.pairs);
    expect(pairs.get(9999 as never)).toBe(9102);
    expect(pairs.get(pair?.[0] as never)).toBe(pair?.[1]);
  });

  it("tells where a weapon's skills are used and for whom", () => {
    const { data } = buildCatalogData(fixture());
    const spear = data.professions
      .find((profession) => profession.id === "Guardian")
      ?.weapons.find((weapon) => weapon.weapon === "Spear");
    expect(spear).toMatchObject({ hands: ["two"], environments: ["land", "water"] });
    const land = spear?.skills.filter((skill) => skill.environment === "land").map((skill) => skill.id);
    expect(land).toEqual([73055, 72940, 72978, 73094, 73132]);
  });

  it("groups items and reads their effects as figures", () => {
    const { data } = buildCatalogData(fixture());
    expect(new Set(data.items.map((item) => item.group)).size).toBe(9);
    const rune = data.items.find((item) => item.group === "rune");
    expect(rune?.bonuses).toHaveLength(6);
    expect(data.items.find((item) => item.id === (8485 as ItemId))?.bonuses).toContainEqual({
      effect: "Damage from Undead",
      value: -10,
      percent: true,
    });
  });
});

describe("makeManifest", () => {
  it("counts records, sources and gaps, and hashes the files", () => {
    const { data } = buildCatalogData(fixture());
    const files = toFiles(data);
    const manifest = makeManifest(data, files, {
      gameBuild: 190_000,
      sources: { pets: [{ code: "api", name: "Official API", date: "2026-08-18" }] },
    });
    expect(manifest).toMatchObject({
      schema: 1,
      gameBuild: 190_000,
      dataDate: "2026-08-18",
      counts: { skills: 57 },
    });
    expect(manifest.sources.skills?.find((source) => source.code === "api-2023-05")).toMatchObject({
      date: "2023-05",
    });
    expect(manifest.gaps).toContainEqual({ code: "pvp-amulets-missing", kind: "pvpAmulets", count: 1 });
    const withoutFacts = manifest.gaps.find((gap) => gap.code === "skill-without-facts");
    expect(withoutFacts?.ids).toContain(5492 satisfies number as SkillId);
    expect(manifest.contentHash).toBe(contentHash(files));
    expect(contentHash(new Map([["a", "b"]]))).not.toBe(contentHash(new Map([["a", "c"]])));
  });

  it("lists references that lead nowhere", () => {
    const { data } = buildCatalogData(fixture({ traits: [] }));
    const gap = makeManifest(data, toFiles(data), { sources: {} }).gaps.find(
      (one) => one.kind === "specializations",
    );
    expect(gap).toMatchObject({
      code: "reference-unresolved",
      ids: [41, 49, 62] satisfies number[] as SpecializationId[],
    });
  });
});
