import { describe, expect, it } from "vitest";
import type {
  GameFacts,
  ItemFacts,
  ProfessionFacts,
  SkillFacts,
  SpecializationFacts,
} from "../game-facts.ts";
import type { LoadoutShape, LoadoutWeapon } from "../loadout.ts";
import type { GearTables, SlotPoints } from "../mechanics.ts";
import type { FindingCode } from "./finding.ts";
import { isLegal, legalityFindings } from "./legality.ts";

const CORE: SpecializationFacts = {
  id: 1,
  name: "Zeal",
  profession: "Guardian",
  elite: false,
  minorTraits: [100, 101, 102],
  majorTraits: [110, 111, 112, 120, 121, 122, 130, 131, 132],
};
const ELITE: SpecializationFacts = {
  ...CORE,
  id: 2,
  name: "Firebrand",
  elite: true,
  minorTraits: [200],
  majorTraits: [210, 211, 212, 220, 221, 222, 230, 231, 232],
};
const FOREIGN: SpecializationFacts = {
  ...CORE,
  id: 3,
  name: "Arms",
  profession: "Warrior",
  majorTraits: [310],
};

const SKILLS: readonly SkillFacts[] = [
  { id: 10, name: "Shelter", slot: "Heal", professions: ["Guardian"] },
  { id: 11, name: "Smite Condition", slot: "Utility", professions: ["Guardian"], flags: ["NoUnderwater"] },
  { id: 12, name: "Mantra of Solace", slot: "Heal", professions: ["Guardian"], specialization: 2 },
  { id: 13, name: "Kick", slot: "Utility", professions: ["Warrior"] },
  { id: 14, name: "Take Root", slot: "Elite", professions: [] },
  { id: 17, name: "Radiation Field", slot: "Utility", professions: ["Guardian", "Warrior"] },
  { id: 15, name: "Enchanted Daggers", slot: "Heal", professions: ["Revenant"] },
  { id: 16, name: "Soothing Stone", slot: "Heal", professions: ["Revenant"] },
];

const ITEMS: readonly ItemFacts[] = [
  { id: 20, name: "Superior Rune of the Scholar", group: "rune" },
  { id: 21, name: "Superior Sigil of Force", group: "sigil" },
  { id: 22, name: "Relic of the Thief", group: "relic" },
  { id: 23, name: "Mighty +9 Agony Infusion", group: "infusion", infusionSlot: "Infusion" },
  { id: 24, name: "Swim-Speed Enrichment", group: "infusion", infusionSlot: "Enrichment" },
  { id: 25, name: "Superior Rune of the Eagle", group: "rune" },
  { id: 26, name: "Superior Sigil of Air", group: "sigil" },
  { id: 27, name: "Guild Feast", group: "food", gameTypes: ["Dungeon", "Pve", "PvpLobby"] },
  { id: 28, name: "Siege Ration", group: "food", gameTypes: ["Wvw"] },
];

const GUARDIAN: ProfessionFacts = {
  flags: [],
  weapons: [
    { weapon: "Sword", hands: ["main"], environments: ["land"] },
    { weapon: "Axe", hands: ["main"], environments: ["land"], specialization: 2 },
    { weapon: "Shield", hands: ["off"], environments: ["land"] },
    { weapon: "Greatsword", hands: ["two"], environments: ["land"] },
    { weapon: "Trident", hands: ["two"], environments: ["water"] },
  ],
};

function byId<Value extends { readonly id: number }>(values: readonly Value[]) {
  return { get: (id: number): Value | undefined => values.find((value) => value.id === id) };
}

const LEGENDS = [
  { id: "Legend2", code: 14, name: "Assassin", heal: 15, utilities: [], elite: 0 },
  { id: "Legend3", code: 15, name: "Dwarf", heal: 16, utilities: [], elite: 0, specialization: 2 },
];

