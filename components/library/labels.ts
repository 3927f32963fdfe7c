import type { LibraryFilter, LibraryFilterField, LibrarySort } from "#lib/builds/library/schema.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";

/** What the filters are called, in the order of their chips. */
export const FILTER_LABELS = {
  profession: "Profession",
  elite: "Elite specialization",
  mode: "Mode",
  boon: "Boon for others",
  stats: "Stat set",
  weapon: "Weapon",
  state: "Up to date",
  author: "Author",
} as const satisfies Partial<Record<LibraryFilterField, string>>;

export type ShownFilter = keyof typeof FILTER_LABELS;

export const SORT_NAMES = {
  relevance: "Relevance",
  newest: "Newest",
  rating: "Best rated",
  forks: "Most copied",
} as const satisfies Record<LibrarySort, string>;

export const STATE_NAMES = { current: "Up to date", outdated: "Outdated" } as const;

/** Words of a chip; undefined where the filter is not set. */
export function chipText(name: ShownFilter, filter: LibraryFilter): string | undefined {
  const { mode, boon, stats, author, state } = filter;
  switch (name) {
    case "mode":
      return mode && GAME_MODE_NAMES[mode];
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
