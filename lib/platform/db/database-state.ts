import { sql } from "drizzle-orm";
import journal from "../../../drizzle/meta/_journal.json" with { type: "json" };
import { log } from "../log.ts";
import { within } from "../within.ts";
import { db } from "./client.ts";

export interface DatabaseState {
  readonly reachable: boolean;
  /** Migrations in the database and in this build; null while the database cannot be asked. */
  readonly migrations: { readonly applied: number; readonly expected: number } | null;
}

const TIMEOUT_MS = 2_000;

/** Whether the database answers, and how far it is migrated. Never throws; takes at most two seconds. */
export async function databaseState(): Promise<DatabaseState> {
  try {
    const applied = await within(TIMEOUT_MS, appliedMigrations());
    return { reachable: true, migrations: { applied, expected: journal.entries.length } };
  } catch (error) {
    log.warn({ event: "ready", err: error }, "the database does not answer");
    return { reachable: false, migrations: null };
  }
}

/** Where a newer release has migrated already, there are more than this build knows; that is fine too. */
export function isMigrated({ migrations }: DatabaseState): boolean {
  return migrations !== null && migrations.applied >= migrations.expected;
}

async function appliedMigrations(): Promise<number> {
  const [table] = await db().execute<{ exists: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as exists`,
  );
  if (!table?.exists) return 0;
  const [row] = await db().execute<{ applied: number }>(
    sql`select count(*)::int as applied from drizzle.__drizzle_migrations`,
  );
  return row?.applied ?? 0;
}
