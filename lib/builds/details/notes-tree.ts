import type { FactLine } from "../view.ts";

/** Markdown of an author, as much of it as may be shown, as plain data for React to draw. */
export interface NotesView {
  readonly blocks: readonly NoteBlock[];
  /** Skills and traits that the text names, each once. */
  readonly cards: readonly NoteCard[];
}

export type NoteBlock =
  | { readonly kind: "paragraph"; readonly spans: readonly NoteSpan[] }
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly spans: readonly NoteSpan[] }
  | { readonly kind: "quote"; readonly blocks: readonly NoteBlock[] }
  | {
      readonly kind: "list";
      /** Number of the first item; null for a list without numbers. */
      readonly start: number | null;
      readonly items: readonly (readonly NoteBlock[])[];
    }
  | { readonly kind: "code"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly NoteSpan[])[];
      readonly rows: readonly (readonly (readonly NoteSpan[])[])[];
    }
  | { readonly kind: "rule" };

export type NoteSpan =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "emphasis" | "delete"; readonly spans: readonly NoteSpan[] }
  | { readonly kind: "break" }
  | { readonly kind: "link"; readonly href: string; readonly spans: readonly NoteSpan[] }
  /** A skill or trait by name; `card` is its place among the cards. */
  | { readonly kind: "card"; readonly card: number; readonly text: string };

export interface NoteCard {
  /** Kind and id, such as `trait:633`. */
  readonly key: string;
  readonly name: string;
  /** What it is, for instance `Grandmaster trait of Virtues` or `Heal skill`. */
  readonly kind: string;
  readonly facts: readonly FactLine[];
  readonly note: string | null;
}
