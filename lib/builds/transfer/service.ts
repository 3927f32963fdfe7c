import type { Actor, UserActor } from "#lib/accounts/actor.ts";
import { findAddressee } from "#lib/accounts/service.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { listItem } from "../build-page.ts";
import { findOwn } from "../own-build.ts";
import { requireRoom } from "../service.ts";
import { addresseeShown, offerEnds } from "./policy.ts";
import type { AnswerOfferInput, OfferBuildInput } from "./schema.ts";
import { acceptOffer, closeOffer, listIncoming, listOutgoing, writeOffer } from "./transfer-repository.ts";
import type { IncomingOffer, OutgoingOffer } from "./view.ts";

/** The build that an owner is about to offer. Throws NOT_FOUND where it is not the actor's own, FORBIDDEN where it is hidden. */
export async function readOfferable(
  actor: Actor,
  slug: string,
): Promise<{ id: string; slug: string; name: string; ownerId: string }> {
  const { row, ownerId } = await findOwn(actor, slug);
  if (row.hiddenAt) {
    throw new AppError("FORBIDDEN", {
      message: "A moderator has hidden this build, so it cannot be given away.",
    });
  }
  return { id: row.id, slug: row.slug, name: row.name, ownerId };
}

/**
 * Offers a build to the account with an email address, or to the only one that goes by a name. The answer is the same
 * whether there is such an account or not. An earlier offer of the build that is open ends. Throws as
 * {@link readOfferable}, and INVALID_INPUT where it is the actor's own account.
 */
export async function offerBuild(
  actor: Actor,
  { slug, to }: OfferBuildInput,
  now = new Date(),
): Promise<void> {
  const build = await readOfferable(actor, slug);
  const toId = await findAddressee(to);
  if (toId === build.ownerId) {
    throw new AppError("INVALID_INPUT", { field: "to", message: "This is your own account." });
  }
  await writeOffer({
    buildId: build.id,
    fromId: build.ownerId,
    toId,
    addressee: addresseeShown(to),
    expiresAt: offerEnds(now),
  });
}

/** What others offer to the actor, and what the actor offers. Throws UNAUTHENTICATED for visitors. */
export async function listOffers(
  actor: Actor,
  now = new Date(),
): Promise<{ incoming: readonly IncomingOffer[]; outgoing: readonly OutgoingOffer[] }> {
  const { userId } = requireUser(actor);
  const [incoming, outgoing] = await Promise.all([listIncoming(userId, now), listOutgoing(userId)]);
  return {
    incoming: incoming.map(({ offerId, fromName, expiresAt, ...build }) => ({
      offerId,
      fromName,
      expiresAt,
      build: listItem(build),
    })),
    outgoing: outgoing.flatMap(({ state, expiresAt, ...offer }): OutgoingOffer[] => {
      if (state === "open")
        return [{ ...offer, expiresAt, state: expiresAt.getTime() > now.getTime() ? "open" : "expired" }];
      return state === "declined" ? [{ ...offer, expiresAt, state }] : [];
    }),
  };
}

/** Takes an offer back. Throws NOT_FOUND where the actor has made none of that id that is open. */
export async function withdrawOffer(actor: Actor, { offerId }: { readonly offerId: string }): Promise<void> {
  const { userId } = requireUser(actor);
  if (!(await closeOffer(offerId, { fromId: userId }, "withdrawn"))) throw offerGone();
}

/**
 * Accepts or declines a build. Whoever accepts it owns it from then on; its revisions keep their authors. Returns the
 * build's address, or null after declining. Throws NOT_FOUND where there is no such open offer for the actor, TOO_LARGE
 * when their library is full.
 */
export async function answerOffer(
  actor: Actor,
  { offerId, answer }: AnswerOfferInput,
  now = new Date(),
): Promise<{ slug: string } | null> {
  const { userId } = requireUser(actor);
  if (answer === "decline") {
    if (!(await closeOffer(offerId, { toId: userId }, "declined"))) throw offerGone();
    return null;
  }
  await requireRoom(userId);
  const build = await acceptOffer(offerId, userId, now);
  if (!build) throw offerGone();
  return build;
}

function requireUser(actor: Actor): UserActor {
  if (actor.kind === "user") return actor;
  throw new AppError("UNAUTHENTICATED", { message: "Sign in to see what is offered to you." });
}

function offerGone(): AppError {
  return new AppError("NOT_FOUND", {
    message: "This offer is no longer open. It may have been withdrawn, or its time is over.",
  });
}
