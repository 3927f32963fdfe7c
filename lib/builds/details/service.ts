import { isDeepStrictEqual } from "node:util";
import type { Actor } from "#lib/accounts/actor.ts";
import { storedLoadout } from "../build-page.ts";
import { changedMeanwhile, findOwn, findReadable, storeDetails } from "../own-build.ts";
import { rowDetails } from "./row-details.ts";
import type { BuildDetails } from "./schema.ts";

/** What is said of a build besides its loadout. Throws NOT_FOUND where the actor may not know of it. */
export async function readDetails(actor: Actor, slug: string): Promise<BuildDetails> {
  return rowDetails(await findReadable(actor, slug));
}

/**
 * Changes what is said of a build. Its loadout stays, so there is no new revision, and restoring one leaves the details
 * alone. `before` is what the author began with: throws CONFLICT where others are stored by now. Throws NOT_FOUND where
 * the build is not the actor's own.
 */
export async function changeDetails(
  actor: Actor,
  slug: string,
  details: BuildDetails,
  before?: BuildDetails,
): Promise<void> {
  const { row, ownerId } = await findOwn(actor, slug);
  const stored = rowDetails(row);
  const isStale = before !== undefined && !isDeepStrictEqual(stored, before);
  if (isStale && !isDeepStrictEqual(stored, details)) throw changedMeanwhile();
  await storeDetails(row, ownerId, storedLoadout(row.loadout), details);
}
