import { notFound } from "next/navigation";
import { cache } from "react";
import { currentActor } from "#lib/accounts/session.ts";
import { readBuild } from "#lib/builds/service.ts";
import type { BuildPage } from "#lib/builds/view.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import type { GameMode } from "#lib/shared/game.ts";

/** The build of a page, read once per request; the 404 page where the reader may not see it. */
export const loadBuild = cache(async (slug: string, mode?: GameMode): Promise<BuildPage> => {
  if (!buildSlugSchema.safeParse(slug).success) notFound();
  try {
    return await readBuild(await currentActor(), slug, mode);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
