import { z } from "zod";
import {
  attunement,
  icon,
  label,
  legendCode,
  name,
  paletteId,
  petId,
  professionName,
  skillId,
  specializationId,
} from "./primitives.ts";
import { skillSlot, weaponName } from "./skills.ts";

export const weaponSkillSchema = z.strictObject({
  id: skillId,
  /** 1 to 5. */
  slot: z.int().min(1).max(5),
  attunement: attunement.optional(),
  dualAttunement: attunement.optional(),
  /** Off-hand weapon that it needs (thief); "Nothing": an empty off hand. */
  offhand: z.union([weaponName, z.literal("Nothing")]).optional(),
  environment: z.enum(["land", "water"]),
  /** Elite specializations that have this skill in place of the weapon's ordinary one. */
  onlyFor: z.array(specializationId).nonempty().optional(),
});

export const professionWeaponSchema = z.strictObject({
  weapon: weaponName,
  /** Where it can be held. A spear and the two aquatic weapons are two-handed. */
  hands: z.array(z.enum(["main", "off", "two"])).nonempty(),
  environments: z.array(z.enum(["land", "water"])).nonempty(),
  /** Elite specialization that brought it; others need weapon mastery. */
  specialization: specializationId.optional(),
  skills: z.array(weaponSkillSchema),
});

export const professionSchema = z.strictObject({
  id: professionName,
  name,
  /** In build template links. */
  code: z.int().min(1).max(9),
  icon: icon.optional(),
  iconBig: icon.optional(),
  /** "NoWeaponSwap", "NoRacialSkills". */
  flags: z.array(label),
  specializations: z.array(specializationId),
  weapons: z.array(professionWeaponSchema),
  /** Heal, utility, elite and profession mechanic skills of the profession's panel. */
  skills: z.array(
    z.strictObject({
      id: skillId,
      slot: skillSlot,
      attunement: attunement.optional(),
      /** Profession it was stolen from (thief). */
      stolenFrom: professionName.optional(),
    }),
  ),
});

/** Palette ids (in build template links) and skill ids of one profession. Palette ids are unique, skills are not. */
export const paletteSchema = z.strictObject({
  profession: professionName,
  pairs: z.array(z.tuple([paletteId, skillId])),
});

export const petSchema = z.strictObject({
  id: petId,
  name,
  icon: icon.optional(),
  family: label.optional(),
  archetype: label.optional(),
  skills: z.array(skillId),
  beastmodeSkills: z.array(skillId).nonempty().optional(),
});

export const legendSchema = z.strictObject({
  /** Of the API: "Legend1". */
  id: z.string(),
  code: legendCode,
  name: name.optional(),
  icon: icon.optional(),
  specialization: specializationId.optional(),
  swap: skillId,
  heal: skillId,
  utilities: z.array(skillId).length(3),
  elite: skillId,
});

export type WeaponSkill = z.infer<typeof weaponSkillSchema>;
export type ProfessionWeapon = z.infer<typeof professionWeaponSchema>;
export type ProfessionRecord = z.infer<typeof professionSchema>;
export type Palette = z.infer<typeof paletteSchema>;
export type Pet = z.infer<typeof petSchema>;
export type Legend = z.infer<typeof legendSchema>;
export type Environment = WeaponSkill["environment"];
