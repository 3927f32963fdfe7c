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

  it("calculates for PvE, without extras and with the template's own setup, unless the case says otherwise", async () => {
    const [first] = cases.filter(
      ({ mode, setup, foodLifeStealPer10s }) =>
        mode === "pve" && setup === "any" && foodLifeStealPer10s === undefined,
    );
    const { id: _id, mode: _mode, expected, ...given } = first ?? {};
    const without = { ...given, extras: {} };
    const nothing = Object.fromEntries(
      ["rune", "relic", "sigil1", "sigil2", "food", "utility"].map((s) => [s, null]),
    );
    const records = [
      given,
      { ...given, id: 12, mode: null, setup: "fractal", foodLifeStealPer10s: null },
      without,
      { ...without, extras: nothing },
    ];
    const { exitCode, stdout } = await runForTest(runDamage, [], JSON.stringify(records));
    expect(exitCode).toBe(0);
    const answered = objectsOf(stdout);
    expect(answered.map(({ id }) => id)).toEqual(["record 1", 12, "record 3", "record 4"]);
    expect(differences(expected, answered[0]?.expected, "first")).toEqual([]);
    expect(answered[1]?.expected).toEqual(answered[0]?.expected);
    expect(answered[3]?.expected).toEqual(answered[2]?.expected);
  });

  it.each([
    [
      {
        gear: [
          ["helm", "Viper"],
          ["helm", "Viper"],
        ],
      },
      "gear[1]",
      "helm is filled 2 times",
    ],
    [
      {
        gear: [
          ["weapon2h", "Viper"],
          ["weapon1h", "Viper"],
        ],
      },
      "gear[1]",
      "either one weapon2h",
    ],
    [{ gear: [["tail", "Viper"]] }, "gear[0][0]", "must be one of helm"],
    [{ gear: {} }, "gear", "must be a list, not an object"],
    [{ extras: { rune: { ref: "sigil:force" } } }, "extras.rune.ref", '"sigil:force" is no rune'],
    [{ extras: { amulet: { ref: "sigil:force" } } }, "extras", 'has no field "amulet"'],
    [{ extras: { rune: {} } }, "extras.rune.ref", "is missing; give a text"],
    [{ additional: [{ ref: "x" }] }, "additional[0].ref", 'There is no effect with the id "x"'],
    [{ setup: "dungeon" }, "setup", "must be one of any, raid, fractal"],
    [{ template: undefined }, "template", "is missing; give a text"],
  ])("refuses %j and says what to give", async (fault, field, message) => {
    const [first] = cases;
    const { exitCode, stdout } = await runForTest(
      runDamage,
      [],
      JSON.stringify({ ...first, id: 1, ...fault }),
    );
    expect(exitCode).toBe(1);
    expect(objectsOf(stdout)).toEqual([
      { id: 1, error: { field, message: expect.stringContaining(message) } },
    ]);
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
    const answered = objectsOf(stdout);
    expect(answered.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(answered.map(({ error }) => error === undefined)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(answered[0]).toEqual({
      id: "a",
      error: { field: "template", message: 'There is no template with the id "no-such-build".' },
    });
    expect(stderr).toEqual([
      'gw2 damage: record 1 (a): template: There is no template with the id "no-such-build".',
      'gw2 damage: record 2 (b): gear[0]: There is no stat set called "Nonsense".',
      'gw2 damage: record 3 (c): extras.rune.ref: There is no effect with the id "rune:nonsense".',
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
