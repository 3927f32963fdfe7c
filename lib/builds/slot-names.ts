import type { WeaponSetName } from "#lib/engine/loadout.ts";
import type { GearSlot } from "./loadout.ts";

/** Slots of armor and trinkets as the game calls them. */
export const GEAR_SLOT_NAMES: Readonly<Record<GearSlot, string>> = {
  helm: "Helm",
  shoulders: "Shoulders",
  coat: "Coat",
  gloves: "Gloves",
  leggings: "Leggings",
  boots: "Boots",
  back: "Back",
  accessory1: "Accessory 1",
  accessory2: "Accessory 2",
  amulet: "Amulet",
  ring1: "Ring 1",
  ring2: "Ring 2",
};

export const WEAPON_SET_NAMES: Readonly<Record<WeaponSetName, string>> = {
  a: "set 1",
  b: "set 2",
  aquaticA: "under water 1",
  aquaticB: "under water 2",
};
