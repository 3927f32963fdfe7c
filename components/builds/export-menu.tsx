import { buttonClass } from "#components/ui/button.tsx";
import { EXPORT_FORMATS } from "#lib/builds/exchange/export-formats.ts";

/** Ways to take a build away: plain links, no script. */
export function ExportMenu({ slug }: { slug: string }) {
  return (
    <details className="relative">
      <summary className={buttonClass("secondary", "cursor-pointer list-none")}>Export</summary>
      <ul className="mt-2 flex flex-col gap-1 rounded-xl border border-line-strong bg-surface p-2 sm:absolute sm:right-0 sm:z-10 sm:w-80 sm:shadow-lg">
        {EXPORT_FORMATS.map(({ id, name, hint, extension }) => (
          <li key={id}>
            <a
              href={`/b/${slug}/export/${id}`}
              download={id === "json" || id === "markdown" ? `${slug}.${extension}` : undefined}
              className="block rounded-lg px-3 py-2 hover:bg-raised"
            >
              <span className="block text-sm font-medium text-ink">{name}</span>
              <span className="block text-xs text-ink-faint">{hint}</span>
            </a>
          </li>
        ))}
        <li>
          <a href={`/b/${slug}/print`} className="block rounded-lg px-3 py-2 hover:bg-raised">
            <span className="block text-sm font-medium text-ink">Print</span>
            <span className="block text-xs text-ink-faint">The whole build on paper, without pictures.</span>
          </a>
        </li>
      </ul>
    </details>
  );
}
