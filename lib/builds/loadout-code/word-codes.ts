/**
 * Numbers of words in loadout codes. They are part of the format: never change or reuse one; a new word gets the next
 * number. `satisfies` makes the compiler ask for it.
 */
import type { WeaponName } from "#lib/catalog/schema.ts";
import type { Rarity, TemplateSetup } from "#lib/engine/mechanics.ts";
import type { GameMode, Profession } from "#lib/shared/game.ts";
import { STAT_SETS, type StatSetName } from "../stat-sets.ts";

/** As in build template links. */
export const PROFESSION_CODES = {
  Guardian: 1,
  Warrior: 2,
  Engineer: 3,
  Ranger: 4,
  Thief: 5,
  Elementalist: 6,
  Mesmer: 7,
  Necromancer: 8,
  Revenant: 9,
} as const satisfies Record<Profession, number>;

export const MODE_CODES = { pve: 0, wvw: 1, pvp: 2 } as const satisfies Record<GameMode, number>;

export const RARITY_CODES = { ascended: 0, exotic: 1 } as const satisfies Record<Rarity, number>;

export const SETUP_CODES = { any: 0, raid: 1, fractal: 2 } as const satisfies Record<TemplateSetup, number>;

/** 0 stands for no weapon. */
export const WEAPON_CODES = {
  Axe: 1,
  Dagger: 2,
  Mace: 3,
  Pistol: 4,
  Scepter: 5,
  Sword: 6,
  Focus: 7,
  Shield: 8,
  Torch: 9,
  Warhorn: 10,
  Greatsword: 11,
  Hammer: 12,
  Longbow: 13,
  Rifle: 14,
  Shortbow: 15,
  Spear: 16,
  Staff: 17,
  Speargun: 18,
  Trident: 19,
} as const satisfies Record<WeaponName, number>;

/** Position in the append-only list, from 1. */
export const STAT_SET_CODES = Object.fromEntries(
  STAT_SETS.map((name, index) => [name, index + 1]),
) as Readonly<Record<StatSetName, number>>;
