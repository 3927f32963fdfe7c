import type { Metadata } from "next";
import { type LibrarySearch, readLibrary } from "#app/library/data.ts";
import { SearchView } from "#components/library/search-view.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { currentActor } from "#lib/accounts/session.ts";
import { searchOwnBuilds } from "#lib/builds/library/service.ts";

const ACTION = "/builds";

export const metadata: Metadata = { title: "Your builds", robots: { index: false } };

/** The player's own builds, whoever may see them: searched, filtered, page by page. */
export default async function BuildsPage({ searchParams }: { searchParams: LibrarySearch }) {
  const actor = await currentActor();
  const search = await readLibrary(ACTION, await searchParams, async (asked) =>
    actor.kind === "user" ? searchOwnBuilds(actor, asked) : null,
  );
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">Your builds</h1>
        <div className="flex flex-wrap gap-2">
          {actor.kind === "user" && (
            <>
              <ButtonLink href="/builds/favourites">Favourites</ButtonLink>
              <ButtonLink href="/builds/transfers">Offers</ButtonLink>
              <ButtonLink href="/builds/bin">Deleted</ButtonLink>
            </>
          )}
          <ButtonLink href="/library">Public builds</ButtonLink>
          <ButtonLink href="/import">Import</ButtonLink>
          <ButtonLink href="/builds/new" tone="primary">
            New build
          </ButtonLink>
        </div>
      </div>
      {actor.kind === "visitor" && (
        <Card className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-soft">With an account you keep builds, name them and share them by link.</p>
          <ButtonLink href="/sign-in?next=/builds">Sign in</ButtonLink>
        </Card>
      )}
      {actor.kind === "user" && (
        <SearchView
          {...search}
          action={ACTION}
          name="Your builds"
          showVisibility
          empty={
            <Card>
              <p>Nothing saved yet.</p>
              <p className="mt-1 text-sm text-ink-soft">
                Begin a new build, or import one: copy a build template in the game and paste it.
              </p>
            </Card>
          }
        />
      )}
    </>
  );
}
