import { z } from "zod";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { type BuildDetails, buildDetailsSchema } from "../details/schema.ts";
import type { Loadout } from "../loadout.ts";
import { describeFaults, parseLoadout } from "../parse-loadout.ts";
import { revisionNoteSchema, saveBuildSchema } from "../schema.ts";
import type { LoadoutDifference } from "../view.ts";

const MAX_JSON = 60_000;

/** JSON in a field of a form. */
const json = (what: string) =>
  z
    .string({ error: `${what} is missing.` })
    .max(MAX_JSON, { error: `${what} is too long.` })
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: `${what} is not JSON.` });
        return z.NEVER;
      }
    });

const loadout = json("The loadout").transform((value, context): Loadout => {
  const parsed = parseLoadout(value);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: describeFaults(parsed.error) });
  return z.NEVER;
});

/** State of a build that a change was made from. */
export const baseSchema = z.object({ revision: z.int().min(1).max(1_000_000), details: buildDetailsSchema });

const common = saveBuildSchema.pick({ name: true, visibility: true }).extend({
  loadout,
  details: json("What is said of the build").pipe(buildDetailsSchema),
});

/** A build made in the editor. */
export const saveNewSchema = common.extend({
  /** The build that it began as. */
  from: buildSlugSchema.optional(),
});

/** A saved build as it is after editing. */
export const saveChangeSchema = common.extend({
  slug: buildSlugSchema,
  note: revisionNoteSchema,
  base: json("The state that was edited").pipe(baseSchema),
});

export type SaveNewInput = z.infer<typeof saveNewSchema>;
export type SaveChangeInput = z.infer<typeof saveChangeSchema>;
export type EditBase = z.infer<typeof baseSchema>;

/** What became of a change. */
export type SaveOutcome =
  | { readonly kind: "saved"; readonly slug: string; readonly revision: number }
  | { readonly kind: "conflict"; readonly newest: NewestState };

/** What somebody else, or the same player in another window, saved meanwhile. */
export interface NewestState {
  readonly name: string;
  readonly revision: number;
  readonly loadout: Loadout;
  readonly details: BuildDetails;
  /** From the state that was edited to the newest. */
  readonly theirs: readonly LoadoutDifference[];
  /** From the newest to what was to be saved. */
  readonly mine: readonly LoadoutDifference[];
}
