import { join } from "node:path";
import { ollamaStatus } from "#lib/ai/status.ts";
import { loadCatalog } from "#lib/catalog/catalog.ts";
import { databaseState, isMigrated } from "#lib/platform/db/database-state.ts";
import { env } from "#lib/platform/env.ts";
import { logFailure } from "#lib/platform/log.ts";
import { redisState } from "#lib/platform/redis.ts";

export const dynamic = "force-dynamic";

/**
 * Whether this process can serve players: 200 when database, migrations and catalogue are there, else 503.
 * Redis and Ollama are reported and never decide, because the product works without them. Names no addresses.
 */
export async function GET(): Promise<Response> {
  const [database, redis, ollama] = await Promise.all([databaseState(), redisState(), ollamaStatus()]);
  const catalogue = catalogueState();
  const ready = database.reachable && isMigrated(database) && catalogue.loaded;
  return Response.json(
    {
      status: ready ? "ready" : "not ready",
      database: { reachable: database.reachable },
      migrations: { upToDate: isMigrated(database), ...database.migrations },
      catalogue,
      redis: { configured: redis !== "not configured", reachable: redis === "reachable" },
      ollama: {
        configured: true,
        reachable: ollama.state !== "offline",
        model: ollama.model,
        modelInstalled: ollama.state === "ready",
      },
    },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

function catalogueState() {
  try {
    const { manifest } = loadCatalog(join(env().appRoot, "data", "catalog"));
    const { gameBuild, dataDate, counts } = manifest;
    return { loaded: true, gameBuild, dataDate, counts };
  } catch (error) {
    logFailure(error, "ready");
    return { loaded: false };
  }
}
