import { describe, expect, it } from "vitest";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import { equipmentSlots, type GearOffer, offerGear } from "#lib/engine/gear-choice.ts";

const tables = loadGearTables();
const OFFER: GearOffer = {
  slots: equipmentSlots("two-handed"),
  stats: ["Berserker", "Celestial"],
  rarity: "ascended",
  mode: "pve",
  besides: [{ source: "infusions", attribute: "power", points: 90 }],
};

function offered(changes: Partial<GearOffer> = {}) {
  const choice = offerGear(tables, { ...OFFER, ...changes });
  if (!choice.ok) throw new Error(choice.error.message);
  return choice.value;
}

const pointsOf = (points: Float64Array, attribute: (typeof GEAR_ATTRIBUTES)[number]) =>
  points[GEAR_ATTRIBUTES.indexOf(attribute)];

describe("a gear choice", () => {
  it("starts with the first stat set everywhere, with what comes besides", () => {
    const { points } = offered();
    expect(pointsOf(points, "power")).toBe(1382 + 90);
    expect(pointsOf(points, "precision")).toBe(960);
    expect(pointsOf(points, "concentration")).toBe(0);
  });

  it("has as many slots with two weapons in two hands", () => {
    expect(equipmentSlots("two-handed")).toHaveLength(13);
    expect(equipmentSlots("dual")).toHaveLength(14);
    expect(pointsOf(offered({ slots: equipmentSlots("dual") }).points, "power")).toBe(1381 + 90);
  });

  it("keeps the sum exact over any changes and back", () => {
    const choice = offered();
    const before = choice.points.slice();
    for (const [slot] of OFFER.slots.entries()) choice.choose(slot, 1);
    expect(pointsOf(choice.points, "healingPower")).toBe(639);
    for (const [slot] of OFFER.slots.entries()) choice.choose(slot, 0);
    expect(choice.points).toEqual(before);
  });

  it("gives Celestial seven attributes in WvW", () => {
    const { points } = offered({ stats: ["Celestial"], mode: "wvw", besides: [] });
    expect(pointsOf(points, "expertise")).toBe(0);
    expect(pointsOf(points, "concentration")).toBe(0);
    expect(pointsOf(points, "healingPower")).toBe(639);
  });

  it("refuses stat sets that do not exist", () => {
    expect(offerGear(tables, { ...OFFER, stats: ["Legendary"] })).toMatchObject({
      ok: false,
      error: { code: "UNKNOWN_NAME", field: "Legendary" },
    });
  });
});
