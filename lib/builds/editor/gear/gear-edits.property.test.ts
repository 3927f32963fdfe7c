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
  statSetForAll,
} from "./gear-edits.ts";
import { type GearPlace, infusionRoom, pieceAt, placesOf, sigilRoom, tableSlotOf } from "./gear-places.ts";

const options = new Map(
  PROFESSIONS.map((profession) => [profession, editorOptions(editorParcel(profession))]),
);
const parts = partsOfProject();
const HELM: GearPlace = { kind: "armor", slot: "helm" };

function optionsOf({ profession }: Loadout): EditorOptions {
  return options.get(profession) ?? never();
}

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
