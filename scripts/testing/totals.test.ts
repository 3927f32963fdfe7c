import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { playwrightTotals, stepTotals, sumTotals, vitestTotals } from "./totals.ts";

let folder: string;
const report = (content: unknown) => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gw2-totals-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("totals of a test run", () => {
  it("are read from Vitest's report", () => {
    expect(vitestTotals(report({ numPassedTests: 7, numFailedTests: 2 }))).toEqual({ passed: 7, failed: 2 });
  });

  it("are read from Playwright's report, flaky tests as failed ones", () => {
    const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 0 };
    expect(playwrightTotals(report({ stats }))).toEqual({ passed: 5, failed: 3 });
  });

  it("are nothing where a run left no report", () => {
    expect(vitestTotals(join(folder, "none.json"))).toEqual({ passed: 0, failed: 0 });
  });

  it("count a step that failed without a failed test", () => {
    expect(stepTotals(false, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 });
    expect(stepTotals(false, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 });
    expect(stepTotals(true, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 });
  });

  it("add up", () => {
    const parts = [
      { passed: 3, failed: 0 },
      { passed: 4, failed: 1 },
    ];
    expect(sumTotals(parts)).toEqual({ passed: 7, failed: 1 });
  });
});
