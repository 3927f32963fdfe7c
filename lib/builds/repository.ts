import {
  and,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lte,
  ne,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db } from "#lib/platform/db/client.ts";
import { type BuildRow, buildRevisions, buildSlugs, builds } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import type { TimeCursor } from "#lib/shared/cursor.ts";
import type { Visibility } from "#lib/shared/game.ts";
import type { BuildDetails } from "./details/schema.ts";
import type { SearchDocument } from "./library/search-document.ts";
import type { Loadout } from "./loadout.ts";

export type NewBuildRow = typeof builds.$inferInsert;
export type ListedBuildRow = Pick<
  BuildRow,
  | "id"
  | "slug"
  | "name"
  | "profession"
  | "mode"
  | "role"
  | "visibility"
  | "exampleSource"
  | "exampleSourceDate"
  | "exampleOutdated"
  | "missing"
  | "changed"
  | "hiddenAt"
  | "viewCount"
  | "ratingScore"
  | "ratingCount"
  | "updatedAt"
> & {
  /** Of the loadout, as stored: a list needs no more of it, and the whole would be parsed for every line. */
  readonly specializations: unknown;
};
/** What only the search reads. */
type SearchColumn =
  | "searchWords"
  | "tagWords"
  | "noteWords"
  | "facets"
  | "searchName"
  | "searchVector"
  | "searchStamp";
export type StoredBuildRow = Omit<BuildRow, SearchColumn>;
export type BuildWithOwnerRow = StoredBuildRow & {
  readonly ownerName: string | null;
  /** Address of the build it was copied from, where that one may be seen. */
  readonly forkedFromSlug: string | null;
};

const MOST_DELETED_LISTED = 200;
const original = alias(builds, "original");

export const LISTED = {
  id: builds.id,
  slug: builds.slug,
  name: builds.name,
  profession: builds.profession,
  mode: builds.mode,
  role: builds.role,
  visibility: builds.visibility,
  specializations: sql<unknown>`${builds.loadout} -> 'specializations'`.as("specializations"),
  exampleSource: builds.exampleSource,
  exampleSourceDate: builds.exampleSourceDate,
  exampleOutdated: builds.exampleOutdated,
  missing: builds.missing,
  changed: builds.changed,
  hiddenAt: builds.hiddenAt,
  viewCount: builds.viewCount,
  ratingScore: builds.ratingScore,
  ratingCount: builds.ratingCount,
  updatedAt: builds.updatedAt,
};

const { searchWords, tagWords, noteWords, facets, searchName, searchVector, searchStamp, ...STORED } =
  getTableColumns(builds);

/** What an author says of a build beside its loadout. */
export const DETAILS = {
  notes: builds.notes,
  rotation: builds.rotation,
  video: builds.video,
  tags: builds.tags,
  role: builds.role,
  difficulty: builds.difficulty,
  activities: builds.activities,
};

/** Writes a build together with its first revision. */
export function insertBuild(values: NewBuildRow, note: string | null = null): Promise<{ slug: string }> {
  return db().transaction(async (transaction) => {
    const [row] = await transaction.insert(builds).values(values).returning();
    if (!row) throw new Error("The build row was not returned.");
    await insertRevision(transaction, row, note);
    return { slug: row.slug };
  });
}

/** Builds in use; those in the bin do not count. */
export async function countBuildsOf(ownerId: string): Promise<number> {
  const [row] = await db()
    .select({ total: count() })
    .from(builds)
    .where(and(eq(builds.ownerId, ownerId), isNull(builds.deletedAt)));
  return row?.total ?? 0;
}

/** The build of an address, or of one that it had before it was renamed. Not those in the bin. */
export async function findBuildBySlug(slug: string): Promise<BuildWithOwnerRow | null> {
  const earlier = db().select({ id: buildSlugs.buildId }).from(buildSlugs).where(eq(buildSlugs.slug, slug));
  return (await findBuild(eq(builds.slug, slug))) ?? (await findBuild(inArray(builds.id, earlier)));
}

