/** Finds curated mechanics by the names players use for them. */
import type { MechanicEntry, MechanicKind, StatCombination } from "#lib/engine/mechanics.ts";

/** Names asked for again and again; emptied when full, since foreign input may name anything. */
const normalized = new Map<string, string>();
const MOST_REMEMBERED = 20_000;

/** Lower case, without accents and punctuation. */
export function normalizedName(name: string): string {
  const known = normalized.get(name);
  if (known !== undefined) return known;
  if (normalized.size >= MOST_REMEMBERED) normalized.clear();
  const made = normalize(name);
  normalized.set(name, made);
  return made;
}

function normalize(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Words in front of an item's own name. */
const RANK = /^(superior )?(rune|sigil|relic) of (the )?/;
const VESSEL = /^(bowl|plate|loaf|slice|bag|tray|piece|flight|cup|tin|pot|glass|bucket|box) of /;

type NamedKind = Extract<MechanicKind, "rune" | "sigil" | "relic" | "food" | "utility">;

/**
 * Entries of an item by name: its own name first; then the official names of everything with the same effect and the
 * parts of a name such as "Tin of Fruitcake / Superior Sharpening Stone"; then both without "Superior Rune of the" or
 * "Bowl of". An item with alternatives has several entries. Empty if there is none. Empty slots and pairs of sigils
 * averaged for one build are found by their own names only.
 */
export function findItemEntries(
  entries: readonly MechanicEntry[],
  kind: NamedKind,
  name: string,
): readonly MechanicEntry[] {
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const items = ofKind.filter(({ placeholder, composite }) => !placeholder && !composite);
  const wanted = normalizedName(name);
  const short = shortName(wanted);
  const called = ofKind.filter((entry) => normalizedName(entry.name) === wanted);
  if (called.length > 0) return called;
  const steps: ((entry: MechanicEntry) => boolean)[] = [
    (entry) => otherNames(entry).includes(wanted),
    (entry) => shortName(normalizedName(entry.name)) === short,
    (entry) => otherNames(entry).map(shortName).includes(short),
  ];
  for (const step of steps) {
    const found = items.filter(step);
    if (found.length > 0) return found;
  }
  return [];
}

const otherNamesOf = new WeakMap<MechanicEntry, readonly string[]>();

/** Official names of everything with the effect, and the parts of a name that lists several things. */
function otherNames(entry: MechanicEntry): readonly string[] {
  const known = otherNamesOf.get(entry) ?? readOtherNames(entry);
  otherNamesOf.set(entry, known);
  return known;
}

function readOtherNames(entry: MechanicEntry): readonly string[] {
  const aliases = entry.aliases ?? [];
  const parts = [entry.name, ...aliases].flatMap((name) => name.split(/\s*\/\s*/));
  return [...aliases, ...parts].map(normalizedName);
}

function shortName(normalized: string): string {
  return normalized.replace(RANK, "").replace(VESSEL, "");
}

/** A stat combination by its name, with or without "'s". */
export function findStatCombination(
  combinations: readonly StatCombination[],
  name: string,
): StatCombination | undefined {
  const wanted = normalizedName(name);
  return (
    combinations.find((combination) => normalizedName(combination.name) === wanted) ??
    combinations.find((combination) => `${normalizedName(combination.name)}s` === wanted)
  );
}

/** Whether two names of traits, skills or specializations are the same. */
export function isSameName(first: string, second: string): boolean {
  return normalizedName(first) === normalizedName(second);
}
