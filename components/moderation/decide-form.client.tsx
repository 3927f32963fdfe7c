"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";
import { TextAreaField } from "#components/ui/text-area-field.tsx";
import type { ModerationVerdict } from "#lib/shared/moderation.ts";

const BUTTONS = {
  dismiss: { label: "Dismiss", tone: "secondary" },
  hide: { label: "Hide the build", tone: "danger" },
  show: { label: "Show it again", tone: "primary" },
} as const;

/** A moderator's reasons and the decisions that are open to them. */
export function DecideForm({
  action,
  buildId,
  name,
  verdicts,
}: {
  action: FormAction;
  buildId: string;
  /** Of the build, for those who hear the buttons. */
  name: string;
  verdicts: readonly ModerationVerdict[];
}) {
  const [state, submit, pending] = useActionState(action, null);
  const error = formError(state, ["note"]);
  return (
    <form action={submit} className="flex flex-col gap-3" noValidate>
      <input type="hidden" name="buildId" value={buildId} />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <TextAreaField
        label="Reasons"
        name="note"
        rows={2}
        maxLength={1000}
        defaultValue={shownValue(state, {}, "note")}
        hint={
          verdicts.includes("hide")
            ? "The owner of a hidden build reads them. To dismiss a report needs none."
            : "Kept with the decision."
        }
        error={fieldError(state, "note")}
      />
      <div className="flex flex-wrap gap-2">
        {verdicts.map((verdict) => (
          <Button
            key={verdict}
            type="submit"
            name="verdict"
            value={verdict}
            tone={BUTTONS[verdict].tone}
            disabled={pending}
            aria-label={`${BUTTONS[verdict].label}: ${name}`}
          >
            {BUTTONS[verdict].label}
          </Button>
        ))}
      </div>
    </form>
  );
}
