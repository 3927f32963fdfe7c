import type { Actor, UserActor } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { findReadable } from "../own-build.ts";
import { isOwner } from "../policy.ts";
import type { FavouriteInput, RateInput } from "../schema.ts";
import type { BuildPage, OwnOpinion } from "../view.ts";
import { findOpinion, writeFavourite, writeRating } from "./opinion-repository.ts";

/**
 * Rates a build with 1 to 5 stars in place of an earlier vote; 0 takes the vote back. Throws UNAUTHENTICATED for
 * visitors, NOT_FOUND where the actor may not know of the build, FORBIDDEN for one's own.
 */
export async function rateBuild(actor: Actor, { slug, stars }: RateInput): Promise<void> {
  const row = await findReadable(actor, slug);
  const { userId } = requireUser(actor, "Sign in to rate builds.");
  if (isOwner(actor, row))
    throw new AppError("FORBIDDEN", { message: "Others rate your builds, you do not." });
  await writeRating(row.id, userId, stars === 0 ? null : stars);
}

/**
 * Keeps a build among the actor's favourites, or takes it out. Throws UNAUTHENTICATED for visitors, NOT_FOUND where the
 * actor may not know of the build.
 */
export async function setFavourite(actor: Actor, { slug, favourite }: FavouriteInput): Promise<void> {
  const row = await findReadable(actor, slug);
  const { userId } = requireUser(actor, "Sign in to keep favourites.");
  await writeFavourite(row.id, userId, favourite);
}

/** What the actor thinks of a build that was read; null for visitors. */
export async function readOwnOpinion(actor: Actor, build: Pick<BuildPage, "id">): Promise<OwnOpinion | null> {
  return actor.kind === "user" ? findOpinion(build.id, actor.userId) : null;
}

function requireUser(actor: Actor, message: string): UserActor {
  if (actor.kind === "user") return actor;
  throw new AppError("UNAUTHENTICATED", { message });
}
