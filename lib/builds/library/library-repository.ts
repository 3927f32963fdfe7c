import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { builds } from "#lib/platform/db/schema/builds.ts";
import { DETAILS, type ListedBuildRow } from "../repository.ts";
import {
  areNamable,
  filtersOf,
  hitsStatement,
  type LibraryQuery,
  namedStatement,
  type OrderedQuery,
  type Reader,
  setForSearch,
  windowStatement,
} from "./library-statements.ts";
import type { SearchDocument } from "./search-document.ts";

export type FoundBuildRow = ListedBuildRow & { readonly score: number };

/**
 * One page of what the query finds. By relevance, builds whose name holds every word come first, the most alike first;
 * then the newest.
 */
export function findInLibrary(query: LibraryQuery): Promise<FoundBuildRow[]> {
  return db().transaction(async (transaction) => {
    await setForSearch(transaction);
    const { after, limit, sort } = query;
    if (sort !== "relevance") return inOrder(transaction, { ...query, sort });
    if (!areNamable(query.words)) return inOrder(transaction, { ...query, sort: "newest" });
    const named = !after || after.score > 0 ? await namedStatement(transaction, query) : [];
    if (named.length === limit) return named;
    const rest = { ...query, limit: limit - named.length, after: after && after.score > 0 ? null : after };
    return [...named, ...(await inOrder(transaction, { ...rest, sort: "newest", notNamed: true }))];
  });
}

/**
 * What most builds have is found soon in the order of the list, one by one; to collect all of it would take long. What
 * few have is found by the indexes of words and filters; to look for it one by one would take long. Which it is shows in
 * the first builds of the list.
 */
async function inOrder(database: Reader, query: OrderedQuery): Promise<FoundBuildRow[]> {
  if (query.scope !== "public" || query.author) return hitsStatement(database, query);
  const first = await windowStatement(database, query);
  const isAll = filtersOf(query).length === 0;
  return isAll || first.length === query.limit ? first : hitsStatement(database, query);
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
