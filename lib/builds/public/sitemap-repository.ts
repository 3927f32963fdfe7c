import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#lib/platform/db/client.ts";
import { builds } from "#lib/platform/db/schema/builds.ts";

/** Everybody may see it and no moderator has hidden it. */
function isListed(): SQL | undefined {
  return and(eq(builds.visibility, "public"), isNull(builds.deletedAt), isNull(builds.hiddenAt));
}

/** Id of the last build of every full page, in the order of ids: what each further page begins behind. */
export async function findPageEnds(pageSize: number): Promise<string[]> {
  const numbered = db()
    .select({ id: builds.id, number: sql<number>`row_number() over (order by ${builds.id})`.as("number") })
    .from(builds)
    .where(isListed())
    .as("numbered");
  const rows = await db()
    .select({ id: numbered.id })
    .from(numbered)
    .where(sql`${numbered.number} % ${pageSize} = 0`)
    .orderBy(numbered.id);
  return rows.map(({ id }) => id);
}

/** One page of public builds in the order of their ids, which is that of their making, from behind `after`. */
export function findPage(
  after: string | null,
  pageSize: number,
): Promise<{ slug: string; updatedAt: Date }[]> {
  return db()
    .select({ slug: builds.slug, updatedAt: builds.updatedAt })
    .from(builds)
    .where(and(isListed(), after === null ? undefined : sql`${builds.id} > ${after}::uuid`))
    .orderBy(builds.id)
    .limit(pageSize);
}
