"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";

/** To whom a build is offered. */
export function OfferForm({ action, slug }: { action: FormAction; slug: string }) {
  const [state, submit, pending] = useActionState(action, null);
  const error = formError(state, ["to"]);
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="slug" value={slug} />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      <Field
        label="Name or email address of the account"
        name="to"
        required
        maxLength={254}
        autoComplete="off"
        defaultValue={shownValue(state, {}, "to")}
        hint="A name has to be the only one of its kind; an email address always is."
        error={fieldError(state, "to")}
      />
      <div>
        <Button type="submit" tone="primary" disabled={pending}>
          {pending ? "Offering…" : "Offer the build"}
        </Button>
      </div>
    </form>
  );
}
