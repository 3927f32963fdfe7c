import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import type { ItemId, LegendCode, PaletteId, PetId, SkillId, TraitId } from "#lib/shared/ids.ts";
import { indexCatalog, loadCatalog } from "./catalog.ts";
import { factIcon } from "./fact-icon.ts";
import { CATALOG_FILES, MANIFEST_FILE } from "./files.ts";
import { gapMeaning } from "./gaps.ts";
import { iconUrl } from "./icon.ts";
import { dataOfPacks, equipmentPack, professionPack } from "./profession-pack.ts";
import { resolveFacts } from "./resolve-facts.ts";
import { CATALOG_KINDS, RECORD_SCHEMAS } from "./schema.ts";
import { contentHash } from "./snapshot/manifest.ts";

const FOLDER = join(import.meta.dirname, "../../data/catalog");
const catalog = loadCatalog(FOLDER);
const skill = (id: number) => catalog.skills.get(id as SkillId);

describe("the committed catalogue", () => {
  it("is what its manifest says, file for file", () => {
    const files = new Map(CATALOG_FILES.map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
    expect(contentHash(files)).toBe(catalog.manifest.contentHash);
    const present = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".json"),
    );
    expect(present.toSorted()).toEqual([...CATALOG_FILES, MANIFEST_FILE].toSorted());
    for (const kind of CATALOG_KINDS)
      expect(catalog.data[kind]).toHaveLength(catalog.manifest.counts[kind] ?? -1);
  });

  it.each(CATALOG_KINDS)("has only %s that pass their schema", (kind) => {
    const faults = catalog.data[kind].flatMap((record) => {
      const parsed = RECORD_SCHEMAS[kind].safeParse(record);
      return parsed.success
        ? []
        : [`${JSON.stringify(record).slice(0, 60)}: ${parsed.error.issues[0]?.message}`];
    });
    expect(faults).toEqual([]);
  });

  it("has the whole game: professions, specializations, traits, skills", () => {
    expect(catalog.professions.all.map((profession) => profession.id)).toEqual([...PROFESSIONS]);
    for (const profession of PROFESSIONS) {
      const lines = catalog.specializationsOf(profession);
      expect(lines.map((line) => line.elite)).toEqual([...Array(5).fill(false), ...Array(4).fill(true)]);
      for (const line of lines) {
        const traits = [...line.minorTraits, ...line.majorTraits].map((id) => catalog.traits.get(id));
        expect(traits.every((trait) => trait?.specialization === line.id)).toBe(true);
      }
    }
    expect(catalog.manifest.counts).toMatchObject({ specializations: 81, traits: 999, pets: 66, legends: 8 });
    expect(catalog.skills.all.length).toBeGreaterThan(2500);
  });

  it("names its age, its sources and its gaps in words", () => {
    expect(catalog.manifest.dataDate).toMatch(/^2026-/);
    expect(catalog.manifest.sources.skills?.length).toBeGreaterThan(5);
    for (const gap of catalog.manifest.gaps) expect(gapMeaning(gap.code)).not.toBe(gap.code);
    expect(catalog.manifest.gaps.map((gap) => gap.code)).not.toContain("reference-unresolved");
  });

  it("never gives a figure in a mode for which its source does not state it", () => {
    const bearers = [...catalog.skills.all, ...catalog.traits.all, ...catalog.traitSkills.all];
    const mixed = GAME_MODES.flatMap((mode) =>
      bearers.filter((bearer) =>
        resolveFacts(bearer, mode).facts.some((fact) => fact.modes?.includes(mode) === false),
      ),
    );
    expect(mixed.map((bearer) => bearer.name)).toEqual([]);
  });

  it("keeps every index in a mode's list within the PvE list", () => {
    const bearers = [...catalog.skills.all, ...catalog.traits.all, ...catalog.traitSkills.all];
    const astray = bearers.filter((bearer) => {
      const lists = [bearer.modes?.wvw, bearer.modes?.pvp].flatMap((list) => list?.facts ?? []);
      const indexes = lists.flatMap((entry) => (typeof entry === "number" ? entry : (entry.replaces ?? [])));
      return indexes.some((index) => index >= bearer.facts.length);
    });
    expect(astray.map((bearer) => bearer.name)).toEqual([]);
  });

  it("agrees with figures looked up by hand", () => {
    expect(skill(9083)).toMatchObject({ name: '"Receive the Light!"', slot: "Heal", rechargeSeconds: 24 });
    expect(skill(45047)?.facts).toContainEqual({ kind: "damage", hits: 2, coefficient: 0.36, weapon: "axe" });
    const cleave = skill(45047);
    const wvw = cleave && resolveFacts(cleave, "wvw").facts.find((fact) => fact.kind === "damage");
    expect(wvw).toMatchObject({ hits: 2, coefficient: 0.24 });
    const heart = catalog.traits.get(549 as TraitId);
    const heals = GAME_MODES.map(
      (mode) => heart && resolveFacts(heart, mode).facts.map((fact) => fact.kind === "heal" && fact.amount),
    );
    expect(heals).toEqual([[645], [516], [516]]);
    expect(catalog.items.get(24554 as ItemId)?.proc).toMatchObject({ trigger: "crit", coefficient: 1.1 });
  });
});

