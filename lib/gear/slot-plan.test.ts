import { describe, expect, it } from "vitest";
import { SEARCH_SLOTS } from "./schema.ts";
import { pieceName, planSlots } from "./slot-plan.ts";
import { templateKit, testSettings } from "./testing/test-kits.ts";

const kit = templateKit("pren");

function planned(input: Parameters<typeof testSettings>[0], of = kit) {
  const plan = planSlots(of, testSettings(input));
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

describe("the slots of a search", () => {
  it("offer every chosen stat set, equal slots as groups without order", () => {
    const plan = planned({});
    expect(plan.slots.map(({ name }) => name)).toEqual([
      ...["Helm", "Shoulders", "Coat", "Gloves", "Leggings", "Boots", "Amulet", "Ring 1", "Ring 2"],
      ...["Accessory 1", "Accessory 2", "Back", "Two-handed weapon"],
    ]);
    expect(plan.slots.every(({ options }) => options.length === 2)).toBe(true);
    expect(plan.symmetry).toEqual([
      [1, 3, 5],
      [7, 8],
      [9, 10],
    ]);
  });

  it("leave a slot out of its group when it may wear something else", () => {
    const plan = planned({ slotStatSets: { gloves: ["Viper"], ring1: ["Assassin", "Berserker"] } });
    expect(plan.slots[3]?.options.map(({ stat }) => stat)).toEqual(["Viper"]);
    expect(plan.symmetry).toEqual([
      [1, 5],
      [9, 10],
    ]);
  });

  it("follow the weapons: two hands, one in each, one alone, none", () => {
    const names = (hands: "dual" | "one-handed" | "none") =>
      planned({ hands })
        .slots.map(({ name }) => name)
        .slice(12);
    expect(names("dual")).toEqual(["Main hand", "Off hand"]);
    expect(names("one-handed")).toEqual(["Main hand"]);
    expect(names("none")).toEqual([]);
    expect(planned({ hands: "dual" }).symmetry.at(-1)).toEqual([12, 13]);
  });

  it("have the points of their rarity and of the mode", () => {
    const helm = (input: object, of = kit) =>
      planned({ statSets: ["Celestial"], ...input }, of).slots[0]?.options[0];
    expect(helm({})?.points).toMatchObject({ Power: 30, Concentration: 30 });
    expect(helm({ rarity: "exotic" })?.stat).toBe("Celestial (exotic)");
    expect(helm({}, templateKit("pren", "raid", "wvw"))?.points).not.toHaveProperty("Concentration");
  });

  it("offer a stat set only where it exists", () => {
    const plan = planned({ statSets: ["Berserker", "BerserkerValkyrie"] });
    const count = (name: string) => plan.slots.find((slot) => slot.name === name)?.options.length;
    expect([count("Helm"), count("Amulet"), count("Ring 1")]).toEqual([1, 2, 2]);
    expect(planSlots(kit, testSettings({ statSets: ["BerserkerValkyrie"] }))).toMatchObject({
      ok: false,
      error: { field: "statSets", message: expect.stringContaining("helm") },
    });
    const locked = testSettings({ slotStatSets: { coat: ["BerserkerValkyrie"] } });
    expect(planSlots(kit, locked)).toMatchObject({ ok: false, error: { field: "slotStatSets.coat" } });
  });

  it("keep what is worn, whatever else is chosen", () => {
    const worn = {
      slots: { helm: { stat: "Viper", rarity: "exotic" } },
      infusionPoints: {},
      extras: kit.suggested,
    };
    const wearing = {
      ...kit,
      current: {
        ...worn,
        extras: { rune: null, relic: null, sigil1: null, sigil2: null, food: null, utility: null },
      },
    } as typeof kit;
    expect(planned({ keptSlots: ["helm"] }, wearing).slots[0]?.options.map(({ stat }) => stat)).toEqual([
      "Viper (exotic)",
    ]);
    expect(planSlots(kit, testSettings({ keptSlots: ["helm"] }))).toMatchObject({
      ok: false,
      error: { field: "keptSlots", message: expect.stringContaining("Helm") },
    });
  });
});

describe("owned gear", () => {
  const set = { slot: "any", stat: "Berserker", rarity: "ascended", count: 1 } as const;

  it("restricts every slot to pieces that are there", () => {
    const plan = planned({ owned: [set, { slot: "helm", stat: "Assassin", rarity: "exotic" }] });
    expect(plan.slots[0]?.options.map(({ stat }) => stat)).toEqual(["Berserker", "Assassin (exotic)"]);
    expect(plan.slots[2]?.options.map(({ stat }) => stat)).toEqual(["Berserker"]);
  });

  it("never wears a piece more often than it is owned", () => {
    const plan = planned({ owned: [set, { slot: "ring", stat: "Assassin" }] });
    const rings = plan.slots.find(({ name }) => name === "Ring 1 + Ring 2");
    expect(rings?.options.map(({ pieces }) => pieces.map(pieceName))).toEqual([
      ["Berserker", "Berserker"],
      ["Berserker", "Assassin"],
    ]);
    const [both] = planned({ owned: [set] }).slots.filter(({ name }) => name === "Ring 1");
    expect(rings?.options[0]?.points.Power).toBe(2 * (both?.options[0]?.points.Power ?? 0));
    expect(plan.symmetry).toEqual([
      [1, 3, 5],
      [8, 9],
    ]);
  });

  it("of which two are there, may be worn twice", () => {
    const plan = planned({ owned: [set, { slot: "ring", stat: "Assassin", count: 2 }] });
    expect(
      plan.slots.filter(({ name }) => name.startsWith("Ring")).map(({ options }) => options.length),
    ).toEqual([2, 2]);
  });

  it("must fill every slot", () => {
    const everywhere = SEARCH_SLOTS.filter((slot) => slot !== "mainHand" && slot !== "offHand");
    const owned = everywhere.map((slot) => ({
      slot: slot.replace(/\d/, "") as "helm",
      stat: "Berserker" as const,
    }));
    expect(planSlots(kit, testSettings({ owned }))).toMatchObject({
      ok: false,
      error: { field: "owned", message: expect.stringContaining("two-handed weapon") },
    });
    const oneRing = [
      ...([
        "helm",
        "shoulders",
        "coat",
        "gloves",
        "leggings",
        "boots",
        "amulet",
        "back",
        "weapon2h",
        "ring",
      ] as const),
    ].map((slot) => ({ slot, stat: "Berserker" as const }));
    const short = testSettings({ owned: [...oneRing, { slot: "accessory", stat: "Berserker", count: 2 }] });
    expect(planSlots(kit, short)).toMatchObject({
      ok: false,
      error: { field: "owned", message: expect.stringContaining("Ring 1 and Ring 2") },
    });
  });
});
