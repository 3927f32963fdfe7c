"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { type FormAction, fieldError, formError, shownValue } from "#components/ui/form-state.ts";
import { Notice } from "#components/ui/notice.tsx";

export interface AccountField {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "password";
  readonly autoComplete: string;
  readonly hint?: string;
}

/** Sign-in and sign-up: fields, what is wrong with each, one button. Works before and without JavaScript. */
export function AccountForm({
  action,
  fields,
  submitLabel,
  next,
}: {
  action: FormAction;
  fields: readonly AccountField[];
  submitLabel: string;
  /** Path to return to afterwards. */
  next: string;
}) {
  const [state, submit, pending] = useActionState(action, null);
  const error = formError(
    state,
    fields.map(({ name }) => name),
  );
  return (
    <form action={submit} className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="next" value={next} />
      {error && (
        <Notice tone="bad" alert>
          {error}
        </Notice>
      )}
      {fields.map((field) => (
        <Field
          key={field.name}
          {...field}
          required
          defaultValue={shownValue(state, {}, field.name)}
          error={fieldError(state, field.name)}
        />
      ))}
      <Button type="submit" tone="primary" disabled={pending} className="mt-1">
        {pending ? "One moment…" : submitLabel}
      </Button>
    </form>
  );
}
