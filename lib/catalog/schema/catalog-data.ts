import { z } from "zod";
import { itemSchema, pvpAmuletSchema, statSetSchema } from "./items.ts";
import { icon, label } from "./primitives.ts";
import { legendSchema, paletteSchema, petSchema, professionSchema } from "./professions.ts";
import { skillSchema, traitSkillSchema } from "./skills.ts";
import { specializationSchema, traitSchema } from "./traits.ts";

/** Goes up when the shape of the files in data/catalog changes. */
export const CATALOG_SCHEMA_VERSION = 1;

/** Icons of facts: `factIcon` looks in statuses (boons, conditions, effects), then labels, then kinds. */
export const effectIconsSchema = z.strictObject({
  kinds: z.record(label, icon),
  statuses: z.record(label, icon),
  labels: z.record(label, icon),
});

/** One schema per kind of record; the keys are the kinds. */
export const RECORD_SCHEMAS = {
  professions: professionSchema,
  specializations: specializationSchema,
  traits: traitSchema,
  traitSkills: traitSkillSchema,
  skills: skillSchema,
  statSets: statSetSchema,
  items: itemSchema,
  pvpAmulets: pvpAmuletSchema,
  pets: petSchema,
  legends: legendSchema,
  palettes: paletteSchema,
} as const;

export type CatalogKind = keyof typeof RECORD_SCHEMAS;
export type RecordOf<Kind extends CatalogKind> = z.infer<(typeof RECORD_SCHEMAS)[Kind]>;
export const CATALOG_KINDS = Object.keys(RECORD_SCHEMAS) as readonly CatalogKind[];

/** The whole catalogue as plain data: lists sorted by id. */
export type CatalogData = { readonly [Kind in CatalogKind]: readonly RecordOf<Kind>[] } & {
  readonly effectIcons: EffectIcons;
};

const gapSchema = z.strictObject({
  /** Stable name of the gap; `GAP_MEANINGS` says it in words. */
  code: z.string(),
  kind: z.string(),
  count: z.int().nonnegative(),
  /** The records concerned, where they can be listed. */
  ids: z.array(z.union([z.int(), z.string()])).optional(),
});

const sourceSchema = z.strictObject({
  /** Code used in the records, or the kind of record it stands for. */
  code: z.string(),
  name: z.string(),
  /** Year, month or day: "2026-07-31". */
  date: z.string(),
  /** How many records name it. */
  records: z.int().nonnegative().optional(),
});

export const manifestSchema = z.strictObject({
  schema: z.literal(CATALOG_SCHEMA_VERSION),
  language: z.literal("en"),
  /** Build number of the game when the data was fetched from the live API, else null. */
  gameBuild: z.int().positive().nullable(),
  /** Newest date of any source: how old the figures are. */
  dataDate: z.string().nullable(),
  counts: z.record(z.string(), z.int().nonnegative()),
  sources: z.record(z.string(), z.array(sourceSchema)),
  gaps: z.array(gapSchema),
  /** Kinds of data that the live API lacks and that were kept from the earlier catalogue by `catalog:sync`. */
  carriedOver: z.array(
    z.strictObject({ what: z.string(), records: z.int().nonnegative(), from: z.string() }),
  ),
  /** SHA-256 over all other files, names included. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export type EffectIcons = z.infer<typeof effectIconsSchema>;
export type CatalogGap = z.infer<typeof gapSchema>;
export type CatalogSource = z.infer<typeof sourceSchema>;
export type CatalogManifest = z.infer<typeof manifestSchema>;
