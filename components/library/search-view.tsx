import { LRUCache } from "lru-cache";
import type { ReactNode } from "react";
import { KeptHtml } from "#components/ui/kept-html.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { LibraryFilter } from "#lib/builds/library/schema.ts";
import type { LibraryOptions, LibraryPage } from "#lib/builds/library/view.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterForm } from "./filter-form.tsx";
import { FoundBuilds } from "./found-builds.tsx";

/** What the HTML of a form is kept for: the form of an address follows from its search alone. About 20 KB each. */
const FORMS_KEPT = 200;
const forms = new LRUCache<string, object>({ max: FORMS_KEPT });

function formOf(action: string, { after: _, ...asked }: LibraryFilter): object {
  const key = JSON.stringify([action, asked]);
  const form = forms.get(key) ?? {};
  forms.set(key, form);
  return form;
}

/** A search of builds, whole: its form, what is asked for, what is wrong with it, and what it found. */
export function SearchView({
  action,
  name,
  filter,
  options,
  page,
  problem,
  withAuthor,
  showVisibility,
  empty,
}: {
  /** Address of the page, without its search. */
  action: string;
  /** What the list is of, for those who hear the page. */
  name: string;
  filter: LibraryFilter;
  options: LibraryOptions;
  page: LibraryPage | null;
  problem: string | null;
  withAuthor?: boolean;
  showVisibility?: boolean;
  /** Shown where there is nothing although nothing was asked for. */
  empty: ReactNode;
}) {
  return (
    <>
      <KeptHtml of={formOf(action, filter)}>
        <FilterForm action={action} filter={filter} options={options} withAuthor={withAuthor} />
      </KeptHtml>
      <FilterChips action={action} filter={filter} />
      {problem && (
        <Notice tone="bad" title="This search cannot be made" alert>
          {problem}
        </Notice>
      )}
      {page && (
        <section aria-label={name}>
          <FoundBuilds
            action={action}
            filter={filter}
            page={page}
            showVisibility={showVisibility}
            empty={empty}
          />
        </section>
      )}
    </>
  );
}
