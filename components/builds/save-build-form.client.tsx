"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field, INPUT_CLASS } from "#components/ui/field.tsx";
import {
  type FormAction,
  fieldError,
  formError,
  shownValue,
  type TextValues,
} from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";

const CHOICES = [
  { value: "private", label: "Private", hint: "only you" },
  { value: "unlisted", label: "Unlisted", hint: "everybody with the link" },
  { value: "public", label: "Public", hint: "everybody, and listed" },
] as const;

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
  const shownVisibility = value("visibility") ?? "private";
  const visibilityError = fieldError(state, "visibility");
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
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium text-ink-soft">Who may see it</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {CHOICES.map(({ value, label, hint }) => (
            <label
              key={value}
              className="flex items-center gap-2.5 rounded-lg border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-raised"
            >
              <input
                type="radio"
                name="visibility"
                value={value}
                defaultChecked={shownVisibility === value}
                className="accent-accent"
              />
              <span>
                {label}
                <span className="block text-xs text-ink-faint">{hint}</span>
              </span>
            </label>
          ))}
        </div>
        {visibilityError && <p className="mt-1.5 text-sm text-bad">{visibilityError}</p>}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" disabled={pending}>
          {pending ? "Saving…" : submitLabel}
        </Button>
        {note && <p className="text-sm text-ink-faint">{note}</p>}
      </div>
    </form>
  );
}
