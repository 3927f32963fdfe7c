import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
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
              <Search aria-hidden className="size-4" /> Find builds
            </Button>
          </div>
          <details open={isFiltered} className="text-sm">
            <summary className="py-1 text-ink-soft">Filters and order</summary>
            <div className="mt-2 grid gap-3 xs:grid-cols-2 sm:grid-cols-3 lg:grid-cols-5">
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
              {withAuthor && (
                <label className="flex min-w-0 flex-col gap-1.5 font-medium text-ink-soft">
                  {FILTER_LABELS.author}
                  <input
                    name="author"
                    maxLength={60}
                    defaultValue={filter.author}
                    autoComplete="off"
                    className={INPUT_CLASS}
                  />
                </label>
              )}
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

function Options({ names }: { names: readonly string[] }) {
  return names.map((name) => (
    <option key={name} value={name}>
      {name}
    </option>
  ));
}
