/**
 * The loadout as the engine reads it: plain ids and names. `lib/builds/loadout.ts` validates and stores it; its type fits
 * this one. Null stands where nothing is chosen.
 */
import type { GameMode, Profession } from "#lib/shared/game.ts";
import type { Boon } from "./attribute-ids.ts";
import type { Rarity, TemplateSetup } from "./mechanics.ts";

export interface LoadoutLine {
  readonly id: number;
  /** Adept, master, grandmaster. */
  readonly traits: readonly (number | null)[];
}

export interface LoadoutSkillBar {
  readonly heal: number | null;
  readonly utility: readonly (number | null)[];
  readonly elite: number | null;
}

export interface LoadoutWeapon {
  /** Weapon type as in the official API, for instance `Greatsword`. */
  readonly type: string;
  readonly statSet: string | null;
  readonly rarity: Rarity;
  readonly sigils: readonly (number | null)[];
  readonly infusions: readonly (number | null)[];
}

/** A two-handed or aquatic weapon is `main`. */
export interface LoadoutWeaponSet {
  readonly main: LoadoutWeapon | null;
  readonly off: LoadoutWeapon | null;
}

export const WEAPON_SETS = ["a", "b", "aquaticA", "aquaticB"] as const;

export type WeaponSetName = (typeof WEAPON_SETS)[number];

export const EQUIPMENT_SLOTS = [
  "helm",
  "shoulders",
  "coat",
  "gloves",
  "leggings",
  "boots",
  "back",
  "accessory1",
  "accessory2",
  "amulet",
  "ring1",
  "ring2",
] as const;

export type EquipmentSlot = (typeof EQUIPMENT_SLOTS)[number];

export interface LoadoutPiece {
  readonly statSet: string | null;
  readonly rarity: Rarity;
  readonly infusions: readonly (number | null)[];
}

export interface LoadoutEquipment {
  readonly pieces: Partial<Readonly<Record<EquipmentSlot, LoadoutPiece | undefined>>>;
  /** One rune for all six pieces, or one for each. */
  readonly runes: number | readonly (number | null)[] | null;
  readonly relic: number | null;
  readonly food: number | null;
  readonly utility: number | null;
  /** Tier of the core, 1 to 10. */
  readonly jadeBotCore: number | null;
  readonly pvpAmulet: number | null;
}

/** On land and under water. */
export interface ByEnvironment<Value> {
  readonly terrestrial: Value;
  readonly aquatic: Value;
}

export interface LoadoutAssumptions {
  /** Average stacks of might and stability, percent of the time for the others. */
  readonly boons: Partial<Readonly<Record<Boon, number | undefined>>>;
  /** Average stacks of vulnerability and damaging conditions on the enemy, percent of the time for the others. */
  readonly targetConditions: Partial<Readonly<Record<string, number | undefined>>>;
  /** Amounts of effects by entry id; 0 switches one off, 1 switches one without an amount on. */
  readonly effects: Readonly<Record<string, number>>;
  readonly enemyArmor: number;
  readonly movingFraction: number;
  readonly attacksPerSecond: number;
}

export interface LoadoutShape {
  readonly profession: Profession;
  readonly mode: GameMode;
  /** The elite specialization goes into the third. */
  readonly specializations: readonly (LoadoutLine | null)[];
  readonly skills: ByEnvironment<LoadoutSkillBar>;
  readonly weapons: Readonly<Record<WeaponSetName, LoadoutWeaponSet>>;
  readonly pets: ByEnvironment<readonly (number | null)[]> | null;
  /** Legend codes: active and inactive, and the utility skills of the inactive one. */
  readonly legends:
    | (ByEnvironment<readonly (number | null)[]> & {
        readonly inactiveUtility: ByEnvironment<readonly (number | null)[]>;
      })
    | null;
  readonly equipment: LoadoutEquipment;
  readonly template: { readonly id: string; readonly setup: TemplateSetup } | null;
  readonly assumptions: LoadoutAssumptions;
}
