const ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
const SUFFIX_LENGTH = 8;
const MAX_WORDS_LENGTH = 48;

/**
 * A public address for a build: its name in plain letters and eight random characters (30^8, about 6.6 * 10^11), so
 * that it reads well, does not collide, and an unlisted one cannot be guessed from the name alone.
 */
export function newSlug(
  name: string,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = fillRandom,
): string {
  const words = slugWords(name);
  const suffix = Array.from(
    random(new Uint8Array(SUFFIX_LENGTH)),
    (byte) => ALPHABET[byte % ALPHABET.length],
  ).join("");
  return words ? `${words}-${suffix}` : suffix;
}

/** The address after renaming: new words before the same random characters. */
export function renamedSlug(slug: string, name: string): string {
  const suffix = slug.slice(-SUFFIX_LENGTH);
  const words = slugWords(name);
  return words ? `${words}-${suffix}` : suffix;
}

function slugWords(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_WORDS_LENGTH)
    .replace(/^-+|-+$/g, "");
}

function fillRandom(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return crypto.getRandomValues(bytes);
}
