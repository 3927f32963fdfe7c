import { randomBytes } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { buildViewers, viewSalts } from "#lib/platform/db/schema/build-views.ts";

export interface SeenBuild {
  readonly day: string;
  readonly buildId: string;
  readonly viewer: Buffer;
}

/** The random bytes of a day, the same for all servers; made by the one that asks first. */
export async function saltOfDay(day: string): Promise<Uint8Array> {
  await db()
    .insert(viewSalts)
    .values({ day, salt: randomBytes(32) })
    .onConflictDoNothing();
  const [row] = await db().select({ salt: viewSalts.salt }).from(viewSalts).where(eq(viewSalts.day, day));
  if (!row) throw new Error(`The salt of ${day} was deleted while it was in use.`);
  return row.salt;
}

/** Counts who has not seen a build yet on that day, all in one statement. Builds that are gone are left out. */
export async function writeViews(seen: readonly SeenBuild[]): Promise<void> {
  if (seen.length === 0) return;
  const rows = seen.map(
    ({ day, buildId, viewer }) =>
      sql`(${day}::date, ${buildId}::uuid, decode(${viewer.toString("hex")}, 'hex'))`,
  );
  // Rows are locked in one order, so that two servers that write at once do not wait for each other in a circle.
  await db().execute(sql`
    with seen (day, build_id, viewer) as (values ${sql.join(rows, sql`, `)}),
    fresh as (
      insert into build_viewers (day, build_id, viewer)
      select day, build_id, viewer from seen where exists (select from builds where id = build_id)
      on conflict do nothing returning build_id
    ),
    counted as (select build_id, count(*)::int as viewers from fresh group by build_id),
    locked as (
      select id from builds where id in (select build_id from counted) order by id for no key update
    )
    update builds set view_count = view_count + viewers
    from counted join locked on locked.id = build_id where builds.id = build_id`);
}

/** Forgets who came before a day, and by what they were known; returns how many lines. */
export async function deleteViewersBefore(database: Database, day: string): Promise<number> {
  const gone = await database
    .delete(buildViewers)
    .where(lt(buildViewers.day, day))
    .returning({ day: buildViewers.day });
  await database.delete(viewSalts).where(lt(viewSalts.day, day));
  return gone.length;
}
