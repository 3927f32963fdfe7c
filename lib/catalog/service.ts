import { join } from "node:path";
import { env } from "#lib/platform/env.ts";
import type { Profession } from "#lib/shared/game.ts";
import type { ItemId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import { type LoadedCatalog, loadCatalog } from "./catalog.ts";
import { type EquipmentPack, equipmentPack, type ProfessionPack, professionPack } from "./profession-pack.ts";
import type { CatalogManifest, Item, ProfessionRecord, Skill, Specialization, Trait } from "./schema.ts";

/** The app's own catalogue, `data/catalog` below the project folder; read at the first call. Server only. */
export function catalog(): LoadedCatalog {
  return loadCatalog(join(env().appRoot, "data", "catalog"));
}

/** Age, sources, counts and known gaps of the game data. */
export function catalogManifest(): CatalogManifest {
  return catalog().manifest;
}

export function getSkill(id: SkillId): Skill | undefined {
  return catalog().skills.get(id);
}

export function getTrait(id: TraitId): Trait | undefined {
  return catalog().traits.get(id);
}

export function getSpecialization(id: SpecializationId): Specialization | undefined {
  return catalog().specializations.get(id);
}

export function getProfession(id: Profession): ProfessionRecord | undefined {
  return catalog().professions.get(id);
}

export function getItem(id: ItemId): Item | undefined {
  return catalog().items.get(id);
}

export function getProfessionPack(profession: Profession): ProfessionPack {
  return professionPack(catalog(), profession);
}

export function getEquipmentPack(): EquipmentPack {
  return equipmentPack(catalog());
}

/** Kinds that `searchByName` looks through. */
export const SEARCHED_KINDS = ["professions", "specializations", "traits", "skills", "items"] as const;
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

export interface NameHit {
  readonly kind: SearchedKind;
  readonly id: number | string;
  readonly name: string;
  readonly icon: string | undefined;
  /** For whom a skill, trait or specialization is; undefined for items and shared skills. */
  readonly profession: Profession | undefined;
}

/**
 * Records whose name contains the text, whatever the case: names that are it first, then those that begin with
 * it, then the others, each in order of name. An empty text finds nothing.
 *
 * @param limit most hits to return, 1 to 100
 */
export function searchByName(
  text: string,
  limit = 20,
  kinds: readonly SearchedKind[] = SEARCHED_KINDS,
): NameHit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const all = kinds.flatMap((kind) => hitsOf(kind));
  return all
    .flatMap((hit) => {
      const at = hit.name.toLowerCase().indexOf(wanted);
      return at < 0 ? [] : [{ hit, rank: rankOf(hit.name.toLowerCase(), wanted, at) }];
    })
    .toSorted((a, b) => a.rank - b.rank || compareNames(a.hit, b.hit))
    .slice(0, Math.min(Math.max(limit, 1), 100))
    .map(({ hit }) => hit);
}

function rankOf(name: string, wanted: string, at: number): number {
  if (name === wanted) return 0;
  return at === 0 ? 1 : 2;
}

function compareNames(a: NameHit, b: NameHit): number {
  return (
    a.name.localeCompare(b.name, "en") || String(a.id).localeCompare(String(b.id), "en", { numeric: true })
  );
}

function hitsOf(kind: SearchedKind): NameHit[] {
  const { data, specializations } = catalog();
  const hit = (
    record: { id: number | string; name: string; icon?: string | undefined },
    profession?: Profession,
  ) => ({
    kind,
    id: record.id,
    name: record.name,
    icon: record.icon,
    profession,
  });
  switch (kind) {
    case "professions":
      return data.professions.map((record) => hit(record, record.id));
    case "specializations":
      return data.specializations.map((record) => hit(record, record.profession));
    case "traits":
      return data.traits.map((record) => hit(record, specializations.get(record.specialization)?.profession));
    case "skills":
      return data.skills.map((record) => hit(record, onlyOne(record.professions)));
    case "items":
      return data.items.map((record) => hit(record));
  }
}

function onlyOne(professions: readonly Profession[]): Profession | undefined {
  return professions.length === 1 ? professions[0] : undefined;
}
