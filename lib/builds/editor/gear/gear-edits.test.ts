import { describe, expect, it } from "vitest";
import type { ItemId } from "#lib/shared/ids.ts";
import { type Loadout, loadoutSchema } from "../../loadout.ts";
import { legalLoadout, partsOfProject } from "../../testing/legal-loadout.ts";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import { type ItemKind, itemChoices } from "./gear-choices.ts";
import {
  chooseInfusion,
  chooseRarity,
  chooseRune,
  chooseRuneOf,
  chooseSigil,
  chooseStatSet,
  copyPiece,
  infusionForAll,
  pastePiece,
  runesOf,
  statSetForAll,
} from "./gear-edits.ts";
import { type GearPlace, pieceAt, placeKey, placeName, placesOf } from "./gear-places.ts";

const parts = partsOfProject();
const bare = loadoutSchema.parse({
  version: 1,
  profession: "Guardian",
  weapons: { a: { main: { type: "Greatsword" } }, b: { main: { type: "Sword" }, off: { type: "Focus" } } },
});
const guardian = editorOptions(editorParcel("Guardian"));
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

describe("places", () => {
  it("has a name for every place and a key of its own", () => {
    const loadout = legalLoadout(parts, 1, { profession: "Warrior", mode: "pve" });
    const places = placesOf(loadout);
    expect(new Set(places.map((place) => placeName(place, loadout))).size).toBe(places.length);
    expect(new Set(places.map(placeKey)).size).toBe(places.length);
  });
});

function never(): never {
  throw new Error("The catalogue lacks what this test is about.");
}
