import { and, arrayContains, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { type Database, db } from "#lib/platform/db/client.ts";
import { buildFavourites, builds } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import { assertNever } from "#lib/shared/assert-never.ts";
import { DETAILS, LISTED, type ListedBuildRow } from "../repository.ts";
import type { LibraryCursor } from "./library-cursor.ts";
import type { LibrarySort } from "./schema.ts";
import type { SearchDocument } from "./search-document.ts";

/** Lower than pg_trgm's own 0.6: one typing error in a word of five letters still finds it. */
const NAME_SIMILARITY = 0.45;
/** Relevance is judged among the newest so many hits; a search with more hits is too vague to be sorted by more. */
const MOST_JUDGED = 500;

export interface SearchedWord {
  /** As typed, in letters and digits. */
  readonly word: string;
  /** Words of the game it may have meant. */
  readonly corrections: readonly string[];
  /**
   * No word of the game, so it can only be part of a name, mistyped perhaps: then names are compared by trigrams too.
   * Doing so for every word would cost more than all else together.
   */
  readonly isNameOnly: boolean;
}

export interface LibraryQuery {
  /** The builds to look through: everybody's public ones, all of one person, or what a person keeps at hand. */
  readonly scope: "public" | { readonly ownerId: string } | { readonly favouritesOf: string };
  readonly words: readonly SearchedWord[];
  readonly facets: readonly string[];
  readonly author: string | undefined;
  readonly sort: LibrarySort;
  readonly after: LibraryCursor | null;
  readonly limit: number;
}

export type FoundBuildRow = ListedBuildRow & { readonly score: number };

/** One page of what the query finds. Name similarity is lowered for this transaction only. */
export function findInLibrary(query: LibraryQuery): Promise<FoundBuildRow[]> {
  if (query.words.length === 0) return libraryStatement(db(), query);
  return db().transaction(async (transaction) => {
    await transaction.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(NAME_SIMILARITY)}, true)`,
    );
    return libraryStatement(transaction, query);
  });
}

/** The statement behind {@link findInLibrary}; also for looking at its plan. */
export function libraryStatement(database: Pick<Database, "select">, query: LibraryQuery) {
  switch (query.sort) {
    case "relevance":
      return statementByRelevance(database, query);
    case "newest":
      return statementByTime(database, query);
    case "rating":
      return statementByFigure(database, query, builds.ratingScore, sql`double precision`);
    case "forks":
      return statementByFigure(database, query, builds.forkCount, sql`integer`);
    default:
      return assertNever(query.sort);
  }
}

function statementByTime(database: Pick<Database, "select">, query: LibraryQuery) {
  const { after, limit } = query;
  return database
    .select({ ...LISTED, score: sql<number>`0`.as("score") })
    .from(builds)
    .where(and(...conditionsOf(query), after ? rowAfter(builds, after) : undefined))
    .orderBy(desc(builds.updatedAt), desc(builds.id))
    .limit(limit);
}

function statementByFigure(
  database: Pick<Database, "select">,
  query: LibraryQuery,
  figure: typeof builds.ratingScore | typeof builds.forkCount,
  type: SQL,
) {
  const { after, limit } = query;
  const { updatedAt, id } = builds;
  const rest =
    after &&
    sql`(${figure}, ${updatedAt}, ${id}) < (${after.score}::${type}, ${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  return database
    .select({ ...LISTED, score: sql<number>`${figure}`.as("score") })
    .from(builds)
    .where(and(...conditionsOf(query), rest ?? undefined))
    .orderBy(desc(figure), desc(updatedAt), desc(id))
    .limit(limit);
}

function statementByRelevance(database: Pick<Database, "select">, query: LibraryQuery) {
  const { words, after, limit } = query;
  const judged = database
    .select({ ...LISTED, score: scoreOf(words).as("score") })
    .from(builds)
    .where(and(...conditionsOf(query)))
    .orderBy(desc(builds.updatedAt), desc(builds.id))
    .limit(MOST_JUDGED)
    .as("judged");
  const rest = after
    ? or(lt(judged.score, after.score), and(eq(judged.score, after.score), rowAfter(judged, after)))
    : undefined;
  return database
    .select()
    .from(judged)
    .where(rest)
    .orderBy(desc(judged.score), desc(judged.updatedAt), desc(judged.id))
    .limit(limit);
}

/** Compared as one row, which an index by time and id can begin at. */
function rowAfter(
  table: { readonly updatedAt: AnyPgColumn; readonly id: AnyPgColumn },
  { at, id }: LibraryCursor,
): SQL {
  return sql`(${table.updatedAt}, ${table.id}) < (${at.toISOString()}::timestamptz, ${id}::uuid)`;
}

function conditionsOf({ scope, words, facets, author }: LibraryQuery): SQL[] {
  return [
    isNull(builds.deletedAt),
    ...("ownerId" in Object(scope) ? [] : [isNull(builds.hiddenAt)]),
    scopeCondition(scope),
    ...(facets.length > 0 ? [arrayContains(builds.facets, [...facets])] : []),
    ...(author ? [inArray(builds.ownerId, usersNamed(author))] : []),
    ...words.map(wordCondition),
  ];
}

function scopeCondition(scope: LibraryQuery["scope"]): SQL {
  if (scope === "public") return eq(builds.visibility, "public");
  if ("ownerId" in scope) return eq(builds.ownerId, scope.ownerId);
  const kept = db()
    .select({ id: buildFavourites.buildId })
    .from(buildFavourites)
    .where(eq(buildFavourites.userId, scope.favouritesOf));
  const isReadable = sql`(${builds.visibility} <> 'private' or ${builds.ownerId} = ${scope.favouritesOf})`;
  return sql`${inArray(builds.id, kept)} and ${isReadable}`;
}

function usersNamed(name: string) {
  return db()
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.displayName})`, name.toLowerCase()));
}

/** A word of the document begins with it or is what it may have meant, or the name holds something like it. */
function wordCondition(searched: SearchedWord): SQL {
  const inDocument = sql`${builds.searchVector} @@ ${tsquery([searched])}`;
  return searched.isNameOnly ? sql`(${inDocument} or ${builds.searchName} %> ${searched.word})` : inDocument;
}

/** Thousandths: how much of the words stands in the document: most of all in the name, little in the notes. */
function scoreOf(words: readonly SearchedWord[]): SQL<number> {
  const rank = sql`ts_rank('{0, 0.05, 0.2, 1}', ${builds.searchVector}, ${tsquery(words)})`;
  const alike = words
    .filter(({ isNameOnly }) => isNameOnly)
    .map(({ word }) => sql`word_similarity(${word}, ${builds.searchName})`);
  return sql<number>`round(1000 * (${sql.join([rank, ...alike], sql` + `)}))::int`;
}

/** Words hold letters and digits only, so nothing in them has a meaning of its own. */
function tsquery(words: readonly SearchedWord[]): SQL {
  const alternatives = words.flatMap(({ word, corrections }) => [`${word}:*`, ...corrections]);
  return sql`to_tsquery('simple', ${alternatives.join(" | ")})`;
}

export type StaleBuildRow = Awaited<ReturnType<typeof listWithOtherStamp>>[number];

/** Builds whose search document is missing or was made with other game data. */
export function listWithOtherStamp(database: Database, stamp: string, limit: number) {
  const { searchStamp } = builds;
  return database
    .select({
      id: builds.id,
      revision: builds.revision,
      searchStamp,
      loadout: builds.loadout,
      referenceNames: builds.referenceNames,
      referenceDigests: builds.referenceDigests,
      exampleOutdated: builds.exampleOutdated,
      ...DETAILS,
    })
    .from(builds)
    .where(or(isNull(searchStamp), lt(searchStamp, stamp), sql`${searchStamp} > ${stamp}`))
    .limit(limit);
}

/** Writes the document of a row that was listed, unless it was saved meanwhile. */
export async function writeSearchDocument(
  database: Database,
  { id, revision, searchStamp }: Pick<StaleBuildRow, "id" | "revision" | "searchStamp">,
  document: Partial<SearchDocument>,
): Promise<void> {
  const isAsListed = sql`${builds.searchStamp} is not distinct from ${searchStamp}`;
  await database
    .update(builds)
    .set(document)
    .where(and(eq(builds.id, id), eq(builds.revision, revision), isAsListed));
}
