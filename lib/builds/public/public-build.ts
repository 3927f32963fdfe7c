import { ANONYMOUS } from "#lib/accounts/actor.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { readBuild } from "../service.ts";
import type { BuildPage } from "../view.ts";

/**
 * A build as anybody may see it, whoever asks: for frames on other sites, and for what is kept on the way. Null where
 * there is none or it is private.
 */
export async function readPublicBuild(slug: string): Promise<BuildPage | null> {
  if (!buildSlugSchema.safeParse(slug).success) return null;
  try {
    return await readBuild(ANONYMOUS, slug);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
