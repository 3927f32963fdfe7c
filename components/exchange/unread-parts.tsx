import type { UnreadPart } from "#lib/builds/exchange/import-view.ts";

/** What could not be read of a pasted text, and why. */
export function UnreadParts({ parts }: { parts: readonly UnreadPart[] }) {
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="unread" className="mt-6">
      <h2 id="unread" className="mb-2 text-xl">
        Not read
      </h2>
      <ul className="flex flex-col gap-2">
        {[...parts.entries()].map(([position, { source, excerpt, message }]) => (
          <li key={position} className="rounded-lg border border-warn/40 bg-warn/8 px-4 py-3 text-sm">
            <p className="font-medium text-ink">{source}</p>
            <p className="mt-1 text-ink-soft">{message}</p>
            <p className="mt-1 font-mono text-xs break-all text-ink-faint">{excerpt}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
