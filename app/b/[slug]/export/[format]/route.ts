import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { exportResponse } from "#app/export-response.ts";
import { exportFormatSchema } from "#lib/builds/exchange/export-formats.ts";
import { readExport } from "#lib/builds/exchange/export-service.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";

const params = z.object({ slug: buildSlugSchema, format: exportFormatSchema });

/** A build in one of the formats; 404 to everybody who may not see it. */
export const GET = route({ params, rateLimit: "api" }, async ({ actor, params: { slug, format } }) =>
  exportResponse(await readExport(actor, slug), format, slug),
);
