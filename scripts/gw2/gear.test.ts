import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runGear } from "./gear.ts";
import { objectsOf, runForTest } from "./run-for-test.ts";

const FOLDER = join(import.meta.dirname, "../../lib/engine/gear/fixtures");
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => join(FOLDER, name));
const SMALL = join(FOLDER, "p01-power-2.json");

function published(path: string): {
  id: string;
  combinations: number;
  expected: { values: number[]; first: { Damage: number } | null };
} {
  return JSON.parse(readFileSync(path, "utf8"));
}

function expectPublished(answers: readonly Record<string, unknown>[], files: readonly string[]): void {
  expect(answers.map(({ id }) => id)).toEqual(files.map((path) => published(path).id));
  for (const [index, path] of files.entries()) {
    const { expected, combinations } = published(path);
    const answer = answers[index] ?? {};
    const values = answer.values as number[];
    expect(values).toHaveLength(expected.values.length);
    values.forEach((value, at) => {
      expect(Math.abs(value / (expected.values[at] ?? 0) - 1)).toBeLessThan(1e-9);
    });
    expect(answer).toMatchObject({ proven: true, combinations, bound: values.at(-1) ?? null });
    const first = answer.first as { values: { Damage: number } } | null;
    if (expected.first === null) expect(first).toBeNull();
    else expect(first?.values).toMatchObject({ Damage: expect.any(Number) });
  }
}

describe("gw2 gear", () => {
  it("answers every published problem, ties included, with one thread", { timeout: 60_000 }, async () => {
    const { exitCode, stdout, stderr } = await runForTest(runGear, ["--threads", "1", ...FILES]);
    expect(stderr).toEqual([]);
    expect(exitCode).toBe(0);
    expectPublished(objectsOf(stdout), FILES);
  });

  it("gives the same with two threads, which share what they find", { timeout: 60_000 }, async () => {
    const some = FILES.filter((path) => /p0[23567]|p14/.test(path));
    const { exitCode, stdout } = await runForTest(runGear, ["--threads", "2", ...some]);
    expect(exitCode).toBe(0);
    expectPublished(objectsOf(stdout), some);
  });

  it("reads standard input, and as many results as asked for", async () => {
    const { stdout } = await runForTest(runGear, ["--top=3", "-"], readFileSync(SMALL, "utf8"));
    const [answer] = objectsOf(stdout);
    expect(answer?.values).toHaveLength(3);
    expect(answer?.first).toMatchObject({
      gear: { Helm: expect.any(String) },
      attributes: { Power: expect.any(Number) },
    });
  });

  it("says how far the bound is when the time is up", async () => {
    const { exitCode, stdout } = await runForTest(
      runGear,
      ["--threads", "1", "--time-limit", "0.001", "-"],
      JSON.stringify(largeProblem()),
    );
    expect(exitCode).toBe(0);
    const [answer] = objectsOf(stdout);
    expect(answer?.proven).toBe(false);
    const [best = 0] = (answer?.values ?? []) as number[];
    expect(answer?.bound).toBeGreaterThanOrEqual(best);
    expect(answer?.bound).toBeLessThan(1e9);
  });

  it("names the field of a bad problem, answers the others, and ends with 1", async () => {
    const bad = { ...JSON.parse(readFileSync(SMALL, "utf8")), armorOfTarget: 0 };
    const { exitCode, stdout, stderr } = await runForTest(runGear, ["-", SMALL], JSON.stringify(bad));
    expect(exitCode).toBe(1);
    const [refused, answered] = objectsOf(stdout);
    expect(refused).toEqual({
      id: bad.id,
      error: { field: "armorOfTarget", message: expect.stringContaining("must be above 0") },
    });
    expect(answered).toMatchObject({ id: bad.id, proven: true });
    expect(stdout).toHaveLength(2);
    expect(stderr).toEqual([
      expect.stringMatching(/^gw2 gear: standard input: armorOfTarget: must be above 0/),
    ]);
    const missing = await runForTest(runGear, ["no-such-file.json"]);
    expect(missing).toMatchObject({
      exitCode: 1,
      stderr: [expect.stringContaining("cannot read no-such-file.json")],
    });
    const noJson = await runForTest(runGear, ["-"], "{");
    expect(noJson).toMatchObject({ exitCode: 1, stderr: [expect.stringContaining("not JSON")] });
    expect(objectsOf(noJson.stdout)).toEqual([
      { id: "line 1", error: { field: "record", message: expect.stringMatching(/^not JSON/) } },
    ]);
  });

  it.each([
    [[], "Name a file"],
    [["--top", "0", SMALL], "--top takes a whole number from 1"],
    [["--threads", "many", SMALL], "--threads takes"],
    [["--time-limit", SMALL], "--time-limit takes"],
    [["--fast", SMALL], "There is no option --fast"],
  ])("does not understand %j", async (args, message) => {
    const { exitCode, stdout, stderr } = await runForTest(runGear, args);
    expect(exitCode).toBe(2);
    expect(stdout).toEqual([]);
    expect(stderr.join()).toContain(message);
  });

  it("explains itself", async () => {
    const { exitCode, stdout } = await runForTest(runGear, ["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout.join()).toContain("--time-limit S");
  });
});

/** Many results of a problem with many options a slot, so that a millisecond does not do. */
function largeProblem(): object {
  const problem = JSON.parse(readFileSync(join(FOLDER, "p03-shroud-4.json"), "utf8"));
  return { ...problem, symmetry: [], maxResults: 5000 };
}
