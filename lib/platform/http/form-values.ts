/** Text fields of a form; a name that occurs several times has its values in order. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Fields that never go back into a page. */
const SECRET_FIELD = /password|secret|token/i;

/** The text fields of a form. Files and the fields that React adds for itself (`$ACTION_…`) are left out. */
export function formValues(form: FormData): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION")) continue;
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
}

/** What a refused form may show again: all that was typed but passwords. */
export function shownAgain(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET_FIELD.test(name)));
}
