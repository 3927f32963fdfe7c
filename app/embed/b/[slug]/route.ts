import { z } from "zod";
import { publicRoute } from "#app/public-route.ts";
import { readPublicBuild } from "#lib/builds/public/public-build.ts";
import { env } from "#lib/platform/env.ts";
import { EMBED_POLICY, embedDocument, missingDocument } from "./embed-document.ts";

/** A minute: a build that is made private is gone from frames soon after. */
const KEPT_SECONDS = 60;

/** A build in a frame on any other site: a small page without scripts, the same for everybody. */
export const GET = publicRoute({ params: z.object({ slug: z.string() }) }, async ({ params }) => {
  const build = await readPublicBuild(params.slug);
  const page = build ? embedDocument(env().publicUrl, build) : missingDocument(env().publicUrl);
  return new Response(page.markup, {
    status: build ? 200 : 404,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": `public, max-age=${KEPT_SECONDS}`,
      "content-security-policy": EMBED_POLICY,
      "x-robots-tag": "noindex",
    },
  });
});
