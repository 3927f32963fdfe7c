import { z } from "zod";
import { route } from "#app/actor-route.ts";
import { exportResponse } from "#app/export-response.ts";
import { exportFormatSchema } from "#lib/builds/exchange/export-formats.ts";
import { exportOfCode } from "#lib/builds/exchange/export-service.ts";
import { GAME_MODES } from "#lib/shared/game.ts";

const params = z.object({ format: exportFormatSchema });
const query = z.object({
  code: z.string({ error: "Give the loadout code of a build." }).max(8000),
  mode: z.enum(GAME_MODES, { error: "Choose pve, wvw or pvp." }).optional(),
});

/** A build that is not saved, by its loadout code, in one of the formats. */
export const GET = route(
  { params, query, rateLimit: "api" },
  ({ params: { format }, query: { code, mode } }) =>
    exportResponse(exportOfCode(code, mode), format, "build"),
);