const FACTS: GameFacts = {
  professions: { get: (id) => ({ ...GUARDIAN, flags: id === "Engineer" ? ["NoWeaponSwap"] : [] }) },
  specializations: byId([CORE, ELITE, FOREIGN]),
  traits: {
    get: (id) => (id >= 100 ? { id, name: `Trait ${id}`, specialization: Math.floor(id / 100) } : undefined),
  },
  skills: byId(SKILLS),
  pets: { get: (id) => (id < 10 ? { name: `Pet ${id}` } : undefined) },
  legends: { all: LEGENDS, get: (code) => LEGENDS.find((legend) => legend.code === code) },
  items: byId(ITEMS),
};

const POINTS: SlotPoints = {
  three: { major: 1, minor: 1 },
  four: { major: 1, minor: 1 },
  celestial: { each: 1 },
};
const MIXED_POINTS: SlotPoints = {
  ...POINTS,
  mixedTrinket: { major: 1, minor: 1, jewelMajor: 1, jewelMinor: 1 },
};
const SLOTS = {
  helm: POINTS,
  shoulders: POINTS,
  coat: POINTS,
  gloves: POINTS,
  leggings: POINTS,
  boots: POINTS,
  amulet: MIXED_POINTS,
  ring: MIXED_POINTS,
  accessory: MIXED_POINTS,
  back: POINTS,
  weapon1h: POINTS,
  weapon2h: POINTS,
};
const TABLES: GearTables = {
  points: { ascended: SLOTS, exotic: { ...SLOTS, ring: POINTS } },
  combinations: [
    { name: "Viper", shape: "four", major: ["power"], minor: ["expertise"] },
    {
      name: "DireRabid",
      shape: "mixedTrinket",
      major: ["power"],
      minor: ["expertise"],
      jewelMajor: ["power"],
      jewelMinor: ["vitality"],
      slots: ["amulet", "ring", "accessory"],
    },
  ],
  defense: { heavy: 1, medium: 1, light: 1 },
  armorWeight: {
    Guardian: "heavy",
    Warrior: "heavy",
    Revenant: "heavy",
    Engineer: "medium",
    Ranger: "medium",
    Thief: "medium",
    Elementalist: "light",
    Mesmer: "light",
    Necromancer: "light",
  },
  baseHealth: {
    Guardian: 1,
    Warrior: 1,
    Revenant: 1,
    Engineer: 1,
    Ranger: 1,
    Thief: 1,
    Elementalist: 1,
    Mesmer: 1,
    Necromancer: 1,
  },
  infusionSlots: {
    helm: 1,
    shoulders: 1,
    coat: 1,
    gloves: 1,
    leggings: 1,
    boots: 1,
    amulet: 0,
    ring: 3,
    accessory: 1,
    back: 2,
    weapon1h: 1,
    weapon2h: 2,
  },
};

const NO_SKILLS = { heal: null, utility: [null, null, null], elite: null };
const NO_WEAPONS = { main: null, off: null };
const NO_EQUIPMENT = {
  pieces: {},
  runes: null,
  relic: null,
  food: null,
  utility: null,
  jadeBotCore: null,
  pvpAmulet: null,
};
const EMPTY: LoadoutShape = {
  profession: "Guardian",
  mode: "pve",
  specializations: [null, null, null],
  skills: { terrestrial: NO_SKILLS, aquatic: NO_SKILLS },
  weapons: { a: NO_WEAPONS, b: NO_WEAPONS, aquaticA: NO_WEAPONS, aquaticB: NO_WEAPONS },
  pets: null,
  legends: null,
  equipment: NO_EQUIPMENT,
  template: null,
  assumptions: {
    boons: {},
    targetConditions: {},
    effects: {},
    enemyArmor: 2597,
    movingFraction: 0,
    attacksPerSecond: 0,
  },
};

function weapon(type: string, changes: Partial<LoadoutWeapon> = {}): LoadoutWeapon {
  return { type, statSet: "Viper", rarity: "ascended", sigils: [], infusions: [], ...changes };
}

function piece(statSet: string, infusions: number[] = [], rarity: "ascended" | "exotic" = "ascended") {
  return { statSet, rarity, infusions };
}

