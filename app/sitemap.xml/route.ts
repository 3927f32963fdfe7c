import { publicRoute } from "#app/public-route.ts";
import { readSitemapIndex } from "#lib/builds/public/sitemap-service.ts";
import { env } from "#lib/platform/env.ts";

/** The list of lists of public pages, for search engines. A route, because its number of pages is known at run time only. */
export const GET = publicRoute({ rateLimit: "api" }, async () => {
  return new Response(await readSitemapIndex(env().publicUrl), {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
});
