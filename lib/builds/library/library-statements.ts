import { and, arrayContains, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { buildFavourites, builds } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import { assertNever } from "#lib/shared/assert-never.ts";
import { LISTED } from "../repository.ts";
import type { LibraryCursor } from "./library-cursor.ts";
import type { LibrarySort } from "./schema.ts";

/** Lower than pg_trgm's own 0.6: one typing error in a word of five letters still finds it. */
const NAME_SIMILARITY = 0.45;
/** Which name is most alike is judged among the newest so many; a search with more is too vague to be sorted by more. */
const MOST_JUDGED = 500;

/** So many builds are looked through in the order of the list before the indexes of words and filters are asked. */
const WINDOW = 600;
/** Shorter beginnings of words are too common in names to come first. */
const SHORTEST_NAMED = 3;

/**
 * For one transaction. A list is never made by reading the whole table, whatever the planner thinks of a rare mixture of
 * words, and is too short for several workers or for compiled expressions.
 */
const SETTINGS = {
  "pg_trgm.word_similarity_threshold": String(NAME_SIMILARITY),
  enable_seqscan: "off",
  random_page_cost: "1.1",
  max_parallel_workers_per_gather: "0",
  jit: "off",
};

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

/** A search in the order of a column. */
export interface OrderedQuery extends LibraryQuery {
  readonly sort: Exclude<LibrarySort, "relevance">;
  /** Without the builds whose name holds every word. */
  readonly notNamed?: boolean;
}

/** Keeps what is above for the planner until the transaction ends. */
export async function setForSearch(transaction: Pick<Database, "execute">): Promise<void> {
  const settings = Object.entries(SETTINGS).map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  await transaction.execute(sql`select ${sql.join(settings, sql`, `)}`);
}

/** All that a list is sorted by. */
const ORDERED_BY = [builds.id, builds.updatedAt, builds.ratingScore, builds.forkCount, builds.viewCount];

export type Reader = Pick<Database, "select">;

/** Goes through the builds in the order of the list, and gives up after a while. */
export function windowStatement(database: Reader, query: OrderedQuery) {
  const filters = filtersOf(query);
  const { order, figure } = orderOf(query.sort);
  const places = [...placesOf(query), ...startOf(query)];
  const window = sql`(select * from ${builds} where ${and(...places)} order by ${order}
    limit ${filters.length === 0 ? query.limit : WINDOW}) as builds`;
  const page = sql`(select ${builds.id}, ${builds.updatedAt}, ${figure} as score from ${window}
    ${filters.length === 0 ? sql`` : sql`where ${and(...filters)}`} order by ${order} limit ${query.limit})`;
  return listedPage(database, page);
}

/** Collects all hits by the indexes of words and filters, and puts them in order. */
export function hitsStatement(database: Reader, query: OrderedQuery) {
  const { order, figure } = orderOf(query.sort);
  const start = startOf(query);
  const hits = sql`with hits as materialized (
    select ${sql.join(ORDERED_BY, sql`, `)} from ${builds} where ${and(...placesOf(query), ...filtersOf(query))}
  ) select ${builds.id}, ${builds.updatedAt}, ${figure} as score from hits as builds
    ${start.length === 0 ? sql`` : sql`where ${and(...start)}`} order by ${order} limit ${query.limit}`;
  return listedPage(database, sql`(${hits})`);
}

/** Builds whose name holds every word, the most alike first; judged among the newest of them. */
export function namedStatement(database: Reader, query: LibraryQuery) {
  const { words, after, limit } = query;
  const filters = filtersOf({ ...query, words: [] });
  const { order } = orderOf("newest");
  const rest = after
    ? sql`where (score, updated_at, id) < (${after.score}, ${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const page = sql`(with named as materialized (
    select ${builds.id}, ${builds.updatedAt}, ${builds.searchName} from ${builds}
    where ${and(...placesOf(query), isNamedSo(words), ...filters)}
  ), judged as (
    select id, updated_at, ${likenessOf(words)} as score
    from (select * from named as builds order by ${order} limit ${MOST_JUDGED}) as builds
  ) select * from judged ${rest} order by score desc, updated_at desc, id desc limit ${limit})`;
  return listedPage(database, page);
}

/** What a list shows of the builds of a page. Read last: to unpack a loadout for every hit would cost more than all else. */
function listedPage(database: Reader, page: SQL) {
  return database
    .select({ ...LISTED, score: sql<number>`page.score`.as("score") })
    .from(builds)
    .innerJoin(sql`${page} as page`, sql`page.id = ${builds.id}`)
    .orderBy(sql`page.score desc, page.updated_at desc, page.id desc`);
}

/** What a list is sorted by before time and id, if by anything. */
function orderOf(sort: OrderedQuery["sort"]): { order: SQL; figure: SQL } {
  const { updatedAt, id } = builds;
  const byFigure = (figure: SQL) => ({ order: sql`${figure} desc, ${updatedAt} desc, ${id} desc`, figure });
  switch (sort) {
    case "newest":
      return { order: sql`${updatedAt} desc, ${id} desc`, figure: sql`0` };
    case "rating":
      return byFigure(sql`${builds.ratingScore}`);
    case "forks":
      return byFigure(sql`${builds.forkCount}`);
    case "views":
      return byFigure(sql`${builds.viewCount}`);
    default:
      return assertNever(sort);
  }
}

/** Compared as one row, which an index can begin at. */
function startOf({ sort, after }: OrderedQuery): SQL[] {
  if (!after) return [];
  const { updatedAt, id } = builds;
  const at = sql`${after.at.toISOString()}::timestamptz, ${after.id}::uuid`;
  if (sort === "newest") return [sql`(${updatedAt}, ${id}) < (${at})`];
  const score =
    sort === "rating" ? sql`${after.score}::double precision` : sql`${Math.floor(after.score)}::int`;
  return [sql`(${orderOf(sort).figure}, ${updatedAt}, ${id}) < (${score}, ${at})`];
}

/** The builds to look through. */
function placesOf({ scope }: LibraryQuery): SQL[] {
  return [isNull(builds.deletedAt), ...scopeConditions(scope)];
}

export function filtersOf({
  words,
  facets,
  author,
  notNamed,
}: LibraryQuery & { readonly notNamed?: boolean }): SQL[] {
  return [
    ...(author ? [inArray(builds.ownerId, usersNamed(author))] : []),
    ...(facets.length > 0 ? [arrayContains(builds.facets, [...facets])] : []),
    ...words.map(wordCondition),
    ...(notNamed ? [sql`not ${isNamedSo(words)}`] : []),
  ];
}

function scopeConditions(scope: LibraryQuery["scope"]): SQL[] {
  if (scope === "public") return [eq(builds.visibility, "public"), isNull(builds.hiddenAt)];
  if ("ownerId" in scope) return [eq(builds.ownerId, scope.ownerId)];
  const kept = db()
    .select({ id: buildFavourites.buildId })
    .from(buildFavourites)
    .where(eq(buildFavourites.userId, scope.favouritesOf));
  const isOwn = sql`${builds.ownerId} = ${scope.favouritesOf}`;
  const isShown = sql`(${builds.visibility} <> 'private' and ${builds.hiddenAt} is null)`;
  return [inArray(builds.id, kept), sql`(${isOwn} or ${isShown})`];
}

function usersNamed(name: string) {
  return db()
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`lower(${users.displayName})`, name.toLowerCase()));
}

/** A word of the document begins with it or is what it may have meant, or the name holds something like it. */
function wordCondition(searched: SearchedWord): SQL {
  const inDocument = sql`${builds.searchVector} @@ ${tsquery(searched)}`;
  return searched.isNameOnly ? sql`(${inDocument} or ${isAlike(searched)})` : inDocument;
}

/** Whether names are to be looked at first. */
export function areNamable(words: readonly SearchedWord[]): boolean {
  return words.length > 0 && words.every(({ word }) => word.length >= SHORTEST_NAMED);
}

/** Every word begins a word of the name, or is like one. */
function isNamedSo(words: readonly SearchedWord[]): SQL {
  const conditions = words.map((searched) => {
    const patterns = alternativesOf(searched).flatMap((word) => [`${word}%`, `% ${word}%`]);
    const begins = patterns.map((pattern) => sql`${builds.searchName} like ${pattern}`);
    return sql`(${sql.join(searched.isNameOnly ? [...begins, isAlike(searched)] : begins, sql` or `)})`;
  });
  return sql`(${sql.join(conditions, sql` and `)})`;
}

function isAlike({ word }: SearchedWord): SQL {
  return sql`${builds.searchName} %> ${word}`;
}

/** From 1 to 1000: how much of the name is what was looked for. */
function likenessOf(words: readonly SearchedWord[]): SQL<number> {
  const meant = words.map(({ word, corrections: [correction = word] }) => correction).join(" ");
  return sql<number>`(1 + round(999 * similarity(${builds.searchName}, ${meant})))::int`;
}

/** Words hold letters and digits only, so nothing in them has a meaning of its own. */
function tsquery(searched: SearchedWord): SQL {
  const alternatives = [`${searched.word}:*`, ...searched.corrections];
  return sql`to_tsquery('simple', ${alternatives.join(" | ")})`;
}

function alternativesOf({ word, corrections }: SearchedWord): string[] {
  return [word, ...corrections];
}
