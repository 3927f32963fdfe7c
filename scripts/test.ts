import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromium } from "@playwright/test";
import { env } from "#lib/platform/env.ts";
import { installedChromium } from "./testing/chromium.ts";
import { PROGRAMS, runStep } from "./testing/run-step.ts";
import { playwrightTotals, stepTotals, sumTotals, type Totals, vitestTotals } from "./testing/totals.ts";

/**
 * `npm test`: check, unit and integration tests with coverage, property tests, then the journeys of a real browser
 * against the production build. Every part runs, also after one has failed; the last line sums up.
 */
const root = dirname(import.meta.dirname);
const reports = join(root, "test-results");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

const check = runStep(root, "../scripts/check.ts", []);

const covered = vitest("vitest", ["--coverage", "--project=unit", "--project=integration"]);
const properties = vitest("properties", ["--project=property"]);

const playwrightReport = join(root, "coverage", "playwright.json");
rmSync(playwrightReport, { force: true });
const playwright =
  requireBrowser() &&
  runStep(root, PROGRAMS.playwright, ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
  });

const { passed, failed } = sumTotals([
  stepTotals(check, { passed: 0, failed: 0 }),
  covered,
  properties,
  stepTotals(playwright, playwrightTotals(playwrightReport)),
]);
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;

function vitest(name: string, args: readonly string[]): Totals {
  const report = join(reports, `${name}.json`);
  const succeeded = runStep(root, PROGRAMS.vitest, [
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return stepTotals(succeeded, vitestTotals(report));
}

function requireBrowser(): boolean {
  const path = installedChromium(env()) ?? chromium.executablePath();
  if (existsSync(path)) return true;
  console.error(
    `No browser for the end-to-end tests at ${path}: install Chromium (Debian: apt-get install chromium), ` +
      "set CHROMIUM_PATH, or run: npx playwright install chromium",
  );
  return false;
}
