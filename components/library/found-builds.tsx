import type { ReactNode } from "react";
import { BuildList } from "#components/builds/build-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { KeptHtml } from "#components/ui/kept-html.tsx";
import { type LibraryFilter, libraryQueryString } from "#lib/builds/library/schema.ts";
import type { LibraryPage } from "#lib/builds/library/view.ts";

/** What a search found, page by page; what to do where it found nothing. */
export function FoundBuilds({
  action,
  filter,
  page,
  showVisibility = false,
  empty,
}: {
  action: string;
  filter: LibraryFilter;
  page: LibraryPage;
  showVisibility?: boolean;
  /** Shown where there is nothing although nothing was asked for. */
  empty: ReactNode;
}) {
  const { after, sort: _, ...asked } = filter;
  const isSearch = Object.values(asked).some(Boolean);
  return (
    <>
      {page.corrections.length > 0 && (
        <p className="mb-3 text-sm text-ink-soft">
          Also looked for <strong className="font-medium text-ink">{page.corrections.join(", ")}</strong>.
        </p>
      )}
      {page.builds.length > 0 && (
        <KeptHtml of={page.builds}>
          <BuildList builds={page.builds} showVisibility={showVisibility} />
        </KeptHtml>
      )}
      {page.builds.length === 0 && (isSearch || after ? <NothingFound action={action} /> : empty)}
      {(page.next || after) && (
        <nav aria-label="Pages" className="mt-5 flex flex-wrap gap-3">
          {after && <ButtonLink href={`${action}${libraryQueryString(filter)}`}>First page</ButtonLink>}
          {page.next && (
            <ButtonLink href={`${action}${libraryQueryString(filter, { after: page.next })}`}>
              More builds
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

function NothingFound({ action }: { action: string }) {
  return (
    <Card>
      <p className="font-medium">No build fits all of this.</p>
      <p className="mt-1 mb-3 text-sm text-ink-soft">
        Take a filter away, or use fewer words: every word has to be in the build.
      </p>
      <ButtonLink href={action}>Start again</ButtonLink>
    </Card>
  );
}
