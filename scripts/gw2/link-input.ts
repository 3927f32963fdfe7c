/** Reads what `gw2 link` is given: arguments or standard input, plain lines or JSON in several shapes. */

import { piecesOf, tryJson } from "./input-stream.ts";

/** One thing to decode or encode. */
export interface LinkInput {
  /** How messages call it: "line 3", "argument 1", "record 2". */
  readonly position: string;
  readonly value: LinkInputValue;
}

export type LinkInputValue =
  /** A line that is no JSON: a code, or text around one. */
  { readonly kind: "text"; readonly text: string } | { readonly kind: "json"; readonly json: unknown };

export function inputsOfArguments(args: readonly string[]): LinkInput[] {
  return args.map((text, index) => ({ position: `argument ${index + 1}`, value: parseInput(text) }));
}

/**
 * One input per line that is not blank, each plain text, a JSON string or a JSON object; or one JSON document
 * with a list of them (or a single object). Read as it arrives.
 */
export async function* inputsOfStream(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<LinkInput, void, undefined> {
  for await (const piece of piecesOf(stream)) {
    if (piece.kind === "line") yield { position: `line ${piece.number}`, value: parseInput(piece.text) };
    else yield* inputsOfDocument(piece.json);
  }
}

function inputsOfDocument(json: unknown): LinkInput[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.map((one, index) => ({ position: `record ${index + 1}`, value: { kind: "json", json: one } }));
}

function parseInput(text: string): LinkInputValue {
  const json = /^\s*["{]/.test(text) ? tryJson(text) : undefined;
  return json?.ok ? { kind: "json", json: json.json } : { kind: "text", text };
}
