import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { engineParcel } from "#lib/builds/engine-parcel-service.ts";

/** A loadout, given by its code, with the facts its numbers depend on. */
export const GET = route(
  { query: z.object({ loadout: z.string().max(1000) }), rateLimit: "api" },
  ({ query }) => ({ parcel: engineParcel(query.loadout) }),
);
