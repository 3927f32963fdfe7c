import { and, asc, desc, eq, inArray, isNotNull, isNull, min, sql } from "drizzle-orm";
import { type Database, db } from "#lib/platform/db/client.ts";
import { builds } from "#lib/platform/db/schema/builds.ts";
import { buildReports, moderationDecisions } from "#lib/platform/db/schema/moderation.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import type { ModerationVerdict, ReportReason } from "#lib/shared/moderation.ts";

export interface NewReport {
  readonly buildId: string;
  readonly reporterId: string;
  readonly reason: ReportReason;
  readonly details: string;
}

/** Keeps a report; one of the same person on the same build that still waits is replaced. */
export async function writeReport({ reason, details, ...key }: NewReport): Promise<void> {
  await db()
    .insert(buildReports)
    .values({ ...key, reason, details })
    .onConflictDoUpdate({
      target: [buildReports.buildId, buildReports.reporterId],
      targetWhere: isNull(buildReports.decisionId),
      set: { reason, details },
    });
}

/** Builds with reports that wait, those that wait longest first. */
export function listReportedBuilds(limit: number) {
  const waiting = db()
    .select({ buildId: buildReports.buildId, since: min(buildReports.createdAt).as("since") })
    .from(buildReports)
    .where(isNull(buildReports.decisionId))
    .groupBy(buildReports.buildId)
    .as("waiting");
  return db()
    .select({
      buildId: builds.id,
      slug: builds.slug,
      name: builds.name,
      visibility: builds.visibility,
      deletedAt: builds.deletedAt,
      hiddenAt: builds.hiddenAt,
      ownerId: builds.ownerId,
      ownerName: users.displayName,
    })
    .from(waiting)
    .innerJoin(builds, eq(builds.id, waiting.buildId))
    .leftJoin(users, eq(users.id, builds.ownerId))
    .orderBy(asc(waiting.since), asc(builds.id))
    .limit(limit);
}

/** Reports of these builds that wait, the first ones first. */
export function listWaitingReports(buildIds: readonly string[]) {
  return db()
    .select({
      id: buildReports.id,
      buildId: buildReports.buildId,
      reporterId: buildReports.reporterId,
      reporterName: users.displayName,
      reason: buildReports.reason,
      details: buildReports.details,
      createdAt: buildReports.createdAt,
    })
    .from(buildReports)
    .innerJoin(users, eq(users.id, buildReports.reporterId))
    .where(and(inArray(buildReports.buildId, [...buildIds]), isNull(buildReports.decisionId)))
    .orderBy(asc(buildReports.createdAt), asc(buildReports.id));
}

/** Builds that are hidden now, the last one first. */
export function listHiddenBuilds(limit: number) {
  return db()
    .select({
      buildId: builds.id,
      slug: builds.slug,
      name: builds.name,
      ownerName: users.displayName,
      note: sql<string>`coalesce(${builds.hiddenNote}, '')`,
      hiddenAt: sql<Date>`${builds.hiddenAt}`.mapWith(builds.hiddenAt),
    })
    .from(builds)
    .leftJoin(users, eq(users.id, builds.ownerId))
    .where(isNotNull(builds.hiddenAt))
    .orderBy(desc(builds.hiddenAt))
    .limit(limit);
}

/** Decisions of the past, the newest first. */
export function listDecisions(limit: number) {
  return db()
    .select({
      id: moderationDecisions.id,
      verdict: moderationDecisions.verdict,
      note: moderationDecisions.note,
      buildName: moderationDecisions.buildName,
      buildSlug: builds.slug,
      moderatorName: users.displayName,
      createdAt: moderationDecisions.createdAt,
    })
    .from(moderationDecisions)
    .leftJoin(builds, eq(builds.id, moderationDecisions.buildId))
    .leftJoin(users, eq(users.id, moderationDecisions.moderatorId))
    .orderBy(desc(moderationDecisions.createdAt), desc(moderationDecisions.id))
    .limit(limit);
}

export interface NewDecision {
  readonly buildId: string;
  readonly moderatorId: string;
  readonly verdict: ModerationVerdict;
  readonly note: string;
}

/**
 * Records a decision, which answers all reports of the build that wait, and carries it out in the same transaction.
 * False where there is no such build.
 */
export function writeDecision(
  { buildId, moderatorId, verdict, note }: NewDecision,
  carryOut: (transaction: Pick<Database, "update">) => Promise<void>,
): Promise<boolean> {
  return db().transaction(async (transaction) => {
    const [build] = await transaction
      .select({ name: builds.name })
      .from(builds)
      .where(eq(builds.id, buildId))
      .for("no key update");
    if (!build) return false;
    const [decision] = await transaction
      .insert(moderationDecisions)
      .values({ buildId, buildName: build.name, moderatorId, verdict, note })
      .returning({ id: moderationDecisions.id });
    if (!decision) throw new Error("The decision was not returned.");
    await transaction
      .update(buildReports)
      .set({ decisionId: decision.id })
      .where(and(eq(buildReports.buildId, buildId), isNull(buildReports.decisionId)));
    await carryOut(transaction);
    return true;
  });
}
