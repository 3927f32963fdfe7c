import { type BuildDetails, buildDetailsSchema, NO_DETAILS } from "./schema.ts";

/** The columns of the builds table that hold details. */
export type DetailColumns = { readonly [Field in keyof BuildDetails]: unknown };

const FIELDS = buildDetailsSchema.shape;

/** Details as stored. A field that this version of the app cannot read counts as not stated. */
export function rowDetails(row: DetailColumns): BuildDetails {
  return {
    notes: FIELDS.notes.safeParse(row.notes).data ?? NO_DETAILS.notes,
    rotation: FIELDS.rotation.safeParse(row.rotation).data ?? NO_DETAILS.rotation,
    video: FIELDS.video.safeParse(row.video).data ?? NO_DETAILS.video,
    tags: FIELDS.tags.safeParse(row.tags).data ?? NO_DETAILS.tags,
    role: FIELDS.role.safeParse(row.role).data ?? NO_DETAILS.role,
    difficulty: FIELDS.difficulty.safeParse(row.difficulty).data ?? NO_DETAILS.difficulty,
    activities: FIELDS.activities.safeParse(row.activities).data ?? NO_DETAILS.activities,
  };
}
