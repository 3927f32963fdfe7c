import type { Actor } from "#lib/accounts/actor.ts";

/** A build that an actor may read, as the chat needs it. */
export interface AttachedBuild {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Short facts in the order of their importance; worked out when they are asked for. */
  readonly facts: () => readonly string[];
}

/** Reads a build with the actor's rights; null where there is none or the actor may not know of it. */
export type AttachedBuildReader = (actor: Actor, slug: string) => Promise<AttachedBuild | null>;
