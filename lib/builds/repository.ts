import { and, count, desc, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { type BuildRow, builds } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import type { TimeCursor } from "#lib/shared/cursor.ts";
import type { Visibility } from "#lib/shared/game.ts";
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
  | "visibility"
  | "loadout"
  | "exampleSource"
  | "exampleSourceDate"
  | "exampleOutdated"
  | "missing"
  | "updatedAt"
>;
/** What only the search reads. */
type SearchColumn = "searchWords" | "facets" | "searchName" | "searchVector" | "searchStamp";
export type StoredBuildRow = Omit<BuildRow, SearchColumn>;
export type BuildWithOwnerRow = StoredBuildRow & { readonly ownerName: string | null };

export const LISTED = {
  id: builds.id,
  slug: builds.slug,
  name: builds.name,
  profession: builds.profession,
  mode: builds.mode,
  visibility: builds.visibility,
  loadout: builds.loadout,
  exampleSource: builds.exampleSource,
  exampleSourceDate: builds.exampleSourceDate,
  exampleOutdated: builds.exampleOutdated,
  missing: builds.missing,
  updatedAt: builds.updatedAt,
};

const { searchWords, facets, searchName, searchVector, searchStamp, ...STORED } = getTableColumns(builds);

export async function insertBuild(values: NewBuildRow): Promise<{ slug: string }> {
  const [row] = await db().insert(builds).values(values).returning({ slug: builds.slug });
  if (!row) throw new Error("The build row was not returned.");
  return row;
}

export async function countBuildsOf(ownerId: string): Promise<number> {
  const [row] = await db().select({ total: count() }).from(builds).where(eq(builds.ownerId, ownerId));
  return row?.total ?? 0;
}

export async function findBuildBySlug(slug: string): Promise<BuildWithOwnerRow | null> {
  const [row] = await db()
    .select({ build: STORED, ownerName: users.displayName })
    .from(builds)
    .leftJoin(users, eq(users.id, builds.ownerId))
    .where(eq(builds.slug, slug))
    .limit(1);
  return row ? { ...row.build, ownerName: row.ownerName } : null;
}

export async function updateBuildRow(
  id: string,
  ownerId: string,
  values: { name: string; visibility: Visibility; updatedAt: Date },
): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set(values)
    .where(and(eq(builds.id, id), eq(builds.ownerId, ownerId)))
    .returning({ id: builds.id });
  return rows.length > 0;
}

export async function updateLoadoutRow(
  id: string,
  ownerId: string,
  values: { loadout: Loadout } & SearchDocument,
): Promise<boolean> {
  const rows = await db()
    .update(builds)
    .set({ ...values, updatedAt: new Date() })
    .where(and(eq(builds.id, id), eq(builds.ownerId, ownerId)))
    .returning({ id: builds.id });
  return rows.length > 0;
}

export async function deleteBuildRow(id: string, ownerId: string): Promise<boolean> {
  const rows = await db()
    .delete(builds)
    .where(and(eq(builds.id, id), eq(builds.ownerId, ownerId)))
    .returning({ id: builds.id });
  return rows.length > 0;
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
  return listWhere(eq(builds.visibility, "public"), cursor, limit);
}

function listWhere(condition: SQL, cursor: TimeCursor | null, limit: number): Promise<ListedBuildRow[]> {
  // Compared as one row, which an index by time and id can begin at.
  const after =
    cursor &&
    sql`(${builds.updatedAt}, ${builds.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`;
  return db()
    .select(LISTED)
    .from(builds)
    .where(after ? and(condition, after) : condition)
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
        exampleSource: sql`excluded.example_source`,
        exampleSourceDate: sql`excluded.example_source_date`,
        exampleOutdated: sql`excluded.example_outdated`,
        updatedAt: sql`excluded.updated_at`,
        searchStamp: null,
      },
      setWhere: sql`(${builds.name}, ${builds.loadout}, ${builds.chatLink}, ${builds.exampleSource}, ${builds.exampleSourceDate}, ${builds.exampleOutdated}, ${builds.updatedAt})
        is distinct from (excluded.name, excluded.loadout, excluded.chat_link, excluded.example_source, excluded.example_source_date, excluded.example_outdated, excluded.updated_at)`,
    })
    .returning({ id: builds.id });
  return written.length;
}
