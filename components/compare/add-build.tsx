import { Plus } from "lucide-react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { type CompareQuery, compareHref } from "#lib/builds/compare/schema.ts";
import type { FoundToAdd } from "#lib/builds/compare/view.ts";
import type { BuildListItem } from "#lib/builds/view.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { KeptFields } from "./kept-fields.tsx";

/** The field to add a build by address, code, build link or name, and what a name found. */
export function AddBuild({ query, found }: { query: CompareQuery; found: FoundToAdd | null }) {
  const problem = found?.kind === "refused" ? found.message : null;
  return (
    <div className="flex flex-col gap-4">
      <search>
        <form action="/compare" method="get" className="flex flex-col gap-2 sm:flex-row sm:items-end">
          <KeptFields query={query} without={["add"]} />
          <label className="flex min-w-0 grow flex-col gap-1.5 text-sm font-medium text-ink-soft">
            Add a build
            <input
              type="text"
              name="add"
              required
              defaultValue={query.add}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              placeholder="Name, address, loadout code or build link"
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? "add-problem" : undefined}
              className={INPUT_CLASS}
            />
          </label>
          <Button type="submit" tone="primary" className="min-h-12 shrink-0 px-6">
            <Plus aria-hidden className="size-4" /> Add
          </Button>
        </form>
      </search>
      {problem && (
        <p id="add-problem" role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {found?.kind === "search" && <Found found={found} query={query} />}
    </div>
  );
}

function Found({ found, query }: { found: FoundToAdd & { kind: "search" }; query: CompareQuery }) {
  const own = found.own?.builds ?? [];
  const known = new Set(own.map(({ slug }) => slug));
  const everybodys = found.everybodys.builds.filter(({ slug }) => !known.has(slug));
  const corrections = found.everybodys.corrections;
  if (own.length + everybodys.length === 0) {
    return (
      <p role="status" className="text-sm text-ink-soft">
        No build is called “{query.add}”. Try fewer words, or look around in the{" "}
        <a href="/library" className="text-accent underline underline-offset-2">
          library
        </a>
        .
      </p>
    );
  }
  return (
    <div role="status">
      {corrections.length > 0 && (
        <p className="mb-2 text-sm text-ink-soft">Also looked for {corrections.join(", ")}.</p>
      )}
      <Choices title="Your builds" builds={own} query={query} />
      <Choices title="Public builds" builds={everybodys} query={query} />
    </div>
  );
}

const MOST_SHOWN = 8;

function Choices({
  title,
  builds,
  query,
}: {
  title: string;
  builds: readonly BuildListItem[];
  query: CompareQuery;
}) {
  if (builds.length === 0) return null;
  return (
    <section aria-label={title} className="mb-3">
      <h2 className="mb-1.5 text-sm text-ink-soft">{title}</h2>
      <ul className="flex flex-wrap gap-2">
        {builds.slice(0, MOST_SHOWN).map(({ slug, name, title: specialization, mode }) => (
          <li key={slug} className="max-w-full">
            <ButtonLink
              href={compareHref(query, { builds: [...query.builds, slug] })}
              className="max-w-full text-left"
            >
              <Plus aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0">
                <span className="block truncate">{name}</span>
                <span className="block text-xs font-normal text-ink-faint">
                  {specialization}, {GAME_MODE_NAMES[mode]}
                </span>
              </span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
