"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";

/** The owner of a hidden build asks the moderators to look again. */
export function AppealForm({ action, slug }: { action: FormAction; slug: string }) {
  const [state, submit, pending] = useActionState(action, null);
  const error = formError(state, ["details"]);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="reason" value="other" />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <TextAreaField
        label="What have you changed, or what do the moderators not know?"
        name="details"
        rows={4}
        maxLength={1000}
        defaultValue={shownValue(state, {}, "details")}
        error={fieldError(state, "details")}
      />
      <div>
        <Button type="submit" tone="primary" disabled={pending}>
          {pending ? "Sending…" : "Ask the moderators to look again"}
        </Button>
      </div>
    </form>
  );
}
