import { z } from "zod";
import { publicRoute } from "#app/public-route.ts";
import { slugOfAddress } from "#lib/builds/public/addresses.ts";
import { oembedAnswer } from "#lib/builds/public/oembed.ts";
import { readPublicBuild } from "#lib/builds/public/public-build.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";

const roomError = "Give a whole number of pixels, at least 1.";
const room = z.coerce.number({ error: roomError }).int(roomError).min(1, roomError).optional();

const query = z.object({
  url: z
    .string({ error: "url is missing: give the address of a build's page, as in /api/oembed?url=…" })
    .max(2000, "url is too long for the address of a build's page."),
  format: z.string().default("json"),
  maxwidth: room,
  maxheight: room,
});

/** What another site needs to show a build in a frame, as oembed.com describes it. Readable from scripts of any site. */
export const GET = publicRoute({ query, rateLimit: "oembed" }, async ({ query: asked }) => {
  if (asked.format !== "json") return refuseFormat();
  const slug = slugOfAddress(env().publicUrl, asked.url);
  const build = slug === null ? null : await readPublicBuild(slug);
  if (!build) {
    throw new AppError("NOT_FOUND", {
      field: "url",
      message: `There is no public build at this address. Give the address of a build's page, such as ${env().publicUrl}/b/heal-firebrand-x2k9.`,
    });
  }
  return Response.json(oembedAnswer(env().publicUrl, build, asked), {
    headers: { "access-control-allow-origin": "*", "cache-control": "public, max-age=300" },
  });
});

/** The code that the oEmbed specification gives for formats a provider does not speak. */
function refuseFormat(): Response {
  const message = "Only format=json is answered.";
  return Response.json({ error: { code: "INVALID_INPUT", field: "format", message } }, { status: 501 });
}
