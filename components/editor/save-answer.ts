import type { SaveOutcome } from "#lib/builds/editor/save-schema.ts";

/** What the server says to a save, as far as the editor shows it. */
export type SaveAnswer =
  | { readonly ok: true; readonly value: SaveOutcome | { readonly kind: "sign-in" } }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string };
      /** Messages by the field they belong to. */
      readonly fields: Readonly<Record<string, string>>;
    };

export interface SaveActions {
  readonly saveNew: (form: FormData) => Promise<SaveAnswer | null>;
  readonly saveChange: (form: FormData) => Promise<SaveAnswer | null>;
}
