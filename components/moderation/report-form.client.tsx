"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import { REPORT_REASONS } from "#lib/shared/moderation.ts";
import { REASON_NAMES } from "./labels.ts";

/** What is wrong with a build, for the moderators. Keeps what was typed where it comes back. */
export function ReportForm({ action, slug }: { action: FormAction; slug: string }) {
  const [state, submit, pending] = useActionState(action, null);
  const reason = shownValue(state, {}, "reason");
  const reasonError = fieldError(state, "reason");
  const error = formError(state, ["reason", "details"]);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="slug" value={slug} />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium text-ink-soft">What is wrong</legend>
        <div className="flex flex-col gap-2">
          {REPORT_REASONS.map((value) => (
            <label
              key={value}
              className="flex items-center gap-2.5 rounded-lg border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-raised"
            >
              <input
                type="radio"
                name="reason"
                value={value}
                defaultChecked={reason === value}
                className="accent-accent"
              />
              {REASON_NAMES[value]}
            </label>
          ))}
        </div>
        {reasonError && <p className="mt-1.5 text-sm text-bad">{reasonError}</p>}
      </fieldset>
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
