"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { INPUT_CLASS } from "#components/ui/field.tsx";
import { GAME_MODE_NAMES, GAME_MODES } from "#lib/shared/game.ts";
import type { ImportState } from "./import-state.ts";
import { keepPasted, keptPaste } from "./kept-paste.ts";
import { sendForm } from "./send-form.ts";

/** The box for what a player has. */
export function PasteForm({
  state,
  action,
  pending,
  bringBack,
}: {
  state: ImportState;
  action: (form: FormData) => void;
  pending: boolean;
  bringBack: boolean;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [kept, setKept] = useState("");
  useEffect(() => {
    const text = keptPaste();
    if (bringBack && box.current?.value === "") box.current.value = text;
    else setKept(text);
  }, [bringBack]);
  const text = state?.ok ? state.value.text : state?.values.text;
  const mode = state?.ok ? state.value.mode : state?.values.mode;

  function bringKeptBack() {
    if (box.current) box.current.value = kept;
    setKept("");
  }

  return (
    <Card className="sm:p-6">
      <form action={action} onSubmit={sendForm(action)} className="flex flex-col gap-3">
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
          defaultValue={typeof text === "string" ? text : ""}
          onInput={({ currentTarget }) => {
            keepPasted(currentTarget.value);
            setKept("");
          }}
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
          <Button type="submit" tone="primary" className="min-h-11 px-6" disabled={pending}>
            {pending ? "Reading…" : "Read"}
          </Button>
          {kept && state === null && (
            <Button tone="quiet" className="min-h-11" onClick={bringKeptBack}>
              Bring back what you pasted before
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
