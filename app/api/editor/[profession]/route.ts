import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { packedParcel } from "#lib/builds/editor/packed-parcel.ts";
import { PROFESSIONS } from "#lib/shared/game.ts";

const params = z.object({
  profession: z.enum(PROFESSIONS, { error: `Name a profession: ${PROFESSIONS.join(", ")}.` }),
});

/**
 * Everything that the editor can choose from for one profession: JSON as a gzip file, packed once. Browsers keep it and
 * ask whether it is still so. It is no Content-Encoding, because Next takes that header off the answers of handlers.
 */
export const GET = route({ params }, ({ request, params }) => {
  const { bytes, version } = packedParcel(params.profession);
  const headers = { "Cache-Control": "no-cache", ETag: `"${version}"` };
  const isKnown = request.headers.get("if-none-match")?.includes(version);
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "Content-Type": "application/gzip" } });
});
