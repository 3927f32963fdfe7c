import { type Actor, isModerator } from "#lib/accounts/actor.ts";
import type { Database } from "#lib/platform/db/client.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { findReadable } from "../own-build.ts";
import { isOwner } from "../policy.ts";
import { updateHiddenRow } from "../repository.ts";

/** What moderators need to know of a build to decide on it. */
export interface ReportableBuild {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isOwner: boolean;
  readonly isHidden: boolean;
}

/** A build that the actor may see and so may report. Throws NOT_FOUND where there is none or they may not know of it. */
export async function findReportable(actor: Actor, slug: string): Promise<ReportableBuild> {
  const row = await findReadable(actor, slug);
  const { id, name, hiddenAt } = row;
  return { id, slug: row.slug, name, isOwner: isOwner(actor, row), isHidden: hiddenAt !== null };
}

/**
 * Hides a build from everybody but its owner and moderators, with the reasons that its owner reads; with null shows it
 * again. Part of the caller's transaction. Throws NOT_FOUND for those who are no moderators, and where
 * there is no such build.
 */
export async function setHidden(
  database: Pick<Database, "update">,
  actor: Actor,
  buildId: string,
  note: string | null,
): Promise<void> {
  const found = isModerator(actor) && (await updateHiddenRow(database, buildId, note));
  if (!found) throw new AppError("NOT_FOUND", { message: "There is no such build." });
}
