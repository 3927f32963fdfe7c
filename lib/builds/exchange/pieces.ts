import type { FoundChatLink } from "#lib/catalog/chat-links/chat-link.ts";

/** A part of a pasted text that means a build, or looks as if. Positions are in the text, the end is exclusive. */
export type Piece = { readonly start: number; readonly end: number } & (
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "broken-json"; readonly message: string }
  | { readonly kind: "own-text"; readonly text: OwnText }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "chat-link"; readonly link: FoundChatLink["result"] }
  /** Perhaps the last part of the address of a build's page. */
  | { readonly kind: "word"; readonly word: string }
);

export type PieceKind = Piece["kind"];

/** Markdown or Discord text that this app wrote. */
export interface OwnText {
  readonly name: string;
  /** The line of the whole build. */
  readonly address: string;
  /** Not checked yet. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly isDiscord: boolean;
}

/** More than anybody pastes; the rest of such a text is not looked at. */
export const MOST_PIECES = 200;

/** A text whose parts are taken out one kind after the other, so that nothing is read twice. */
export class RestOfText {
  #rest: string;
  readonly pieces: Piece[] = [];

  constructor(text: string) {
    this.#rest = text;
  }

  get text(): string {
    return this.#rest;
  }

  get isFull(): boolean {
    return this.pieces.length >= MOST_PIECES;
  }

  take(piece: Piece): void {
    this.pieces.push(piece);
    this.blank(piece.start, piece.end);
  }

  /** Leaves only line ends of a stretch, so that positions stay as they were. */
  blank(start: number, end: number): void {
    const inside = this.#rest.slice(start, end).replace(/[^\n]/g, " ");
    this.#rest = this.#rest.slice(0, start) + inside + this.#rest.slice(end);
  }
}
