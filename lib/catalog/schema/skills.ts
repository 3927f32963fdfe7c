import { z } from "zod";
import { factsOfAllModes } from "./facts.ts";
import { attunement, icon, label, name, professionName, skillId, specializationId } from "./primitives.ts";

export const SKILL_TYPES = [
  "Weapon",
  "Heal",
  "Utility",
  "Elite",
  "Profession",
  "Toolbelt",
  "Bundle",
  "Pet",
  "Transform",
  "Monster",
] as const;

export const SKILL_SLOTS = [
  "Weapon_1",
  "Weapon_2",
  "Weapon_3",
  "Weapon_4",
  "Weapon_5",
  "Heal",
  "Utility",
  "Elite",
  "Profession_1",
  "Profession_2",
  "Profession_3",
  "Profession_4",
  "Profession_5",
  "Toolbelt",
  "Pet",
  "Downed_1",
  "Downed_2",
  "Downed_3",
  "Downed_4",
  "Transform_1",
] as const;

export const WEAPONS = [
  "Axe",
  "Dagger",
  "Mace",
  "Pistol",
  "Scepter",
  "Sword",
  "Focus",
  "Shield",
  "Torch",
  "Warhorn",
  "Greatsword",
  "Hammer",
  "Longbow",
  "Rifle",
  "Shortbow",
  "Spear",
  "Staff",
  "Speargun",
  "Trident",
] as const;

export const weaponName = z.enum(WEAPONS);
export const skillSlot = z.enum(SKILL_SLOTS);
export const SKILL_FLAGS = ["GroundTargeted", "NoUnderwater"] as const;

export const skillSchema = z.strictObject({
  id: skillId,
  name,
  icon: icon.optional(),
  type: z.enum(SKILL_TYPES).optional(),
  slot: skillSlot.optional(),
  /** Empty for racial, bundle and transform skills that name none. */
  professions: z.array(professionName),
  specialization: specializationId.optional(),
  weapon: weaponName.optional(),
  attunement: attunement.optional(),
  /** Second attunement that a Weaver needs. */
  dualAttunement: attunement.optional(),
  /** Off-hand weapon that a thief's dual skill needs; "Nothing": an empty off hand. */
  dualWield: z.union([weaponName, z.literal("Nothing")]).optional(),
  /** "Signet", "Shout", "Well" and so on, as the API spells them. */
  categories: z.array(label),
  /** Absent when unknown (newer skills), which is not the same as none. */
  flags: z.array(z.enum(SKILL_FLAGS)).optional(),
  /** Energy, adrenaline or life force, by profession. */
  cost: z.number().optional(),
  initiative: z.number().optional(),
  /** Energy per second of a revenant's upkeep skill, negative. */
  upkeep: z.number().optional(),
  /** PvE. `rechargeOf(skill, mode)` knows the other modes. */
  rechargeSeconds: z.number().nonnegative().optional(),
  /** Cast time of the tooltip. */
  activationSeconds: z.number().nonnegative().optional(),
  /** Measured cast time with aftercast, from combat simulator data. */
  castTimeMs: z.number().nonnegative().optional(),
  flip: skillId.optional(),
  next: skillId.optional(),
  previous: skillId.optional(),
  toolbelt: skillId.optional(),
  /** Skills of the kit or conjured weapon that it equips. */
  bundle: z.array(skillId).nonempty().optional(),
  /** Skills of the form that it turns the player into. */
  transform: z.array(skillId).nonempty().optional(),
  /** The five skills that a mechanic (shroud, tome, forge) swaps in. */
  bar: z.array(skillId).nonempty().optional(),
  subskills: z
    .array(z.strictObject({ id: skillId, attunement: attunement.optional(), form: label.optional() }))
    .nonempty()
    .optional(),
  /** How many allies its boons reach, or only the user. */
  alliedTargets: z.union([z.int().nonnegative(), z.literal("self")]).optional(),
  ...factsOfAllModes,
  /** Every fact without `modes`, other than the recharge, holds in all three modes. */
  modesKnown: z.literal(true).optional(),
  /** Code of the source of `facts`; absent: none known, or the live API (see the manifest). */
  factsSource: z.string().optional(),
  /** Code of the source of `traitedFacts` when it is older than `facts`. */
  traitedFactsSource: z.string().optional(),
  /** Total PvE coefficient that a combat simulator uses and that fits none of the damage facts. */
  simulatorCoefficient: z.number().optional(),
  /** Known from community data only. */
  notInApi: z.literal(true).optional(),
  /** Its name in May 2023. */
  reworkedFrom: name.optional(),
  /** Skills of the same name that do have facts. */
  sameNameAs: z.array(skillId).nonempty().optional(),
});

/** A skill that a trait casts. Its id may also be that of a skill; the facts here are the trait's own. */
export const traitSkillSchema = z.strictObject({
  id: skillId,
  name,
  icon: icon.optional(),
  categories: z.array(label),
  rechargeSeconds: z.number().nonnegative().optional(),
  ...factsOfAllModes,
});

export type Skill = z.infer<typeof skillSchema>;
export type TraitSkill = z.infer<typeof traitSkillSchema>;
export type SkillType = (typeof SKILL_TYPES)[number];
export type SkillSlot = (typeof SKILL_SLOTS)[number];
export type WeaponName = (typeof WEAPONS)[number];
