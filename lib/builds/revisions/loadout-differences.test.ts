import { describe, expect, it } from "vitest";
import { catalog } from "#lib/catalog/service.ts";
import { LOADOUT_VERSION, type LoadoutInput, loadoutSchema } from "../loadout.ts";
import { anyLoadout } from "../testing/any-loadout.ts";
import { loadoutDifferences } from "./loadout-differences.ts";

function loadout(input: Partial<LoadoutInput>) {
  return loadoutSchema.parse({ version: LOADOUT_VERSION, profession: "Guardian", ...input });
}

describe("differences of two loadouts", () => {
  it("name what was chosen before and after", () => {
    const before = loadout({ weapons: { a: { main: { type: "Axe", statSet: "Viper" } } } });
    const after = loadout({
      mode: "wvw",
      weapons: { a: { main: { type: "Axe", statSet: "Berserker", rarity: "exotic" } } },
      equipment: { pieces: { accessory1: { statSet: "Minstrel" } } },
    });
    expect(loadoutDifferences(before, after, catalog())).toEqual([
      { what: "Mode", before: "PvE", after: "WvW" },
      { what: "Weapon set 1, main hand", before: "Axe, Ascended Viper", after: "Axe, Exotic Berserker" },
      { what: "Accessory 1", before: null, after: "Ascended Minstrel" },
    ]);
  });

  it("are none between equal loadouts and some between others", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const [one, other] = [anyLoadout(seed), anyLoadout(seed + 1)];
      expect(loadoutDifferences(one, structuredClone(one), catalog())).toEqual([]);
      expect(loadoutDifferences(one, other, catalog())).not.toEqual([]);
    }
  });

  it("see a sigil that moved to the other slot", () => {
    const axe = (sigils: (number | null)[]) =>
      loadout({ weapons: { a: { main: { type: "Greatsword", sigils } } } });
    const [found] = loadoutDifferences(axe([24615]), axe([null, 24615]), catalog());
    expect(found?.after).toMatch(/, none, /);
  });
});
