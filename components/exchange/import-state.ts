import type { ImportPreview } from "#lib/builds/exchange/import-view.ts";
import type { SavedImport } from "#lib/builds/exchange/saved-import.ts";
import type { GameMode } from "#lib/shared/game.ts";

/** What was read, and the text that it was read from. */
export interface PreviewedText {
  readonly text: string;
  readonly mode: GameMode;
  readonly preview: ImportPreview;
}

interface Refusal {
  readonly ok: false;
  readonly error: { readonly message: string };
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export type PreviewState = null | { readonly ok: true; readonly value: PreviewedText } | Refusal;
export type SaveState = null | { readonly ok: true; readonly value: readonly SavedImport[] } | Refusal;

export type PreviewAction = (state: PreviewState, form: FormData) => Promise<PreviewState>;
export type SaveAction = (state: SaveState, form: FormData) => Promise<SaveState>;
