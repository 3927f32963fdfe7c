import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type LibrarySearch, readLibrary } from "#app/library/data.ts";
import { FilterChips } from "#components/library/filter-chips.tsx";
import { FilterForm } from "#components/library/filter-form.tsx";
import { FoundBuilds } from "#components/library/found-builds.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { searchFavourites } from "#lib/builds/library/service.ts";

const ACTION = "/builds/favourites";

export const metadata: Metadata = { title: "Favourite builds", robots: { index: false } };

/** What the player keeps at hand: searched, filtered, page by page. */
export default async function FavouritesPage({ searchParams }: { searchParams: LibrarySearch }) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect(`/sign-in?next=${ACTION}`);
  const { filter, options, page, problem } = await readLibrary(ACTION, await searchParams, (asked) =>
    searchFavourites(actor, asked),
  );
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Favourite builds</h1>
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
        <section aria-label="Favourite builds">
          <FoundBuilds
            action={ACTION}
            filter={filter}
            page={page}
            empty={
              <Card>
                <p>No favourites yet.</p>
                <p className="mt-1 text-sm text-ink-soft">
                  Press “Favourite” at the end of a build's page, and the build is kept at hand here.
                </p>
              </Card>
            }
          />
        </section>
      )}
    </>
  );
}
