import { join } from "node:path";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connect, type Database } from "#lib/platform/db/client.ts";

/** Any fixed number: processes that prepare the same database at once take turns by it. */
const LOCK_KEY = 47_110_815;

/** A step after the migrations, such as seeding; must be safe to run again. */
export type PrepareStep = (database: Database) => Promise<unknown>;

/**
 * Brings the database to the newest migration in `<root>/drizzle`, then runs the steps. Safe to run again, and by
 * several processes at once: an advisory lock, held by the only connection, lets one at a time through.
 */
export async function prepareDatabase(
  url: string,
  root: string,
  steps: readonly PrepareStep[] = [],
): Promise<void> {
  const { sql, database } = connect(url, 1);
  try {
    await sql`select pg_advisory_lock(${LOCK_KEY})`;
    await migrate(database, { migrationsFolder: join(root, "drizzle") });
    for (const step of steps) await step(database);
  } finally {
    // The end of the connection also gives the advisory lock back.
    await sql.end({ timeout: 5 });
  }
}
