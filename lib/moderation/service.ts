import { type Actor, isModerator, type UserActor } from "#lib/accounts/actor.ts";
import { findReportable, type ReportableBuild, setHidden } from "#lib/builds/hiding/service.ts";
import { AppError } from "#lib/shared/app-error.ts";
import {
  listDecisions,
  listHiddenBuilds,
  listReportedBuilds,
  listWaitingReports,
  writeDecision,
  writeReport,
} from "./moderation-repository.ts";
import type { DecideInput, ReportBuildInput } from "./schema.ts";
import type { ModerationDesk, QueuedBuild } from "./view.ts";

const QUEUE_SHOWN = 50;
const HIDDEN_SHOWN = 100;
const DECISIONS_SHOWN = 50;

/**
 * The build that somebody is about to report. Throws NOT_FOUND where the actor may not know of it, UNAUTHENTICATED for
 * visitors, FORBIDDEN for one's own; except that the owner of a hidden build may ask the moderators to look again.
 */
export async function readReportable(actor: Actor, slug: string): Promise<ReportableBuild> {
  const build = await findReportable(actor, slug);
  if (actor.kind !== "user") {
    throw new AppError("UNAUTHENTICATED", { message: "Sign in to report a build." });
  }
  if (build.isOwner && !build.isHidden) {
    throw new AppError("FORBIDDEN", { message: "This is your own build: change or delete it instead." });
  }
  return build;
}

/** Tells the moderators of a build; a second time changes what was said the first. Throws as {@link readReportable}. */
export async function reportBuild(actor: Actor, { slug, reason, details }: ReportBuildInput): Promise<void> {
  const build = await readReportable(actor, slug);
  if (actor.kind === "user")
    await writeReport({ buildId: build.id, reporterId: actor.userId, reason, details });
}

/** Reports that wait, builds that are hidden, decisions of the past. Throws NOT_FOUND for those who are no moderators. */
export async function readDesk(actor: Actor): Promise<ModerationDesk> {
  requireModerator(actor);
  const [waiting, hidden, decisions] = await Promise.all([
    listReportedBuilds(QUEUE_SHOWN + 1),
    listHiddenBuilds(HIDDEN_SHOWN),
    listDecisions(DECISIONS_SHOWN),
  ]);
  const shown = waiting.slice(0, QUEUE_SHOWN);
  const reports = await listWaitingReports(shown.map(({ buildId }) => buildId));
  const queue = shown.map((build): QueuedBuild => {
    const { buildId, slug, name, ownerId, ownerName, hiddenAt } = build;
    const ofBuild = reports.filter((report) => report.buildId === buildId);
    return {
      buildId,
      slug,
      name,
      ownerName,
      hiddenAt,
      outOfReach: reasonOutOfReach(build),
      reports: ofBuild.map(({ buildId: _, reporterId, ...report }) => ({
        ...report,
        isByOwner: reporterId === ownerId,
      })),
    };
  });
  return { queue, hasMore: waiting.length > QUEUE_SHOWN, hidden, decisions };
}

/**
 * Decides on a build: all reports of it that wait are answered by it. Throws NOT_FOUND for those who are no moderators,
 * and where the build is gone for good.
 */
export async function decide(actor: Actor, { buildId, verdict, note }: DecideInput): Promise<void> {
  const { userId } = requireModerator(actor);
  const found = await writeDecision({ buildId, moderatorId: userId, verdict, note }, async (transaction) => {
    if (verdict !== "dismiss") await setHidden(transaction, actor, buildId, verdict === "hide" ? note : null);
  });
  if (!found) throw new AppError("NOT_FOUND", { message: "This build has been deleted for good." });
}

function reasonOutOfReach({
  visibility,
  deletedAt,
}: {
  visibility: string;
  deletedAt: Date | null;
}): string | null {
  if (deletedAt) return "deleted by its owner";
  return visibility === "private" ? "made private by its owner" : null;
}

/** Whoever is no moderator learns nothing, not even that there is something. */
function requireModerator(actor: Actor): UserActor {
  if (actor.kind === "user" && isModerator(actor)) return actor;
  throw new AppError("NOT_FOUND", { message: "There is nothing at this address." });
}
