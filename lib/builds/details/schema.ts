import { z } from "zod";
import { oneOf } from "../loadout-fields.ts";
import { tagsSchema } from "./tags.ts";
import { videoLinkSchema } from "./video-link.ts";
import { ACTIVITIES, BUILD_ROLES, DIFFICULTIES } from "./words.ts";

export const MAX_NOTES = 10_000;
export const MAX_ROTATION = 6_000;

/** Markdown of an author. Lines end alike on every system, so that equal texts are equal. */
const markdown = (what: string, most: number) =>
  z
    .string({ error: `Give ${what} as text.` })
    .transform(plainText)
    .refine((text) => text.length <= most, { error: `Shorten ${what} to ${most} characters.` })
    .default("");

/**
 * What an author says of a build besides its loadout: one schema for the API, forms, files and storage. Everything may
 * be left out; unknown fields are refused, so that a misspelt one is not lost.
 */
export const buildDetailsSchema = z.strictObject({
  /** Markdown. `[[Name]]` of a skill or trait becomes its card. */
  notes: markdown("the notes", MAX_NOTES),
  /** Markdown: what to press in which order. */
  rotation: markdown("the rotation", MAX_ROTATION),
  video: videoLinkSchema.default(null),
  tags: tagsSchema.default([]),
  role: oneOf(BUILD_ROLES, "a role").nullable().default(null),
  difficulty: oneOf(DIFFICULTIES, "a difficulty").nullable().default(null),
  activities: z
    .array(oneOf(ACTIVITIES, "an activity"), { error: "Give the activities as a list." })
    .max(100, { error: "Name each activity once." })
    .transform((given) => ACTIVITIES.filter((activity) => given.includes(activity)))
    .default([]),
});

export type BuildDetails = z.infer<typeof buildDetailsSchema>;
export type BuildDetailsInput = z.input<typeof buildDetailsSchema>;

export const NO_DETAILS: BuildDetails = buildDetailsSchema.parse({});

/** What is wrong with details, by field, in words for the player; empty where nothing is. */
export function detailsErrors(details: unknown): Partial<Record<keyof BuildDetails, string>> {
  const parsed = buildDetailsSchema.safeParse(details);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.toReversed().map(({ path, message }) => [String(path[0] ?? "notes"), message]),
  );
}

/** Without what cannot be seen, stored or is the editor's own: control characters, lone surrogates, blank ends. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      /[\n\t]/.test(character) ? character : "",
    )
    .trimEnd();
}
