import { ArrowRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { INPUT_CLASS } from "#components/ui/field.tsx";

/**
 * The one input of the home page. A plain GET form, so it works without JavaScript and what was typed stays in the
 * address; `error` says what is wrong with `link`.
 */
export function PasteLinkForm({ link, error }: { link?: string | undefined; error?: string | undefined }) {
  return (
    <form action="/build" method="get" className="flex flex-col gap-2">
      <label htmlFor="link" className="text-sm font-medium text-ink-soft">
        Build template link
      </label>
      <div className="flex flex-col gap-2 sm:flex-row">
        <input
          id="link"
          name="link"
          required
          defaultValue={link}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder="[&DQ…=]"
          className={classNames(INPUT_CLASS, "font-mono text-sm sm:text-base")}
          aria-invalid={error ? true : undefined}
          aria-describedby="link-note"
        />
        <Button type="submit" tone="primary" className="min-h-12 shrink-0 px-6">
          Show build <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
      {error ? (
        <p id="link-note" role="alert" className="text-sm text-bad">
          {error}
        </p>
      ) : (
        <p id="link-note" className="text-sm text-ink-faint">
          In the game: build panel, then the menu of a template, then “Copy build template”. Text around the
          link is fine.
        </p>
      )}
      <p className="text-sm text-ink-faint">
        Addresses of builds, JSON, Markdown, or several at once:{" "}
        <a
          href={link ? `/import?${new URLSearchParams({ text: link })}` : "/import"}
          className="text-accent underline underline-offset-2"
        >
          import them
        </a>
        .
      </p>
    </form>
  );
}
