import type { GearChoice } from "./gear-choices.ts";

/**
 * Other words for attributes, as players use them: what an attribute does is often better known than its name. Source:
 * Guild Wars 2 Wiki "Attribute", 2026.
 */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  precision: ["critical chance", "crit chance"],
  ferocity: ["critical damage", "crit damage"],
  "condition damage": ["condi damage"],
  expertise: ["condition duration", "condi duration"],
  concentration: ["boon duration"],
  vitality: ["health"],
  poison: ["poisoned"],
  chill: ["chilled"],
};

/** What items that raise every attribute say. */
const EVERY_ATTRIBUTE = ["all attributes", "all stats"];
const ATTRIBUTES = [
  "power",
  "precision",
  "toughness",
  "vitality",
  "ferocity",
  "condition damage",
  "expertise",
  "concentration",
  "healing power",
];
/** Letters from which on a beginning stands for the whole word. */
const MEANINGFUL_LETTERS = 3;

/** Choices that begin with, contain or give what was typed, best first; all of them for an empty text. */
export function searchChoices<Choice extends GearChoice>(
  choices: readonly Choice[],
  text: string,
): readonly Choice[] {
  const wanted = madePlain(text);
  if (wanted === "") return choices;
  const query: Query = { wanted, meanings: meaningsOf(wanted), words: wanted.split(" ").map(meaningsOf) };
  const found = choices.flatMap((choice, position) => {
    const hit = hitOf(choice, query);
    return hit ? [{ choice, position, ...hit }] : [];
  });
  const isScattered = (rank: number) => rank === SCATTERED;
  const best = found.some(({ rank }) => !isScattered(rank))
    ? found.filter(({ rank }) => !isScattered(rank))
    : found;
  return best
    .toSorted((a, b) => a.rank - b.rank || b.value - a.value || a.position - b.position)
    .map(({ choice }) => choice);
}

interface Query {
  readonly wanted: string;
  readonly meanings: readonly string[];
  /** Meanings of each word by itself. */
  readonly words: readonly (readonly string[])[];
}

interface Hit {
  readonly rank: number;
  /** Points of the attribute that was asked for. */
  readonly value: number;
}

/** Words of the text in several places; counts only where nothing fits as a whole. */
const SCATTERED = 9;

function hitOf(choice: GearChoice, { wanted, meanings, words }: Query): Hit | null {
  const { name, lines } = wordsOf(choice);
  if (name === wanted) return { rank: 0, value: 0 };
  if (name.startsWith(wanted)) return { rank: 1, value: 0 };
  if (name.includes(` ${wanted}`)) return { rank: 2, value: 0 };
  const begins = lines.filter(({ what }) => meanings.some((meaning) => what.startsWith(meaning)));
  if (begins.length > 0) return { rank: 3, value: Math.max(...begins.map(({ value }) => value)) };
  if (name.includes(wanted)) return { rank: 4, value: 0 };
  const holds = lines.find(({ text }) => meanings.some((meaning) => ` ${text}`.includes(` ${meaning}`)));
  if (holds) return { rank: 5, value: holds.value };
  if (words.length < 2) return null;
  const all = [name, ...lines.map(({ text }) => text)].map((line) => ` ${line}`);
  const isThere = (word: readonly string[]) =>
    word.some((meaning) => all.some((line) => line.includes(` ${meaning}`)));
  return words.every(isThere) ? { rank: SCATTERED, value: 0 } : null;
}

/** The text itself, the attributes that are known by it, and "all attributes" where it means one. */
function meaningsOf(wanted: string): readonly string[] {
  const written = wanted.replace(/\bcondi\b/, "condition");
  const isMeaning = (word: string) =>
    wanted.length >= MEANINGFUL_LETTERS && (word.startsWith(wanted) || word.startsWith(written));
  const named = Object.entries(OTHER_WORDS).flatMap(([attribute, words]) =>
    words.some(isMeaning) ? [attribute] : [],
  );
  const known = [...new Set([wanted, written, ...named])];
  const isAttribute = ATTRIBUTES.some((attribute) => isMeaning(attribute) || named.includes(attribute));
  return isAttribute ? [...known, ...EVERY_ATTRIBUTE] : known;
}

interface Words {
  readonly name: string;
  readonly lines: readonly { readonly what: string; readonly text: string; readonly value: number }[];
}

const kept = new WeakMap<GearChoice, Words>();

function wordsOf(choice: GearChoice): Words {
  const words = kept.get(choice) ?? {
    name: plain(choice.name),
    lines: choice.given.map(({ what, text, value }) => ({ what: plain(what), text: plain(text), value })),
  };
  kept.set(choice, words);
  return words;
}

/** Lines such as "+10 % Experience from Kills" are on hundreds of items. */
const plainTexts = new Map<string, string>();

function plain(text: string): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const made = madePlain(text);
  plainTexts.set(text, made);
  return made;
}

/** Small letters without accents, apostrophes and signs: "Berserker's" is "berserker". */
function madePlain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
