import { buttonClass } from "#components/ui/button.tsx";
import { EXPORT_FORMATS } from "#lib/builds/exchange/export-formats.ts";

/** A saved build by its slug, or a loadout that nobody saved by its code. */
type Exported = { readonly slug: string } | { readonly code: string };

/** Ways to take a build away: plain links, no script. */
export function ExportMenu(build: Exported) {
  const fileName = "slug" in build ? build.slug : "build";
  return (
    <details className="relative">
      <summary className={buttonClass("secondary", "cursor-pointer list-none")}>Export</summary>
      <ul className="mt-2 flex flex-col gap-1 rounded-xl border border-line-strong bg-surface p-2 sm:absolute sm:right-0 sm:z-10 sm:w-80 sm:shadow-lg">
        {EXPORT_FORMATS.map(({ id, name, hint, extension }) => (
          <Choice
            key={id}
            href={exportAddress(build, id)}
            download={id === "json" || id === "markdown" ? `${fileName}.${extension}` : undefined}
            name={name}
            hint={hint}
          />
        ))}
        {"slug" in build && (
          <Choice
            href={`/b/${build.slug}/print`}
            name="Print"
            hint="The whole build on paper, without pictures."
          />
        )}
      </ul>
    </details>
  );
}

function Choice({
  href,
  download,
  name,
  hint,
}: {
  href: string;
  download?: string | undefined;
  name: string;
  hint: string;
}) {
  return (
    <li>
      <a href={href} download={download} className="block rounded-lg px-3 py-2 hover:bg-raised">
        <span className="block text-sm font-medium text-ink">{name}</span>
        <span className="block text-xs text-ink-faint">{hint}</span>
      </a>
    </li>
  );
}

function exportAddress(build: Exported, format: string): string {
  if ("slug" in build) return `/b/${build.slug}/export/${format}`;
  return `/build/export/${format}?${new URLSearchParams({ code: build.code })}`;
}
