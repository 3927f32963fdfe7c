import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { SearchIcon } from "#components/ui/drawn-icons.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { MAX_TAG_LENGTH } from "#lib/builds/details/tags.ts";
import {
  ACTIVITIES,
  ACTIVITY_MODES,
  ACTIVITY_NAMES,
  BUILD_ROLES,
  DIFFICULTIES,
  DIFFICULTY_NAMES,
  ROLE_NAMES,
} from "#lib/builds/details/words.ts";
import type { LibraryFilter, LibraryFilterField } from "#lib/builds/library/schema.ts";
import type { LibraryOptions } from "#lib/builds/library/view.ts";
import { GAME_MODE_NAMES, GAME_MODES, PROFESSIONS } from "#lib/shared/game.ts";
import { FILTER_LABELS, SORT_NAMES, STATE_NAMES } from "./labels.ts";

/** Search and filters of a library page. A plain GET form: every search has an address, with JavaScript or without. */
export function FilterForm({
  action,
  filter,
  options,
  withAuthor = false,
}: {
  action: string;
  filter: LibraryFilter;
  options: LibraryOptions;
  withAuthor?: boolean;
}) {
  const isFiltered = Object.entries(filter).some(([name, value]) => name in FILTER_LABELS && value);
  return (
    <Card className="mb-5">
      <search>
        <form action={action} method="get" className="flex flex-col gap-3">
          <div className="flex flex-col gap-2 sm:flex-row sm:items-end">
            <label className="flex min-w-0 grow flex-col gap-1.5 text-sm font-medium text-ink-soft">
              Search
              <input
                type="search"
                name="q"
                maxLength={100}
                defaultValue={filter.q}
                autoComplete="off"
                placeholder="Name, specialization, trait, skill, rune…"
                className={INPUT_CLASS}
              />
            </label>
            <Button type="submit" tone="primary" className="min-h-12 shrink-0 px-6">
              <SearchIcon /> Find builds
            </Button>
          </div>
          <details open={isFiltered} className="text-sm">
            <summary className="py-1 text-ink-soft">Filters and order</summary>
            <div className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
              <Choice name="profession" filter={filter}>
                <Options names={PROFESSIONS} />
              </Choice>
              <Choice name="elite" filter={filter}>
                {options.elites.map(({ profession, names }) => (
                  <optgroup key={profession} label={profession}>
                    <Options names={names} />
                  </optgroup>
                ))}
              </Choice>
              <Choice name="mode" filter={filter}>
                {GAME_MODES.map((mode) => (
                  <option key={mode} value={mode}>
                    {GAME_MODE_NAMES[mode]}
                  </option>
                ))}
              </Choice>
              <Choice name="activity" filter={filter}>
                {GAME_MODES.map((mode) => (
                  <optgroup key={mode} label={GAME_MODE_NAMES[mode]}>
                    <Words
                      words={ACTIVITIES.filter((activity) => ACTIVITY_MODES[activity] === mode)}
                      names={ACTIVITY_NAMES}
                    />
                  </optgroup>
                ))}
              </Choice>
              <Choice name="role" filter={filter}>
                <Words words={BUILD_ROLES} names={ROLE_NAMES} />
              </Choice>
              <Choice name="difficulty" filter={filter}>
                <Words words={DIFFICULTIES} names={DIFFICULTY_NAMES} />
              </Choice>
              <Choice name="boon" filter={filter}>
                <Options names={options.boons} />
              </Choice>
              <Choice name="stats" filter={filter}>
                <Options names={options.statSets} />
              </Choice>
              <Choice name="weapon" filter={filter}>
                <Options names={options.weapons} />
              </Choice>
              <Choice name="state" filter={filter}>
                <option value="current">{STATE_NAMES.current}</option>
                <option value="outdated">{STATE_NAMES.outdated}</option>
              </Choice>
              <TextFilter name="tag" filter={filter} maxLength={MAX_TAG_LENGTH} />
              {withAuthor && <TextFilter name="author" filter={filter} maxLength={60} />}
              <label className="flex min-w-0 flex-col gap-1.5 font-medium text-ink-soft">
                Order
                <select
                  name="sort"
                  defaultValue={filter.sort === "relevance" ? "" : filter.sort}
                  className={INPUT_CLASS}
                >
                  <option value="">{SORT_NAMES.relevance}</option>
                  <option value="newest">{SORT_NAMES.newest}</option>
                  <option value="rating">{SORT_NAMES.rating}</option>
                  <option value="forks">{SORT_NAMES.forks}</option>
                  <option value="views">{SORT_NAMES.views}</option>
                </select>
              </label>
            </div>
          </details>
        </form>
      </search>
    </Card>
  );
}

function Choice({
  name,
  filter,
  children,
}: {
  name: Exclude<LibraryFilterField, "q" | "sort" | "after">;
  filter: LibraryFilter;
  children: ReactNode;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium text-ink-soft">
      {FILTER_LABELS[name]}
      <select name={name} defaultValue={filter[name] ?? ""} className={INPUT_CLASS}>
        <option value="">Any</option>
        {children}
      </select>
    </label>
  );
}

function TextFilter({
  name,
  filter,
  maxLength,
}: {
  name: "tag" | "author";
  filter: LibraryFilter;
  maxLength: number;
}) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium text-ink-soft">
      {FILTER_LABELS[name]}
      <input
        name={name}
        maxLength={maxLength}
        defaultValue={filter[name]}
        autoComplete="off"
        className={INPUT_CLASS}
      />
    </label>
  );
}

function Words<Word extends string>({
  words,
  names,
}: {
  words: readonly Word[];
  names: Readonly<Record<Word, string>>;
}) {
  return words.map((word) => (
    <option key={word} value={word}>
      {names[word]}
    </option>
  ));
}

function Options({ names }: { names: readonly string[] }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
}
