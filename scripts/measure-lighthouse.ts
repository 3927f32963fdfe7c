import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import lighthouse, { defaultConfig, type Result } from "lighthouse";
import { env } from "#lib/platform/env.ts";
import { freePort } from "./launcher/ports.ts";
import { installedChromium } from "./testing/chromium.ts";
import { withThrowawayApp } from "./web/throwaway-app.ts";

/**
 * `npm run measure:lighthouse`: what Lighthouse says of the public page of a build and of the library, as a phone on a slow
 * network sees the production app. Ends with 1 where a page is below the limits, and names every audit that costs points.
 * Game icons come from another host and are left out, so that the network here does not decide. `-- --slowdown 2` takes
 * another factor than Lighthouse's own 4 for the processor of the phone: what suits a slow or busy machine says
 * docs/throttling.md of Lighthouse (2 for a benchmark index of 1000 to 1500, 1 below 800).
 */
const PAGES = ["/b/example-luminary-power", "/library"] as const;
const LIMITS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 } as const;
/** Lighthouse's own slowdown makes a phone out of a machine with at least this benchmark index. */
const FAST_MACHINE_INDEX = 1500;
const USUAL_SLOWDOWN = 4;
/** The middle one counts: the first run of a page warms the server, and a busy machine slows single runs. */
const RUNS = 3;
const ICONS = "https://render.guildwars2.com/*";

type Category = keyof typeof LIMITS;
const CATEGORIES = Object.keys(LIMITS) as Category[];

const { values } = parseArgs({ options: { slowdown: { type: "string", default: String(USUAL_SLOWDOWN) } } });
const slowdown = Number(values.slowdown);
if (!(slowdown >= 1 && slowdown <= 20)) {
  throw new Error("--slowdown: give a number from 1 to 20, such as --slowdown 2.");
}

const port = await freePort();
const browser = await chromium.launch({
  executablePath: installedChromium(env()),
  args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});
try {
  await withThrowawayApp(async (base) => {
    for (const path of PAGES) await measure(base, path);
  });
} finally {
  await browser.close();
}

async function measure(base: string, path: string): Promise<void> {
  const results: Result[] = [];
  for (let run = 0; run < RUNS; run++) results.push(await audit(base + path));
  const middle = results.toSorted((a, b) => score(a, "performance") - score(b, "performance"))[RUNS >> 1];
  if (!middle) throw new Error(`${path} was not measured.`);
  const scores = CATEGORIES.map((category) => ({ category, points: score(middle, category) }));
  console.log(`${path}: ${scores.map(({ category, points }) => `${category} ${points}`).join(", ")}`);
  console.log(
    `  ${timings(middle)}; performance of all runs ${results.map((one) => score(one, "performance")).join(", ")}`,
  );
  const index = Math.round(middle.environment.benchmarkIndex);
  console.log(
    `  benchmark index of this machine ${index}, slowdown ${slowdown}${index < FAST_MACHINE_INDEX && slowdown >= USUAL_SLOWDOWN ? ": slower than the phone that Lighthouse means" : ""}`,
  );
  for (const { category, points } of scores) {
    if (points < LIMITS[category]) process.exitCode = 1;
    for (const line of losses(middle, category)) console.log(`  ${category}: ${line}`);
  }
}

async function audit(url: string): Promise<Result> {
  const run = await lighthouse(url, {
    port,
    onlyCategories: CATEGORIES,
    blockedUrlPatterns: [ICONS],
    logLevel: "error",
    throttling: { ...defaultConfig.settings?.throttling, cpuSlowdownMultiplier: slowdown },
  });
  if (!run) throw new Error(`Lighthouse gave no result for ${url}.`);
  if (run.lhr.runtimeError) throw new Error(`${url}: ${run.lhr.runtimeError.message}`);
  return run.lhr;
}

function score({ categories }: Result, category: Category): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}

function timings({ audits }: Result): string {
  const names = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
  ];
  return names.map((name) => `${audits[name]?.title} ${audits[name]?.displayValue}`).join(", ");
}

/** Audits that count for the category and are not passed. */
function losses({ categories, audits }: Result, category: Category): string[] {
  const weighed = categories[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  return weighed.flatMap(({ id }) => {
    const found = audits[id];
    if (!found || found.score === null || found.score >= 0.9) return [];
    return [`${found.title} (${id})${found.displayValue ? `: ${found.displayValue}` : ""}`];
  });
}
