import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "#lib/platform/db/client.ts";
import { buildRevisions } from "#lib/platform/db/schema/builds.ts";
import { users } from "#lib/platform/db/schema/users.ts";
import type { RevisionItem } from "../view.ts";

const MOST_LISTED = 200;

/** Newest first, without their loadouts. */
export function listRevisions(buildId: string): Promise<RevisionItem[]> {
  const { number, note, createdAt } = buildRevisions;
  return db()
    .select({ number, note, authorName: users.displayName, createdAt })
    .from(buildRevisions)
    .leftJoin(users, eq(users.id, buildRevisions.authorId))
    .where(eq(buildRevisions.buildId, buildId))
    .orderBy(desc(number))
    .limit(MOST_LISTED);
}

/** Those of the numbers that there are, with their loadouts. */
export function findRevisions(buildId: string, numbers: readonly number[]) {
  const { number, loadout, chatLink } = buildRevisions;
  return db()
    .select({ number, loadout, chatLink })
    .from(buildRevisions)
    .where(and(eq(buildRevisions.buildId, buildId), inArray(number, [...numbers])));
}
