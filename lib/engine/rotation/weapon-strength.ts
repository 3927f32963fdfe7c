import type { Rarity } from "../mechanics.ts";

/**
 * Average weapon strength at level 80, ascended: midpoint of the range. gw2-combat-simulator, August 2026, compared with
 * gw2combat; phantasms: GW2-Squaded, August 2026.
 */
const STRENGTH = {
  axe: 1000,
  dagger: 1000,
  mace: 1000,
  scepter: 1000,
  pistol: 1000,
  sword: 1000,
  shortbow: 1000,
  spear: 1000,
  "harpoon gun": 1000,
  trident: 1000,
  greatsword: 1100,
  hammer: 1100,
  staff: 1100,
  longbow: 1050,
  rifle: 1150,
  focus: 900,
  shield: 900,
  torch: 900,
  warhorn: 900,
  /** Heal, utility and elite skills. */
  unequipped: 690.5,
  kit: 968.5,
  conjure: 968.5,
  "profession mechanic": 1100,
  "phantasm high": 2877,
  "phantasm medium": 2615.5,
  "phantasm low": 2553.5,
} as const;

export type StrengthClass = keyof typeof STRENGTH;

const OF_WEAPONS: ReadonlySet<string> = new Set([
  "axe",
  "dagger",
  "mace",
  "scepter",
  "pistol",
  "sword",
  "shortbow",
  "spear",
  "greatsword",
  "hammer",
  "staff",
  "longbow",
  "rifle",
  "focus",
  "shield",
  "torch",
  "warhorn",
]);

/** Exotic weapons have 1 / 1.05 of an ascended one's strength. */
const EXOTIC = 1 / 1.05;

export function isStrengthClass(name: string): name is StrengthClass {
  return Object.hasOwn(STRENGTH, name);
}

/** Average weapon strength; the rarity counts for weapons held in hand only. */
export function weaponStrength(name: StrengthClass, rarity: Rarity): number {
  return STRENGTH[name] * (rarity === "exotic" && OF_WEAPONS.has(name) ? EXOTIC : 1);
}
