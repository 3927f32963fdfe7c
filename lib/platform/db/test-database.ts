import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { useDatabase } from "./client.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the throwaway server's `postgres` database; set by the integration project's global setup. */
    readonly testServerUrl: string;
    /** Name of the migrated database that test databases are copied from. */
    readonly testTemplate: string;
  }
}

export interface TestDatabase {
  readonly url: string;
  /** Drops the database, ending whatever is still connected to it. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database for one integration test file. Call it in `beforeAll`, point the code under test at
 * `url` (for `db()`: `useDatabase(url)`), and `drop()` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await onServer((sql) => sql`create database ${sql(name)} template ${sql(inject("testTemplate"))}`);
  const url = new URL(inject("testServerUrl"));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer((sql) => sql`drop database if exists ${sql(name)} with (force)`),
  };
}

/** Gives a test file a database of its own, behind `db()`. Call it first, at the top of the file. */
export function setUpTestDatabase(): void {
  let close = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const database = await createTestDatabase();
    const disconnect = useDatabase(database.url);
    close = async () => {
      await disconnect();
      await database.drop();
    };
  });
  afterAll(() => close());
}

async function onServer(run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject("testServerUrl"), { max: 1, onnotice: () => undefined });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}
