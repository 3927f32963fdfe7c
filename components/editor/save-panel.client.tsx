"use client";

import { memo, type ReactNode } from "react";
import { VISIBILITY_CHOICES } from "#components/builds/visibility-choices.ts";
import { Button } from "#components/ui/button.tsx";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { detailsErrors } from "#lib/builds/details/schema.ts";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import { DetailsFields } from "./details/details-fields.client.tsx";
import type { SaveState } from "./use-save.client.ts";

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
      <ChoiceCards
        legend="Who may see it"
        name="visibility"
        choices={VISIBILITY_CHOICES}
        value={form.visibility}
        choose={(visibility) => setForm({ visibility })}
        error={fields.visibility}
        className="grid sm:grid-cols-3"
      />
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
