import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legalityFindings } from "#lib/engine/legality/legality.ts";
import { RARITIES } from "#lib/engine/mechanics.ts";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import { type Loadout, loadoutSchema } from "../../loadout.ts";
import { legalLoadout, partsOfProject } from "../../testing/legal-loadout.ts";
import { type EditorOptions, editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import { allStatSetChoices, type ItemKind, itemChoices, statSetChoices } from "./gear-choices.ts";
import {
  chooseExtra,
  chooseInfusion,
  chooseJadeBotCore,
  chooseRarity,
  chooseRune,
  chooseRuneOf,
  chooseSigil,
  chooseStatSet,
  copyPiece,
  GEAR_SCOPES,
  infusionForAll,
  pastePiece,
  rarityForAll,
  runesOf,
  statSetForAll,
} from "./gear-edits.ts";
import {
  type GearPlace,
  infusionRoom,
  pieceAt,
  placeKey,
  placeName,
  placesOf,
  sigilRoom,
  tableSlotOf,
} from "./gear-places.ts";

const options = new Map(
  PROFESSIONS.map((profession) => [profession, editorOptions(editorParcel(profession))]),
);
const parts = partsOfProject();

function optionsOf({ profession }: Loadout): EditorOptions {
  const found = options.get(profession);
  if (!found) throw new Error(`No options of ${profession}`);
  return found;
}

const bare = loadoutSchema.parse({
  version: 1,
  profession: "Guardian",
  weapons: { a: { main: { type: "Greatsword" } }, b: { main: { type: "Sword" }, off: { type: "Focus" } } },
});
const guardian = optionsOf(bare);
const HELM: GearPlace = { kind: "armor", slot: "helm" };
const AMULET: GearPlace = { kind: "trinket", slot: "amulet" };
const GREATSWORD: GearPlace = { kind: "weapon", set: "a", hand: "main" };
const SWORD: GearPlace = { kind: "weapon", set: "b", hand: "main" };

function idOf(kind: ItemKind, name: string): ItemId {
  const found = itemChoices(kind, "pve", guardian).find((choice) => choice.name.includes(name));
  if (!found) throw new Error(`No ${name}`);
  return found.id;
}

const MIGHTY = idOf("infusion", "Mighty +9");
const PRECISE = idOf("infusion", "Precise +9");
const ENRICHMENT = itemChoices("enrichment", "pve", guardian)[0]?.id ?? never();

describe("a stat set", () => {
  it("is chosen for one piece and leaves the others the same objects", () => {
    const once = chooseStatSet(bare, HELM, "Viper");
    expect(once.label).toBe("Helm: Viper");
    const twice = chooseStatSet(once.loadout, AMULET, "Berserker").loadout;
    expect(twice.equipment.pieces.helm).toBe(once.loadout.equipment.pieces.helm);
    expect(twice.weapons).toBe(bare.weapons);
    expect(pieceAt(twice, AMULET)).toMatchObject({ statSet: "Berserker", rarity: "ascended" });
  });

  it("goes on every piece of a scope that can have it, and says which cannot", () => {
    const all = statSetForAll(bare, guardian, "everything", "Berserker");
    expect(placesOf(bare)).toHaveLength(15);
    expect(placesOf(bare).map((place) => pieceAt(all.loadout, place).statSet)).toEqual(
      Array.from({ length: 15 }, () => "Berserker"),
    );
    const mixed = statSetForAll(all.loadout, guardian, "everything", "DireRabid");
    expect(mixed.label).toBe("Everything: Dire and Rabid (10 pieces cannot have it)");
    expect(pieceAt(mixed.loadout, HELM).statSet).toBe("Berserker");
    expect(pieceAt(mixed.loadout, AMULET).statSet).toBe("DireRabid");
    const armor = statSetForAll(all.loadout, guardian, "armor", "Viper").loadout;
    expect(armor.weapons).toEqual(all.loadout.weapons);
    expect(pieceAt(armor, AMULET).statSet).toBe("Berserker");
  });

  it("goes with a rarity in which it does not exist", () => {
    const mixed = chooseStatSet(bare, AMULET, "DireRabid").loadout;
    const exotic = chooseRarity(mixed, guardian, AMULET, "exotic");
    expect(exotic.label).toBe("Amulet: exotic; Dire and Rabid taken out");
    expect(pieceAt(exotic.loadout, AMULET)).toMatchObject({ statSet: null, rarity: "exotic" });
  });
});

describe("copying a piece", () => {
  it("makes another one alike, with as many upgrades as fit", () => {
    const steps = [
      (one: Loadout) => chooseStatSet(one, GREATSWORD, "Viper").loadout,
      (one: Loadout) => chooseSigil(one, guardian, GREATSWORD, 0, idOf("sigil", "of Force")).loadout,
      (one: Loadout) => chooseSigil(one, guardian, GREATSWORD, 1, idOf("sigil", "of Impact")).loadout,
      (one: Loadout) => chooseInfusion(one, guardian, GREATSWORD, 0, MIGHTY).loadout,
      (one: Loadout) => chooseInfusion(one, guardian, GREATSWORD, 1, PRECISE).loadout,
    ];
    const full = steps.reduce((one, step) => step(one), bare);
    const pasted = pastePiece(full, guardian, SWORD, copyPiece(full, GREATSWORD));
    expect(pasted.label).toBe("Sword, set 2: like Greatsword, set 1");
    expect(pieceAt(pasted.loadout, SWORD)).toMatchObject({
      type: "Sword",
      statSet: "Viper",
      sigils: [idOf("sigil", "of Force")],
      infusions: [MIGHTY],
    });
  });

  it("keeps what the copied piece cannot have: sigils, and infusions beside an enrichment", () => {
    const sigil = idOf("sigil", "of Force");
    const start = chooseInfusion(
      chooseSigil(bare, guardian, SWORD, 0, sigil).loadout,
      guardian,
      HELM,
      0,
      MIGHTY,
    ).loadout;
    const worn = chooseInfusion(start, guardian, AMULET, 0, ENRICHMENT).loadout;
    const fromHelm = pastePiece(worn, guardian, SWORD, copyPiece(worn, HELM)).loadout;
    expect(pieceAt(fromHelm, SWORD)).toMatchObject({ sigils: [sigil], infusions: [MIGHTY] });
    const fromAmulet = pastePiece(worn, guardian, HELM, copyPiece(worn, AMULET)).loadout;
    expect(pieceAt(fromAmulet, HELM).infusions).toEqual([MIGHTY]);
  });
});

describe("infusions", () => {
  it("fill all 20 slots of a full set, but not the amulet's", () => {
    const filled = infusionForAll(bare, guardian, MIGHTY, "all");
    expect(filled.label).toBe("Mighty +9 Agony Infusion in 20 slots");
    expect(pieceAt(filled.loadout, AMULET).infusions).toEqual([]);
    expect(pieceAt(filled.loadout, { kind: "trinket", slot: "ring1" }).infusions).toHaveLength(3);
  });

  it("fill only what is empty where that is asked for", () => {
    const one = chooseInfusion(bare, guardian, HELM, 0, PRECISE).loadout;
    const filled = infusionForAll(one, guardian, MIGHTY, "empty");
    expect(filled.label).toContain("in 19 slots");
    expect(filled.loadout.equipment.pieces.helm).toBe(one.equipment.pieces.helm);
    expect(infusionForAll(filled.loadout, guardian, MIGHTY, "empty").loadout).toBe(filled.loadout);
  });
});

describe("runes", () => {
  it("are one choice while all six are alike, and six where they differ", () => {
    const [first, second] = itemChoices("rune", "pve", guardian).map(({ id }) => id);
    if (first === undefined || second === undefined) return never();
    const same = chooseRune(bare, guardian, first).loadout;
    expect(same.equipment.runes).toBe(first);
    const mixed = chooseRuneOf(same, guardian, 2, second).loadout;
    expect(runesOf(mixed)).toEqual([first, first, second, first, first, first]);
    expect(chooseRuneOf(mixed, guardian, 2, first).loadout.equipment.runes).toBe(first);
  });
});

describe("what the pickers offer", () => {
  it("leads to no equipment that the game refuses, whatever is chosen in which order", () => {
    const step = fc.record({ what: fc.nat(9), place: fc.nat(30), choice: fc.nat(2000), more: fc.nat(9) });
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.constantFrom(...GAME_MODES),
        fc.array(step, { maxLength: 25 }),
        (seed, mode, steps) => {
          const start = legalLoadout(parts, seed, { mode });
          const end = steps.reduce((loadout, one) => taken(loadout, one), start);
          const known = optionsOf(end);
          const errors = legalityFindings(end, known.catalog, known.gear.tables).filter(
            ({ severity }) => severity === "error",
          );
          expect(errors).toEqual([]);
          expect(loadoutSchema.parse(end)).toEqual(end);
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it("has a name for every place and a key of its own", () => {
    const places = placesOf(legalLoadout(parts, 1, { profession: "Warrior", mode: "pve" }));
    const loadout = legalLoadout(parts, 1, { profession: "Warrior", mode: "pve" });
    expect(new Set(places.map((place) => placeName(place, loadout))).size).toBe(places.length);
    expect(new Set(places.map(placeKey)).size).toBe(places.length);
  });
});

interface Step {
  readonly what: number;
  readonly place: number;
  readonly choice: number;
  readonly more: number;
}

/** One choice out of what the pickers show for the loadout as it is. */
function taken(loadout: Loadout, { what, place: number, choice, more }: Step): Loadout {
  const known = optionsOf(loadout);
  const { mode } = loadout;
  const places = placesOf(loadout);
  const place = places[number % places.length] ?? HELM;
  const { tables } = known.gear;
  const slot = tableSlotOf(place, loadout, known);
  const pick = <Value>(values: readonly Value[]): Value => values[choice % values.length] ?? never();
  const item = (kind: ItemKind): ItemId | null =>
    more === 0 ? null : pick(itemChoices(kind, mode, known)).id;
  const scope = GEAR_SCOPES[more % GEAR_SCOPES.length] ?? "everything";
  const rarity = RARITIES[more % 2] ?? "exotic";
  switch (what) {
    case 0:
      return chooseStatSet(
        loadout,
        place,
        pick(statSetChoices(tables, slot, pieceAt(loadout, place).rarity, mode)).id,
      ).loadout;
    case 1:
      return chooseRarity(loadout, known, place, rarity).loadout;
    case 2:
      return chooseInfusion(
        loadout,
        known,
        place,
        choice % infusionRoom(slot, tables),
        item(slot === "amulet" ? "enrichment" : "infusion"),
      ).loadout;
    case 3:
      if (sigilRoom(slot) === 0) return loadout;
      return chooseSigil(loadout, known, place, choice % sigilRoom(slot), item("sigil")).loadout;
    case 4:
      return statSetForAll(loadout, known, scope, pick(allStatSetChoices(tables)).id).loadout;
    case 5:
      return rarityForAll(loadout, known, scope, rarity).loadout;
    case 6: {
      const { id } = pick(itemChoices("infusion", mode, known));
      return infusionForAll(loadout, known, id, more % 2 === 0 ? "all" : "empty").loadout;
    }
    case 7:
      return pastePiece(loadout, known, place, copyPiece(loadout, places[choice % places.length] ?? HELM))
        .loadout;
    case 8:
      return choice % 2 === 0
        ? chooseRune(loadout, known, item("rune")).loadout
        : chooseRuneOf(loadout, known, choice % 6, item("rune")).loadout;
    default: {
      const kind = (["relic", "food", "utility"] as const)[more % 3] ?? "relic";
      return chooseJadeBotCore(chooseExtra(loadout, known, kind, item(kind)).loadout, (choice % 10) + 1)
        .loadout;
    }
  }
}

function never(): never {
  throw new Error("The catalogue lacks what this test is about.");
}
