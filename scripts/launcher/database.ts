import { join } from "node:path";
import postgres from "postgres";
import type { Env } from "#lib/platform/env.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { errorCode } from "./process-info.ts";
import { keptSecret } from "./secrets.ts";
import type { Session } from "./session.ts";
import { StartProblem } from "./start-problem.ts";

export interface Backing {
  readonly databaseUrl: string;
  readonly authSecret: string;
}

const CONNECT_TIMEOUT_SECONDS = 5;
const WATCH_MS = 500;

/** The database and the secret that go with it: those of the environment, or local ones in the data folder. */
export async function openBacking(env: Env, session: Session): Promise<Backing> {
  if (!env.databaseUrl) {
    const databaseUrl = await embeddedDatabase(join(env.dataDir, "pg"), session);
    return { databaseUrl, authSecret: env.authSecret ?? keptSecret(join(env.dataDir, "auth-secret")) };
  }
  if (!env.authSecret) {
    throw new StartProblem(
      "AUTH_SECRET is missing: with DATABASE_URL set, it must be given as well, so that every server of that database " +
        "shares it. Make one with: openssl rand -base64 48",
    );
  }
  await requireAnswer(env.databaseUrl);
  return { databaseUrl: env.databaseUrl, authSecret: env.authSecret };
}

async function embeddedDatabase(folder: string, session: Session): Promise<string> {
  const starting = startEmbeddedPostgres(folder);
  // Registered before it runs: a stop in the middle of the start waits for the server and takes it down.
  session.onStop(() =>
    starting.then(
      (server) => server.stop(),
      () => undefined,
    ),
  );
  const server = await starting;
  keepRunning(server, session);
  return server.url;
}

function keepRunning(server: EmbeddedPostgres, session: Session): void {
  const watch = setInterval(async () => {
    if (server.isRunning()) return;
    clearInterval(watch);
    try {
      await server.restart();
      console.error("PostgreSQL had ended; it was started again.");
      keepRunning(server, session);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      await session.stop(1);
    }
  }, WATCH_MS);
  session.onStop(() => clearInterval(watch));
}

async function requireAnswer(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_SECONDS, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new StartProblem(
      `DATABASE_URL: no usable database at ${new URL(url).host} (${reasonOf(error)}). ` +
        "Start it or correct the address, or unset DATABASE_URL to use the embedded database.",
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof postgres.PostgresError) return error.message;
  return errorCode(error) ?? (error instanceof Error ? error.message : "unknown reason");
}
