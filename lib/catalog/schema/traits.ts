import { z } from "zod";
import { factsOfAllModes } from "./facts.ts";
import { icon, name, professionName, skillId, specializationId, traitId } from "./primitives.ts";
import { weaponName } from "./skills.ts";

export const TRAIT_TIERS = ["weapon", "adept", "master", "grandmaster"] as const;

export const traitSchema = z.strictObject({
  id: traitId,
  name,
  icon: icon.optional(),
  specialization: specializationId,
  slot: z.enum(["Major", "Minor"]),
  /** 1 adept, 2 master, 3 grandmaster; 0 the proficiency that comes with an elite specialization's weapon. */
  tier: z.int().min(0).max(3),
  /** Row of a major trait in its column: 0 top, 1 middle, 2 bottom. */
  order: z.int().min(0).max(2),
  /** Skills that the trait casts (`traitSkills`). */
  skills: z.array(skillId).nonempty().optional(),
  alliedTargets: z.union([z.int().nonnegative(), z.literal("self")]).optional(),
  ...factsOfAllModes,
});

export const specializationSchema = z.strictObject({
  id: specializationId,
  name,
  profession: professionName,
  elite: z.boolean(),
  icon: icon.optional(),
  background: icon.optional(),
  professionIcon: icon.optional(),
  professionIconBig: icon.optional(),
  /** Adept, master, grandmaster. */
  minorTraits: z.array(traitId).length(3),
  /** Three adept, three master, three grandmaster; `majorTraits[(tier - 1) * 3 + order]`. */
  majorTraits: z.array(traitId).length(9),
  weaponTrait: traitId.optional(),
  /** Weapons that the API ties to this elite specialization. */
  weapons: z.array(weaponName).nonempty().optional(),
});

export type Trait = z.infer<typeof traitSchema>;
export type Specialization = z.infer<typeof specializationSchema>;
