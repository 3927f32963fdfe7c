import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#lib/platform/db/client.ts";
import { type BuildTransferRow, buildTransfers } from "#lib/platform/db/schema/build-transfers.ts";
import { buildRatings, builds } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import { LISTED } from "../repository.ts";

const MOST_LISTED = 100;

/** Makes an offer in place of one of the same build that is open. */
export function writeOffer(offer: typeof buildTransfers.$inferInsert): Promise<void> {
  return db().transaction(async (transaction) => {
    // Offers of one build take turns, so that never two are open.
    await transaction
      .select({ id: builds.id })
      .from(builds)
      .where(eq(builds.id, offer.buildId))
      .for("no key update");
    await transaction
      .update(buildTransfers)
      .set({ state: "withdrawn", decidedAt: new Date() })
      .where(and(eq(buildTransfers.buildId, offer.buildId), eq(buildTransfers.state, "open")));
    await transaction.insert(buildTransfers).values(offer);
  });
}

/** Open offers to a person that they can still accept: of builds that are in use and still the offerer's. */
export function listIncoming(userId: string, now: Date) {
  return db()
    .select({
      ...LISTED,
      offerId: buildTransfers.id,
      fromName: users.displayName,
      expiresAt: buildTransfers.expiresAt,
    })
    .from(buildTransfers)
    .innerJoin(builds, and(eq(builds.id, buildTransfers.buildId), eq(builds.ownerId, buildTransfers.fromId)))
    .innerJoin(users, eq(users.id, buildTransfers.fromId))
    .where(
      and(
        eq(buildTransfers.toId, userId),
        eq(buildTransfers.state, "open"),
        gt(buildTransfers.expiresAt, now),
        isNull(builds.deletedAt),
        isNull(builds.hiddenAt),
      ),
    )
    .orderBy(asc(buildTransfers.expiresAt), asc(buildTransfers.id))
    .limit(MOST_LISTED);
}

/** The last offer of each of a person's builds. */
export function listOutgoing(userId: string) {
  return db()
    .selectDistinctOn([buildTransfers.buildId], {
      offerId: buildTransfers.id,
      slug: builds.slug,
      name: builds.name,
      addressee: buildTransfers.addressee,
      state: buildTransfers.state,
      expiresAt: buildTransfers.expiresAt,
    })
    .from(buildTransfers)
    .innerJoin(builds, and(eq(builds.id, buildTransfers.buildId), eq(builds.ownerId, buildTransfers.fromId)))
    .where(and(eq(buildTransfers.fromId, userId), isNull(builds.deletedAt)))
    .orderBy(buildTransfers.buildId, desc(buildTransfers.createdAt), desc(buildTransfers.id))
    .limit(MOST_LISTED);
}

/** Ends an open offer without changing the build; false where the person has none of that id. */
export async function closeOffer(
  offerId: string,
  person: { readonly fromId: string } | { readonly toId: string },
  state: Extract<BuildTransferRow["state"], "declined" | "withdrawn">,
): Promise<boolean> {
  const isTheirs =
    "fromId" in person ? eq(buildTransfers.fromId, person.fromId) : eq(buildTransfers.toId, person.toId);
  const rows = await db()
    .update(buildTransfers)
    .set({ state, decidedAt: new Date() })
    .where(and(eq(buildTransfers.id, offerId), isTheirs, eq(buildTransfers.state, "open")))
    .returning({ id: buildTransfers.id });
  return rows.length > 0;
}

/**
 * Makes the person that it was offered to the owner of a build, and takes back their vote on it. Null where the offer is
 * not open for them, has ended, or the build is no longer there to be given.
 */
export function acceptOffer(offerId: string, toId: string, now: Date): Promise<{ slug: string } | null> {
  return db().transaction(async (transaction) => {
    const [offer] = await transaction
      .update(buildTransfers)
      .set({ state: "accepted", decidedAt: now })
      .where(
        and(
          eq(buildTransfers.id, offerId),
          eq(buildTransfers.toId, toId),
          eq(buildTransfers.state, "open"),
          gt(buildTransfers.expiresAt, now),
          inArray(
            buildTransfers.buildId,
            transaction
              .select({ id: builds.id })
              .from(builds)
              .where(
                and(
                  eq(builds.ownerId, buildTransfers.fromId),
                  isNull(builds.deletedAt),
                  isNull(builds.hiddenAt),
                ),
              )
              .for("update"),
          ),
        ),
      )
      .returning();
    if (!offer) return null;
    await transaction
      .delete(buildRatings)
      .where(and(eq(buildRatings.buildId, offer.buildId), eq(buildRatings.userId, toId)));
    const votes = sql`from ${buildRatings} where ${buildRatings.buildId} = ${offer.buildId}`;
    const [build] = await transaction
      .update(builds)
      .set({
        ownerId: toId,
        ratingSum: sql`(select coalesce(sum(${buildRatings.stars}), 0) ${votes})`,
        ratingCount: sql`(select count(*) ${votes})`,
      })
      .where(eq(builds.id, offer.buildId))
      .returning({ slug: builds.slug });
    return build ?? null;
  });
}
