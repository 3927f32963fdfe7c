import type { LegendCode, PaletteId, WeaponTypeId } from "#lib/shared/ids.ts";

/*
 * Small code tables of build template links that the official API does not carry (weapon types, old legend
 * codes, generic palette ids). Source: wiki page "Chat link format" and sliekens/gw2sdk, 2026-08.
 */

/** Weapon types by their id in a link, in the spelling of the wiki's table. */
const WEAPON_TYPES = [
  [5, "Axe"],
  [35, "Longbow"],
  [47, "Dagger"],
  [49, "Focus"],
  [50, "Greatsword"],
  [51, "Hammer"],
  [53, "Mace"],
  [54, "Pistol"],
  [85, "Rifle"],
  [86, "Scepter"],
  [87, "Shield"],
  [89, "Staff"],
  [90, "Sword"],
  [102, "Torch"],
  [103, "Warhorn"],
  [107, "ShortBow"],
  [265, "Spear"],
] as const;

export type LinkWeaponName = (typeof WEAPON_TYPES)[number][1];
/** Weapon name of the official API's professions: as in links, but "Shortbow". */
export type LinkWeapon = Exclude<LinkWeaponName, "ShortBow"> | "Shortbow";

const WEAPON_NAME_BY_ID = new Map<number, LinkWeaponName>(WEAPON_TYPES);
const WEAPON_ID_BY_NAME = new Map<string, WeaponTypeId>(
  WEAPON_TYPES.map(([id, name]) => [name.toLowerCase(), id as WeaponTypeId]),
);

export function weaponNameOfType(id: WeaponTypeId): LinkWeaponName | undefined {
  return WEAPON_NAME_BY_ID.get(id);
}

/** Accepts both spellings of the short bow. Undefined for the aquatic-only weapons, which links do not hold. */
export function weaponTypeOfName(name: string): WeaponTypeId | undefined {
  return WEAPON_ID_BY_NAME.get(name.toLowerCase());
}

export function apiWeaponName(name: LinkWeaponName): LinkWeapon {
  return name === "ShortBow" ? "Shortbow" : name;
}

export type LegendSkill = "heal" | "elite" | 0 | 1 | 2;

/**
 * Palette ids that stand for "this skill of the legend of that slot", numbers being positions in the legend's
 * `utilities`. The API's palette maps them to the skills of one arbitrary legend, so they go before it.
 */
const GENERIC_PALETTES: readonly (readonly [number, LegendSkill])[] = [
  [4572, "heal"],
  [4614, 0],
  [4651, 1],
  [4564, 2],
  [4554, "elite"],
];

const LEGEND_SKILL_BY_PALETTE = new Map<number, LegendSkill>(GENERIC_PALETTES);
const PALETTE_BY_LEGEND_SKILL = new Map<LegendSkill, PaletteId>(
  GENERIC_PALETTES.map(([palette, skill]) => [skill, palette as PaletteId]),
);

export function legendSkillOfPalette(paletteId: PaletteId): LegendSkill | undefined {
  return LEGEND_SKILL_BY_PALETTE.get(paletteId);
}

export function paletteOfLegendSkill(skill: LegendSkill): PaletteId | undefined {
  return PALETTE_BY_LEGEND_SKILL.get(skill);
}

/**
 * Links of 2019 to 2021 number the legends 13 to 18. 13 to 16 are certain; 17 and 18 are inferred: the remaining
 * two, Centaur (2015) numbered before Renegade (2017), which agrees with a Renegade link of that time.
 */
const OLD_LEGENDS = new Map<number, OldLegend>([
  [13, { code: 2 as LegendCode, inferred: false }],
  [14, { code: 1 as LegendCode, inferred: false }],
  [15, { code: 4 as LegendCode, inferred: false }],
  [16, { code: 3 as LegendCode, inferred: false }],
  [17, { code: 6 as LegendCode, inferred: true }],
  [18, { code: 5 as LegendCode, inferred: true }],
]);

export interface OldLegend {
  /** Today's code, 1 to 8. */
  readonly code: LegendCode;
  readonly inferred: boolean;
}

export function oldLegend(code: LegendCode): OldLegend | undefined {
  return OLD_LEGENDS.get(code);
}
