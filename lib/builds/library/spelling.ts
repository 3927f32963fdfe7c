import { LRUCache } from "lru-cache";
import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { BOONS } from "#lib/engine/attribute-ids.ts";
import { ACTIVITY_NAMES, ROLE_NAMES } from "../details/words.ts";
import { STAT_SETS } from "../stat-sets.ts";
import { typosBetween, wordsOf } from "./words.ts";

/** Shorter words have too many neighbours to guess at. */
const SHORTEST_CORRECTED = 4;
const TWO_TYPOS_FROM = 8;
const MOST_CORRECTIONS = 4;

export interface Spelt {
  /** Words of the game that were meant perhaps, nearest first; none for one that begins a word of the game. */
  readonly corrections: readonly string[];
  /** Neither begins a word of the game nor is close to one. */
  readonly isForeign: boolean;
}

export type Spelling = (word: string) => Spelt;

let made: { catalog: Catalog; spelling: Spelling } | undefined;

/** What a typed word may have meant; the catalogue's vocabulary is gone through once for each new word. */
export function spellingOf(catalog: Catalog): Spelling {
  if (made?.catalog !== catalog) made = { catalog, spelling: makeSpelling(vocabularyOf(catalog)) };
  return made.spelling;
}

/** As {@link spellingOf}, for any list of words. */
export function makeSpelling(vocabulary: readonly string[]): Spelling {
  const known = new LRUCache<string, Spelt>({ max: 2000 });
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const spelt = spell(word, vocabulary);
    known.set(word, spelt);
    return spelt;
  };
}

function spell(word: string, vocabulary: readonly string[]): Spelt {
  if (vocabulary.some((one) => one.startsWith(word))) return { corrections: [], isForeign: false };
  const corrections = word.length < SHORTEST_CORRECTED ? [] : nearestWords(word, vocabulary);
  return { corrections, isForeign: corrections.length === 0 };
}

function nearestWords(word: string, vocabulary: readonly string[]): readonly string[] {
  const most = word.length < TWO_TYPOS_FROM ? 1 : 2;
  const near = vocabulary.flatMap((meant) => {
    const typos = typosBetween(word, meant, most);
    return typos === undefined ? [] : [{ meant, typos }];
  });
  const fewest = Math.min(...near.map(({ typos }) => typos));
  return near
    .filter(({ typos }) => typos === fewest)
    .slice(0, MOST_CORRECTIONS)
    .map(({ meant }) => meant);
}

function vocabularyOf({ data }: Catalog): string[] {
  const names = [
    ...data.professions.map(({ id }) => id),
    ...data.specializations.map(({ name }) => name),
    ...data.traits.map(({ name }) => name),
    ...data.skills.map(({ name }) => name),
    ...data.items.map(({ name }) => name),
    ...data.pets.map(({ name }) => name),
    ...STAT_SETS,
    ...BOONS,
    ...Object.values(ROLE_NAMES),
    ...Object.values(ACTIVITY_NAMES),
  ];
  return [...new Set(names.flatMap(wordsOf))].filter((word) => word.length >= SHORTEST_CORRECTED);
}
