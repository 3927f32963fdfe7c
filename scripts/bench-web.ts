import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { childEnv } from "#lib/platform/env.ts";
import { freePort } from "./launcher/ports.ts";
import { fetchRaw, scriptsOf } from "./web/page-scripts.ts";

/**
 * `npm run bench:web`: what a public build page costs, on the production app with a database of its own. Prints the
 * scripts a browser loads first, and the time to the whole answer next to that of a static page of the same server, in
 * turn, so that the ratio holds on a busy machine too.
 */
const PAGE = "/b/example-luminary-power";
const STATIC_PAGE = "/icon.svg";
const WARM_UP = 50;
const MEASURED = 300;
const JAVASCRIPT_LIMIT_KB = 120;
const ANSWER_LIMIT_MS = 30;
const START_PATIENCE_MS = 300_000;

const root = dirname(import.meta.dirname);
const port = await freePort();
const app = spawn(process.execPath, [join(root, "scripts", "run.mjs"), "start-throwaway"], {
  cwd: root,
  env: childEnv({
    PORT: String(port),
    DATABASE_URL: undefined,
    REDIS_URL: undefined,
    npm_lifecycle_event: undefined,
  }),
  stdio: ["ignore", "ignore", "inherit"],
});
const base = `http://127.0.0.1:${port}`;
try {
  await untilHealthy();
  await report();
} finally {
  app.kill("SIGTERM");
  await once(app, "exit");
}

async function report(): Promise<void> {
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
  );
  const { served, gzipped } = await firstLoadScripts();
  console.log(
    `First-load JavaScript of ${PAGE}: ${kb(served)} KB as served (Brotli), ${kb(gzipped)} KB by gzip -9`,
  );
  const [page, fixed] = await answerTimes();
  console.log(`${PAGE}: ${summary(page)}`);
  console.log(`${STATIC_PAGE} (static): ${summary(fixed)}`);
  console.log(`Ratio of the medians: ${(median(page) / median(fixed)).toFixed(1)}`);
  const fits = served / 1024 <= JAVASCRIPT_LIMIT_KB && median(page) < ANSWER_LIMIT_MS;
  console.log(
    `Limits (${JAVASCRIPT_LIMIT_KB} KB, ${ANSWER_LIMIT_MS} ms at the median): ${fits ? "kept" : "NOT kept"}`,
  );
  if (!fits) process.exitCode = 1;
}

async function firstLoadScripts(): Promise<{ served: number; gzipped: number }> {
  const html = (await fetchRaw(base + PAGE, "identity")).body.toString("utf8");
  let served = 0;
  let gzipped = 0;
  for (const script of scriptsOf(html)) {
    served += (await fetchRaw(base + script, "gzip, deflate, br")).body.length;
    gzipped += gzipSync((await fetchRaw(base + script, "identity")).body, { level: 9 }).length;
  }
  return { served, gzipped };
}

/** Times of the page and of the static one, measured in turn. */
async function answerTimes(): Promise<[number[], number[]]> {
  const page: number[] = [];
  const fixed: number[] = [];
  for (let round = 0; round < WARM_UP + MEASURED; round++) {
    const times = [await timed(PAGE), await timed(STATIC_PAGE)] as const;
    if (round < WARM_UP) continue;
    page.push(times[0]);
    fixed.push(times[1]);
  }
  return [page, fixed];
}

async function timed(path: string): Promise<number> {
  const start = performance.now();
  const { status } = await fetchRaw(base + path, "gzip, deflate, br");
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - start;
}

async function untilHealthy(): Promise<void> {
  const end = Date.now() + START_PATIENCE_MS;
  while (Date.now() < end) {
    if (app.exitCode !== null) throw new Error(`The app ended with exit code ${app.exitCode}.`);
    const status = await fetchRaw(`${base}/api/health`, "identity").then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(200);
  }
  throw new Error("The app did not become ready.");
}

function summary(times: readonly number[]): string {
  return `median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms over ${times.length} requests`;
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
