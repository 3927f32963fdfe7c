import { ACTIVITY_NAMES, DIFFICULTY_NAMES, ROLE_NAMES } from "#lib/builds/details/words.ts";
import type { LibraryFilter, LibraryFilterField, LibrarySort } from "#lib/builds/library/schema.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";

/** What the filters are called, in the order of their chips. */
export const FILTER_LABELS = {
  profession: "Profession",
  elite: "Elite specialization",
  mode: "Mode",
  activity: "Activity",
  role: "Role",
  difficulty: "Difficulty",
  boon: "Boon for others",
  stats: "Stat set",
  weapon: "Weapon",
  tag: "Tag",
  state: "Up to date",
  author: "Author",
} as const satisfies Partial<Record<LibraryFilterField, string>>;

export type ShownFilter = keyof typeof FILTER_LABELS;

export const SORT_NAMES = {
  relevance: "Relevance",
  newest: "Newest",
  rating: "Best rated",
  forks: "Most copied",
  views: "Most viewed",
} as const satisfies Record<LibrarySort, string>;

export const STATE_NAMES = { current: "Up to date", outdated: "Outdated" } as const;

/** Words of a chip; undefined where the filter is not set. */
export function chipText(name: ShownFilter, filter: LibraryFilter): string | undefined {
  const { mode, activity, role, difficulty, tag, boon, stats, author, state } = filter;
  switch (name) {
    case "mode":
      return mode && GAME_MODE_NAMES[mode];
    case "activity":
      return activity && ACTIVITY_NAMES[activity];
    case "role":
      return role && ROLE_NAMES[role];
    case "difficulty":
      return difficulty && `${DIFFICULTY_NAMES[difficulty]} to play`;
    case "tag":
      return tag && `#${tag}`;
    case "state":
      return state && STATE_NAMES[state];
    case "boon":
      return boon && `Gives ${boon}`;
    case "stats":
      return stats && `${stats} gear`;
    case "author":
      return author && `By ${author}`;
    default:
      return filter[name];
  }
}
