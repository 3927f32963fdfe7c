import { route } from "#app/actor-route.ts";
import { buildJsonSchema } from "#lib/builds/exchange/build-json.ts";

/** JSON Schema of build files, version 1. Programs of other sites may read it. */
export const GET = route({ rateLimit: "api" }, () =>
  Response.json(buildJsonSchema(), {
    headers: {
      "content-type": "application/schema+json; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "access-control-allow-origin": "*",
    },
  }),
);
