import { describe, expect, it } from "vitest";
import { type LoadoutInput, loadoutSchema } from "./loadout.ts";
import { describeFaults, parseLoadout } from "./parse-loadout.ts";

const BARE: LoadoutInput = { version: 1, profession: "Guardian" };

/** Faults of a Guardian with the given fields, as `field: message`. */
function faultsOf(fields: object): string {
  const parsed = parseLoadout({ ...BARE, ...fields });
  return parsed.ok ? "" : describeFaults(parsed.error);
}

describe("a loadout", () => {
  it("needs a version and a profession only", () => {
    const loadout = loadoutSchema.parse(BARE);
    expect(loadout.mode).toBe("pve");
    expect(loadout.specializations).toEqual([null, null, null]);
    expect(loadout.skills.aquatic).toEqual({ heal: null, utility: [null, null, null], elite: null });
    expect(loadout.weapons.aquaticB).toEqual({ main: null, off: null });
    expect(loadout.equipment.pieces).toEqual({});
    expect(loadout.assumptions).toEqual({
      boons: {},
      targetConditions: {},
      effects: {},
      enemyArmor: 2597,
      movingFraction: 0,
      attacksPerSecond: 0,
      allies: 4,
    });
  });

  it("is read from rows that were stored before equipment and assumptions had fields", () => {
    const bar = { heal: 9102, utility: [9168, null, null], elite: null };
    const weapon = { type: "Greatsword", statSet: null, rarity: "ascended", sigils: [], infusions: [] };
    const none = { main: null, off: null };
    const stored = {
      ...BARE,
      mode: "wvw",
      specializations: [{ id: 42, traits: [566, null, 587] }, null, null],
      skills: { terrestrial: bar, aquatic: bar },
      weapons: { a: { main: weapon, off: null }, b: none, aquaticA: none, aquaticB: none },
      skillOverrides: [],
      pets: null,
      legends: null,
      equipment: { pieces: {}, runes: null, relic: null, food: null, utility: null, jadeBotCore: null },
    };
    const parsed = parseLoadout(stored);
    expect(parsed).toMatchObject({ ok: true, value: stored });
  });

  it("stays as it is when it is parsed again", () => {
    const once = loadoutSchema.parse({
      ...BARE,
      equipment: { runes: [1, null, 2, 3, 4, 5], pieces: { helm: { infusions: [null, 7] } } },
    });
    expect(loadoutSchema.parse(once)).toEqual(once);
  });

  it("has one form for what means the same", () => {
    const { equipment } = loadoutSchema.parse({
      ...BARE,
      equipment: {
        runes: [24836, 24836, 24836, 24836, 24836, 24836],
        pieces: { ring1: { infusions: [null, 37123, null] }, helm: { infusions: [null] } },
      },
    });
    expect(equipment.runes).toBe(24836);
    expect(equipment.pieces.ring1?.infusions).toEqual([null, 37123]);
    expect(equipment.pieces.helm?.infusions).toEqual([]);
  });

  it.each([
    ["no object", null, "Give an object with fields, as JSON writes it."],
    ["another version", { ...BARE, version: 2 }, "version: The version of the loadout has to be 1."],
    ["no profession", { version: 1 }, "profession: Choose a profession: Guardian, Warrior"],
  ])("of %s is refused", (_, value, expected) => {
    const parsed = parseLoadout(value);
    expect(parsed.ok ? "" : describeFaults(parsed.error)).toContain(expected);
  });

  it.each([
    [{ mode: "pvx" }, "mode: Choose a mode: pve, wvw, pvp."],
    [{ weapon: {} }, "weapon: There is no field of this name."],
    [{ equipment: { pieces: { hat: {} } } }, "equipment.pieces.hat: There is no field of this name."],
    [{ specializations: [null] }, "specializations: Give three specializations, null for none."],
    [
      { specializations: [{ id: 42, traits: [1, 2] }, null, null] },
      "specializations[0].traits: Give three traits (adept, master, grandmaster), null for none.",
    ],
    [
      { skills: { terrestrial: { utility: [null, -1, null] } } },
      "skills.terrestrial.utility[1]: Give the id of a skill: a whole number from 1 to 16777215.",
    ],
    [
      { weapons: { a: { main: { type: "Banana" } } } },
      "weapons.a.main.type: Choose a weapon type: Axe, Dagger",
    ],
    [
      { equipment: { pieces: { ring2: { statSet: "Berserker's" } } } },
      'equipment.pieces.ring2.statSet: Choose a stat set by its name without "\'s"',
    ],
    [
      { equipment: { pieces: { ring2: { infusions: [1, 2, 3, 4] } } } },
      "equipment.pieces.ring2.infusions: Give a list of up to 3 infusions.",
    ],
    [{ equipment: { runes: [1, 2] } }, "equipment.runes: Give the id of one rune for all six pieces, or"],
    [{ equipment: { jadeBotCore: 11 } }, "equipment.jadeBotCore: Give the tier of the jade bot core"],
    [{ template: { id: "Power Reaper" } }, "template.id: Name a template by its id, such as luminary-power."],
    [{ assumptions: { boons: { might: 26 } } }, "assumptions.boons.might: At most 25 of might."],
    [{ assumptions: { boons: { haste: 1 } } }, "assumptions.boons.haste: There is no field of this name."],
    [
      { assumptions: { targetConditions: { weakness: 101 } } },
      "assumptions.targetConditions.weakness: At most 100 of weakness.",
    ],
    [
      { assumptions: { effects: { "boon:might": 1 } } },
      "assumptions.effects.boon:might: Boons belong in assumptions.boons, not among the effects.",
    ],
    [
      { assumptions: { effects: { "trait:x:y": 0.12345 } } },
      "assumptions.effects.trait:x:y: Give the amount of the effect: a number from 0 to 1000000 with at most three decimals.",
    ],
    [
      { assumptions: { movingFraction: 35 } },
      "assumptions.movingFraction: Give the part of the time in which the enemy moves: a number from 0 to 1",
    ],
    [{ assumptions: { allies: 50 } }, "assumptions.allies: Give the number of allies in reach"],
  ])("with %j is refused, naming the field and what to give", (fields, expected) => {
    expect(faultsOf(fields)).toContain(expected);
  });

  it("names at most 20 faults", () => {
    const skillOverrides = Array.from({ length: 32 }, () => 0);
    const parsed = parseLoadout({ ...BARE, skillOverrides });
    expect(parsed.ok ? 0 : parsed.error.length).toBe(20);
  });
});
