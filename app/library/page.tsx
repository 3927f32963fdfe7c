import type { Metadata } from "next";
import { FilterChips } from "#components/library/filter-chips.tsx";
import { FilterForm } from "#components/library/filter-form.tsx";
import { FoundBuilds } from "#components/library/found-builds.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { searchLibrary } from "#lib/builds/library/service.ts";
import { type LibrarySearch, readLibrary } from "./data.ts";

const ACTION = "/library";

export const metadata: Metadata = {
  title: "Library of builds",
  description:
    "Public Guild Wars 2 builds: search by name, specialization, trait or skill, and filter by mode, boons for others, stat set and weapon.",
  alternates: { canonical: ACTION },
};

/** Public builds of everybody: searched, filtered, page by page. The whole search stands in the address. */
export default async function LibraryRoute({ searchParams }: { searchParams: LibrarySearch }) {
  const { filter, options, page, problem } = await readLibrary(ACTION, await searchParams, searchLibrary);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Library</h1>
        <ButtonLink href="/builds">Your builds</ButtonLink>
      </div>
      <FilterForm action={ACTION} filter={filter} options={options} withAuthor />
      <FilterChips action={ACTION} filter={filter} />
      {problem && (
        <Notice tone="bad" title="This search cannot be made" alert>
          {problem}
        </Notice>
      )}
      {page && (
        <section aria-label="Public builds">
          <FoundBuilds
            action={ACTION}
            filter={filter}
            page={page}
            empty={<p className="text-ink-soft">Nobody has published a build here yet.</p>}
          />
        </section>
      )}
    </>
  );
}
