"use client";

import { useActionState, useEffect } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { FoundBuild } from "./found-build.tsx";
import type { PreviewedText, SaveAction, SaveState } from "./import-state.ts";
import { keepPasted } from "./kept-paste.ts";

/** Longer texts do not fit into an address; they wait in the tab. */
const LONGEST_IN_ADDRESS = 1500;

/** The builds of a text, each with a name and a box to choose it by, and the button that saves the chosen ones. */
export function PreviewedBuilds({
  found: { text, mode, preview },
  isSignedIn,
  save,
}: {
  found: PreviewedText;
  isSignedIn: boolean;
  save: SaveAction;
}) {
  const [state, submit, pending] = useActionState<SaveState, FormData>(save, null);
  const { builds } = preview;
  const isSaved = state?.ok === true && state.value.every(({ slug }) => slug !== null);
  useEffect(() => {
    if (isSaved) keepPasted("");
  }, [isSaved]);
  return (
    <form action={submit} aria-labelledby="found">
      <h2 id="found" className="mb-2 text-xl">
        {builds.length === 1 ? "One build" : `${builds.length} builds`}
      </h2>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="mode" value={mode} />
      <ul className="flex flex-col gap-3">
        {builds.map((build) => (
          <FoundBuild key={build.position} build={build} mayChoose={isSignedIn} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {isSignedIn ? (
          <Button type="submit" tone="primary" disabled={pending}>
            {pending ? "Saving…" : "Save the chosen as private builds"}
          </Button>
        ) : (
          <>
            <ButtonLink
              href={`/sign-in?next=${encodeURIComponent(returnAddress(text, mode))}`}
              tone="primary"
            >
              Sign in to save
            </ButtonLink>
            <p className="text-sm text-ink-faint">What you pasted is kept in this tab.</p>
          </>
        )}
      </div>
      {state && !state.ok && (
        <Notice tone="bad" alert className="mt-4">
          {state.error.message}
        </Notice>
      )}
      {state?.ok && <Outcome saved={state.value} />}
    </form>
  );
}

function Outcome({ saved }: { saved: Extract<SaveState, { ok: true }>["value"] }) {
  const failed = saved.filter(({ slug }) => slug === null);
  return (
    <Notice
      tone={failed.length > 0 ? "warn" : "info"}
      alert
      title={`${saved.length - failed.length} of ${saved.length} saved`}
      className="mt-4"
    >
      <ul className="mt-1">
        {[...saved.entries()].map(([position, { name, slug, problem }]) => (
          <li key={position}>
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
    </Notice>
  );
}

function returnAddress(text: string, mode: string): string {
  return text.length > LONGEST_IN_ADDRESS ? "/import" : `/import?${new URLSearchParams({ text, mode })}`;
}
