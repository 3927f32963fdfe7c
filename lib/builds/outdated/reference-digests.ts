import { z } from "zod";
import type { Reference } from "../library/references.ts";
import { DIGEST_RULES, recordDigest, UNKNOWN_DIGEST } from "./record-digest.ts";

const digestsSchema = z.object({
  /** Rules that the fingerprints were made by. */
  rules: z.literal(DIGEST_RULES),
  /** By kind and id, such as `trait:633`. */
  of: z.record(z.string(), z.string()),
});

/** What the game data said of everything a loadout refers to on the day it was saved. */
export type ReferenceDigests = z.infer<typeof digestsSchema>;

/** Stored fingerprints; null where there are none, or where other rules made them and they cannot be compared. */
export function storedDigests(value: unknown): ReferenceDigests | null {
  return digestsSchema
    .nullable()
    .catch(null)
    .parse(value ?? null);
}

/** Fingerprints of all that is referred to and known now. */
export function digestsOf(references: readonly Reference[]): ReferenceDigests {
  const of = references.flatMap(({ key, record }) => (record ? [[key, recordDigest(record)] as const] : []));
  return { rules: DIGEST_RULES, of: Object.fromEntries(of) };
}

/**
 * What is otherwise now than when the fingerprints were taken. What has vanished is not in it, nor is what was or is
 * without figures.
 */
export function changedSince(
  digests: ReferenceDigests | null,
  references: readonly Reference[],
): readonly Reference[] {
  if (!digests) return [];
  return references.filter(({ key, record }) => {
    const before = digests.of[key];
    const now = record && recordDigest(record);
    if (before === undefined || before === UNKNOWN_DIGEST || !now || now === UNKNOWN_DIGEST) return false;
    return before !== now;
  });
}
