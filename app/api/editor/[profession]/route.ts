import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { packedParcel } from "#lib/builds/editor/packed-parcel.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";

const params = z.object({
  profession: z.enum(PROFESSIONS, { error: `Name a profession: ${PROFESSIONS.join(", ")}.` }),
});
const query = z.object({ v: z.string().max(64).optional() });

/** Everything that the editor can choose from for one profession. Named with its version, it never changes. */
export const GET = route({ params, query }, ({ params, query }) => {
  const { bytes, version } = packedParcel(params.profession);
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Encoding": "gzip",
      "Cache-Control": query.v === version ? "public, max-age=31536000, immutable" : "no-cache",
      ETag: `"${version}"`,
    },
  });
});
