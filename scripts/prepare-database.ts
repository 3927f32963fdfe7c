import { dirname } from "node:path";
import { appointModerators } from "#lib/accounts/service.ts";
import { refreshSearchDocuments } from "#lib/builds/library/refresh.ts";
import { seedExampleBuilds } from "#lib/builds/seed.ts";
import type { Database } from "#lib/platform/db/client.ts";
import { env } from "#lib/platform/env.ts";
import { type PrepareStep, prepareDatabase } from "./launcher/prepare-database.ts";

/** More than the examples and a small library have; the rest of a large one is gone through by a job while the app serves. */
const MOST_REFRESHED = 500;

/** Migrations, then what every installation starts with and what the library finds builds by. Run by the launcher before the app serves. */
const STEPS: readonly PrepareStep[] = [
  seedExampleBuilds,
  (database) => refreshSearchDocuments(database, MOST_REFRESHED),
  appointThoseListed,
];

async function appointThoseListed(database: Database): Promise<void> {
  for (const email of await appointModerators(database, env().moderatorEmails)) {
    console.log(`MODERATOR_EMAILS: ${email} has no account yet. Open it, then start again.`);
  }
}

const url = env().databaseUrl;
if (!url) throw new Error("DATABASE_URL is not set.");
try {
  await prepareDatabase(url, dirname(import.meta.dirname), STEPS);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
