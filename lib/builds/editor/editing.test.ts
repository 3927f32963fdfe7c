import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import { type Loadout, loadoutSchema } from "../loadout.ts";
import { legalLoadout, partsOfProject } from "../testing/legal-loadout.ts";
import { recordStep, startHistory, undo } from "./history.ts";
import { findingsOf, mendAll, mendFinding } from "./mend.ts";
import { changeMode, changeProfession, emptyLoadout, isEmpty } from "./new-loadout.ts";
import { anyEdit } from "./testing/any-edit.ts";
import { optionsOf } from "./testing/options.ts";

const parts = partsOfProject();
const RUNS = { seed: 2026, numRuns: 60 };
const seeds = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 25 });
const start = fc.record({ seed: fc.nat(5000), profession: fc.constantFrom(...PROFESSIONS) });

function legal({ seed, profession }: { seed: number; profession: Loadout["profession"] }): Loadout {
  return legalLoadout(parts, seed, { profession });
}

describe("editing in any order", () => {
  it("always leaves a loadout that can be stored as it is, and undo leads back to the beginning", () => {
    fc.assert(
      fc.property(start, seeds, (from, steps) => {
        const before = legal(from);
        const options = optionsOf(before.profession);
        let history = startHistory(before, "Opened", 0);
        for (const [index, seed] of steps.entries()) {
          const edit = anyEdit(history.present.loadout, options, seed);
          expect(loadoutSchema.parse(edit.loadout)).toEqual(edit.loadout);
          expect(edit.label).toMatch(/^\S.*[^.]$/);
          history = recordStep(history, { ...edit, at: index * 10_000 });
        }
        for (let step = 0; step < steps.length; step++) history = undo(history);
        expect(history.present.loadout).toBe(before);
      }),
      RUNS,
    );
  });

  it("never slots a skill, line, pet or legend twice", () => {
    fc.assert(
      fc.property(start, seeds, (from, steps) => {
        const before = legal(from);
        const options = optionsOf(before.profession);
        const after = steps.reduce((loadout, seed) => anyEdit(loadout, options, seed).loadout, before);
        const codes = findingsOf(after, options).map(({ code }) => code);
        for (const code of ["SKILL_TWICE", "SPECIALIZATION_TWICE", "PET_TWICE", "LEGEND_TWICE"]) {
          expect(codes).not.toContain(code);
        }
        for (const code of ["ELITE_OUTSIDE_THIRD_LINE", "OFF_HAND_BESIDE_TWO_HANDED", "TOO_MANY_SIGILS"]) {
          expect(codes).not.toContain(code);
        }
      }),
      RUNS,
    );
  });

  it("can be mended: nothing is left that the game does not allow, one by one or all at once", () => {
    fc.assert(
      fc.property(start, seeds, (from, steps) => {
        const before = legal(from);
        const options = optionsOf(before.profession);
        const after = steps.reduce((loadout, seed) => anyEdit(loadout, options, seed).loadout, before);
        const mended = mendAll(after, options).loadout;
        expect(loadoutSchema.parse(mended)).toEqual(mended);
        expect(errors(mended)).toEqual([]);
        const [first] = errors(after);
        if (first) expect(errors(mendFinding(after, options, first).loadout)).not.toContainEqual(first);
      }),
      RUNS,
    );
  });
});

describe("changing profession and mode", () => {
  it("keeps equipment, assumptions and mode, and names what goes", () => {
    for (const profession of PROFESSIONS) {
      const before = legalLoadout(parts, 11, { profession: "Guardian", mode: "wvw" });
      const { label, loadout } = changeProfession(before, optionsOf(profession));
      if (profession === "Guardian") {
        expect(loadout).toBe(before);
        continue;
      }
      expect(loadout).toMatchObject({ profession, mode: "wvw", specializations: [null, null, null] });
      expect(loadout.equipment).toBe(before.equipment);
      expect(label).toContain("specializations and skills");
      expect(errors(loadout)).toEqual([]);
    }
  });

  it("loses nothing to a mode: back again it is the same", () => {
    const before = legalLoadout(parts, 12, { mode: "pve" });
    for (const mode of GAME_MODES) {
      expect(changeMode(changeMode(before, mode).loadout, "pve").loadout).toEqual(before);
    }
  });

  it("begins with nothing chosen for every profession", () => {
    for (const profession of PROFESSIONS) {
      expect(isEmpty(emptyLoadout(profession))).toBe(true);
      expect(findingsOf(emptyLoadout(profession), optionsOf(profession))).toEqual([]);
    }
  });
});

function errors(loadout: Loadout) {
  return findingsOf(loadout, optionsOf(loadout.profession)).filter(({ severity }) => severity === "error");
}
