import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, it } from "vitest";
import { loadMechanicsIndex, loadTemplates, templateSource } from "#lib/catalog/mechanics/load.ts";
import { loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import { type EngineParcel, parcelNumbers } from "./engine-parcel.ts";
import { exampleBuilds } from "./examples.ts";
import { gameData } from "./game-data.ts";
import type { Loadout } from "./loadout.ts";
import { packEngine } from "./pack-engine.ts";
import { reportData } from "./report-data.ts";
import { rotationInput } from "./rotation-input.ts";

const { catalog } = gameData();
const data = reportData(catalog);
const examples = exampleBuilds(loadTemplates(), templateSource().date, loadMechanicsIndex(), catalog);
const withoutTemplate = examples.map(({ loadout }): Loadout => ({ ...loadout, template: null }));

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** As a browser gets it. */
function sent(loadout: Loadout): EngineParcel {
  return JSON.parse(JSON.stringify(packEngine(loadout, data)));
}

describe("a packed loadout", () => {
  it("has the numbers of the whole data, for every template and without one", () => {
    for (const loadout of [...examples.map((example) => example.loadout), ...withoutTemplate]) {
      expect(parcelNumbers(sent(loadout))).toEqual(
        loadoutNumbers(loadout, data, rotationInput(loadout, catalog)),
      );
    }
  }, 20_000);

  it("has them with other assumptions too, also in WvW", () => {
    const [first] = examples;
    const loadout: Loadout = { ...(first?.loadout ?? never()), mode: "wvw" };
    const assumptions = { ...loadout.assumptions, boons: { might: 3, fury: 40 }, enemyArmor: 2000 };
    expect(parcelNumbers(sent(loadout), assumptions)).toEqual(
      loadoutNumbers({ ...loadout, assumptions }, data, rotationInput(loadout, catalog)),
    );
  });

  it("is small: below 25 KB compressed for every example", () => {
    const sizes = examples.map(
      ({ loadout }) => brotliCompressSync(JSON.stringify(packEngine(loadout, data)), FAST).length,
    );
    expect(Math.max(...sizes)).toBeLessThan(25 * 1024);
  });
});

function never(): never {
  throw new Error("There are no examples.");
}
