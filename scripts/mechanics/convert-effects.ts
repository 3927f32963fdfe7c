import type { Reference } from "./reference-files.ts";
import { REQUIREMENTS } from "./requirements.ts";

type SourceEntry = Reference["modifiers"]["entries"][number];

const SOURCES = {
  discretize: {
    title: "Discretize gear optimizer, facts and figures",
    address: "https://github.com/discretize/discretize-gear-optimizer",
  },
  compared: { title: "Public tools and the Guild Wars 2 Wiki compared, summary of game mechanics" },
} as const;

const NO_NUMBERS = "The source lists the effect without numbers.";

/** Game mechanics in our own schema, in the order of the source. */
export function convertEffects(reference: Reference): Record<string, unknown> {
  const { modifiers } = reference;
  const date = modifiers.source.date;
  return {
    sources: Object.fromEntries(Object.entries(SOURCES).map(([key, source]) => [key, { ...source, date }])),
    limits: modifiers.notes,
    entries: modifiers.entries.map((entry) => convertEntry(entry, reference)),
  };
}

function convertEntry(entry: SourceEntry, reference: Reference): Record<string, unknown> {
  const { condition, specialization, specializationId, effects, wvwEffects, notModelled, origin, ...same } =
    entry;
  const aliases = aliasesOf(entry, reference);
  const requires = REQUIREMENTS[entry.id];
  return {
    ...same,
    name: nameOf(entry, reference),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(condition === undefined ? {} : { situation: condition }),
    ...(specialization === undefined
      ? {}
      : { specialization: { id: specializationId, name: specialization } }),
    effects: {
      pve: effects.map(convertEffect),
      ...(wvwEffects === undefined ? {} : { wvw: wvwEffects.map(convertEffect) }),
    },
    ...(notModelled ? { notModelled: NO_NUMBERS } : {}),
    ...(requires === undefined ? {} : { requires }),
    source: origin === undefined ? "discretize" : "compared",
  };
}

/** A rule is switched on, not scaled; its value counts as 1. */
function convertEffect(effect: SourceEntry["effects"][number]): Record<string, unknown> {
  return { ...effect, value: effect.value === true ? 1 : effect.value };
}

/** Traits and skills carry the game's own name; what tells parts apart stands in the situation. */
function nameOf(entry: SourceEntry, { traitNames, skillNames }: Reference): string {
  if (entry.gw2id === undefined) return entry.name;
  if (entry.kind === "trait") return traitNames.get(entry.gw2id) ?? entry.name;
  if (entry.kind === "skill") return skillNames.get(entry.gw2id) ?? entry.name;
  return entry.name;
}

/** Names the official API gives an item, where they differ from the entry's own. */
function aliasesOf(entry: SourceEntry, { itemNames }: Reference): string[] {
  if (entry.kind === "trait" || entry.kind === "skill") return [];
  const ids = [entry.gw2id, ...(entry.alsoIds ?? [])].filter((id) => id !== undefined);
  const known = ids.map((id) => itemNames.get(id)).filter((name) => name !== undefined);
  return [...new Set(known)].filter((name) => name !== entry.name);
}
