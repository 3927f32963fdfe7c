import { describe, expect, it } from "vitest";
import { PROFESSIONS } from "#lib/shared/game.ts";
import { legalLoadout, partsOfProject } from "./legal-loadout.ts";

const parts = partsOfProject();

describe("random legal loadouts", () => {
  it("are the same for the same seed", () => {
    expect(legalLoadout(parts, 5)).toEqual(legalLoadout(parts, 5));
    expect(legalLoadout(parts, 5)).not.toEqual(legalLoadout(parts, 6));
  });

  it.each(PROFESSIONS)("fill every slot of a %s", (profession) => {
    for (let seed = 0; seed < 50; seed++) {
      const loadout = legalLoadout(parts, seed, { profession, mode: "pve" });
      const { heal, utility, elite } = loadout.skills.terrestrial;
      expect(loadout.specializations.flatMap((line) => line?.traits ?? [])).toHaveLength(9);
      expect([heal, ...utility, elite]).not.toContain(null);
      expect(Object.keys(loadout.equipment.pieces)).toHaveLength(12);
      expect(Object.values(loadout.equipment).filter((value) => value === null)).toEqual([null]);
      expect(loadout.weapons.a.main?.sigils[0]).toBeTypeOf("number");
      expect(loadout.pets !== null).toBe(profession === "Ranger");
      expect(loadout.legends !== null).toBe(profession === "Revenant");
    }
  });
});
