import { cpus } from "node:os";
import { gzipSync } from "node:zlib";
import { benchLargeLibrary } from "./web/large-library.ts";
import { fetchRaw, scriptsOf } from "./web/page-scripts.ts";
import { median, quantile } from "./web/quantile.ts";
import { withThrowawayApp } from "./web/throwaway-app.ts";

/**
 * `npm run bench:web`: what a public build page costs, on the production app with a database of its own. Prints the
 * scripts a browser loads first, and the time to the whole answer next to that of a static page of the same server, in
 * turn, so that the ratio holds on a busy machine too. Then what searching, reading and saving cost with 100,000 builds
 * (web/large-library.ts).
 */
const PAGE = "/b/example-luminary-power";
const STATIC_PAGE = "/icon.svg";
const WARM_UP = 50;
const MEASURED = 300;
const JAVASCRIPT_LIMIT_KB = 120;
const ANSWER_LIMIT_MS = 30;

await withThrowawayApp(report);
await benchLargeLibrary();

async function report(base: string): Promise<void> {
  console.log(
    `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}`,
  );
  const { served, gzipped } = await firstLoadScripts(base);
  console.log(
    `First-load JavaScript of ${PAGE}: ${kb(served)} KB as served (Brotli), ${kb(gzipped)} KB by gzip -9`,
  );
  const [page, fixed] = await answerTimes(base);
  console.log(`${PAGE}: ${summary(page)}`);
  console.log(`${STATIC_PAGE} (static): ${summary(fixed)}`);
  console.log(`Ratio of the medians: ${(median(page) / median(fixed)).toFixed(1)}`);
  const fits = served / 1024 <= JAVASCRIPT_LIMIT_KB && median(page) < ANSWER_LIMIT_MS;
  console.log(
    `Limits (${JAVASCRIPT_LIMIT_KB} KB, ${ANSWER_LIMIT_MS} ms at the median): ${fits ? "kept" : "NOT kept"}`,
  );
  if (!fits) process.exitCode = 1;
}

async function firstLoadScripts(base: string): Promise<{ served: number; gzipped: number }> {
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
async function answerTimes(base: string): Promise<[number[], number[]]> {
  const page: number[] = [];
  const fixed: number[] = [];
  for (let round = 0; round < WARM_UP + MEASURED; round++) {
    const times = [await timed(base, PAGE), await timed(base, STATIC_PAGE)] as const;
    if (round < WARM_UP) continue;
    page.push(times[0]);
    fixed.push(times[1]);
  }
  return [page, fixed];
}

async function timed(base: string, path: string): Promise<number> {
  const start = performance.now();
  const { status } = await fetchRaw(base + path, "gzip, deflate, br");
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - start;
}

function summary(times: readonly number[]): string {
  return `median ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms over ${times.length} requests`;
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
