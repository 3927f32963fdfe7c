import { z } from "zod";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { GAME_MODES, VISIBILITIES } from "#lib/shared/game.ts";

export * from "./loadout.ts";
export * from "./loadout-assumptions.ts";
export * from "./parse-loadout.ts";
export * from "./slot-names.ts";
export * from "./stat-sets.ts";

export const buildNameSchema = z
  .string({ error: "Give the build a name." })
  .trim()
  .min(1, "Give the build a name.")
  .max(80, "A build name has at most 80 characters.");

/** What a player states when saving a build that was pasted as a link. */
export const saveBuildSchema = z.object({
  link: z
    .string({ error: "Paste a build template link." })
    .max(2000, "This is too long for a build template link. Paste only the part from [& to ]."),
  /** Code of a whole loadout; where it is given, it holds instead of the link. */
  code: z.string().max(4000, "This is too long for a loadout code.").optional(),
  name: buildNameSchema,
  visibility: z.enum(VISIBILITIES, { error: "Choose private, unlisted or public." }),
  mode: z.enum(GAME_MODES, { error: "Choose PvE, WvW or PvP." }).default("pve"),
});

export type SaveBuildInput = z.infer<typeof saveBuildSchema>;

/** What an owner may change of a saved build without editing its loadout. */
export const changeBuildSchema = saveBuildSchema.pick({ name: true, visibility: true }).extend({
  slug: buildSlugSchema,
});

export type ChangeBuildInput = z.infer<typeof changeBuildSchema>;

/** What an author may say of a change. */
export const revisionNoteSchema = z
  .string()
  .trim()
  .max(200, "A note has at most 200 characters.")
  .transform((note) => note || null);

const revisionNumber = z.coerce
  .number({ error: "Name a revision by its number." })
  .int()
  .min(1)
  .max(1_000_000);

/** Which state of a build is to be brought back. */
export const restoreRevisionSchema = z.object({ slug: buildSlugSchema, number: revisionNumber });

/** One person's vote; 0 takes it back. */
export const rateSchema = z.object({
  slug: buildSlugSchema,
  stars: z.coerce.number({ error: "Give 1 to 5 stars." }).int().min(0).max(5, "Give 1 to 5 stars."),
});

export const favouriteSchema = z.object({ slug: buildSlugSchema, favourite: z.stringbool() });

export type RateInput = z.infer<typeof rateSchema>;
export type FavouriteInput = z.infer<typeof favouriteSchema>;