describe("indexes", () => {
  it("finds records by id and by name, whatever the case", () => {
    expect(skill(9102)?.name).toBe("Shelter");
    expect(catalog.traits.named("pure of heart")[0]?.id).toBe(549);
    expect(catalog.specializations.named("Firebrand")[0]?.profession).toBe("Guardian");
    expect(catalog.skills.named("No Such Skill")).toEqual([]);
    expect(catalog.pets.get(1 as PetId)?.name).toBe("Juvenile Jungle Stalker");
    expect(catalog.legends.get(3 as LegendCode)?.name).toBe("Legendary Dwarf Stance");
    expect(catalog.itemsOf("jadeBotCore")).toHaveLength(10);
    expect(catalog.traitsOf(catalog.specializations.named("Firebrand")[0]?.id ?? (0 as never))).toHaveLength(
      13,
    );
  });

  it("leads from palette to skill and back", () => {
    for (const profession of PROFESSIONS) {
      const pairs = catalog.data.palettes.find((palette) => palette.profession === profession)?.pairs ?? [];
      expect(pairs.length).toBeGreaterThan(100);
      const lost = pairs.filter(
        ([palette, id]) =>
          catalog.skillOfPalette(profession, palette)?.id !== id ||
          !catalog.palettesOfSkill(profession, id).includes(palette),
      );
      expect(lost).toEqual([]);
    }
    expect(catalog.skillOfPalette("Guardian", 65_000 as PaletteId)).toBeUndefined();
    expect(catalog.palettesOfSkill("Guardian", 1 as SkillId)).toEqual([]);
  });

  it("has an icon for every boon, and addresses them at the game's own host", () => {
    const icon = factIcon(catalog.effectIcons, { kind: "buff", status: "Might", stacks: 1 });
    expect(iconUrl(icon ?? "")).toMatch(/^https:\/\/render\.guildwars2\.com\/file\/[0-9A-F]{40}\/\d+\.png$/);
    expect(factIcon(catalog.effectIcons, { kind: "comboField", field: "Fire" })).toBeDefined();
    expect(
      factIcon(catalog.effectIcons, { kind: "buff", status: "No Such Effect", stacks: 1 }),
    ).toBeUndefined();
  });
});

const PACK_LIMIT_BYTES = 150 * 1024;
const compressed = (value: unknown) => gzipSync(JSON.stringify(value), { level: 9 }).length;

describe("packs for the browser", () => {
  it.each(PROFESSIONS)("%s stays below 150 KB compressed", (profession) => {
    expect(compressed(professionPack(catalog, profession))).toBeLessThan(PACK_LIMIT_BYTES);
  });

  it("equipment stays below 150 KB compressed", () => {
    expect(compressed(equipmentPack(catalog))).toBeLessThan(PACK_LIMIT_BYTES);
  });

  it.each(PROFESSIONS)("%s has every skill it can come to, and nobody else's traits", (profession) => {
    const pack = professionPack(catalog, profession);
    const part = indexCatalog(dataOfPacks(pack, equipmentPack(catalog)));
    const [record] = pack.professions;
    const weaponSkills = record?.weapons.flatMap((weapon) => weapon.skills) ?? [];
    expect(weaponSkills.every((entry) => part.skills.get(entry.id))).toBe(true);
    for (const one of pack.skills) {
      const linked = [one.flip, one.next, one.toolbelt, ...(one.bundle ?? []), ...(one.bar ?? [])];
      expect(linked.every((id) => id === undefined || part.skills.get(id))).toBe(true);
    }
    expect(part.traits.all).toHaveLength(111);
    expect(part.items.all).toHaveLength(catalog.items.all.length);
    expect(pack.pets.length > 0).toBe(profession === "Ranger");
    expect(pack.legends.length > 0).toBe(profession === "Revenant");
  });
});

describe("loadCatalog", () => {
  it("reads a folder once", () => {
    expect(loadCatalog(FOLDER)).toBe(catalog);
  });

  it("says what to do when there is no catalogue or one of another shape", () => {
    const home = mkdtempSync(join(tmpdir(), "catalog-load-"));
    try {
      expect(() => loadCatalog(join(home, "none"))).toThrow(/no game data in .*catalog:build/);
      writeFileSync(join(home, MANIFEST_FILE), '{"schema":0}');
      expect(() => loadCatalog(home)).toThrow(/is not of schema 1/);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