async function findBuild(condition: SQL): Promise<BuildWithOwnerRow | null> {
  const isReadable = and(
    ne(original.visibility, "private"),
    isNull(original.deletedAt),
    isNull(original.hiddenAt),
  );
  const [row] = await db()
    .select({ build: STORED, ownerName: users.displayName, forkedFromSlug: original.slug })
    .from(builds)
    .leftJoin(users, eq(users.id, builds.ownerId))
    .leftJoin(original, and(eq(original.id, builds.forkedFromId), isReadable))
    .where(and(condition, isNull(builds.deletedAt)))
    .limit(1);
  return row ? { ...row.build, ownerName: row.ownerName, forkedFromSlug: row.forkedFromSlug } : null;
}

/** Changes name, visibility and address; the earlier address goes on leading here. */
export function updateBuildRow(
  { id, slug }: { id: string; slug: string },
  ownerId: string,
  values: { name: string; visibility: Visibility; slug: string; updatedAt: Date },
): Promise<boolean> {
  return db().transaction(async (transaction) => {
    const rows = await transaction
      .update(builds)
      .set(values)
      .where(ownAndInUse(id, ownerId))
      .returning({ id: builds.id });
    if (rows.length > 0 && slug !== values.slug) {
      await transaction.insert(buildSlugs).values({ slug, buildId: id }).onConflictDoNothing();
    }
    return rows.length > 0;
  });
}

export interface NewLoadout {
  readonly loadout: Loadout;
  readonly chatLink: string;
  readonly note: string | null;
  readonly document: SearchDocument;
  /** What is now said of it; undefined leaves it as it is. */
  readonly details?: BuildDetails | undefined;
  /** Revision it was made from; undefined where whatever is there may be replaced. */
  readonly basedOn?: number | undefined;
}

/** Writes a loadout and its revision; null where there is no such build of the owner at that revision. */
export function updateLoadoutRow(
  id: string,
  ownerId: string,
  { loadout, chatLink, note, document, details, basedOn }: NewLoadout,
): Promise<number | null> {
  const { profession, mode } = loadout;
  return db().transaction(async (transaction) => {
    // The update locks the row, so that numbers follow one another without gaps.
    const [row] = await transaction
      .update(builds)
      .set({
        ...document,
        ...details,
        loadout,
        chatLink,
        profession,
        mode,
        revision: sql`${builds.revision} + 1`,
        updatedAt: new Date(),
      })
      .where(and(ownAndInUse(id, ownerId), basedOn === undefined ? undefined : eq(builds.revision, basedOn)))
      .returning();
    if (!row) return null;
    await insertRevision(transaction, row, note);
    return row.revision;
  });
}

/** Writes what the library keeps of a loadout, unless another loadout was saved meanwhile. */
export async function updateDocumentRow(
  { id, revision }: Pick<BuildRow, "id" | "revision">,
  ownerId: string,
  document: SearchDocument,
): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set(document)
    .where(and(ownAndInUse(id, ownerId), eq(builds.revision, revision)))
    .returning({ id: builds.id });
  return rows.length > 0;
}

/** Writes details; false where the build is gone or was changed since it was read. */
export async function updateDetailsRow(
  { id, updatedAt }: Pick<BuildRow, "id" | "updatedAt">,
  ownerId: string,
  { details, document }: { readonly details: BuildDetails; readonly document: SearchDocument },
): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set({ ...document, ...details, updatedAt: new Date() })
    .where(and(ownAndInUse(id, ownerId), eq(builds.updatedAt, updatedAt)))
    .returning({ id: builds.id });
  return rows.length > 0;
}

async function insertRevision(
  database: Pick<Database, "insert">,
  { id, revision, ownerId, loadout, chatLink }: BuildRow,
  note: string | null,
): Promise<void> {
  await database
    .insert(buildRevisions)
    .values({ buildId: id, number: revision, authorId: ownerId, note, loadout, chatLink });
}

/** Puts a build into the bin. */
export async function deleteBuildRow(id: string, ownerId: string): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set({ deletedAt: new Date() })
    .where(ownAndInUse(id, ownerId))
    .returning({ id: builds.id });
  return rows.length > 0;
}

/** Takes a build that was deleted after `since` out of the bin. */
export async function restoreBuildRow(slug: string, ownerId: string, since: Date): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set({ deletedAt: null })
    .where(and(eq(builds.slug, slug), eq(builds.ownerId, ownerId), gt(builds.deletedAt, since)))
    .returning({ id: builds.id });
  return rows.length > 0;
}

