import { randomBytes } from "node:crypto";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../launcher/embedded-postgres.ts";
import { prepareDatabase } from "../launcher/prepare-database.ts";

/** Vitest's global setup of the integration tests: a throwaway server with one migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root;
  const server = await startEmbeddedPostgres(join(root, ".data", "test-pg"), { throwaway: true });
  const template = `template_${randomBytes(8).toString("hex")}`;
  await onServer(server.url, (sql) => sql`create database ${sql(template)}`);
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;
  await prepareDatabase(templateUrl.href, root);
  project.provide("testServerUrl", server.url);
  project.provide("testTemplate", template);
  return async () => {
    await onServer(server.url, (sql) => sql`drop database ${sql(template)} with (force)`);
    await server.stop();
  };
}

async function onServer(url: string, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}
