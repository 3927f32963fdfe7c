import { describe, expect, it } from "vitest";
import { pointsOfGear, pointsOfInfusions, pointsOfPiece } from "./equipment.ts";
import type { GearTables, SlotPoints, StatCombination } from "./mechanics.ts";

const helm: SlotPoints = {
  three: { major: 63, minor: 45 },
  four: { major: 54, minor: 30 },
  celestial: { each: 30 },
};
const ascendedRing: SlotPoints = {
  three: { major: 126, minor: 85 },
  four: { major: 106, minor: 56 },
  celestial: { each: 57 },
  mixedTrinket: { major: 94, minor: 67, jewelMajor: 32, jewelMinor: 18 },
};
const exoticRing: SlotPoints = {
  ...ascendedRing,
  celestial: { each: 42, jewelEach: 12 },
  mixedTrinket: undefined,
};

const BERSERKER: StatCombination = {
  name: "Berserker",
  shape: "three",
  major: ["power"],
  minor: ["precision", "ferocity"],
};
const CELESTIAL: StatCombination = {
  name: "Celestial",
  shape: "celestial",
  minor: ["power", "expertise", "concentration"],
  exoticJewel: ["power"],
  wvw: { minor: ["power"], exoticJewel: ["power"] },
};
const MIXED: StatCombination = {
  name: "DireRabid",
  shape: "mixedTrinket",
  major: ["conditionDamage"],
  minor: ["toughness", "vitality"],
  jewelMajor: ["conditionDamage"],
  jewelMinor: ["toughness", "precision"],
};

const slots = {
  shoulders: helm,
  coat: helm,
  gloves: helm,
  leggings: helm,
  boots: helm,
  amulet: helm,
  accessory: helm,
  back: helm,
  weapon1h: helm,
  weapon2h: helm,
};
const tables: GearTables = {
  points: { ascended: { helm, ring: ascendedRing, ...slots }, exotic: { helm, ring: exoticRing, ...slots } },
  combinations: [BERSERKER, CELESTIAL, MIXED],
  defense: { heavy: 1271, medium: 1118, light: 967 },
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
    Guardian: 1645,
    Warrior: 9212,
    Revenant: 5922,
    Engineer: 5922,
    Ranger: 5922,
    Thief: 1645,
    Elementalist: 1645,
    Mesmer: 5922,
    Necromancer: 9212,
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

function points(
  combination: StatCombination,
  slot: "helm" | "ring",
  rarity: "ascended" | "exotic",
  mode: "pve" | "wvw",
) {
  const result = pointsOfPiece(tables, combination, slot, rarity, mode);
  return result.ok ? Object.fromEntries(result.value) : result.error.code;
}

describe("pointsOfPiece", () => {
  it("gives the tooltip's numbers of a three-attribute helm", () => {
    expect(points(BERSERKER, "helm", "ascended", "pve")).toEqual({ power: 63, precision: 45, ferocity: 45 });
  });

  it("gives Celestial without expertise and concentration in WvW", () => {
    expect(points(CELESTIAL, "helm", "ascended", "pve")).toEqual({
      power: 30,
      expertise: 30,
      concentration: 30,
    });
    expect(points(CELESTIAL, "helm", "ascended", "wvw")).toEqual({ power: 30 });
  });

  it("adds the exotic jewel, which lacks the two as well", () => {
    expect(points(CELESTIAL, "ring", "exotic", "pve")).toEqual({
      power: 54,
      expertise: 42,
      concentration: 42,
    });
  });

  it("adds up attributes that item and gem share in a mixed trinket, which exists ascended only", () => {
    expect(points(MIXED, "ring", "ascended", "pve")).toEqual({
      conditionDamage: 126,
      toughness: 85,
      vitality: 67,
      precision: 18,
    });
    expect(points(MIXED, "ring", "exotic", "pve")).toBe("NO_POINTS_FOR_SLOT");
    expect(points(MIXED, "helm", "ascended", "pve")).toBe("NO_POINTS_FOR_SLOT");
  });
});

describe("pointsOfGear", () => {
  it("names piece and stat set of every gift", () => {
    const gear = pointsOfGear(
      tables,
      [{ slot: "ring", stat: "Berserker", rarity: "ascended", label: "Ring 2" }],
      "pve",
    );
    expect(gear.ok && gear.value[0]).toEqual({
      source: "gear:Ring 2:Berserker",
      attribute: "power",
      points: 126,
    });
  });

  it("refuses a stat set that does not exist, by position", () => {
    const gear = pointsOfGear(tables, [{ slot: "helm", stat: "Nonsense", rarity: "ascended" }], "pve");
    expect(gear).toMatchObject({ ok: false, error: { code: "UNKNOWN_NAME", field: "gear[0]" } });
  });
});

describe("pointsOfInfusions", () => {
  it("gives five points each unless said otherwise", () => {
    expect(
      pointsOfInfusions([
        { attribute: "power", count: 18 },
        { attribute: "vitality", count: 2, pointsEach: 4 },
      ]),
    ).toEqual([
      { source: "infusion:power", attribute: "power", points: 90 },
      { source: "infusion:vitality", attribute: "vitality", points: 8 },
    ]);
  });
});
