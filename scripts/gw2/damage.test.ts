import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runDamage } from "./damage.ts";
import { objectsOf, runForTest } from "./run-for-test.ts";

const FIXTURE = join(import.meta.dirname, "fixtures", "damage-cases.jsonl");
const cases = objectsOf(readFileSync(FIXTURE, "utf8").split("\n"));

/** Numbers by path; 1e-9 relative or 1e-6 absolute, as the reference values are rounded to six decimals. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (typeof expected === "number" && typeof actual === "number") {
    const difference = Math.abs(expected - actual);
    const agrees = difference <= 1e-6 || difference <= 1e-9 * Math.abs(expected);
    return agrees ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) {
    return Object.is(expected, actual) ? [] : [`${path}: ${actual} instead of ${expected}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...keys].flatMap((key) =>
    differences(Reflect.get(expected, key), Reflect.get(actual, key), `${path}.${key}`),
  );
}

describe("gw2 damage", () => {
  it("gives every value of the reference cases in both modes, with the same keys", async () => {
    const input = cases.map(({ expected: _expected, ...given }) => JSON.stringify(given)).join("\n");
    const { exitCode, stdout, stderr } = await runForTest(runDamage, [], input);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
    const answers = objectsOf(stdout);
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    const wrong = cases.flatMap((record, index) =>
      differences(record.expected, answers[index]?.expected, String(record.id)),
    );
    expect(wrong).toEqual([]);
    expect(new Set(cases.map(({ mode }) => mode))).toEqual(new Set(["pve", "wvw"]));
  });

  it("reads a file with a list as well", async () => {
    const { exitCode, stdout } = await runForTest(runDamage, [FIXTURE]);
    expect({ exitCode, answers: stdout.length }).toEqual({ exitCode: 0, answers: cases.length });
  });

  it("names record and field of what it refuses, answers the rest and ends with 1", async () => {
    const [first] = cases;
    const records = [
      { ...first, id: "a", template: "no-such-build" },
      { ...first, id: "b", gear: [["helm", "Nonsense"]] },
      { ...first, id: "c", extras: { rune: { ref: "rune:nonsense" } } },
      { ...first, id: "d", mode: "pvp" },
      { ...first, id: "e", target: { armor: 0, attacksPerSecond: 0, movingFraction: 0 } },
      { ...first, id: "f" },
    ];
    const { exitCode, stdout, stderr } = await runForTest(runDamage, [], JSON.stringify(records));
    expect(exitCode).toBe(1);
    expect(objectsOf(stdout).map(({ id }) => id)).toEqual(["f"]);
    expect(stderr).toEqual([
      'gw2 damage: record 1 (a): template: There is no template with the id "no-such-build".',
      'gw2 damage: record 2 (b): gear[0]: There is no stat set called "Nonsense".',
      'gw2 damage: record 3 (c): rune:nonsense: There is no effect with the id "rune:nonsense".',
      "gw2 damage: record 4 (d): mode: must be pve or wvw; there are no public figures for pvp",
      "gw2 damage: record 5 (e): target.armor: The target's armor must be above 0, usually 2597.",
    ]);
  });

  it("refuses broken JSON by line, unknown options and unreadable files", async () => {
    const broken = await runForTest(runDamage, [], '{"id": 1\n');
    expect(broken.exitCode).toBe(1);
    expect(broken.stderr[0]).toMatch(/^gw2 damage: line 1: not JSON/);
    expect((await runForTest(runDamage, ["--nope"])).exitCode).toBe(2);
    expect((await runForTest(runDamage, ["/no/such/file.json"])).exitCode).toBe(2);
    const help = await runForTest(runDamage, ["--help"]);
    expect(help.exitCode).toBe(0);
    expect(help.stdout[0]).toContain("Usage: gw2 damage");
  });
});
