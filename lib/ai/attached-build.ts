import type { Actor } from "#lib/accounts/actor.ts";
import { buildFacts } from "#lib/builds/facts.ts";
import { readBuild } from "#lib/builds/service.ts";
import { AppError } from "#lib/shared/app-error.ts";

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

export const readAttachedBuild: AttachedBuildReader = async (actor, slug) => {
  try {
    const build = await readBuild(actor, slug);
    return { id: build.id, slug: build.slug, name: build.name, facts: () => buildFacts(build) };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
};
