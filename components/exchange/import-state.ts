import type { ImportPreview } from "#lib/builds/exchange/import-view.ts";
import type { SavedImport } from "#lib/builds/exchange/saved-import.ts";
import type { GameMode } from "#lib/shared/game.ts";

/** What was read, the text that it was read from, and what became of saving it. */
export interface ReadPaste {
  readonly text: string;
  readonly mode: GameMode;
  readonly preview: ImportPreview;
  /** Null before anything was saved. */
  readonly saved: readonly SavedImport[] | null;
  /** Why saving was refused, and what was typed and chosen then. */
  readonly refused: {
    readonly message: string;
    readonly names: readonly string[];
    readonly take: readonly number[];
  } | null;
}

/** One state for both forms of the page, so that they work without JavaScript. */
export type ImportState =
  | null
  | { readonly ok: true; readonly value: ReadPaste }
  | {
      readonly ok: false;
      readonly error: { readonly message: string };
      readonly values: Readonly<Record<string, unknown>>;
    };

export type ImportAction = (state: ImportState, form: FormData) => Promise<ImportState>;
