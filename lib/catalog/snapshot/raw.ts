import { z } from "zod";

/**
 * Records as the official API (`/v2`, recent schema) gives them. Only what the catalogue uses is named; keys that
 * begin with `_` are optional additions of a merged snapshot. Values the game may extend (types, slots, flags)
 * are plain strings here and are checked when the record is normalised.
 */
const int = z.number().int();
const text = z.string();
const ids = z.array(int);
const alliedTargets = z.union([z.number(), z.literal("self")]);

export const rawFactSchema = z.looseObject({
  type: text.optional(),
  text: text.optional(),
  icon: text.optional(),
});

const rawFacts = z.array(rawFactSchema).optional();

export const rawSkillSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  type: text.optional(),
  slot: text.optional(),
  weapon_type: text.optional(),
  professions: z.array(text).optional(),
  specialization: int.optional(),
  attunement: text.optional(),
  dual_attunement: text.optional(),
  dual_wield: text.optional(),
  categories: z.array(text).optional(),
  flags: z.array(text).optional(),
  cost: z.number().optional(),
  initiative: z.number().optional(),
  flip_skill: int.optional(),
  next_chain: int.optional(),
  prev_chain: int.optional(),
  toolbelt_skill: int.optional(),
  bundle_skills: ids.optional(),
  transform_skills: ids.optional(),
  subskills: z
    .array(z.looseObject({ id: int, attunement: text.optional(), form: text.optional() }))
    .optional(),
  facts: rawFacts,
  traited_facts: rawFacts,
  _facts_source: text.nullable().optional(),
  _traited_facts_source: text.optional(),
  _modes_known: z.boolean().optional(),
  _activation: z.number().optional(),
  _cast_time_ms: z.number().optional(),
  _allied_targets: alliedTargets.optional(),
  _upkeep: z.number().optional(),
  _bar_skills: ids.optional(),
  _sim_damage_total: z.number().optional(),
  _not_in_api: z.boolean().optional(),
  _reworked_from: text.optional(),
  _same_name_as: ids.optional(),
});

export const rawTraitSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  specialization: int,
  slot: text,
  tier: int,
  order: int,
  facts: rawFacts,
  traited_facts: rawFacts,
  skills: z.array(z.unknown()).optional(),
  _allied_targets: alliedTargets.optional(),
});

export const rawTraitSkillSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  categories: z.array(text).optional(),
  facts: rawFacts,
  traited_facts: rawFacts,
});

export const rawSpecializationSchema = z.looseObject({
  id: int,
  name: text,
  profession: text,
  elite: z.boolean(),
  icon: text.optional(),
  background: text.optional(),
  profession_icon: text.optional(),
  profession_icon_big: text.optional(),
  minor_traits: ids,
  major_traits: ids,
  weapon_trait: int.optional(),
  _weapons: z.array(text).optional(),
});

export const rawProfessionSchema = z.looseObject({
  id: text,
  name: text,
  code: int.optional(),
  icon: text.optional(),
  icon_big: text.optional(),
  flags: z.array(text).optional(),
  specializations: ids,
  weapons: z.record(
    text,
    z.looseObject({
      specialization: int.optional(),
      flags: z.array(text),
      skills: z.array(
        z.looseObject({ id: int, slot: text, offhand: text.optional(), attunement: text.optional() }),
      ),
    }),
  ),
  skills: z.array(
    z.looseObject({ id: int, slot: text, attunement: text.optional(), source: text.optional() }),
  ),
  skills_by_palette: z.array(z.tuple([int, int])).optional(),
});

export const rawItemStatSchema = z.looseObject({
  id: int,
  name: text,
  attributes: z.array(z.looseObject({ attribute: text, multiplier: z.number(), value: z.number() })),
  _selectable: z.array(text).optional(),
});

const rawInfix = z.looseObject({
  attributes: z.array(z.looseObject({ attribute: text, modifier: z.number() })).optional(),
});

