"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { Field, INPUT_CLASS } from "#components/ui/field.tsx";
import {
  type FormAction,
  fieldError,
  formError,
  shownValue,
  type TextValues,
} from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { VISIBILITY_CHOICES } from "./visibility-choices.ts";

const MODES = [
  { value: "pve", label: "PvE" },
  { value: "wvw", label: "WvW" },
  { value: "pvp", label: "PvP" },
] as const;

/** Name, mode and visibility of a build; for saving a pasted link and for changing a saved build. */
export function SaveBuildForm({
  action,
  initial,
  submitLabel,
  note,
  withMode = true,
}: {
  action: FormAction;
  initial: TextValues;
  submitLabel: string;
  /** Said next to the button, for instance that signing in comes first. */
  note?: string | undefined;
  withMode?: boolean;
}) {
  const [state, submit, pending] = useActionState(action, null);
  const value = (field: string) => shownValue(state, initial, field);
  const error = formError(state, ["name", "visibility"]);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      {initial.link && <input type="hidden" name="link" value={initial.link} />}
      {initial.code && <input type="hidden" name="code" value={initial.code} />}
      {initial.slug && <input type="hidden" name="slug" value={initial.slug} />}
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <Field
        label="Name"
        name="name"
        required
        maxLength={80}
        defaultValue={value("name")}
        placeholder="Power Dragonhunter, fractals"
        error={fieldError(state, "name")}
      />
      {withMode && (
        <label className="flex flex-col gap-1.5 text-sm font-medium text-ink-soft">
          Mode
          <select name="mode" defaultValue={value("mode") ?? "pve"} className={INPUT_CLASS}>
            {MODES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChoiceCards
        legend="Who may see it"
        name="visibility"
        choices={VISIBILITY_CHOICES}
        initial={value("visibility") ?? "private"}
        error={fieldError(state, "visibility")}
        className="grid sm:grid-cols-3"
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" disabled={pending}>
          {pending ? "Saving…" : submitLabel}
        </Button>
        {note && <p className="text-sm text-ink-faint">{note}</p>}
      </div>
    </form>
  );
}
