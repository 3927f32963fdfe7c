import { describe, expect, it } from "vitest";
import { equipmentView } from "./equipment-view.ts";
import { gameData } from "./game-data.ts";
import { LOADOUT_VERSION, type LoadoutInput, loadoutSchema } from "./loadout.ts";

const { catalog } = gameData();
const SCHOLAR = 24836;
const FORCE = 24615;

function viewOf(input: Partial<LoadoutInput>) {
  return equipmentView(
    loadoutSchema.parse({ version: LOADOUT_VERSION, profession: "Guardian", ...input }),
    catalog,
  );
}

const berserker = { statSet: "Berserker" } as const;
const armor = {
  helm: berserker,
  shoulders: berserker,
  coat: berserker,
  gloves: berserker,
  leggings: berserker,
  boots: berserker,
};

describe("equipmentView", () => {
  it("is null where no equipment is stated, also with weapon types alone", () => {
    expect(viewOf({ weapons: { a: { main: { type: "Greatsword" } } } })).toBeNull();
  });

  it("sums up armor that is alike, and lists pieces that are not", () => {
    const alike = viewOf({ equipment: { pieces: armor } });
    expect(alike?.groups).toEqual([
      {
        name: "Armor",
        pieces: [{ slot: "All six pieces", statSet: "Berserker", rarity: "Ascended", items: [] }],
      },
    ]);
    const mixed = viewOf({
      equipment: { pieces: { ...armor, boots: { statSet: "Viper", rarity: "exotic" } } },
    });
    expect(mixed?.groups[0]?.pieces).toHaveLength(6);
    expect(mixed?.groups[0]?.pieces.at(-1)).toMatchObject({
      slot: "Boots",
      statSet: "Viper",
      rarity: "Exotic",
    });
  });

  it("names sigils on their weapon and set", () => {
    const view = viewOf({ weapons: { b: { main: { type: "Greatsword", ...berserker, sigils: [FORCE] } } } });
    expect(view?.groups[0]?.pieces).toEqual([
      {
        slot: "Greatsword, set 2",
        statSet: "Berserker",
        rarity: "Ascended",
        items: ["Superior Sigil of Force"],
      },
    ]);
  });

  it("counts the pieces of each rune, and tells items the catalogue does not know by their id", () => {
    const runes = [SCHOLAR, SCHOLAR, null, null, 16_000_000, SCHOLAR];
    const labels = viewOf({ equipment: { runes, jadeBotCore: 10 } })?.extras.map(({ label, name }) => [
      label,
      name,
    ]);
    expect(labels).toEqual([
      ["Rune, 3 of 6 pieces", "Superior Rune of the Scholar"],
      ["Rune, 1 of 6 pieces", "Unknown item 16000000"],
      ["Jade bot", "Core of tier 10"],
    ]);
  });
});
