import { z } from "zod";
import { publicRoute } from "#app/public-route.ts";
import { readSitemapPage } from "#lib/builds/public/sitemap-service.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";

/** One list of public pages; /sitemap.xml names them all. */
export const GET = publicRoute(
  { params: z.object({ name: z.string() }), rateLimit: "api" },
  async ({ params }) => {
    const xml = await readSitemapPage(env().publicUrl, params.name);
    if (xml === null)
      throw new AppError("NOT_FOUND", { message: "There is no such list; see /sitemap.xml." });
    return new Response(xml, {
      headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "public, max-age=3600" },
    });
  },
);
