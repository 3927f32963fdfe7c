import { describe, expect, it } from "vitest";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { buildReport } from "../../build-report.ts";
import { gameData } from "../../game-data.ts";
import { reportData } from "../../report-data.ts";
import { legalLoadout, partsOfProject } from "../../testing/legal-loadout.ts";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import { liveReport } from "./live-report.ts";

const server = reportData(gameData().catalog);
const parts = partsOfProject();
const SEEDS = 30;

describe("the browser's numbers", () => {
  it.each(PROFESSIONS)("equal the server's for random legal loadouts of a %s in every mode", (profession) => {
    const { engine } = editorOptions(JSON.parse(JSON.stringify(editorParcel(profession))));
    for (let seed = 0; seed < SEEDS; seed++) {
      const loadout = legalLoadout(parts, seed, { profession });
      for (const one of [loadout, { ...loadout, template: null }]) {
        const { findings, numbers, support } = buildReport(one, server);
        expect(liveReport(one, engine)).toEqual({ findings, numbers, support: support.output });
      }
    }
  });
});
