import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAT_SETS } from "#lib/builds/schema.ts";
import { GEAR_SLOTS, RARITIES } from "#lib/engine/mechanics.ts";
import { parseOwnedText } from "./owned-text.ts";
import {
  CONSTRAINT_FIELDS,
  gearSettingsSchema,
  INFUSION_ATTRIBUTES,
  SEARCH_SLOTS,
  WEAPON_HANDS,
} from "./schema.ts";
import { hasSettings, paramOfField, settingsFromParams, settingsToParams } from "./settings-link.ts";

const statSet = fc.constantFrom(...STAT_SETS);
const amount = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((tenths) => tenths / 10);
const counts = fc.dictionary(fc.constantFrom(...INFUSION_ATTRIBUTES), fc.integer({ min: 0, max: 18 }));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const extras = (kind: string) =>
  fc.uniqueArray(fc.constantFrom("", `${kind}:one`, `${kind}:two-2`), { minLength: 1 });

const settings = fc
  .record({
    statSets: fc.uniqueArray(statSet, { minLength: 1, maxLength: 10 }),
    slotStatSets: fc.dictionary(
      fc.constantFrom(...SEARCH_SLOTS.slice(0, 6)),
      fc.uniqueArray(statSet, { minLength: 1, maxLength: 3 }),
    ),
    keptSlots: fc
      .uniqueArray(fc.constantFrom(...SEARCH_SLOTS.slice(6)))
      .map((slots) => SEARCH_SLOTS.filter((slot) => slots.includes(slot))),
    rarity: fc.constantFrom(...RARITIES),
    hands: optional(fc.constantFrom(...WEAPON_HANDS)),
    owned: fc.array(
      fc.record({
        slot: fc.constantFrom(...GEAR_SLOTS, "any" as const),
        stat: statSet,
        rarity: fc.constantFrom(...RARITIES),
        count: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 5 },
    ),
    infusions: fc.oneof(
      fc.constantFrom({ kind: "none" as const }, { kind: "current" as const }),
      fc.record({ kind: fc.constant("fixed" as const), counts }),
      fc.record({
        kind: fc.constant("choose" as const),
        total: fc.integer({ min: 0, max: 18 }),
        max: counts,
      }),
    ),
    constraints: fc.record(
      { minBoonDuration: amount(100), minHealth: amount(30_000), maxToughness: amount(5000) },
      { requiredKeys: [] },
    ),
    objective: fc.oneof(
      fc.constantFrom({ goal: "damage" as const }, { goal: "healing" as const }),
      fc.record({
        goal: fc.constant("mix" as const),
        damage: amount(9),
        survivability: amount(9),
        healing: amount(9),
      }),
    ),
    extras: fc.record(
      { rune: extras("rune"), sigil2: extras("sigil"), food: extras("food") },
      { requiredKeys: [] },
    ),
    target: fc.record(
      { armor: fc.integer({ min: 1, max: 9000 }), movingPercent: amount(100) },
      { requiredKeys: [] },
    ),
    coefficients: fc.record({ strike: amount(5000), torment: amount(50) }, { requiredKeys: [] }),
    results: fc.integer({ min: 1, max: 200 }),
  })
  .map((input) => gearSettingsSchema.parse(input));

describe("the link of a search", () => {
  it("brings back exactly the settings it was made from", () => {
    fc.assert(
      fc.property(settings, (made) => {
        const params = new URLSearchParams(settingsToParams(made).toString());
        expect(hasSettings(params)).toBe(true);
        expect(settingsFromParams(params)).toEqual({ ok: true, value: made });
      }),
      { seed: 4, numRuns: 2000 },
    );
  });

  it("never throws, and refuses with a field and what to change", () => {
    const names = [
      "sets",
      "slot.helm",
      "own",
      "infusions",
      "inf.power",
      "goal",
      "rune",
      "armor",
      "top",
      "c.strike",
      "minHealth",
      "rarity",
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string())), (pairs) => {
        const read = settingsFromParams(new URLSearchParams(pairs));
        if (read.ok) return;
        expect(read.error.message.length).toBeGreaterThan(10);
        expect(paramOfField(read.error.field)).not.toBe("");
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it.each([
    ["", "statSets", "Choose at least one stat set."],
    ["sets=Bezerker", "statSets.0", "Choose a stat set by its name"],
    ["sets=Viper&minHealth=lots", "constraints.minHealth", "Give the health: a number from 0"],
    ["sets=Viper&minHealth=-5", "constraints.minHealth", "Give the health: a number from 0"],
    ["sets=Viper&minToughness=2000&maxToughness=1000", "constraints.maxToughness", "below the least"],
    ["sets=Viper&goal=fun", "objective.goal", "Choose damage, survivability, healing or a mix."],
    ["sets=Viper&infusions=choose&inf.total=19", "infusions.total", "a whole number from 0 to 18"],
    ["sets=Viper&top=0", "results", "Ask for 1 to 200 results."],
    ["sets=Viper&rune=<script>", "extras.rune.0", ""],
    ["sets=Viper&armor=0", "target.armor", "at least 1"],
    ["sets=Viper&own=Ring%3A+Wiper", "owned", "There is no stat set “Wiper”."],
  ])("refuses %j", (address, field, message) => {
    const read = settingsFromParams(new URLSearchParams(address));
    expect(read).toMatchObject({ ok: false, error: { field, message: expect.stringContaining(message) } });
  });

  it("takes numbers with a comma, and ignores what is empty", () => {
    const read = settingsFromParams(
      new URLSearchParams("sets=Viper&minBoonDuration=37,4&minHealth=&slot.helm="),
    );
    expect(read).toMatchObject({
      ok: true,
      value: { constraints: { minBoonDuration: 37.4 }, slotStatSets: {} },
    });
  });

  it("names the input of every field that can be at fault", () => {
    const inputs = Object.keys(CONSTRAINT_FIELDS).map((name) => paramOfField(`constraints.${name}`));
    expect(inputs).toEqual(Object.keys(CONSTRAINT_FIELDS));
    expect(
      [
        "statSets",
        "slotStatSets.helm",
        "keptSlots",
        "owned",
        "infusions",
        "objective.goal",
        "target.armor",
        "target.attacksPerSecond",
        "target.movingFraction",
        "coefficients.strike",
        "results",
        "extras",
        "extras.rune.0",
        "rarity",
      ].map(paramOfField),
    ).toEqual([
      "sets",
      "slot.helm",
      "slot",
      "own",
      "infusions",
      "goal",
      "armor",
      "attacks",
      "moving",
      "c.strike",
      "top",
      "extras",
      "rune",
      "rarity",
    ]);
  });
});

describe("owned gear as text", () => {
  it("reads what players write", () => {
    expect(
      parseOwnedText(
        "Helm: Berserker's exotic\nring 2 : viper x2; any: Diviner legendary ×3\nWeapon: Marauder\n\nRing: Berserker's and Valkyrie's x2\nring: direrabid",
      ),
    ).toEqual({
      ok: true,
      value: [
        { slot: "helm", stat: "Berserker", rarity: "exotic", count: 1 },
        { slot: "ring", stat: "Viper", rarity: "ascended", count: 2 },
        { slot: "any", stat: "Diviner", rarity: "ascended", count: 3 },
        { slot: "weapon1h", stat: "Marauder", rarity: "ascended", count: 1 },
        { slot: "weapon2h", stat: "Marauder", rarity: "ascended", count: 1 },
        { slot: "ring", stat: "BerserkerValkyrie", rarity: "ascended", count: 2 },
        { slot: "ring", stat: "DireRabid", rarity: "ascended", count: 1 },
      ],
    });
  });

  it.each(["Helm Berserker", "Hat: Berserker", "Helm: Fancy", "Ring: Viper x9"])(
    "names the line at fault: %s",
    (line) => {
      const read = parseOwnedText(`any: Viper\n${line}`);
      expect(read).toMatchObject({
        ok: false,
        error: { field: "owned", message: expect.stringContaining(line) },
      });
    },
  );
});
