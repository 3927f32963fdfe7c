import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { ItemId, SkillId, TraitId } from "#lib/shared/ids.ts";
import { FURTHER_EFFECTS, REVIEWED_SOURCE } from "./further-effects.ts";
import { ITEM_GROUP_BY_KIND } from "./item-groups.ts";
import type { ModifiersFile } from "./reference-files.ts";
import { FURTHER_NAMES, NOT_BY_DEFAULT, REQUIREMENTS } from "./requirements.ts";

type SourceEntry = ModifiersFile["entries"][number];

const SOURCES = {
  discretize: {
    title: "Discretize gear optimizer, facts and figures",
    address: "https://github.com/discretize/discretize-gear-optimizer",
  },
  compared: { title: "Public tools and the Guild Wars 2 Wiki compared, summary of game mechanics" },
} as const;

const NO_NUMBERS = "noNumbers";

/** Game mechanics in our own schema, in the order of the source; names and item ids completed from the catalogue. */
export function convertEffects(modifiers: ModifiersFile, catalog: Catalog, catalogDate: string | null) {
  const date = modifiers.source.date;
  return {
    sources: {
      ...Object.fromEntries(Object.entries(SOURCES).map(([key, source]) => [key, { ...source, date }])),
      [REVIEWED_SOURCE]: {
        title: "Trait facts of the official API and the Guild Wars 2 Wiki, reviewed by hand",
        date: catalogDate,
      },
    },
    limits: modifiers.notes,
    entries: [...modifiers.entries.map((entry) => convertEntry(entry, catalog)), ...FURTHER_EFFECTS],
  };
}

function convertEntry(entry: SourceEntry, catalog: Catalog): Record<string, unknown> {
  const {
    condition,
    specialization,
    specializationId,
    effects,
    wvwEffects,
    notModelled,
    origin,
    gw2id: _gw2id,
    alsoIds: _alsoIds,
    ...same
  } = entry;
  const ids = idsOf(entry, catalog);
  const aliases = aliasesOf(entry, ids, catalog);
  const requires = REQUIREMENTS[entry.id];
  return {
    ...same,
    name: nameOf(entry, catalog),
    ...(ids[0] === undefined ? {} : { gw2id: ids[0] }),
    ...(ids.length > 1 ? { alsoIds: ids.slice(1) } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(condition === undefined ? {} : { situation: SITUATIONS.get(entry.id) ?? condition }),
    ...(specialization === undefined
      ? {}
      : { specialization: { id: specializationId, name: specialization } }),
    effects: {
      pve: effects.map(convertEffect),
      ...(wvwEffects === undefined ? {} : { wvw: wvwEffects.map(convertEffect) }),
    },
    ...(notModelled ? { notModelled: NO_NUMBERS } : {}),
    ...(requires === undefined ? {} : { requires }),
    ...(NOT_BY_DEFAULT.has(entry.id) ? { defaultOn: false } : {}),
    source: origin === undefined ? "discretize" : "compared",
  };
}

/** Situations that the source words for its own format rather than for players. */
const SITUATIONS: ReadonlyMap<string, string> = new Map([
  ["other:food-life-steal", "325 damage per trigger"],
]);

/** A rule is switched on, not scaled; its value counts as 1. */
function convertEffect(effect: SourceEntry["effects"][number]): Record<string, unknown> {
  return { ...effect, value: effect.value === true ? 1 : effect.value };
}

/** Traits and skills carry the game's own name; what tells parts apart stands in the situation. */
function nameOf(entry: SourceEntry, catalog: Catalog): string {
  if (entry.gw2id === undefined) return entry.name;
  if (entry.kind === "trait") return catalog.traits.get(entry.gw2id as TraitId)?.name ?? entry.name;
  if (entry.kind === "skill") return catalog.skills.get(entry.gw2id as SkillId)?.name ?? entry.name;
  return entry.name;
}

/**
 * API ids of an entry: those the source gives, and all items of the same names, which are other rarities of the same
 * thing. Where the source names another item than the entry is called after, its ids are dropped (it gives the Rune of
 * the Privateer the id of the Rune of Radiance).
 */
function idsOf(entry: SourceEntry, catalog: Catalog): number[] {
  const given = [entry.gw2id, ...(entry.alsoIds ?? [])].filter((id) => id !== undefined);
  const group = ITEM_GROUP_BY_KIND[entry.kind];
  if (group === undefined || entry.composite === true) return given;
  const items = catalog.itemsOf(group);
  const namesakes: number[] = items.filter(({ name }) => name === entry.name).map(({ id }) => id);
  const [first] = given;
  if (namesakes.length > 0 && (first === undefined || !namesakes.includes(first))) return namesakes;
  const names = new Set<string>([
    entry.name,
    ...entry.name.split(" / "),
    ...(FURTHER_NAMES[entry.id] ?? []),
    ...given.map((id) => catalog.items.get(id as ItemId)?.name ?? ""),
  ]);
  names.delete("");
  return [...new Set([...given, ...items.filter(({ name }) => names.has(name)).map(({ id }) => id)])];
}

/** Names the official API gives an item, where they differ from the entry's own. */
function aliasesOf(entry: SourceEntry, ids: readonly number[], catalog: Catalog): string[] {
  if (ITEM_GROUP_BY_KIND[entry.kind] === undefined) return [];
  const names = ids.map((id) => catalog.items.get(id as ItemId)?.name).filter((name) => name !== undefined);
  return [...new Set(names)].filter((name) => name !== entry.name && name !== "");
}
