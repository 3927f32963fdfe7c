import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAttributes } from "./attributes.ts";
import { objectsOf, runForTest } from "./run-for-test.ts";

const FIXTURE = join(import.meta.dirname, "fixtures", "attribute-records.jsonl");
const records = objectsOf(readFileSync(FIXTURE, "utf8").split("\n"));
const expected = records.map(({ id, expected: attributes }) => ({ id, attributes }));

async function answers(input: readonly Record<string, unknown>[]): Promise<unknown> {
  const outcome = await runForTest(runAttributes, [], JSON.stringify({ records: input }));
  expect(outcome.stderr).toEqual([]);
  return objectsOf(outcome.stdout);
}

describe("gw2 attributes", () => {
  it("gives the reference hero panels from resolved effects", async () => {
    expect(records.length).toBeGreaterThan(30);
    expect(await answers(records)).toEqual(expected);
  });

  it("gives the same from the names of rune, food, utility, sigils, traits and skills alone", async () => {
    const named = records.map(
      ({ effects: _effects, expected: _expected, secondOpinion: _opinion, ...given }) => given,
    );
    expect(await answers(named)).toEqual(expected);
  });

  it("takes names as players write them", async () => {
    const [first] = records;
    const { effects: _effects, ...given } = first ?? {};
    const written = { ...given, rune: "superior rune of the trapper", sigils: ["Superior Sigil of Demons"] };
    const [answer] = (await answers([written])) as typeof expected;
    expect(answer?.attributes).toEqual(expected[0]?.attributes);
  });

  it("names record and field of what it refuses", async () => {
    const [first] = records;
    const { effects: _effects, ...given } = first ?? {};
    const refused = [
      { ...given, id: "a", rune: "Nonsense" },
      { ...given, id: "b", gear: { Tail: { stat: "Viper", rarity: "Ascended" } } },
      { ...given, id: "c", gear: { Helm: { stat: "Nonsense", rarity: "Ascended" } } },
      { ...given, id: "d", profession: "Bard" },
      { ...given, id: "e", infusions: [{ attribute: "Luck", count: 1, pointsEach: 5 }] },
      { ...given, id: "f", effects: [{ source: "x", attribute: "Luck", points: 1, feedsConversions: true }] },
      {
        ...given,
        id: "g",
        gear: Object.fromEntries([["constructor", { stat: "Viper", rarity: "Ascended" }]]),
      },
      { ...given, id: "h", infusions: [{ attribute: "Power", count: 1e200, pointsEach: 1e200 }] },
    ];
    const outcome = await runForTest(
      runAttributes,
      [],
      refused.map((record) => JSON.stringify(record)).join("\n"),
    );
    expect(outcome.exitCode).toBe(1);
    expect(outcome.stdout).toEqual([]);
    expect(outcome.stderr).toEqual([
      'gw2 attributes: line 1 (a): rune: There is no rune called "Nonsense".',
      'gw2 attributes: line 2 (b): gear.Tail: There is no slot called "Tail".',
      'gw2 attributes: line 3 (c): gear.Helm.stat: There is no stat set called "Nonsense".',
      expect.stringMatching(/^gw2 attributes: line 4 \(d\): profession: /),
      'gw2 attributes: line 5 (e): infusions[0].attribute: There is no attribute called "Luck".',
      'gw2 attributes: line 6 (f): effects[0].attribute: There is no attribute called "Luck".',
      'gw2 attributes: line 7 (g): gear.constructor: There is no slot called "constructor".',
      expect.stringMatching(/^gw2 attributes: line 8 \(h\): record: Its numbers are too large/),
    ]);
  });
});
