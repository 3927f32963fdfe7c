/** What a form shows after it was sent; null before. The server actions' answer, as far as a form needs it. */
export type FormState =
  | null
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly message: string };
      /** Messages by the field they belong to; empty where the refusal is of the whole. */
      readonly fields: Readonly<Record<string, string>>;
      /** What was typed, less passwords. */
      readonly values: Readonly<Record<string, unknown>>;
    };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export type TextValues = Readonly<Record<string, string | undefined>>;

/** The typed value of a field where the form came back, else the initial one. */
export function shownValue(state: FormState, initial: TextValues, field: string): string | undefined {
  const typed = state && !state.ok ? state.values[field] : undefined;
  return typeof typed === "string" ? typed : initial[field];
}

/** What is wrong with a field. */
export function fieldError(state: FormState, field: string): string | undefined {
  return state && !state.ok ? state.fields[field] : undefined;
}

/** What is wrong with the whole, or with a field that the form does not show. */
export function formError(state: FormState, shownFields: readonly string[]): string | undefined {
  if (!state || state.ok) return undefined;
  const shown = shownFields.some((field) => state.fields[field]);
  return shown ? undefined : state.error.message;
}
