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

  it("takes nothing for what is optional, and calls records without an id by their line", async () => {
    const bare = { profession: "Thief" };
    const empty = {
      ...bare,
      id: 7,
      gear: null,
      rune: null,
      sigils: null,
      skills: null,
      specializations: null,
      infusions: null,
      effects: null,
    };
    const unnamed = { ...bare, id: null, gear: { Helm: null }, sigils: [null] };
    const lines = [bare, empty, unnamed].map((record) => JSON.stringify(record));
    const { exitCode, stdout, stderr } = await runForTest(runAttributes, [], lines.join("\n"));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: [] });
    const found = objectsOf(stdout);
    expect(found.map(({ id }) => id)).toEqual(["line 1", 7, "line 3"]);
    for (const { attributes } of found) {
      expect(attributes).toMatchObject({ Power: 1000, Health: 11_645, "Critical Chance %": 5 });
    }
  });

  it("shows nothing of agony, empty slots and sigils averaged over two weapon sets", async () => {
    const plain = { id: "a", profession: "Mesmer" };
    const without = await answers([plain]);
    const idle = {
      ...plain,
      infusions: [
        { attribute: "Agony Resistance", count: 18, pointsEach: 9 },
        { attribute: "Agony", count: 18, pointsEach: 9 },
      ],
      rune: "(empty slot)",
      sigils: ["Air + Earth CWB", "3% + Hydromancy Galeshot", "(empty slot)"],
      utility: "(empty slot)",
      food: "(empty slot)",
    };
    expect(await answers([idle])).toEqual(without);
  });

  it("leaves out traits that the reference figures do not contain", async () => {
    const thief = { id: "a", profession: "Thief" };
    const lines = [{ name: "Acrobatics", majorTraits: ["Swindler's Equilibrium"] }];
    expect(await answers([{ ...thief, specializations: lines }])).toEqual(await answers([thief]));
  });

  it.each([
    [["Helm", "helm"], "gear.helm", 'by "Helm"'],
    [["Weapon 1", "Weapon (two-handed)"], "gear.Weapon (two-handed)", '"Weapon 1" too'],
    [["Weapon (two-handed)", "Weapon 2"], "gear.Weapon 2", '"Weapon (two-handed)" too'],
  ])("refuses %j together", async (slots, field, message) => {
    const piece = { stat: "Viper", rarity: "Ascended" };
    const gear = Object.fromEntries(slots.map((slot) => [slot, piece]));
    const record = JSON.stringify({ profession: "Thief", gear });
    const { exitCode, stdout } = await runForTest(runAttributes, [], record);
    expect(exitCode).toBe(1);
    expect(objectsOf(stdout)).toEqual([
      { id: "record", error: { field, message: expect.stringContaining(message) } },
    ]);
  });

  it.each([
    [{ gear: 5 }, "gear", "must be an object with fields, not 5"],
    [{ gear: { Helm: {} } }, "gear.Helm.stat", "is missing; give a text"],
    [{ gear: { Helm: { stat: "Viper", rarity: "Rare" } } }, "gear.Helm.rarity", "must be one of exotic"],
    [{ sigils: "Force" }, "sigils", 'must be a list, not "Force"'],
    [{ jadeBotCore: 11 }, "jadeBotCore", "must be at most 10, not 11"],
    [{ profession: undefined }, "profession", "must be one of Guardian"],
    [{ id: {} }, "id", "must be a text or a number"],
    [{ infusions: [{ attribute: "Power" }] }, "infusions[0].count", "is missing; give a number"],
  ])("says of %j what to give", async (fault, field, message) => {
    const input = JSON.stringify([{ profession: "Thief", ...fault }, "x"]);
    const { exitCode, stdout } = await runForTest(runAttributes, [], input);
    expect(exitCode).toBe(1);
    expect(objectsOf(stdout)).toEqual([
      { id: "record 1", error: { field, message: expect.stringContaining(message) } },
      { id: "record 2", error: { field: "record", message: 'must be an object with fields, not "x"' } },
    ]);
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
    expect(objectsOf(outcome.stdout)).toEqual([
      { id: "a", error: { message: 'There is no rune called "Nonsense".', field: "rune" } },
      ...["b", "c", "d", "e", "f", "g", "h"].map((id) => ({
        id,
        error: { message: expect.any(String), field: expect.any(String) },
      })),
    ]);
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
