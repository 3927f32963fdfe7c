"use client";

import { memo, type ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { detailsErrors } from "#lib/builds/details/schema.ts";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import { DetailsFields } from "./details/details-fields.client.tsx";
import type { SaveState } from "./use-save.client.ts";

const VISIBILITY_CHOICES = [
  { value: "private", label: "Private", hint: "only you" },
  { value: "unlisted", label: "Unlisted", hint: "everybody with the link" },
  { value: "public", label: "Public", hint: "everybody, and listed" },
] as const;

/** Name, who may see it, what is said of it, and the button that saves. */
export const SavePanel = memo(function SavePanel({
  form,
  setForm,
  state,
  isEditing,
  isSignedIn,
  onSave,
  children,
}: {
  form: DraftForm;
  setForm: (changes: Partial<DraftForm>) => void;
  state: SaveState;
  /** A saved build is edited: the change may be given a note. */
  isEditing: boolean;
  isSignedIn: boolean;
  onSave: () => void;
  /** What stands between the fields and the button, such as a conflict. */
  children?: ReactNode;
}) {
  const { fields } = state;
  const shownFields = ["name", "visibility", "note"];
  const message = shownFields.some((field) => fields[field]) ? null : state.message;
  return (
    <form
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Field
        id="editor-name"
        label="Name"
        required
        maxLength={80}
        value={form.name}
        onChange={({ target }) => setForm({ name: target.value })}
        placeholder="Power Dragonhunter, fractals"
        autoComplete="off"
        error={fields.name}
      />
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium text-ink-soft">Who may see it</legend>
        <div className="grid gap-2 sm:grid-cols-3">
          {VISIBILITY_CHOICES.map(({ value, label, hint }) => (
            <label
              key={value}
              className="flex items-center gap-2.5 rounded-lg border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-raised"
            >
              <input
                type="radio"
                name="visibility"
                value={value}
                checked={form.visibility === value}
                onChange={() => setForm({ visibility: value })}
                className="accent-accent"
              />
              <span>
                {label}
                <span className="block text-xs text-ink-faint">{hint}</span>
              </span>
            </label>
          ))}
        </div>
        {fields.visibility && <p className="mt-1.5 text-sm text-bad">{fields.visibility}</p>}
      </fieldset>
      <details className="rounded-lg border border-line px-4 py-3">
        <summary className="text-sm font-medium text-ink-soft">
          Role, activities, tags, notes, rotation, video
        </summary>
        <div className="mt-4">
          <DetailsFields
            value={form.details}
            change={(details) => setForm({ details })}
            errors={detailsErrors(form.details)}
          />
        </div>
      </details>
      {isEditing && (
        <Field
          label="What changed (optional)"
          maxLength={200}
          value={form.note}
          onChange={({ target }) => setForm({ note: target.value })}
          placeholder="More sustain for higher fractals"
          autoComplete="off"
          hint="Stands beside this revision in the history."
          error={fields.note}
        />
      )}
      {message && (
        <Notice tone="bad" alert title="Not saved">
          {message}
        </Notice>
      )}
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" disabled={state.isSaving}>
          {state.isSaving ? "Saving…" : isEditing ? "Save changes" : "Save build"}
        </Button>
        {!isSignedIn && (
          <p className="text-sm text-ink-faint">
            Next you sign up or sign in, and come back here with everything filled in.
          </p>
        )}
      </div>
    </form>
  );
});
