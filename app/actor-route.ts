import type { Actor } from "#lib/accounts/actor.ts";
import { currentActor, ensureVisitor } from "#lib/accounts/session.ts";
import { createRoute } from "#lib/platform/http/route.ts";

/** For handlers that read: a visitor stays as they came. */
export const route = createRoute({ resolve: currentActor, limitKey });

/** For handlers that keep something for a visitor: gives them the cookie it is kept under. */
export const visitorRoute = createRoute({ resolve: ensureVisitor, limitKey });

export function limitKey(actor: Actor): string | null {
  if (actor.kind === "user") return `user:${actor.userId}`;
  return actor.visitorHash && `visitor:${actor.visitorHash}`;
}
