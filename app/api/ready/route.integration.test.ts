import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { useDatabase } from "#lib/platform/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/platform/db/test-database.ts";
import { replaceEnv } from "#lib/platform/env.ts";
import { useRedis } from "#lib/platform/redis.ts";
import { GET } from "./route.ts";

/** A port on which nothing listens: neither Ollama nor anything else. */
const NOBODY = "127.0.0.1:1";

async function ask(appRoot = process.cwd()) {
  replaceEnv({ APP_ROOT: appRoot, OLLAMA_BASE_URL: `http://${NOBODY}` });
  const response = await GET();
  return {
    status: response.status,
    body: (await response.json()) as Record<string, Record<string, unknown>>,
  };
}

describe("/api/ready", () => {
  let database: TestDatabase;
  let disconnect: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  afterEach(async () => {
    await disconnect();
    replaceEnv(undefined);
  });

  it("is 200 with a migrated database and the catalogue, though neither Redis nor Ollama is there", async () => {
    disconnect = useDatabase(database.url);
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "ready",
      database: { reachable: true },
      migrations: { upToDate: true },
      catalogue: { loaded: true, counts: { professions: 9 } },
      redis: { configured: false, reachable: false },
      ollama: { configured: true, reachable: false, model: "mistral", modelInstalled: false },
    });
    expect(body.migrations?.applied).toBe(body.migrations?.expected);
  });

  it("is 200 while Redis is configured but away, and says so", async () => {
    disconnect = useDatabase(database.url);
    const withoutRedis = useRedis(`redis://user:hidden@${NOBODY}`);
    const { status, body } = await ask();
    withoutRedis();
    expect(status).toBe(200);
    expect(body.redis).toEqual({ configured: true, reachable: false });
  });

  it("is 503 while a migration is missing", async () => {
    const behind = await createTestDatabase();
    const sql = postgres(behind.url, { max: 1 });
    await sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
    await sql.end();
    disconnect = useDatabase(behind.url);
    const { status, body } = await ask();
    await disconnect();
    await behind.drop();
    disconnect = useDatabase(database.url);
    expect(status).toBe(503);
    expect(body.migrations).toMatchObject({ upToDate: false });
  });

  it("is 503 while the database is away, and names neither its address nor its password", async () => {
    disconnect = useDatabase(`postgres://gw2:hidden@${NOBODY}/gw2`);
    const { status, body } = await ask();
    expect(status).toBe(503);
    expect(body).toMatchObject({ database: { reachable: false }, migrations: { upToDate: false } });
    expect(JSON.stringify(body)).not.toMatch(/hidden|127\.0\.0\.1/);
  });

  it("is 503 without a catalogue", async () => {
    disconnect = useDatabase(database.url);
    const { status, body } = await ask("/nonexistent");
    expect(status).toBe(503);
    expect(body.catalogue).toEqual({ loaded: false });
  });
});
