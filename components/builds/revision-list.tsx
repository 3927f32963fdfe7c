import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { BuildHistory } from "#lib/builds/view.ts";

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Revisions, newest first. Two are picked and compared by a plain GET form; each earlier one can be restored. */
export function RevisionList({
  history: { slug, current, revisions, comparison },
  restore,
}: {
  history: BuildHistory;
  restore: (form: FormData) => Promise<void>;
}) {
  const from = comparison?.from ?? current - 1;
  const to = comparison?.to ?? current;
  return (
    <section aria-labelledby="revisions">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="revisions" className="text-xl">
          Revisions
        </h2>
        {revisions.length > 1 && (
          <form id="compare" action={`/b/${slug}/history`} method="get">
            <Button type="submit">Compare the two chosen</Button>
          </form>
        )}
      </div>
      {revisions.length === 1 && (
        <p className="mb-3 text-sm text-ink-soft">
          Every change of skills, traits or equipment is kept here from now on, and can be undone.
        </p>
      )}
      <ol className="flex flex-col gap-2" aria-label="Revisions, newest first">
        {revisions.map(({ number, note, authorName, createdAt }) => (
          <li key={number}>
            <Card className="flex flex-wrap items-center gap-x-4 gap-y-2">
              {revisions.length > 1 && (
                <span className="flex gap-3 text-sm text-ink-soft">
                  <Pick name="from" label="before" number={number} checked={number === from} />
                  <Pick name="to" label="after" number={number} checked={number === to} />
                </span>
              )}
              <span className="min-w-0 grow">
                <span className="block font-medium">
                  Revision {number}
                  {number === current && <span className="text-accent"> · the present one</span>}
                </span>
                <span className="block text-sm break-words text-ink-soft">
                  {note ?? (number === 1 ? "First save" : "No note")}
                </span>
                <span className="block text-xs text-ink-faint">
                  {authorName ?? "a player who has left"},{" "}
                  <time dateTime={createdAt.toISOString()}>{WHEN.format(createdAt)} UTC</time>
                </span>
              </span>
              {number !== current && (
                <form action={restore}>
                  <input type="hidden" name="slug" value={slug} />
                  <input type="hidden" name="number" value={number} />
                  <Button type="submit" aria-label={`Restore revision ${number}`}>
                    Restore
                  </Button>
                </form>
              )}
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pick({
  name,
  label,
  number,
  checked,
}: {
  name: "from" | "to";
  label: string;
  number: number;
  checked: boolean;
}) {
  return (
    <label className="flex min-h-8 items-center gap-1.5">
      <input
        type="radio"
        form="compare"
        name={name}
        value={number}
        defaultChecked={checked}
        aria-label={`Revision ${number} as the one ${label}`}
        className="accent-accent"
      />
      {label}
    </label>
  );
}