/** What an account deleted after `since`, the last deleted first. */
export function listDeletedBuilds(ownerId: string, since: Date) {
  return db()
    .select({ ...LISTED, deletedAt: builds.deletedAt })
    .from(builds)
    .where(and(eq(builds.ownerId, ownerId), gt(builds.deletedAt, since)))
    .orderBy(desc(builds.deletedAt))
    .limit(MOST_DELETED_LISTED);
}

/** Deletes for good what was deleted before `before`; returns how many. */
export async function purgeDeletedBuilds(database: Database, before: Date): Promise<number> {
  const rows = await database
    .delete(builds)
    .where(lte(builds.deletedAt, before))
    .returning({ id: builds.id });
  return rows.length;
}

/** Hides a build with the reasons for it, or shows it again with null; false where there is none. */
export async function updateHiddenRow(
  database: Pick<Database, "update">,
  id: string,
  note: string | null,
): Promise<boolean> {
  const rows = await database
    .update(builds)
    .set({ hiddenAt: note === null ? null : new Date(), hiddenNote: note })
    .where(eq(builds.id, id))
    .returning({ id: builds.id });
  return rows.length > 0;
}

/** Counts a copy of a build by somebody else. */
export async function countFork(id: string): Promise<void> {
  await db()
    .update(builds)
    .set({ forkCount: sql`${builds.forkCount} + 1` })
    .where(eq(builds.id, id));
}

function ownAndInUse(id: string, ownerId: string): SQL | undefined {
  return and(eq(builds.id, id), eq(builds.ownerId, ownerId), isNull(builds.deletedAt));
}

/** Newest first, from after `cursor`; served by builds_owner_newest_index. */
export function listBuildsOf(
  ownerId: string,
  cursor: TimeCursor | null,
  limit: number,
): Promise<ListedBuildRow[]> {
  return listWhere(eq(builds.ownerId, ownerId), cursor, limit);
}

/** Public builds, newest first, from after `cursor`; served by builds_visibility_newest_index. */
export function listPublicBuilds(cursor: TimeCursor | null, limit: number): Promise<ListedBuildRow[]> {
  return listWhere(sql`${builds.visibility} = 'public' and ${builds.hiddenAt} is null`, cursor, limit);
}

function listWhere(condition: SQL, cursor: TimeCursor | null, limit: number): Promise<ListedBuildRow[]> {
  // Compared as one row, which an index by time and id can begin at.
  const after =
    cursor &&
    sql`(${builds.updatedAt}, ${builds.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`;
  return db()
    .select(LISTED)
    .from(builds)
    .where(and(condition, isNull(builds.deletedAt), after ?? undefined))
    .orderBy(desc(builds.updatedAt), desc(builds.id))
    .limit(limit);
}

/** Writes examples by their key: a second run with the same content changes nothing. */
export async function upsertExamples(database: Database, rows: readonly NewBuildRow[]): Promise<number> {
  const written = await database
    .insert(builds)
    .values([...rows])
    .onConflictDoUpdate({
      target: builds.exampleKey,
      set: {
        name: sql`excluded.name`,
        loadout: sql`excluded.loadout`,
        chatLink: sql`excluded.chat_link`,
        role: sql`excluded.role`,
        exampleSource: sql`excluded.example_source`,
        exampleSourceDate: sql`excluded.example_source_date`,
        exampleOutdated: sql`excluded.example_outdated`,
        updatedAt: sql`excluded.updated_at`,
        referenceDigests: null,
        searchStamp: null,
      },
      setWhere: sql`(${builds.name}, ${builds.loadout}, ${builds.chatLink}, ${builds.role}, ${builds.exampleSource}, ${builds.exampleSourceDate}, ${builds.exampleOutdated}, ${builds.updatedAt})
        is distinct from (excluded.name, excluded.loadout, excluded.chat_link, excluded.role, excluded.example_source, excluded.example_source_date, excluded.example_outdated, excluded.updated_at)`,
    })
    .returning({ id: builds.id });
  return written.length;
}
