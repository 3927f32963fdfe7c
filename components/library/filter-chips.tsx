import { X } from "lucide-react";
import { type LibraryFilter, libraryQueryString } from "#lib/builds/library/schema.ts";
import { chipText, FILTER_LABELS, type ShownFilter } from "./labels.ts";

const NAMES = Object.keys(FILTER_LABELS) as ShownFilter[];

/** The filters that are set, each a link to the same search without it. */
export function FilterChips({ action, filter }: { action: string; filter: LibraryFilter }) {
  const chips = NAMES.flatMap((name) => {
    const text = chipText(name, filter);
    return text ? [{ name, text }] : [];
  });
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters that are set" className="mb-4 flex flex-wrap gap-2">
      {chips.map(({ name, text }) => (
        <li key={name} className="min-w-0">
          <a
            href={`${action}${libraryQueryString(filter, { [name]: undefined })}`}
            aria-label={`Remove the filter ${text}`}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-accent/60 px-3 py-1 text-sm text-accent hover:bg-raised"
          >
            <span className="truncate">{text}</span> <X aria-hidden className="size-3.5 shrink-0" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a
            href={`${action}${libraryQueryString({ q: filter.q, sort: filter.sort })}`}
            className="inline-flex min-h-8 items-center px-2 text-sm text-ink-soft underline underline-offset-2 hover:text-ink"
          >
            Remove all
          </a>
        </li>
      )}
    </ul>
  );
}
