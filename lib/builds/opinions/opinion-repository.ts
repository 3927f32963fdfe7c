import { and, eq, sql } from "drizzle-orm";
import { db } from "#lib/platform/db/client.ts";
import { buildFavourites, buildRatings, builds } from "#lib/platform/db/schema/builds.ts";

/** Writes one person's vote, or takes it back with null, and counts the votes of the build anew. */
export function writeRating(buildId: string, userId: string, stars: number | null): Promise<void> {
  return db().transaction(async (transaction) => {
    // Voters of one build take turns, so that each counts the votes of those before.
    await transaction.select({ id: builds.id }).from(builds).where(eq(builds.id, buildId)).for("update");
    if (stars === null) {
      await transaction.delete(buildRatings).where(ofPerson(buildRatings, buildId, userId));
    } else {
      await transaction
        .insert(buildRatings)
        .values({ buildId, userId, stars })
        .onConflictDoUpdate({
          target: [buildRatings.buildId, buildRatings.userId],
          set: { stars, updatedAt: new Date() },
        });
    }
    const votes = sql`from ${buildRatings} where ${buildRatings.buildId} = ${buildId}`;
    await transaction
      .update(builds)
      .set({
        ratingSum: sql`(select coalesce(sum(${buildRatings.stars}), 0) ${votes})`,
        ratingCount: sql`(select count(*) ${votes})`,
      })
      .where(eq(builds.id, buildId));
  });
}

export async function writeFavourite(buildId: string, userId: string, isFavourite: boolean): Promise<void> {
  if (isFavourite) {
    await db().insert(buildFavourites).values({ buildId, userId }).onConflictDoNothing();
  } else {
    await db()
      .delete(buildFavourites)
      .where(ofPerson(buildFavourites, buildId, userId));
  }
}

/** What one person thinks of a build. */
export async function findOpinion(
  buildId: string,
  userId: string,
): Promise<{ stars: number | null; isFavourite: boolean }> {
  const [row] = await db()
    .select({ stars: buildRatings.stars, favouriteOf: buildFavourites.userId })
    .from(builds)
    .leftJoin(buildRatings, and(eq(buildRatings.buildId, builds.id), eq(buildRatings.userId, userId)))
    .leftJoin(
      buildFavourites,
      and(eq(buildFavourites.buildId, builds.id), eq(buildFavourites.userId, userId)),
    )
    .where(eq(builds.id, buildId));
  return { stars: row?.stars ?? null, isFavourite: Boolean(row?.favouriteOf) };
}

function ofPerson(table: typeof buildRatings | typeof buildFavourites, buildId: string, userId: string) {
  return and(eq(table.buildId, buildId), eq(table.userId, userId));
}
