import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type LibrarySearch, readLibrary } from "#app/library/data.ts";
import { SearchView } from "#components/library/search-view.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { searchFavourites } from "#lib/builds/library/service.ts";

const ACTION = "/builds/favourites";

export const metadata: Metadata = { title: "Favourite builds", robots: { index: false } };

/** What the player keeps at hand: searched, filtered, page by page. */
export default async function FavouritesPage({ searchParams }: { searchParams: LibrarySearch }) {
  const actor = await currentActor();
  if (actor.kind === "visitor") redirect(`/sign-in?next=${ACTION}`);
  const search = await readLibrary(ACTION, await searchParams, (asked) => searchFavourites(actor, asked));
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Favourite builds</h1>
        <ButtonLink href="/builds">Your builds</ButtonLink>
      </div>
      <SearchView
        {...search}
        action={ACTION}
        name="Favourite builds"
        withAuthor
        empty={
          <Card>
            <p>No favourites yet.</p>
            <p className="mt-1 text-sm text-ink-soft">
              Press “Favourite” at the end of a build's page, and the build is kept at hand here.
            </p>
          </Card>
        }
      />
    </>
  );
}
