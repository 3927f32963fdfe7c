"use client";

import { useActionState, useEffect } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { ImportAction, ImportState, ReadPaste } from "./import-state.ts";
import { keepPasted } from "./kept-paste.ts";
import { PasteForm } from "./paste-form.client.tsx";
import { PreviewedBuilds } from "./previewed-builds.tsx";
import { SavedBuilds } from "./saved-builds.tsx";
import { UnreadParts } from "./unread-parts.tsx";

/** Paste box, what was found in the text, and the form that saves it. What was pasted is kept in the tab until it is saved. */
export function ImportDesk({
  initial,
  isSignedIn,
  bringBack,
  action,
}: {
  initial: ReadPaste | null;
  isSignedIn: boolean;
  /** Whether the box begins with what the tab kept. */
  bringBack: boolean;
  action: ImportAction;
}) {
  const [state, submit, pending] = useActionState<ImportState, FormData>(
    action,
    initial && { ok: true, value: initial },
  );
  const read = state?.ok ? state.value : null;
  const isSaved = read?.saved?.every(({ slug }) => slug !== null) === true;
  useEffect(() => {
    if (isSaved) keepPasted("");
  }, [isSaved]);
  return (
    <>
      <PasteForm state={state} action={submit} pending={pending} bringBack={bringBack} />
      <div aria-live="polite" className="mt-6">
        {state && !state.ok && (
          <Notice tone="bad" alert>
            {state.error.message}
          </Notice>
        )}
        {read?.saved && <SavedBuilds saved={read.saved} />}
        {read && !read.saved && (
          <Found read={read} isSignedIn={isSignedIn} action={submit} pending={pending} />
        )}
      </div>
    </>
  );
}

function Found({
  read,
  isSignedIn,
  action,
  pending,
}: {
  read: ReadPaste;
  isSignedIn: boolean;
  action: (form: FormData) => void;
  pending: boolean;
}) {
  const { builds, unread, repeated, leftOut } = read.preview;
  return (
    <>
      {builds.length > 0 && (
        <PreviewedBuilds
          key={read.text}
          read={read}
          isSignedIn={isSignedIn}
          action={action}
          pending={pending}
        />
      )}
      {builds.length + unread.length === 0 && (
        <Notice tone="warn" title="No build was found in this text">
          Copy a build template in the game (build panel, menu of a template, “Copy build template”), or the
          address of a build's page, and paste that.
        </Notice>
      )}
      {(repeated > 0 || leftOut > 0) && (
        <p className="mt-4 text-sm text-ink-soft">
          {repeated > 0 &&
            `${repeated} more ${repeated === 1 ? "part names a build" : "parts name builds"} shown already. `}
          {leftOut > 0 && `${leftOut} more left out: paste fewer at once.`}
        </p>
      )}
      <UnreadParts parts={unread} />
    </>
  );
}
