import { createHash } from "node:crypto";

/** Raised when the rules below change; fingerprints made by other rules are not compared. */
export const DIGEST_RULES = 1;

/** Stands for a record whose figures the game data does not know: nothing can be said of a change. */
export const UNKNOWN_DIGEST = "-";

/** 40 bits: one false "unchanged" in a million million changes. */
const DIGEST_LENGTH = 10;

/** Says how a record looks, where it was read, or what others measured; none of it is a change of the game. */
const NOT_THE_GAMES = new Set([
  "name",
  "icon",
  "background",
  "professionIcon",
  "professionIconBig",
  "factsSource",
  "traitedFactsSource",
  "source",
  "sources",
  "basis",
  "assumed",
  "inferred",
  "unconfirmed",
  "inGame",
  "notInApi",
  "modesKnown",
  "reworkedFrom",
  "sameNameAs",
  "simulatorCoefficient",
  "castTimeMs",
]);

const known = new WeakMap<object, string>();

/**
 * Fingerprint of what a record of the game data says: figures, slots, traits it holds. The same for records that
 * differ only in name, pictures or source. Hexadecimal, or {@link UNKNOWN_DIGEST} for a skill or trait without facts.
 */
export function recordDigest(record: object): string {
  const before = known.get(record);
  if (before !== undefined) return before;
  const digest = makeDigest(record);
  known.set(record, digest);
  return digest;
}

function makeDigest(record: object): string {
  // A skill or trait whose list of facts is empty is one that no source tells of; once it does, nothing has changed.
  if ("slot" in record && "facts" in record && Array.isArray(record.facts) && record.facts.length === 0) {
    return UNKNOWN_DIGEST;
  }
  const content = JSON.stringify(record, (key, value) =>
    NOT_THE_GAMES.has(key) ? undefined : inOrder(value),
  );
  return createHash("sha256").update(content).digest("hex").slice(0, DIGEST_LENGTH);
}

/** The order in which fields were written says nothing. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
