import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

/** Counts of Vitest's JSON report; nothing passed where there is none. */
export function vitestTotals(file: string): Totals {
  const report = vitestReport.safeParse(readJson(file));
  return report.success
    ? { passed: report.data.numPassedTests, failed: report.data.numFailedTests }
    : { passed: 0, failed: 0 };
}

/** Counts of Playwright's JSON report; a test that needed a second try counts as failed. */
export function playwrightTotals(file: string): Totals {
  const report = playwrightReport.safeParse(readJson(file));
  if (!report.success) return { passed: 0, failed: 0 };
  const { expected, flaky, unexpected } = report.data.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** A step that failed without a failed test (types, coverage, a crash) counts as one failure, so red is never 0. */
export function stepTotals(succeeded: boolean, { passed, failed }: Totals): Totals {
  return { passed, failed: succeeded || failed > 0 ? failed : 1 };
}

export function sumTotals(all: readonly Totals[]): Totals {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
