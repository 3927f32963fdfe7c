import { z } from "zod";
import { WEAPONS } from "#lib/catalog/schema.ts";
import { RARITIES, TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import type { ItemId, LegendCode, PetId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import { assumptionsSchema } from "./loadout-assumptions.ts";
import { idOf, oneOf, slotsOf, threeOf, twoOf, wholeNumber } from "./loadout-fields.ts";
import { STAT_SETS } from "./stat-sets.ts";

/** Version of the stored object. A change of shape adds a version and a migration in parse-loadout.ts. */
export const LOADOUT_VERSION = 1;

const skillId = idOf<SkillId>("a skill");
const traitId = idOf<TraitId>("a trait");
const itemId = idOf<ItemId>("an item");
const petId = idOf<PetId>("a pet");
const legendCode = idOf<LegendCode>("a legend (its code in build links)", 255);

const statSet = z
  .enum(STAT_SETS, { error: 'Choose a stat set by its name without "\'s", such as Berserker or Viper.' })
  .nullable()
  .default(null);
/** Legendary equipment counts as ascended. */
const rarity = oneOf(RARITIES, "a rarity").default("ascended");

/** One specialization line: its three major traits, adept, master, grandmaster; null where none is chosen. */
const specializationLine = z.strictObject({
  id: idOf<SpecializationId>("a specialization"),
  traits: threeOf(traitId, "traits (adept, master, grandmaster)"),
});

const skillBar = z.strictObject({
  heal: skillId.nullable().default(null),
  utility: threeOf(skillId, "utility skills"),
  elite: skillId.nullable().default(null),
});

const weaponPiece = z.strictObject({
  /** Weapon type as in the official API, for instance `Greatsword`. */
  type: oneOf(WEAPONS, "a weapon type"),
  statSet,
  rarity,
  /** One sigil on a one-handed weapon, two on a two-handed or aquatic one. */
  sigils: slotsOf(itemId, 2, "sigils"),
  infusions: slotsOf(itemId, 2, "infusions"),
});

/** A two-handed or aquatic weapon is `main`. */
const weaponSet = z
  .strictObject({ main: weaponPiece.nullable().default(null), off: weaponPiece.nullable().default(null) })
  .prefault({});

export const ARMOR_SLOTS = ["helm", "shoulders", "coat", "gloves", "leggings", "boots"] as const;
export const TRINKET_SLOTS = ["back", "accessory1", "accessory2", "amulet", "ring1", "ring2"] as const;
export const GEAR_SLOTS = [...ARMOR_SLOTS, ...TRINKET_SLOTS] as const;
export type GearSlot = (typeof GEAR_SLOTS)[number];

const gearPiece = z.strictObject({
  statSet,
  rarity,
  /** On the amulet its enrichment. */
  infusions: slotsOf(itemId, 3, "infusions"),
});

const runesError = "Give the id of one rune for all six pieces, or a list of six ids (null for none).";

const equipment = z
  .strictObject({
    pieces: z
      .partialRecord(z.enum(GEAR_SLOTS, { error: `Name a slot: ${GEAR_SLOTS.join(", ")}.` }), gearPiece)
      .default({}),
    /** One rune for all six pieces, or, where they differ, one for each piece in the order of ARMOR_SLOTS. */
    runes: z
      .union([itemId, z.array(itemId.nullable()).length(6, { error: runesError })], { error: runesError })
      .nullable()
      .transform(oneIfAllEqual)
      .prefault(null),
    relic: itemId.nullable().default(null),
    food: itemId.nullable().default(null),
    utility: itemId.nullable().default(null),
    /** Tier of the jade bot core, 1 to 10; cores of one tier do not differ. */
    jadeBotCore: wholeNumber(1, 10, "the tier of the jade bot core").nullable().default(null),
    /** Amulet of structured PvP, where it stands for all stat sets (id of `/v2/pvp/amulets`). */
    pvpAmulet: idOf<number>("a PvP amulet").nullable().default(null),
  })
  .prefault({});

const templateError = "Name a template by its id, such as luminary-power.";

const templateReference = z.strictObject({
  id: z.string({ error: templateError }).regex(/^[A-Za-z0-9][A-Za-z0-9:-]{0,63}$/, { error: templateError }),
  setup: oneOf(TEMPLATE_SETUPS, "a setup").default("any"),
});

/**
 * What a character wears and has slotted, and what a calculation assumes of the fight. Everything but version and
 * profession may be missing: a loadout is legal to keep while it is being edited; the engine's legality tells what is
 * wrong with it. Unknown fields are refused, so that a misspelt one is not lost. Parsing normalises (six equal runes
 * become one, empty slots at the end of a list go), so that equal loadouts look equal.
 */
export const loadoutSchema = z.strictObject({
  version: z.literal(LOADOUT_VERSION, { error: `The version of the loadout has to be ${LOADOUT_VERSION}.` }),
  profession: oneOf(PROFESSIONS, "a profession"),
  mode: oneOf(GAME_MODES, "a mode").default("pve"),
  /** The elite specialization goes into the third. */
  specializations: z
    .tuple([specializationLine.nullable(), specializationLine.nullable(), specializationLine.nullable()], {
      error: "Give three specializations, null for none.",
    })
    .default([null, null, null]),
  skills: z.strictObject({ terrestrial: skillBar.prefault({}), aquatic: skillBar.prefault({}) }).prefault({}),
  weapons: z
    .strictObject({ a: weaponSet, b: weaponSet, aquaticA: weaponSet, aquaticB: weaponSet })
    .prefault({}),
  /** Weapon skills replaced by a variant (Ranger hammer). */
  skillOverrides: z
    .array(skillId, { error: "Give a list of skill ids." })
    .max(32, { error: "Replace at most 32 skills." })
    .default([]),
  /** Ranger: two on land, two under water. */
  pets: z
    .strictObject({ terrestrial: twoOf(petId, "pets"), aquatic: twoOf(petId, "pets") })
    .nullable()
    .default(null),
  /** Revenant: active and inactive legend, and the utility skills of the inactive one in their order. */
  legends: z
    .strictObject({
      terrestrial: twoOf(legendCode, "legends"),
      aquatic: twoOf(legendCode, "legends"),
      inactiveUtility: z
        .strictObject({
          terrestrial: threeOf(skillId, "utility skills"),
          aquatic: threeOf(skillId, "utility skills"),
        })
        .prefault({}),
    })
    .nullable()
    .default(null),
  equipment,
  /** Template whose measured rotation gives the damage coefficients (data/templates). */
  template: templateReference.nullable().default(null),
  assumptions: assumptionsSchema.prefault({}),
});

export type Loadout = z.infer<typeof loadoutSchema>;
export type LoadoutInput = z.input<typeof loadoutSchema>;
export type SpecializationLine = NonNullable<Loadout["specializations"][number]>;
export type SkillBar = Loadout["skills"]["terrestrial"];
export type WeaponSet = Loadout["weapons"]["a"];
export type WeaponPiece = NonNullable<WeaponSet["main"]>;
export type GearPiece = NonNullable<Loadout["equipment"]["pieces"][GearSlot]>;
export type Equipment = Loadout["equipment"];
export type Runes = Equipment["runes"];

function oneIfAllEqual(runes: ItemId | (ItemId | null)[] | null): ItemId | (ItemId | null)[] | null {
  if (!Array.isArray(runes)) return runes;
  const first = runes[0] ?? null;
  return runes.every((rune) => rune === first) ? first : runes;
}
