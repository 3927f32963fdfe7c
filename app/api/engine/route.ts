import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { engineParcel } from "#lib/builds/engine-parcel-service.ts";

const loadout = z
  .string({ error: "loadout is missing: give the code of one loadout, as in /api/engine?loadout=CODE." })
  .max(1000, "loadout is too long for the code of a loadout, which has at most 1000 characters.");

/** A loadout, given by its code, with the facts its numbers depend on. */
export const GET = route({ query: z.object({ loadout }), rateLimit: "api" }, ({ query }) => ({
  parcel: engineParcel(query.loadout),
}));
