import { GEAR_SLOT_NAMES } from "#lib/builds/schema.ts";
import type { GearSlot } from "#lib/engine/mechanics.ts";

/** Equipment slots that a gear search fills, in the order of choice; a two-handed weapon is `mainHand`. */
export const SEARCH_SLOTS = [
  "helm",
  "shoulders",
  "coat",
  "gloves",
  "leggings",
  "boots",
  "amulet",
  "ring1",
  "ring2",
  "accessory1",
  "accessory2",
  "back",
  "mainHand",
  "offHand",
] as const;

export type SearchSlot = (typeof SEARCH_SLOTS)[number];

/** What the drawn weapons take up: one slot for both hands, two one-handed weapons, a main hand alone, nothing. */
export const WEAPON_HANDS = ["two-handed", "dual", "one-handed", "none"] as const;

export type WeaponHands = (typeof WEAPON_HANDS)[number];

/** The kind of equipment of a slot, on which its points depend. */
export function slotKind(slot: SearchSlot, hands: WeaponHands): GearSlot {
  switch (slot) {
    case "ring1":
    case "ring2":
      return "ring";
    case "accessory1":
    case "accessory2":
      return "accessory";
    case "mainHand":
      return hands === "two-handed" ? "weapon2h" : "weapon1h";
    case "offHand":
      return "weapon1h";
    default:
      return slot;
  }
}

/** The slots of a character with these weapons drawn. */
export function slotsInUse(hands: WeaponHands): readonly SearchSlot[] {
  return SEARCH_SLOTS.filter((slot) => {
    if (slot === "offHand") return hands === "dual";
    return slot !== "mainHand" || hands !== "none";
  });
}

/**
 * Slots that may be exchanged without changing any sum of points, where their options are the same. The three light
 * pieces of armor have equal points in every rarity (data/mechanics/gear.json; `sameOptions` tests it again).
 */
export const EXCHANGEABLE_SLOTS: readonly (readonly SearchSlot[])[] = [
  ["shoulders", "gloves", "boots"],
  ["ring1", "ring2"],
  ["accessory1", "accessory2"],
  ["mainHand", "offHand"],
];

const NAMES: Readonly<Record<SearchSlot, string>> = {
  ...GEAR_SLOT_NAMES,
  mainHand: "Main hand",
  offHand: "Off hand",
};

/** The game's name of a slot. */
export function slotName(slot: SearchSlot, hands: WeaponHands): string {
  return slot === "mainHand" && hands === "two-handed" ? "Two-handed weapon" : NAMES[slot];
}
