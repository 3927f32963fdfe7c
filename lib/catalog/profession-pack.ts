import type { Profession } from "#lib/shared/game.ts";
import type { SkillId } from "#lib/shared/ids.ts";
import type { Catalog } from "./catalog-index.ts";
import type { CatalogData, EffectIcons, Skill } from "./schema.ts";
import { linksOf } from "./skill-links.ts";

/** What an editor or calculation of one profession needs of the catalogue, as plain data for the browser. */
export type ProfessionPack = Pick<
  CatalogData,
  "professions" | "specializations" | "traits" | "traitSkills" | "skills" | "pets" | "legends" | "palettes"
>;

/** Items, stat sets and icons of effects: the same for every profession. */
export type EquipmentPack = Pick<CatalogData, "items" | "statSets" | "pvpAmulets" | "effectIcons">;

/**
 * The part of the catalogue for one profession: its skills with all they lead to, traits, specializations, weapons,
 * and pets or legends where it has them. Below 150 KB compressed.
 */
export function professionPack(catalog: Catalog, profession: Profession): ProfessionPack {
  const { data } = catalog;
  const professions = data.professions.filter((record) => record.id === profession);
  const specializations = data.specializations.filter((line) => line.profession === profession);
  const lines = new Set(specializations.map((line) => line.id));
  const traits = data.traits.filter((trait) => lines.has(trait.specialization));
  const cast = new Set(traits.flatMap((trait) => trait.skills ?? []));
  const pets = profession === "Ranger" ? data.pets : [];
  const legends = profession === "Revenant" ? data.legends : [];
  const palettes = data.palettes.filter((palette) => palette.profession === profession);
  const roots = [
    ...data.skills.filter((skill) => skill.professions.includes(profession)).map((skill) => skill.id),
    ...professions.flatMap((record) => [
      ...record.skills.map((skill) => skill.id),
      ...record.weapons.flatMap((weapon) => weapon.skills.map((skill) => skill.id)),
    ]),
    ...cast,
    ...pets.flatMap((pet) => [...pet.skills, ...(pet.beastmodeSkills ?? [])]),
    ...legends.flatMap((legend) => [legend.swap, legend.heal, ...legend.utilities, legend.elite]),
    ...palettes.flatMap((palette) => palette.pairs.map(([, skill]) => skill)),
  ];
  return {
    professions,
    specializations,
    traits,
    traitSkills: data.traitSkills.filter((skill) => cast.has(skill.id)),
    skills: withLinked(catalog, roots),
    pets,
    legends,
    palettes,
  };
}

/** Items that a loadout of today can hold, stat sets and icons. Below 150 KB compressed. */
export function equipmentPack(catalog: Catalog): EquipmentPack {
  const { items, statSets, pvpAmulets, effectIcons } = catalog.data;
  return { items, statSets, pvpAmulets, effectIcons };
}

const NO_ICONS: EffectIcons = { kinds: {}, statuses: {}, labels: {} };

/** Catalogue data out of packs, for `indexCatalog`; what no pack holds is empty. */
export function dataOfPacks(pack: ProfessionPack, equipment?: EquipmentPack): CatalogData {
  return { items: [], statSets: [], pvpAmulets: [], effectIcons: NO_ICONS, ...pack, ...equipment };
}

/** The skills and, step by step, all that they turn into, equip or swap in; in order of id. */
function withLinked(catalog: Catalog, roots: readonly SkillId[]): Skill[] {
  const found = new Map<SkillId, Skill>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const skill = found.has(id) ? undefined : catalog.skills.get(id);
    if (skill === undefined) continue;
    found.set(id, skill);
    open.push(...linksOf(skill));
  }
  return [...found.values()].toSorted((a, b) => a.id - b.id);
}
