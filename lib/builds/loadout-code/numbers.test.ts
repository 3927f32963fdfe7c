import { describe, expect, it } from "vitest";
import { loadMechanics, loadTemplates } from "#lib/catalog/mechanics/load.ts";
import { STAT_SETS } from "../stat-sets.ts";
import { crc24 } from "./crc24.ts";
import { isAdjustable } from "./effect-codes.ts";
import { EFFECT_IDS } from "./effect-ids.ts";
import {
  MODE_CODES,
  PROFESSION_CODES,
  RARITY_CODES,
  SETUP_CODES,
  STAT_SET_CODES,
  WEAPON_CODES,
} from "./word-codes.ts";

/** Changes with any change of the list. */
function fingerprint(words: readonly string[]): number {
  return crc24(new TextEncoder().encode(words.join("\n")));
}

describe("numbers in loadout codes", () => {
  it("never change for words", () => {
    expect(PROFESSION_CODES).toMatchObject({
      Guardian: 1,
      Warrior: 2,
      Engineer: 3,
      Ranger: 4,
      Thief: 5,
      Elementalist: 6,
      Mesmer: 7,
      Necromancer: 8,
      Revenant: 9,
    });
    expect(MODE_CODES).toMatchObject({ pve: 0, wvw: 1, pvp: 2 });
    expect(RARITY_CODES).toMatchObject({ ascended: 0, exotic: 1 });
    expect(SETUP_CODES).toMatchObject({ any: 0, raid: 1, fractal: 2 });
    expect(Object.entries(WEAPON_CODES).sort(([, a], [, b]) => a - b)).toEqual(
      "Axe Dagger Mace Pistol Scepter Sword Focus Shield Torch Warhorn Greatsword Hammer Longbow Rifle Shortbow Spear Staff Speargun Trident"
        .split(" ")
        .map((weapon, index) => [weapon, index + 1]),
    );
  });

  it("never change for stat sets: new ones come after those of version 1", () => {
    expect(STAT_SETS[0]).toBe("Berserker");
    expect(STAT_SET_CODES.Captain).toBe(43);
    expect(fingerprint(STAT_SETS.slice(0, 43))).toBe(5262993);
  });

  it("never change for effects: new ones come after the first 629", () => {
    expect(fingerprint(EFFECT_IDS.slice(0, 629))).toBe(6170809);
  });

  it("belong to one word each", () => {
    for (const codes of [PROFESSION_CODES, MODE_CODES, RARITY_CODES, SETUP_CODES, WEAPON_CODES]) {
      const numbers = Object.values(codes);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
    expect(new Set(STAT_SETS).size).toBe(STAT_SETS.length);
    expect(new Set(EFFECT_IDS).size).toBe(EFFECT_IDS.length);
  });

  it("exist for nearly every effect that a player adjusts; `npm run loadout:effects` numbers the others", () => {
    const known = new Set(EFFECT_IDS);
    const adjustable = loadMechanics().entries.filter(isAdjustable);
    const numbered = adjustable.filter(({ id }) => known.has(id));
    expect(numbered.length / adjustable.length).toBeGreaterThan(0.9);
  });

  it("are not needed for ids of effects and templates: all can be written in letters", () => {
    const ids = [...loadMechanics().entries, ...loadTemplates()].map(({ id }) => id);
    expect(ids.filter((id) => !/^[A-Za-z0-9:-]{1,80}$/.test(id))).toEqual([]);
    expect(loadTemplates().filter(({ id }) => id.length > 64)).toEqual([]);
  });
});
