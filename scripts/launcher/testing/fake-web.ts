import { createServer } from "node:http";
import postgres from "postgres";
import { env } from "#lib/platform/env.ts";

/**
 * A web server as small as can be, in place of Next: `/api/health`; `/visit` counts visits in the database and
 * answers the count; `/stream` never ends. With the argument `stubborn` it ignores SIGTERM and Ctrl-C.
 */
const { databaseUrl, port, host } = env();
if (!databaseUrl) throw new Error("DATABASE_URL is not set.");
const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });

const server = createServer(async (request, response) => {
  if (request.url === "/visit") response.end(String(await countVisit()));
  else if (request.url === "/stream") response.write("begun");
  else response.end("ok");
});
server.listen(port, host);

const stubborn = process.argv.includes("stubborn");
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (!stubborn) server.close(() => process.exit(0));
  });
}

async function countVisit(): Promise<number> {
  await sql`create table if not exists visits (at timestamptz not null default now())`;
  await sql`insert into visits default values`;
  const [row] = await sql<[{ count: number }]>`select count(*)::int as count from visits`;
  return row.count;
}
