import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connect } from "#lib/platform/db/client.ts";
import { startEmbeddedPostgres } from "../launcher/embedded-postgres.ts";
import { prepareDatabase } from "../launcher/prepare-database.ts";
import { libraryRequests } from "./library-requests.ts";
import { type LoadRequest, load } from "./load.ts";
import { quantile } from "./quantile.ts";
import { type FilledDatabase, saveRequests } from "./save-requests.ts";
import { seededSlug, seedLibrary } from "./seed-library.ts";
import { withThrowawayApp } from "./throwaway-app.ts";

const BUILDS = 100_000;
const CLIENTS = [1, 10, 100] as const;
const SECONDS = 10;
const WARM_UP_SECONDS = 4;
/** Builds that everybody reads. */
const POPULAR = 100;
const LIBRARY_LIMIT_MS = 60;

const root = dirname(dirname(import.meta.dirname));

/**
 * Seeds a database of its own with 100,000 public builds and prints how long searches, build pages and saves of the
 * editor take, from the request to the last byte, with 1, 10 and 100 clients that ask without a pause. The clients run
 * on the same machine as the app and its database: with more clients than cores, the times are mostly waiting in line.
 * What the app itself takes for a request shows with one client; the limit is set on that.
 */
export async function benchLargeLibrary(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gw2optimizer-bench-"));
  const server = await startEmbeddedPostgres(join(folder, "pg"), { throwaway: true });
  try {
    const database = { url: server.url, authSecret: randomBytes(48).toString("base64") };
    await seed(server.url);
    await withThrowawayApp((base) => measure(base, database), { database, dataDir: join(folder, "data") });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seed(url: string): Promise<void> {
  await prepareDatabase(url, root);
  const { sql, database } = connect(url, 1);
  const start = performance.now();
  await seedLibrary(database, BUILDS);
  const seconds = (performance.now() - start) / 1000;
  await sql.end();
  console.log(`\n${BUILDS.toLocaleString("en")} public builds, seeded in ${seconds.toFixed(0)} s`);
}

async function measure(base: string, database: FilledDatabase): Promise<void> {
  const library = await libraryRequests(base);
  const p95 = await report(base, "Library search", library);
  await report(base, `Public page, ${POPULAR} popular builds`, (index) => page(1 + (index % POPULAR)));
  await report(base, "Public page, any build", (index) => page(1 + ((index * 7919) % BUILDS)));
  await report(base, "Editor save", await saveRequests(base, root, database));
  const isKept = p95 <= LIBRARY_LIMIT_MS;
  console.log(
    `\nLimit (library ${LIBRARY_LIMIT_MS} ms at p95, one client): ${isKept ? "kept" : "NOT kept"} (${p95.toFixed(1)} ms)`,
  );
  if (!isKept) process.exitCode = 1;
}

function page(number: number): LoadRequest {
  return { kind: "page", path: `/b/${seededSlug(number)}`, status: 200 };
}

/** Prints a line for each number of clients, and one for each kind of request; returns the p95 of one client. */
async function report(base: string, what: string, next: (index: number) => LoadRequest): Promise<number> {
  console.log(`\n${what}`);
  await load(base, 2, WARM_UP_SECONDS, next);
  let alone = Number.NaN;
  for (const clients of CLIENTS) {
    const { times, seconds } = await load(base, clients, SECONDS, next);
    const all = times.map(({ ms }) => ms);
    console.log(
      `  ${clients} ${clients === 1 ? "client" : "clients"}: ${summary(all)}, ${(all.length / seconds).toFixed(0)} a second`,
    );
    if (clients !== 1) continue;
    alone = quantile(all, 0.95);
    const kinds = [...new Set(times.map(({ kind }) => kind))];
    if (kinds.length === 1) continue;
    for (const kind of kinds) {
      const ofKind = times.filter((time) => time.kind === kind).map(({ ms }) => ms);
      console.log(`    ${kind}: ${summary(ofKind)}`);
    }
  }
  return alone;
}

function summary(times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}
