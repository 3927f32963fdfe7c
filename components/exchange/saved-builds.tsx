import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { SavedImport } from "#lib/builds/exchange/saved-import.ts";

/** What became of the builds that were to be saved. */
export function SavedBuilds({ saved }: { saved: readonly SavedImport[] }) {
  const failed = saved.filter(({ slug }) => slug === null);
  return (
    <Notice
      tone={failed.length > 0 ? "warn" : "info"}
      alert
      title={`${saved.length - failed.length} of ${saved.length} saved as private builds`}
    >
      <ul className="mt-1 mb-3">
        {[...saved.entries()].map(([position, { name, slug, problem }]) => (
          <li key={position} className="break-words">
            {slug ? (
              <a href={`/b/${slug}`} className="text-accent underline underline-offset-2">
                {name}
              </a>
            ) : (
              `${name}: ${problem}`
            )}
          </li>
        ))}
      </ul>
      <ButtonLink href="/builds">Your builds</ButtonLink>
    </Notice>
  );
}
