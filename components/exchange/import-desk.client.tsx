"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { GAME_MODE_NAMES, GAME_MODES } from "#lib/shared/game.ts";
import type { PreviewAction, PreviewedText, PreviewState, SaveAction } from "./import-state.ts";
import { keepPasted, keptPaste } from "./kept-paste.ts";
import { PreviewedBuilds } from "./previewed-builds.client.tsx";
import { UnreadParts } from "./unread-parts.tsx";

/** Paste box, what was found in the text, and the form that saves it. What was pasted is kept in the tab until it is saved. */
export function ImportDesk({
  initial,
  isSignedIn,
  preview,
  save,
}: {
  initial: PreviewedText | null;
  isSignedIn: boolean;
  preview: PreviewAction;
  save: SaveAction;
}) {
  const [state, read, pending] = useActionState<PreviewState, FormData>(
    preview,
    initial && { ok: true, value: initial },
  );
  const found = state?.ok ? state.value : null;
  return (
    <>
      <PasteForm state={state} action={read} pending={pending} />
      <div aria-live="polite" className="mt-6">
        {state && !state.ok && (
          <Notice tone="bad" alert>
            {state.error.message}
          </Notice>
        )}
        {found && <Found key={found.text} found={found} isSignedIn={isSignedIn} save={save} />}
      </div>
    </>
  );
}

function PasteForm({
  state,
  action,
  pending,
}: {
  state: PreviewState;
  action: (form: FormData) => void;
  pending: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (box.current?.value === "") box.current.value = keptPaste();
  }, []);
  const typed = state?.ok ? state.value.text : state?.values.text;
  const mode = state?.ok ? state.value.mode : state?.values.mode;
  return (
    <Card className="sm:p-6">
      <form action={action} className="flex flex-col gap-3">
        <label htmlFor="pasted" className="text-sm font-medium text-ink-soft">
          What you have
        </label>
        <textarea
          ref={box}
          id="pasted"
          name="text"
          rows={7}
          required
          spellCheck={false}
          autoComplete="off"
          defaultValue={typeof typed === "string" ? typed : ""}
          onInput={({ currentTarget }) => keepPasted(currentTarget.value)}
          aria-describedby="pasted-note"
          className={`${INPUT_CLASS} font-mono text-sm`}
        />
        <p id="pasted-note" className="text-sm text-ink-faint">
          Chat links ([&DQ…=]), addresses of builds, loadout codes, JSON, Markdown or Discord text from here;
          one or many, with any text around them.
        </p>
        <div className="flex flex-wrap items-end gap-3">
          <label className="flex flex-col gap-1.5 text-sm font-medium text-ink-soft">
            Mode of chat links
            <select
              name="mode"
              defaultValue={typeof mode === "string" ? mode : "pve"}
              className={INPUT_CLASS}
            >
              {GAME_MODES.map((one) => (
                <option key={one} value={one}>
                  {GAME_MODE_NAMES[one]}
                </option>
              ))}
            </select>
          </label>
          <Button type="submit" tone="primary" className="min-h-12 px-6" disabled={pending}>
            {pending ? "Reading…" : "Read"}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Found({ found, isSignedIn, save }: { found: PreviewedText; isSignedIn: boolean; save: SaveAction }) {
  const { builds, unread, repeated, leftOut } = found.preview;
  return (
    <>
      {builds.length > 0 && <PreviewedBuilds found={found} isSignedIn={isSignedIn} save={save} />}
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
