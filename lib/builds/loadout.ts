import { z } from "zod";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import type {
  ItemId,
  LegendCode,
  PetId,
  SkillId,
  SpecializationId,
  StatSetId,
  TraitId,
} from "#lib/shared/ids.ts";

/** Version of the stored object. A change of shape adds a version and a migration in parseLoadout. */
export const LOADOUT_VERSION = 1;

const id = z.int().min(1).max(0xff_ff_ff);
const skillId = id.transform((value) => value as SkillId);
const traitId = id.transform((value) => value as TraitId);
const specializationId = id.transform((value) => value as SpecializationId);
const itemId = id.transform((value) => value as ItemId);
const statSetId = id.transform((value) => value as StatSetId);
const petId = id.transform((value) => value as PetId);
const legendCode = z
  .int()
  .min(1)
  .max(255)
  .transform((value) => value as LegendCode);

/** One specialization line: its three major traits, adept, master, grandmaster; null where none is chosen. */
const specializationLine = z.object({
  id: specializationId,
  traits: z.tuple([traitId.nullable(), traitId.nullable(), traitId.nullable()]),
});

const skillBar = z.object({
  heal: skillId.nullable(),
  utility: z.tuple([skillId.nullable(), skillId.nullable(), skillId.nullable()]),
  elite: skillId.nullable(),
});

const weaponPiece = z.object({
  /** Weapon type as in the official API, for instance `Greatsword`. */
  type: z.string().min(1).max(20),
  statSet: statSetId.nullable().default(null),
  rarity: z.enum(["exotic", "ascended"]).default("ascended"),
  /** One sigil on a one-handed weapon, two on a two-handed or aquatic one. */
  sigils: z.array(itemId.nullable()).max(2).default([]),
  infusions: z.array(itemId.nullable()).max(2).default([]),
});

const weaponSet = z.object({ main: weaponPiece.nullable(), off: weaponPiece.nullable() });

export const ARMOR_SLOTS = ["helm", "shoulders", "coat", "gloves", "leggings", "boots"] as const;
export const TRINKET_SLOTS = ["back", "accessory1", "accessory2", "amulet", "ring1", "ring2"] as const;
export const GEAR_SLOTS = [...ARMOR_SLOTS, ...TRINKET_SLOTS] as const;
export type GearSlot = (typeof GEAR_SLOTS)[number];

const gearPiece = z.object({
  statSet: statSetId,
  rarity: z.enum(["exotic", "ascended"]).default("ascended"),
  infusions: z.array(itemId.nullable()).max(3).default([]),
});

const equipment = z.object({
  pieces: z.partialRecord(z.enum(GEAR_SLOTS), gearPiece).default({}),
  /** One rune for all six pieces, or one for each piece in the order of ARMOR_SLOTS. */
  runes: z
    .union([itemId, z.array(itemId.nullable()).length(6)])
    .nullable()
    .default(null),
  relic: itemId.nullable().default(null),
  food: itemId.nullable().default(null),
  utility: itemId.nullable().default(null),
  jadeBotCore: itemId.nullable().default(null),
});

const EMPTY_SET = { main: null, off: null };

/**
 * What a character wears and has slotted. Everything but the profession may be missing: a loadout is legal to keep
 * while it is being edited; lib/engine/legality tells what is wrong with it.
 */
export const loadoutSchema = z.object({
  version: z.literal(LOADOUT_VERSION),
  profession: z.enum(PROFESSIONS),
  mode: z.enum(GAME_MODES).default("pve"),
  specializations: z.tuple([
    specializationLine.nullable(),
    specializationLine.nullable(),
    specializationLine.nullable(),
  ]),
  skills: z.object({ terrestrial: skillBar, aquatic: skillBar }),
  weapons: z
    .object({ a: weaponSet, b: weaponSet, aquaticA: weaponSet, aquaticB: weaponSet })
    .default({ a: EMPTY_SET, b: EMPTY_SET, aquaticA: EMPTY_SET, aquaticB: EMPTY_SET }),
  /** Weapon skills replaced by a variant (Ranger hammer). */
  skillOverrides: z.array(skillId).max(32).default([]),
  /** Ranger: two on land, two under water. */
  pets: z
    .object({
      terrestrial: z.tuple([petId.nullable(), petId.nullable()]),
      aquatic: z.tuple([petId.nullable(), petId.nullable()]),
    })
    .nullable()
    .default(null),
  /** Revenant: active and inactive legend, and the utility skills of the inactive one in their order. */
  legends: z
    .object({
      terrestrial: z.tuple([legendCode.nullable(), legendCode.nullable()]),
      aquatic: z.tuple([legendCode.nullable(), legendCode.nullable()]),
      inactiveUtility: z.object({
        terrestrial: z.tuple([skillId.nullable(), skillId.nullable(), skillId.nullable()]),
        aquatic: z.tuple([skillId.nullable(), skillId.nullable(), skillId.nullable()]),
      }),
    })
    .nullable()
    .default(null),
  equipment: equipment.default({
    pieces: {},
    runes: null,
    relic: null,
    food: null,
    utility: null,
    jadeBotCore: null,
  }),
});

export type Loadout = z.infer<typeof loadoutSchema>;
export type LoadoutInput = z.input<typeof loadoutSchema>;
export type SkillBar = Loadout["skills"]["terrestrial"];
export type WeaponSet = Loadout["weapons"]["a"];
