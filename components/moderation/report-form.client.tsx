"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ChoiceCards } from "#components/ui/choice-cards.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { REPORT_REASONS } from "#lib/shared/moderation.ts";
import { REASON_NAMES } from "./labels.ts";

/** What is wrong with a build, for the moderators. Keeps what was typed where it comes back. */
export function ReportForm({ action, slug }: { action: FormAction; slug: string }) {
  const [state, submit, pending] = useActionState(action, null);
  const error = formError(state, ["reason", "details"]);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="slug" value={slug} />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <ChoiceCards
        legend="What is wrong"
        name="reason"
        choices={REPORT_REASONS.map((value) => ({ value, label: REASON_NAMES[value] }))}
        initial={shownValue(state, {}, "reason")}
        error={fieldError(state, "reason")}
        className="flex flex-col"
      />
      <TextAreaField
        label="What should the moderators look at?"
        name="details"
        rows={4}
        maxLength={1000}
        defaultValue={shownValue(state, {}, "details")}
        hint="Up to 1,000 characters. Moderators see your name; the build's owner does not."
        error={fieldError(state, "details")}
      />
      <div>
        <Button type="submit" tone="primary" disabled={pending}>
          {pending ? "Sending…" : "Send to the moderators"}
        </Button>
      </div>
    </form>
  );
}
