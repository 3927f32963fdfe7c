import type { Actor } from "#lib/accounts/actor.ts";
import { WEAPONS } from "#lib/catalog/schema.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { listItem } from "../build-page.ts";
import { gameData } from "../game-data.ts";
import { STAT_SETS } from "../stat-sets.ts";
import { decodeLibraryCursor, encodeLibraryCursor, type LibraryCursor } from "./library-cursor.ts";
import { findInLibrary } from "./library-repository.ts";
import type { LibraryQuery, SearchedWord } from "./library-statements.ts";
import { BOON_NAMES, type LibraryFilter, type LibrarySort } from "./schema.ts";
import { spellingOf } from "./spelling.ts";
import type { LibraryOptions, LibraryPage } from "./view.ts";
import { wordsOf } from "./words.ts";

const PAGE_SIZE = 24;
const MOST_WORDS = 8;
/** Shorter words have too few trigrams to be compared by. */
const SHORTEST_COMPARED = 4;

/** Public builds of everybody. Throws INVALID_INPUT on a damaged cursor or an elite specialization that does not exist. */
export function searchLibrary(filter: LibraryFilter): Promise<LibraryPage> {
  return search("public", filter);
}

/** The actor's own builds. Throws UNAUTHENTICATED for visitors, else as {@link searchLibrary}. */
export async function searchOwnBuilds(actor: Actor, filter: LibraryFilter): Promise<LibraryPage> {
  if (actor.kind !== "user") {
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to see your builds." });
  }
  return search({ ownerId: actor.userId }, { ...filter, author: undefined });
}

/** What the actor keeps at hand, as far as they may still see it. Throws as {@link searchOwnBuilds}. */
export async function searchFavourites(actor: Actor, filter: LibraryFilter): Promise<LibraryPage> {
  if (actor.kind !== "user") {
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to see your favourites." });
  }
  return search({ favouritesOf: actor.userId }, filter);
}

/** Every value that the filters know, by name. */
export function libraryOptions(): LibraryOptions {
  const { catalog } = gameData();
  return {
    elites: PROFESSIONS.map((profession) => ({
      profession,
      names: catalog
        .specializationsOf(profession)
        .filter(({ elite }) => elite)
        .map(({ name }) => name),
    })),
    statSets: STAT_SETS.toSorted(),
    weapons: WEAPONS.toSorted(),
    boons: BOON_NAMES,
  };
}

async function search(scope: LibraryQuery["scope"], filter: LibraryFilter): Promise<LibraryPage> {
  const words = searchedWords(filter.q ?? "");
  const rows = await findInLibrary({
    scope,
    words,
    facets: facetsOf(filter),
    author: filter.author,
    sort: sortOf(filter, words),
    after: parseCursor(filter.after),
    limit: PAGE_SIZE + 1,
  });
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return {
    builds: shown.map(listItem),
    next:
      last && rows.length > PAGE_SIZE
        ? encodeLibraryCursor({ score: last.score, at: last.updatedAt, id: last.id })
        : null,
    corrections: [...new Set(words.flatMap(({ corrections }) => corrections))],
  };
}

/** Without words nothing is more relevant than something else, so the newest come first. */
function sortOf({ sort = "relevance" }: LibraryFilter, words: readonly SearchedWord[]): LibrarySort {
  return sort === "relevance" && words.length === 0 ? "newest" : sort;
}

function searchedWords(text: string): SearchedWord[] {
  const spelling = spellingOf(gameData().catalog);
  return [...new Set(wordsOf(text))].slice(0, MOST_WORDS).map((word) => {
    const { corrections, isForeign } = spelling(word);
    return { word, corrections, isNameOnly: isForeign && word.length >= SHORTEST_COMPARED };
  });
}

/** Filters that are facets by their own names. */
const FACETS = [
  "profession",
  "mode",
  "activity",
  "role",
  "difficulty",
  "tag",
  "weapon",
  "stats",
  "boon",
  "state",
] as const;

function facetsOf(filter: LibraryFilter): string[] {
  const facets = FACETS.flatMap((name) => (filter[name] ? [`${name}:${filter[name]}`] : []));
  return filter.elite ? [...facets, `elite:${eliteNamed(filter.elite)}`] : facets;
}

function eliteNamed(name: string): string {
  const line = gameData()
    .catalog.specializations.named(name)
    .find(({ elite }) => elite);
  if (line) return line.name;
  throw new AppError("INVALID_INPUT", {
    field: "elite",
    message: `There is no elite specialization called “${name}”.`,
  });
}

function parseCursor(text: string | undefined): LibraryCursor | null {
  if (!text) return null;
  const cursor = decodeLibraryCursor(text);
  if (!cursor.ok) throw new AppError("INVALID_INPUT", { field: "after", message: cursor.error });
  return cursor.value;
}