const line = (id: number, ...traits: (number | null)[]) => ({ id, traits });
const onLand = (bar: Partial<LoadoutShape["skills"]["terrestrial"]>): Partial<LoadoutShape> => ({
  skills: { terrestrial: { ...NO_SKILLS, ...bar }, aquatic: NO_SKILLS },
});
const setA = (main: LoadoutWeapon | null, off: LoadoutWeapon | null = null): Partial<LoadoutShape> => ({
  weapons: { ...EMPTY.weapons, a: { main, off } },
});
const wearing = (changes: Partial<LoadoutShape["equipment"]>): Partial<LoadoutShape> => ({
  equipment: { ...NO_EQUIPMENT, ...changes },
});
const revenant = (
  changes: Partial<NonNullable<LoadoutShape["legends"]>>,
  bar = {},
): Partial<LoadoutShape> => ({
  profession: "Revenant",
  legends: {
    terrestrial: [null, null],
    aquatic: [null, null],
    inactiveUtility: { terrestrial: [], aquatic: [] },
    ...changes,
  },
  ...onLand(bar),
});

function findings(changes: Partial<LoadoutShape>) {
  return legalityFindings({ ...EMPTY, ...changes }, FACTS, TABLES);
}

describe("legalityFindings", () => {
  it("finds nothing in an empty loadout, nor in a complete legal one", () => {
    expect(findings({})).toEqual([]);
    const complete = findings({
      specializations: [line(1, 110, 122, 131), null, line(2, 212, null, 230)],
      ...onLand({ heal: 12, utility: [11, null, null] }),
      weapons: {
        ...EMPTY.weapons,
        a: { main: weapon("Axe", { sigils: [21] }), off: weapon("Shield", { infusions: [23] }) },
        b: { main: weapon("Greatsword", { sigils: [21, null], infusions: [23, 23] }), off: null },
        aquaticA: { main: weapon("Trident"), off: null },
      },
      ...wearing({
        pieces: {
          helm: piece("Viper", [23]),
          ring1: piece("DireRabid", [23, 23, 23]),
          amulet: piece("Viper", [24]),
        },
        runes: 20,
        relic: 22,
        jadeBotCore: 10,
      }),
    });
    expect(complete).toEqual([]);
  });

  const cases: readonly [FindingCode, string, Partial<LoadoutShape>][] = [
    ["SPECIALIZATION_UNKNOWN", "specializations[0]", { specializations: [line(99), null, null] }],
    ["SPECIALIZATION_OF_OTHER_PROFESSION", "specializations[0]", { specializations: [line(3), null, null] }],
    ["SPECIALIZATION_TWICE", "specializations[1]", { specializations: [line(1), line(1), null] }],
    ["ELITE_OUTSIDE_THIRD_LINE", "specializations[1]", { specializations: [null, line(2), null] }],
    ["TRAIT_UNKNOWN", "specializations[0].traits[0]", { specializations: [line(1, 5), null, null] }],
    ["TRAIT_OF_OTHER_LINE", "specializations[0].traits[0]", { specializations: [line(1, 210), null, null] }],
    ["TRAIT_OF_OTHER_LINE", "specializations[0].traits[0]", { specializations: [line(1, 100), null, null] }],
    ["TRAIT_OF_OTHER_TIER", "specializations[0].traits[0]", { specializations: [line(1, 131), null, null] }],
    ["SKILL_UNKNOWN", "skills.terrestrial.heal", onLand({ heal: 999 })],
    ["SKILL_OF_OTHER_PROFESSION", "skills.terrestrial.utility[1]", onLand({ utility: [null, 13, null] })],
    ["SKILL_IN_WRONG_SLOT", "skills.terrestrial.elite", onLand({ elite: 10 })],
    ["SKILL_NEEDS_SPECIALIZATION", "skills.terrestrial.heal", onLand({ heal: 12 })],
    ["SKILL_TWICE", "skills.terrestrial.utility[2]", onLand({ utility: [11, null, 11] })],
    ["RACIAL_SKILL", "skills.terrestrial.elite", onLand({ elite: 14 })],
    ["RACIAL_SKILL", "skills.terrestrial.utility[0]", onLand({ utility: [17, null, null] })],
    ["RACIAL_SKILL_IN_PVP", "skills.terrestrial.elite", { mode: "pvp", ...onLand({ elite: 14 }) }],
    [
      "SKILL_NOT_UNDER_WATER",
      "skills.aquatic.utility[0]",
      { skills: { terrestrial: NO_SKILLS, aquatic: { ...NO_SKILLS, utility: [11] } } },
    ],
    ["SKILL_OF_OTHER_LEGEND", "skills.terrestrial.heal", revenant({ terrestrial: [14, null] }, { heal: 16 })],
    ["WEAPON_NOT_OF_PROFESSION", "weapons.a.main", setA(weapon("Longbow"))],
    ["WEAPON_IN_WRONG_HAND", "weapons.a.main", setA(weapon("Shield"))],
    ["WEAPON_IN_WRONG_HAND", "weapons.a.off", setA(null, weapon("Sword"))],
    ["WEAPON_IN_WRONG_ENVIRONMENT", "weapons.a.main", setA(weapon("Trident"))],
    ["WEAPON_NEEDS_MASTERY", "weapons.a.main", setA(weapon("Axe"))],
    ["OFF_HAND_BESIDE_TWO_HANDED", "weapons.a.off", setA(weapon("Greatsword"), weapon("Shield"))],
    [
      "SECOND_SET_WITHOUT_SWAP",
      "weapons.b",
      { profession: "Engineer", weapons: { ...EMPTY.weapons, b: { main: weapon("Sword"), off: null } } },
    ],
    ["TOO_MANY_SIGILS", "weapons.a.main.sigils", setA(weapon("Sword", { sigils: [21, 26] }))],
    ["SIGIL_TWICE", "weapons.a", setA(weapon("Greatsword", { sigils: [21, 21] }))],
    ["TOO_MANY_INFUSIONS", "weapons.a.main.infusions", setA(weapon("Sword", { infusions: [23, 23] }))],
    [
      "TOO_MANY_INFUSIONS",
      "equipment.pieces.helm.infusions",
      wearing({ pieces: { helm: piece("Viper", [23, 23]) } }),
    ],
    [
      "ENRICHMENT_OUTSIDE_AMULET",
      "equipment.pieces.back.infusions[0]",
      wearing({ pieces: { back: piece("Viper", [24]) } }),
    ],
    [
      "INFUSION_ON_AMULET",
      "equipment.pieces.amulet.infusions[0]",
      wearing({ pieces: { amulet: piece("Viper", [23]) } }),
    ],
    ["ITEM_UNKNOWN", "equipment.relic", wearing({ relic: 999 })],
    ["ITEM_OF_OTHER_KIND", "equipment.food", wearing({ food: 22 })],
    ["ITEM_OF_OTHER_KIND", "equipment.runes", wearing({ runes: 21 })],
    ["STAT_SET_UNKNOWN", "equipment.pieces.helm.statSet", wearing({ pieces: { helm: piece("Nonsense") } })],
    [
      "STAT_SET_NOT_FOR_SLOT",
      "equipment.pieces.helm.statSet",
      wearing({ pieces: { helm: piece("DireRabid") } }),
    ],
    [
      "STAT_SET_NOT_FOR_SLOT",
      "equipment.pieces.ring1.statSet",
      wearing({ pieces: { ring1: piece("DireRabid", [], "exotic") } }),
    ],
    ["INCOMPLETE_RUNE_SET", "equipment.runes", wearing({ runes: [20, 20, 20, 20, 20, 25] })],
    ["NOT_IN_MODE", "equipment.jadeBotCore", { mode: "wvw", ...wearing({ jadeBotCore: 5 }) }],
    ["NOT_IN_MODE", "equipment.food", { mode: "wvw", ...wearing({ food: 27 }) }],
    ["NOT_IN_MODE", "equipment.food", wearing({ food: 28 })],
    ["NOT_IN_MODE", "equipment.food", { mode: "pvp", ...wearing({ food: 27 }) }],
    ["NOT_IN_MODE", "equipment.pvpAmulet", wearing({ pvpAmulet: 1 })],
    ["NOT_IN_MODE", "equipment.pieces", { mode: "pvp", ...wearing({ pieces: { helm: piece("Viper") } }) }],
    [
      "PET_UNKNOWN",
      "pets.terrestrial[0]",
      { profession: "Ranger", pets: { terrestrial: [77, null], aquatic: [] } },
    ],
    [
      "PET_TWICE",
      "pets.terrestrial[1]",
      { profession: "Ranger", pets: { terrestrial: [1, 1], aquatic: [] } },
    ],
    ["PETS_WITHOUT_RANGER", "pets.aquatic[0]", { pets: { terrestrial: [], aquatic: [1] } }],
    ["LEGEND_UNKNOWN", "legends.terrestrial[0]", revenant({ terrestrial: [99] })],
    ["LEGEND_TWICE", "legends.terrestrial[1]", revenant({ terrestrial: [14, 14] })],
    ["LEGEND_NEEDS_SPECIALIZATION", "legends.aquatic[1]", revenant({ aquatic: [14, 15] })],
    [
      "LEGENDS_WITHOUT_REVENANT",
      "legends.terrestrial[0]",
      { ...revenant({ terrestrial: [14] }), profession: "Guardian" },
    ],
  ];

  it.each(cases)("notes %s at %s alone", (code, slot, changes) => {
    const found = findings(changes);
    expect(found.map((finding) => [finding.code, finding.slot])).toEqual([[code, slot]]);
    expect(found[0]?.message).toMatch(/\.$/);
    expect(found[0]?.mend).toMatch(/\.$/);
  });

  it.each([
    ["Engineer", "An Engineer has no pets."],
    ["Elementalist", "An Elementalist has no pets."],
    ["Thief", "A Thief has no pets."],
  ] as const)("calls the %s by the right article", (profession, message) => {
    const [found] = findings({ profession, pets: { terrestrial: [], aquatic: [1] } });
    expect(found?.message).toBe(message);
  });

  it("allows two different sigils on a two-handed weapon, and two equal ones only with a warning", () => {
    expect(findings(setA(weapon("Greatsword", { sigils: [21, 26] })))).toEqual([]);
    const equal = findings(setA(weapon("Greatsword", { sigils: [21, 21] })));
    expect(equal.map(({ severity }) => severity)).toEqual(["warning"]);
    const other = { ...EMPTY.weapons, b: { main: weapon("Sword", { sigils: [21] }), off: null } };
    const twoSets = findings({
      weapons: { ...other, a: { main: weapon("Sword", { sigils: [21] }), off: null } },
    });
    expect(twoSets).toEqual([]);
  });

  it("allows a weapon of an elite specialization with it, and without it by weapon mastery", () => {
    const axe = setA(weapon("Axe"));
    expect(findings({ ...axe, specializations: [null, null, line(2)] })).toEqual([]);
    expect(findings(axe)).toMatchObject([{ code: "WEAPON_NEEDS_MASTERY", severity: "warning" }]);
    // Mastery opens weapons of the profession, not those of others, nor another hand.
    expect(findings(setA(null, weapon("Axe"))).map(({ code }) => code)).toContain("WEAPON_IN_WRONG_HAND");
  });

  it("accepts food that works in the mode", () => {
    expect(findings(wearing({ food: 27 }))).toEqual([]);
    expect(findings({ mode: "wvw", ...wearing({ food: 28 }) })).toEqual([]);
  });

  it("counts errors as illegal and warnings as legal", () => {
    expect(isLegal(findings(setA(weapon("Axe"))))).toBe(true);
    expect(isLegal(findings(setA(weapon("Longbow"))))).toBe(false);
  });
});
