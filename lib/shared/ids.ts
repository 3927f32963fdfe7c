/**
 * Branded identifiers. The game numbers everything from 1, so a trait id passes for a skill id unless the
 * compiler is told apart. Make a brand only where a value is parsed (`as` in one place), never in between.
 */
declare const brand: unique symbol;
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Skill id of the official API (`/v2/skills`). */
export type SkillId = Brand<number, "SkillId">;
/** Trait id of the official API (`/v2/traits`). */
export type TraitId = Brand<number, "TraitId">;
/** Specialization id of the official API (`/v2/specializations`). */
export type SpecializationId = Brand<number, "SpecializationId">;
/** Item id of the official API (`/v2/items`). */
export type ItemId = Brand<number, "ItemId">;
/** Stat set id of the official API (`/v2/itemstats`). */
export type StatSetId = Brand<number, "StatSetId">;
/** Pet id of the official API (`/v2/pets`). */
export type PetId = Brand<number, "PetId">;
/** Palette id: what a build template link stores in place of a skill id. */
export type PaletteId = Brand<number, "PaletteId">;
/** Legend code of a build template link, 1 to 8 (13 to 18 in links of 2019 to 2021). */
export type LegendCode = Brand<number, "LegendCode">;
/** Weapon type id of a build template link, for instance 90 for Sword. */
export type WeaponTypeId = Brand<number, "WeaponTypeId">;

/** UUID of a user row. */
export type UserId = Brand<string, "UserId">;
/** UUID of a build row. */
export type BuildId = Brand<string, "BuildId">;
/** UUID of a chat row. */
export type ChatId = Brand<string, "ChatId">;
