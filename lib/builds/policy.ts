import { type Actor, isModerator } from "#lib/accounts/actor.ts";
import type { Visibility } from "#lib/shared/game.ts";

interface Owned {
  readonly ownerId: string | null;
}

/** Builds one account may keep. */
export const MAX_BUILDS_PER_ACCOUNT = 1000;

/** Days in which a deleted build can be brought back. */
export const BIN_DAYS = 30;

/** What was deleted before this is gone. */
export function binReachesTo(now: Date): Date {
  return new Date(now.getTime() - BIN_DAYS * 86_400_000);
}

export function isOwner(actor: Actor, build: Owned): boolean {
  return actor.kind === "user" && build.ownerId === actor.userId;
}

interface Shown extends Owned {
  readonly visibility: Visibility;
  /** When a moderator hid it; null for all others. */
  readonly hiddenAt: Date | null;
}

/** Private: the owner alone. Hidden: moderators, too. Unlisted and public: everybody who has the address. */
export function mayRead(actor: Actor, build: Shown): boolean {
  if (isOwner(actor, build)) return true;
  return build.visibility !== "private" && (build.hiddenAt === null || isModerator(actor));
}

/** Examples have no owner: nobody may change them. */
export function mayChange(actor: Actor, build: Owned): boolean {
  return isOwner(actor, build);
}

/** Only public pages are for search engines. */
export function mayBeIndexed(build: {
  readonly visibility: Visibility;
  readonly hidden?: object | null;
}): boolean {
  return build.visibility === "public" && !build.hidden;
}
