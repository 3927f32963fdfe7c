import { dirname } from "node:path";
import { refreshSearchDocuments } from "#lib/builds/library/refresh.ts";
import { seedExampleBuilds } from "#lib/builds/seed.ts";
import { emptyBin } from "#lib/builds/service.ts";
import { env } from "#lib/platform/env.ts";
import { type PrepareStep, prepareDatabase } from "./launcher/prepare-database.ts";

/** Migrations, then what every installation starts with and what the library finds builds by. Run by the launcher before the app serves. */
const SEEDS: readonly PrepareStep[] = [seedExampleBuilds, refreshSearchDocuments, emptyBin];

const url = env().databaseUrl;
if (!url) throw new Error("DATABASE_URL is not set.");
try {
  await prepareDatabase(url, dirname(import.meta.dirname), SEEDS);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
