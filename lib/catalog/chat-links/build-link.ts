import { PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import type {
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  WeaponTypeId,
} from "#lib/shared/ids.ts";

/**
 * What a build template link stores, field by field and without any knowledge of the game's data: unknown ids
 * are kept, so an unchanged structure encodes to the identical link.
 */
export interface BuildLink {
  readonly profession: Profession;
  /** Line 1 to 3. The elite specialization belongs into line 3. */
  readonly specializations: Three<SpecializationChoice>;
  readonly skills: Environments<SkillPalettes>;
  /** Pets 1 and 2; 0 is empty. Null for every profession but Ranger. */
  readonly pets: Environments<Two<PetId>> | null;
  /** Null for every profession but Revenant. */
  readonly legends: BuildLinkLegends | null;
  /** Bytes of the profession block that mean nothing for this profession; empty if all are zero, as the game writes them. */
  readonly unusedBytes: readonly number[];
  /** Different weapon types in use on land, without hand or set. Null: the link has no trailing part (before June 2023). */
  readonly weapons: readonly WeaponTypeId[] | null;
  /** Weapon skills replaced by a variant. Null exactly where `weapons` is. */
  readonly skillVariants: readonly SkillId[] | null;
}

export interface SpecializationChoice {
  /** 0: empty line. */
  readonly id: SpecializationId;
  /** Adept, master, grandmaster. */
  readonly traits: Three<TraitChoice>;
  /** Bits 6 and 7 of the trait byte, 0 to 3; the game writes 0. */
  readonly unusedBits: number;
}

/** 0 none, 1 top, 2 middle, 3 bottom. */
export type TraitChoice = 0 | 1 | 2 | 3;

/** Palette ids, not skill ids; 0 is an empty slot. */
export interface SkillPalettes {
  readonly heal: PaletteId;
  readonly utility: Three<PaletteId>;
  readonly elite: PaletteId;
}

export interface BuildLinkLegends extends Environments<Two<LegendCode>> {
  /** Palette ids of the utilities of the second (inactive) legend. Its heal and elite follow from the legend. */
  readonly inactiveUtility: Environments<Three<PaletteId>>;
}

export interface Environments<Value> {
  readonly terrestrial: Value;
  readonly aquatic: Value;
}

export const ENVIRONMENTS = ["terrestrial", "aquatic"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

export type Two<Value> = readonly [Value, Value];
export type Three<Value> = readonly [Value, Value, Value];

/** Applies a function to the value of land and of water. */
export function mapEnvironments<From, To>(
  environments: Environments<From>,
  change: (value: From, environment: Environment) => To,
): Environments<To> {
  return {
    terrestrial: change(environments.terrestrial, "terrestrial"),
    aquatic: change(environments.aquatic, "aquatic"),
  };
}

export function mapTwo<From, To>(two: Two<From>, change: (value: From, index: number) => To): Two<To> {
  return [change(two[0], 0), change(two[1], 1)];
}

export function mapThree<From, To>(
  three: Three<From>,
  change: (value: From, index: number) => To,
): Three<To> {
  return [change(three[0], 0), change(three[1], 1), change(three[2], 2)];
}

/** Code of a profession in a link, 1 to 9 (the official API's `code`). */
export function professionCode(profession: Profession): number {
  return PROFESSIONS.indexOf(profession) + 1;
}

export function professionOfCode(code: number): Profession | undefined {
  return PROFESSIONS[code - 1];
}

/** Content length in bytes: 44, or 46 + 2 per weapon + 4 per override with the trailing part. */
export function buildLinkByteLength(link: Pick<BuildLink, "weapons" | "skillVariants">): number {
  if (link.weapons === null && link.skillVariants === null) return FIXED_BYTES;
  return FIXED_BYTES + 2 + 2 * (link.weapons?.length ?? 0) + 4 * (link.skillVariants?.length ?? 0);
}

/** Length of the part every build link has. */
export const FIXED_BYTES = 44;
/** Length of the profession block at byte 28. */
export const PROFESSION_BLOCK_BYTES = 16;
