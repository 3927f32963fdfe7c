import { z } from "zod";
import type { LoadedCatalog } from "#lib/catalog/catalog.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { buildReport } from "../build-report.ts";
import { type BuildDetails, NO_DETAILS } from "../details/schema.ts";
import { ACTIVITY_NAMES, DIFFICULTY_NAMES, ROLE_NAMES } from "../details/words.ts";
import type { Loadout } from "../loadout.ts";
import { changedSince, digestsOf, type ReferenceDigests } from "../outdated/reference-digests.ts";
import { reportData } from "../report-data.ts";
import { type Reference, referencesOf } from "./references.ts";
import { wordsOf } from "./words.ts";

/** Raised when the rules below change, so that stored builds are gone through again. */
const RULES_VERSION = 3;

/** What the library keeps of a build beside its loadout; columns of the builds table. */
export interface SearchDocument {
  readonly searchWords: string;
  readonly tagWords: string;
  readonly noteWords: string;
  readonly facets: string[];
  readonly referenceNames: Readonly<Record<string, string>>;
  readonly missing: string[];
  readonly changed: string[];
  readonly referenceDigests: ReferenceDigests;
  readonly searchStamp: string;
}

/** What is known of a build beside its loadout. */
export interface KnownBefore {
  /** Names from an earlier version of the game data. */
  readonly referenceNames: Readonly<Record<string, string>>;
  /** The source of an example calls it outdated. */
  readonly isOutdatedInSource: boolean;
  /** What the game data said when the loadout was saved; null where it is saved now. */
  readonly digests: ReferenceDigests | null;
  /** What its author says of it. */
  readonly details: BuildDetails;
}

const namesSchema = z.record(z.string(), z.string()).catch({});
const NOTHING_KNOWN: KnownBefore = {
  referenceNames: {},
  isOutdatedInSource: false,
  digests: null,
  details: NO_DETAILS,
};

/**
 * How the library finds a build: words, filters, and what has vanished from the game. Takes a few milliseconds, since
 * the boons that it can give to others are calculated.
 */
export function searchDocument(
  loadout: Loadout,
  catalog: LoadedCatalog,
  known: KnownBefore = NOTHING_KNOWN,
): SearchDocument {
  const references = referencesOf(loadout, catalog);
  const missing = references.flatMap((one) => (one.name === undefined ? [missingText(one, known)] : []));
  const changed = changedSince(known.digests, references).map(changedText);
  const isOutdated = missing.length + changed.length > 0 || known.isOutdatedInSource;
  const names = references.flatMap(({ key, name }) => (name === undefined ? [] : [[key, name] as const]));
  const facts = { ...gameFacts(loadout, catalog), boons: boonsForOthers(loadout, catalog) };
  const { elites, weapons, statSets, boons } = facts;
  const words = [
    loadout.profession,
    GAME_MODE_NAMES[loadout.mode],
    ...names.map(([, name]) => name),
    ...weapons,
    ...statSets,
    ...boons,
    ...detailWords(known.details),
  ];
  return {
    searchWords: distinctWords(words),
    tagWords: distinctWords(known.details.tags),
    noteWords: distinctWords([known.details.notes, known.details.rotation]),
    facets: [
      `profession:${loadout.profession}`,
      `mode:${loadout.mode}`,
      ...elites.map((name) => `elite:${name}`),
      ...weapons.map((name) => `weapon:${name}`),
      ...statSets.map((name) => `stats:${name}`),
      ...boons.map((name) => `boon:${name}`),
      ...detailFacets(known.details),
      isOutdated ? "state:outdated" : "state:current",
    ],
    referenceNames: { ...known.referenceNames, ...Object.fromEntries(names) },
    missing,
    changed,
    referenceDigests: known.digests ?? digestsOf(references),
    searchStamp: searchStamp(catalog),
  };
}

function detailWords({ role, difficulty, activities, tags }: BuildDetails): string[] {
  return [
    ...(role ? [ROLE_NAMES[role]] : []),
    ...(difficulty ? [DIFFICULTY_NAMES[difficulty]] : []),
    ...activities.map((activity) => ACTIVITY_NAMES[activity]),
    ...tags,
  ];
}

function detailFacets({ role, difficulty, activities, tags }: BuildDetails): string[] {
  return [
    ...(role ? [`role:${role}`] : []),
    ...(difficulty ? [`difficulty:${difficulty}`] : []),
    ...activities.map((activity) => `activity:${activity}`),
    ...tags.map((tag) => `tag:${tag}`),
  ];
}

function distinctWords(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(wordsOf))].join(" ");
}

/** The names as stored; none where they cannot be read. */
export function referenceNames(stored: unknown): Readonly<Record<string, string>> {
  return namesSchema.parse(stored);
}

/** Names the game data and the rules that a document was made with. */
export function searchStamp(catalog: LoadedCatalog): string {
  return `${RULES_VERSION}:${catalog.manifest.contentHash}`;
}

function changedText({ name, kind, id }: Reference): string {
  return name ? `${name} (${kind.toLowerCase()})` : `${kind} ${id}`;
}

function missingText({ key, kind, id }: Reference, { referenceNames }: KnownBefore): string {
  const name = referenceNames[key];
  return name ? `${name} (${kind.toLowerCase()})` : `${kind} ${id}`;
}

function gameFacts({ specializations, weapons, equipment }: Loadout, catalog: LoadedCatalog) {
  const lines = specializations.flatMap((line) => (line && catalog.specializations.get(line.id)) ?? []);
  const held = Object.values(weapons).flatMap(({ main, off }) => [main, off].filter((one) => one !== null));
  const worn = [...held, ...Object.values(equipment.pieces)];
  return {
    elites: lines.filter(({ elite }) => elite).map(({ name }) => name),
    weapons: [...new Set(held.map(({ type }) => type))],
    statSets: [...new Set(worn.flatMap(({ statSet }) => statSet ?? []))],
  };
}

/** Boons that can reach other players, by name. */
function boonsForOthers(loadout: Loadout, catalog: LoadedCatalog): string[] {
  const { boons } = buildReport(loadout, reportData(catalog)).support.output;
  return boons.filter(({ uptime }) => uptime.potential.party > 0).map(({ name }) => name);
}
