import { PROFESSIONS } from "#lib/shared/game.ts";
import {
  type CatalogData,
  type CatalogKind,
  type EffectIcons,
  ITEM_GROUPS,
  type Item,
  type RecordOf,
  type Skill,
  type Trait,
} from "./schema.ts";

/** File of everything that is not one profession's own (racial, bundle and shared skills). */
const SHARED = "shared";
const EFFECT_ICONS_FILE = "effect-icons.json";
export const MANIFEST_FILE = "manifest.json";

/** Kinds kept in one file each. */
const SINGLE_FILES = {
  professions: "professions.json",
  specializations: "specializations.json",
  traitSkills: "trait-skills.json",
  statSets: "stat-sets.json",
  pvpAmulets: "pvp-amulets.json",
  pets: "pets.json",
  legends: "legends.json",
  palettes: "palettes.json",
} as const satisfies Partial<Record<CatalogKind, string>>;

type SingleKind = keyof typeof SINGLE_FILES;

const skillShards = [...PROFESSIONS.map((name) => name.toLowerCase()), SHARED];
const traitShards = [...PROFESSIONS.map((name) => name.toLowerCase()), SHARED];

/** Names of all files of a catalogue except the manifest. */
export const CATALOG_FILES: readonly string[] = [
  ...Object.values(SINGLE_FILES),
  ...skillShards.map((shard) => `skills/${shard}.json`),
  ...traitShards.map((shard) => `traits/${shard}.json`),
  ...ITEM_GROUPS.map((group) => `items/${group}.json`),
  EFFECT_ICONS_FILE,
].toSorted();

/** The catalogue as files: name to text, one record a line, the same bytes for the same data. */
export function toFiles(data: CatalogData): Map<string, string> {
  const files = new Map<string, string>();
  for (const kind of Object.keys(SINGLE_FILES) as SingleKind[]) {
    files.set(SINGLE_FILES[kind], lines(data[kind]));
  }
  for (const shard of skillShards) {
    files.set(`skills/${shard}.json`, lines(data.skills.filter((skill) => skillShard(skill) === shard)));
  }
  const professionOf = new Map(data.specializations.map((line) => [line.id, line.profession.toLowerCase()]));
  for (const shard of traitShards) {
    const own = (trait: Trait) => (professionOf.get(trait.specialization) ?? SHARED) === shard;
    files.set(`traits/${shard}.json`, lines(data.traits.filter(own)));
  }
  for (const group of ITEM_GROUPS) {
    files.set(`items/${group}.json`, lines(data.items.filter((item) => item.group === group)));
  }
  files.set(EFFECT_ICONS_FILE, `${JSON.stringify(data.effectIcons)}\n`);
  return files;
}

/**
 * The catalogue out of its files. The files were checked against the schemas when they were built and their hash
 * stands in the manifest, so the shape is taken as given.
 */
export function fromFiles(read: (file: string) => string): CatalogData {
  const list = <Kind extends CatalogKind>(file: string) => JSON.parse(read(file)) as RecordOf<Kind>[];
  const merged = <T extends { readonly id: number }>(parts: readonly T[][]) =>
    parts.flat().toSorted((a, b) => a.id - b.id);
  return {
    professions: list<"professions">(SINGLE_FILES.professions),
    specializations: list<"specializations">(SINGLE_FILES.specializations),
    traits: merged(traitShards.map((shard) => list<"traits">(`traits/${shard}.json`))),
    traitSkills: list<"traitSkills">(SINGLE_FILES.traitSkills),
    skills: merged(skillShards.map((shard) => list<"skills">(`skills/${shard}.json`))),
    statSets: list<"statSets">(SINGLE_FILES.statSets),
    items: merged(ITEM_GROUPS.map((group) => list<"items">(`items/${group}.json`) as Item[])),
    pvpAmulets: list<"pvpAmulets">(SINGLE_FILES.pvpAmulets),
    pets: list<"pets">(SINGLE_FILES.pets),
    legends: list<"legends">(SINGLE_FILES.legends),
    palettes: list<"palettes">(SINGLE_FILES.palettes),
    effectIcons: JSON.parse(read(EFFECT_ICONS_FILE)) as EffectIcons,
  };
}

/** File of a skill: that of its only profession, else the shared one. */
function skillShard(skill: Skill): string {
  const [only, ...others] = skill.professions;
  return only !== undefined && others.length === 0 ? only.toLowerCase() : SHARED;
}

function lines(records: readonly object[]): string {
  return records.length === 0
    ? "[]\n"
    : `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}
