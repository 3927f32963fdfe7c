import { z } from "zod";
import { WEAPONS } from "#lib/catalog/schema.ts";
import { BOONS } from "#lib/engine/attribute-ids.ts";
import { GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { MAX_TAG_LENGTH, normalTag } from "../details/tags.ts";
import { ACTIVITIES, BUILD_ROLES, DIFFICULTIES } from "../details/words.ts";
import { oneOf } from "../loadout-fields.ts";
import { STAT_SETS } from "../stat-sets.ts";

export const LIBRARY_SORTS = ["relevance", "newest", "rating", "forks", "views"] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** Boons by the name that players see. */
export const BOON_NAMES = BOONS.map((boon) => `${boon[0]?.toUpperCase()}${boon.slice(1)}`);

/** A form sends what was not filled in as empty; an address may name a thing twice, then the first holds. */
const filled = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => {
    const first = Array.isArray(value) ? value[0] : value;
    return typeof first === "string" && first.trim() === "" ? undefined : first;
  }, schema.optional());

const text = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Shorten ${what} to ${most} characters.` });

/** What a reader looks for; the query string of the library's pages. */
export const libraryFilterSchema = z.object({
  q: filled(text("the search", 100)),
  profession: filled(oneOf(PROFESSIONS, "a profession")),
  /** Name of an elite specialization. */
  elite: filled(text("the elite specialization", 40)),
  mode: filled(oneOf(GAME_MODES, "a mode")),
  activity: filled(oneOf(ACTIVITIES, "an activity")),
  role: filled(oneOf(BUILD_ROLES, "a role")),
  difficulty: filled(oneOf(DIFFICULTIES, "a difficulty")),
  /** One of the words that authors give their builds. */
  tag: filled(text("the tag", MAX_TAG_LENGTH).transform(normalTag)),
  weapon: filled(oneOf(WEAPONS, "a weapon")),
  stats: filled(z.enum(STAT_SETS, { error: "Choose a stat set by its name, such as Berserker or Viper." })),
  boon: filled(
    z
      .string()
      .refine((name) => BOON_NAMES.includes(name), { error: `Choose a boon: ${BOON_NAMES.join(", ")}.` }),
  ),
  state: filled(oneOf(["current", "outdated"], "a state")),
  /** Name that an author shows to others. */
  author: filled(text("the author's name", 60)),
  sort: filled(oneOf(LIBRARY_SORTS, "an order")),
  after: filled(z.string().max(100)),
});

export type LibraryFilter = z.infer<typeof libraryFilterSchema>;
export type LibraryFilterField = keyof LibraryFilter;

/** The query string of a search, without what is not set and without the place in the list. Begins with `?` or is empty. */
export function libraryQueryString(filter: LibraryFilter, changes: Partial<LibraryFilter> = {}): string {
  const { after: _, ...shown } = filter;
  const merged = { ...shown, ...changes };
  const set = Object.entries(merged).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}

/** The query string of a page as the filter, or what is wrong with it. */
export function parseLibraryFilter(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Result<LibraryFilter, string> {
  const parsed = libraryFilterSchema.safeParse(query);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map(({ message }) => message).join(" "));
}
