import type { Metadata } from "next";
import { SearchView } from "#components/library/search-view.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
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
  const search = await readLibrary(ACTION, await searchParams, searchLibrary);
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Library</h1>
        <ButtonLink href="/builds">Your builds</ButtonLink>
      </div>
      <SearchView
        {...search}
        action={ACTION}
        name="Public builds"
        withAuthor
        empty={<p className="text-ink-soft">Nobody has published a build here yet.</p>}
      />
    </>
  );
}
