import { describe, expect, it } from "vitest";
import { itemGroup, readBonus } from "./items.ts";
import { rawItemSchema } from "./raw.ts";

describe("readBonus", () => {
  it.each([
    ["+25 Power", { effect: "Power", attribute: "power", value: 25 }],
    ["+65 Healing", { effect: "Healing Power", attribute: "healingPower", value: 65 }],
    ["+10% Poison Duration", { effect: "Poison Duration", value: 10, percent: true }],
    ["+15% Boon Duration", { effect: "Boon Duration", value: 15, percent: true }],
    ["-10% incoming damage", { effect: "Incoming Damage", value: -10, percent: true }],
    ["66% Chance to Steal Life on Critical Hit", { effect: "Steal Life on Critical Hit", chance: 66 }],
    [
      "Night: 20% Chance to Steal Life on Critical Hit",
      { effect: "Steal Life on Critical Hit during the Night", chance: 20 },
    ],
    ["Gain 200 Power When Health above 90%", { effect: "Power when Health above 90%", value: 200 }],
    [
      "Gain Power Equal to 3% of Your Precision",
      { effect: "Power", attribute: "power", value: 3, percent: true, from: "precision" },
    ],
  ])("reads %j", (line, expected) => {
    expect(readBonus(line)).toEqual([expected]);
  });

  it("keeps no prose", () => {
    expect(
      readBonus("When you strike a foe while under half health, you gain a shield that lasts for a while."),
    ).toEqual([]);
    expect(readBonus("Your movement speed is increased by 15% while swimming.")).toEqual([]);
    expect(readBonus("")).toEqual([]);
  });
});

describe("itemGroup", () => {
  const base = { id: 1, name: "Thing", game_types: ["Pve", "Wvw"] };
  it.each([
    [{ ...base, type: "UpgradeComponent", details: { type: "Rune" } }, "rune"],
    [
      {
        ...base,
        type: "UpgradeComponent",
        details: { type: "Default", infusion_upgrade_flags: ["Infusion"] },
      },
      "infusion",
    ],
    [{ ...base, type: "UpgradeComponent", details: { type: "Gem", infusion_upgrade_flags: [] } }, undefined],
    [
      {
        ...base,
        name: "Rune of Strength",
        game_types: ["Pvp", "PvpLobby"],
        type: "UpgradeComponent",
        details: { type: "Default" },
      },
      "pvpRune",
    ],
    [{ ...base, type: "Consumable", details: { type: "Food" } }, "food"],
    [{ ...base, type: "Consumable", details: { type: "Unlock" } }, undefined],
    [{ ...base, type: "Relic" }, "relic"],
    [{ ...base, type: "PowerCore" }, "jadeBotCore"],
    [{ ...base, type: "Weapon", details: { type: "Sword" } }, undefined],
  ])("%#: sorts by the API's own types", (raw, expected) => {
    expect(itemGroup(rawItemSchema.parse(raw))).toBe(expected);
  });
});
