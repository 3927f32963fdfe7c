import { z } from "zod";

export const MAX_TAGS = 10;
export const MAX_TAG_LENGTH = 24;

/**
 * A tag as it is kept and compared: small letters, digits and hyphens, whatever case, spaces or `#` it was typed with.
 * Letters of every script count. Empty where nothing is left.
 */
export function normalTag(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** The tags of a typed list, by commas, semicolons, lines or `#`; each once, in their order. Not limited in number. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,;\n#]/).map(normalTag))].filter(Boolean);
}

const tagError = `A tag has letters or digits, and at most ${MAX_TAG_LENGTH} characters.`;

const tag = z
  .string({ error: tagError })
  .transform(normalTag)
  .refine((text) => text !== "" && text.length <= MAX_TAG_LENGTH, { error: tagError });

/** Tags as kept: normal, each once. */
export const tagsSchema = z
  .array(tag, { error: "Give the tags as a list." })
  .transform((tags) => [...new Set(tags)])
  .refine((tags) => tags.length <= MAX_TAGS, { error: `Give at most ${MAX_TAGS} tags.` });
