import { z } from "zod";
import { publicRoute } from "#app/public-route.ts";
import { buildAddresses } from "#lib/builds/public/addresses.ts";
import { readPublicBuild } from "#lib/builds/public/public-build.ts";
import { qrCodeSvg } from "#lib/builds/public/qr-code.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";

/** The address of a build's page as a QR code; none for a private build, which nobody else could open. */
export const GET = publicRoute({ params: z.object({ slug: z.string() }) }, async ({ params }) => {
  const build = await readPublicBuild(params.slug);
  if (!build) throw new AppError("NOT_FOUND", { message: "There is no public build at this address." });
  return new Response(qrCodeSvg(buildAddresses(env().publicUrl, build.slug).page), {
    headers: {
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=3600",
      "x-robots-tag": "noindex",
    },
  });
});
