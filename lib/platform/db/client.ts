import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "../env.ts";
import * as schema from "./schema/index.ts";

export type Database = PostgresJsDatabase<typeof schema>;

interface Connection {
  readonly sql: postgres.Sql;
  readonly database: Database;
}

/** Kept on globalThis so that hot reload of this module does not open a second pool. */
const store = globalThis as typeof globalThis & { gw2optimizerDatabase?: Connection };

/** Opens a pool for `url`. The caller ends it; the app itself uses `db()`. */
export function connect(url: string, maxConnections = 10): Connection {
  const sql = postgres(url, { max: maxConnections, onnotice: () => undefined });
  return { sql, database: drizzle(sql, { schema }) };
}

/** The app's database, connected on first use. Throws where DATABASE_URL is not set (the launcher always sets it). */
export function db(): Database {
  if (!store.gw2optimizerDatabase) {
    const { databaseUrl } = env();
    if (!databaseUrl)
      throw new Error("DATABASE_URL is not set. Start the app with `npm start` or `npm run dev`.");
    store.gw2optimizerDatabase = connect(databaseUrl);
  }
  return store.gw2optimizerDatabase.database;
}

/** Points `db()` at another database and returns the function that ends it: for integration tests. */
export function useDatabase(url: string): () => Promise<void> {
  const connection = connect(url, 4);
  store.gw2optimizerDatabase = connection;
  return async () => {
    delete store.gw2optimizerDatabase;
    await connection.sql.end();
  };
}