export const rawItemSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  type: text,
  level: int.optional(),
  rarity: text.optional(),
  game_types: z.array(text).optional(),
  details: z
    .looseObject({
      type: text.optional(),
      flags: z.array(text).optional(),
      infusion_upgrade_flags: z.array(text).optional(),
      infix_upgrade: rawInfix.optional(),
      bonuses: z.array(text).optional(),
      duration_ms: z.number().optional(),
      description: text.optional(),
    })
    .optional(),
  _group: text.optional(),
  _source: text.optional(),
  _bonuses: z
    .array(
      z.looseObject({
        attribute: text.optional(),
        text: text.optional(),
        value: z.number().optional(),
        percent: z.boolean().optional(),
        source: text.optional(),
      }),
    )
    .optional(),
  _facts: rawFacts,
  _cooldown: z.number().optional(),
  _effects: z.record(text, z.number()).optional(),
  _proc: z.record(text, z.unknown()).optional(),
  _in_game_2026_08: z.boolean().optional(),
});

export const rawPvpAmuletSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  attributes: z.record(text, z.number()),
});

export const rawPetSchema = z.looseObject({
  id: int,
  name: text,
  icon: text.optional(),
  skills: z.array(z.looseObject({ id: int })),
  _family: text.optional(),
  _archetype: text.optional(),
  _beastmode_skills: ids.optional(),
});

export const rawLegendSchema = z.looseObject({
  id: text,
  code: int.optional(),
  swap: int,
  heal: int,
  elite: int,
  utilities: ids,
  _name: text.optional(),
  _icon: text.optional(),
  _specialization: int.optional(),
});

const labelled = z.array(
  z.looseObject({ text, coefficient: z.number().optional(), value: z.number().optional() }),
);

const rawModeSplit = z.looseObject({
  complete: z.boolean().optional(),
  facts: rawFacts,
  damage: z.array(z.looseObject({ text, coefficient: z.number(), weapon: text.optional() })).optional(),
  healing: labelled.optional(),
  barrier: labelled.optional(),
  buff_durations: z.record(text, z.union([z.number(), z.literal("omit")])).optional(),
});

export const rawBalanceSplitSchema = z.looseObject({
  id: int,
  kind: z.enum(["skill", "trait", "trait_skill"]),
  name: text.optional(),
  modes: z.looseObject({
    pve: rawModeSplit.optional(),
    wvw: rawModeSplit.optional(),
    pvp: rawModeSplit.optional(),
  }),
  _sources: z.array(text).optional(),
});

/** Optional table of palette ids beyond those of the API, by profession. */
export const rawPaletteFileSchema = z.looseObject({
  skillsByPalette: z.record(text, z.array(z.tuple([int, int]))),
});

/** Optional description of where a folder's records come from. */
export const rawSourcesSchema = z.strictObject({
  gameBuild: int.positive().nullable().optional(),
  sources: z.record(text, z.array(z.strictObject({ code: text, name: text, date: text }))),
  gaps: z
    .array(
      z.strictObject({
        code: text,
        kind: text,
        count: int.nonnegative(),
        ids: z.array(z.union([int, text])).optional(),
      }),
    )
    .optional(),
  carriedOver: z.array(z.strictObject({ what: text, records: int.nonnegative(), from: text })).optional(),
});

export type RawFact = z.infer<typeof rawFactSchema>;
export type RawSkill = z.infer<typeof rawSkillSchema>;
export type RawTrait = z.infer<typeof rawTraitSchema>;
export type RawTraitSkill = z.infer<typeof rawTraitSkillSchema>;
export type RawSpecialization = z.infer<typeof rawSpecializationSchema>;
export type RawProfession = z.infer<typeof rawProfessionSchema>;
export type RawItemStat = z.infer<typeof rawItemStatSchema>;
export type RawItem = z.infer<typeof rawItemSchema>;
export type RawPvpAmulet = z.infer<typeof rawPvpAmuletSchema>;
export type RawPet = z.infer<typeof rawPetSchema>;
export type RawLegend = z.infer<typeof rawLegendSchema>;
export type RawModeSplit = z.infer<typeof rawModeSplit>;
export type RawBalanceSplit = z.infer<typeof rawBalanceSplitSchema>;
export type RawSources = z.infer<typeof rawSourcesSchema>;
