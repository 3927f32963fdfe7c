import type { UserId } from "#lib/shared/ids.ts";

/**
 * Who asks. Every service function takes the actor first and decides by it; nothing else identifies a person.
 * A visitor has no account; `visitorHash` is the SHA-256 of the random visitor cookie, or null before one was set.
 */
export type Actor = UserActor | VisitorActor;

export interface UserActor {
  readonly kind: "user";
  readonly userId: UserId;
  readonly displayName: string;
  /** Set for those who decide on reports; absent for everybody else. */
  readonly role?: "moderator" | undefined;
}

export interface VisitorActor {
  readonly kind: "visitor";
  readonly visitorHash: string | null;
}

export function isModerator(actor: Actor): boolean {
  return actor.kind === "user" && actor.role === "moderator";
}

export const ANONYMOUS: VisitorActor = { kind: "visitor", visitorHash: null };
