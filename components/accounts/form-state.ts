/** What an account form shows after a refused attempt: the typed text (never the password) and what is wrong. */
export interface AccountFormState {
  readonly values: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Messages by field name. */
  readonly fields?: Readonly<Record<string, string>>;
}

export const EMPTY_FORM: AccountFormState = { values: {} };

export type AccountAction = (state: AccountFormState, form: FormData) => Promise<AccountFormState>;
