import type { Profession } from "#lib/shared/game.ts";
import type {
  ItemId,
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  StatSetId,
  TraitId,
} from "#lib/shared/ids.ts";
import type {
  CatalogData,
  EffectIcons,
  Item,
  ItemGroup,
  Legend,
  Pet,
  ProfessionRecord,
  PvpAmulet,
  Skill,
  Specialization,
  StatSet,
  Trait,
  TraitSkill,
} from "./schema.ts";

/** Records of one kind, by id and by name. */
export interface RecordIndex<Id, Item> {
  /** In order of id. */
  readonly all: readonly Item[];
  get(id: Id): Item | undefined;
  /** Every record of that name, whatever the case; several skills share a name. */
  named(name: string): readonly Item[];
}

/** The catalogue, or a part of it, with its indexes. Made once, read-only afterwards. */
export interface Catalog {
  readonly data: CatalogData;
  readonly skills: RecordIndex<SkillId, Skill>;
  readonly traitSkills: RecordIndex<SkillId, TraitSkill>;
  readonly traits: RecordIndex<TraitId, Trait>;
  readonly specializations: RecordIndex<SpecializationId, Specialization>;
  readonly items: RecordIndex<ItemId, Item>;
  readonly statSets: RecordIndex<StatSetId, StatSet>;
  readonly pets: RecordIndex<PetId, Pet>;
  readonly legends: RecordIndex<LegendCode, Legend>;
  readonly professions: RecordIndex<Profession, ProfessionRecord>;
  readonly pvpAmulets: RecordIndex<number, PvpAmulet>;
  readonly effectIcons: EffectIcons;
  /** Core specializations first, then elite ones, each by id. */
  specializationsOf(profession: Profession): readonly Specialization[];
  /** Skills that name the profession, shared ones included. */
  skillsOf(profession: Profession): readonly Skill[];
  traitsOf(specialization: SpecializationId): readonly Trait[];
  itemsOf(group: ItemGroup): readonly Item[];
  skillOfPalette(profession: Profession, palette: PaletteId): Skill | undefined;
  /** Palette ids that lead to the skill, lowest first; empty if none does. */
  palettesOfSkill(profession: Profession, skill: SkillId): readonly PaletteId[];
}

/** Indexes the lists. Pure and browser-safe; takes one pass over the data. */
export function indexCatalog(data: CatalogData): Catalog {
  const skills = indexOf(data.skills, (skill) => skill.id);
  const specializations = groupBy(data.specializations, (line) => line.profession);
  const skillsByProfession = groupByMany(data.skills, (skill) => skill.professions);
  const traitsByLine = groupBy(data.traits, (trait) => trait.specialization);
  const itemsByGroup = groupBy(data.items, (item) => item.group);
  const palettes = new Map(data.palettes.map(({ profession, pairs }) => [profession, indexPairs(pairs)]));
  return {
    data,
    skills,
    traitSkills: indexOf(data.traitSkills, (skill) => skill.id),
    traits: indexOf(data.traits, (trait) => trait.id),
    specializations: indexOf(data.specializations, (line) => line.id),
    items: indexOf(data.items, (item) => item.id),
    statSets: indexOf(data.statSets, (set) => set.id),
    pets: indexOf(data.pets, (pet) => pet.id),
    legends: indexOf(data.legends, (legend) => legend.code),
    professions: indexOf(data.professions, (profession) => profession.id),
    pvpAmulets: indexOf(data.pvpAmulets, (amulet) => amulet.id),
    effectIcons: data.effectIcons,
    specializationsOf: (profession) =>
      (specializations.get(profession) ?? []).toSorted(
        (a, b) => Number(a.elite) - Number(b.elite) || a.id - b.id,
      ),
    skillsOf: (profession) => skillsByProfession.get(profession) ?? [],
    traitsOf: (specialization) => traitsByLine.get(specialization) ?? [],
    itemsOf: (group) => itemsByGroup.get(group) ?? [],
    skillOfPalette: (profession, palette) => {
      const skill = palettes.get(profession)?.skillByPalette.get(palette);
      return skill === undefined ? undefined : skills.get(skill);
    },
    palettesOfSkill: (profession, skill) => palettes.get(profession)?.palettesBySkill.get(skill) ?? [],
  };
}

function indexOf<Id, Item extends { readonly name?: string | undefined }>(
  all: readonly Item[],
  idOf: (item: Item) => Id,
): RecordIndex<Id, Item> {
  const byId = new Map(all.map((item) => [idOf(item), item]));
  const byName = groupBy(all, (item) => nameKey(item.name ?? ""));
  return { all, get: (id) => byId.get(id), named: (name) => byName.get(nameKey(name)) ?? [] };
}

function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  return groupByMany(items, (item) => [keyOf(item)]);
}

function groupByMany<Key, Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function indexPairs(pairs: readonly (readonly [PaletteId, SkillId])[]) {
  const sorted = pairs.toSorted(([a], [b]) => a - b);
  const bySkill = groupBy(sorted, ([, skill]) => skill);
  return {
    skillByPalette: new Map(sorted),
    palettesBySkill: new Map([...bySkill].map(([skill, list]) => [skill, list.map(([palette]) => palette)])),
  };
}
