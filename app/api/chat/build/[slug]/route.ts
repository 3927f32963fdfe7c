import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { requireBuild } from "#lib/chat/service.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

/** The name of a build that a reader may attach. */
export const GET = route(
  { params: z.object({ slug: buildSlugSchema }), rateLimit: "api" },
  async ({ actor, params: { slug } }) => {
    const build = await requireBuild(actor, slug);
    return { build: { slug: build.slug, name: build.name } };
  },
);
