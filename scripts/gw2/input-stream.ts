/** Standard input or a file, read piece by piece: a JSON document if it is one, else line by line as lines arrive. */
import { setImmediate } from "node:timers/promises";

export type InputPiece =
  /** The whole input, one JSON document. */
  | { readonly kind: "document"; readonly json: unknown }
  /** A line that is not blank; `number` counts blank ones, too. */
  | { readonly kind: "line"; readonly number: number; readonly text: string };

type Line = Extract<InputPiece, { kind: "line" }>;

/** After so many lines others get their turn; so a reader that has gone is noticed (`| head -1`). */
const LINES_PER_TURN = 64;

/**
 * A document is a JSON array or object over one line or several; anything else comes as lines without the line breaks
 * and surrounding blanks, those of JSON Lines included. Memory: one line, or the document.
 */
export async function* piecesOf(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<InputPiece, void, undefined> {
  const lines = filledLines(stream);
  const first = await nextOf(lines);
  if (first === undefined) return;
  const kept = [first];
  if (startsDocument(first.text)) {
    if (tryJson(first.text).ok) kept.push(...[await nextOf(lines)].filter((line) => line !== undefined));
    else for await (const line of lines) kept.push(line);
    const document = kept.length === 1 || !tryJson(first.text).ok ? tryJson(textOf(kept)) : undefined;
    if (document?.ok) {
      yield { kind: "document", json: document.json };
      return;
    }
  }
  yield* kept;
  yield* lines;
}

/** A chat link starts with `[&`, a JSON document never does. */
function startsDocument(text: string): boolean {
  return /^(\{|\[(?!&))/.test(text);
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join("\n");
}

async function nextOf(lines: AsyncGenerator<Line, void, undefined>): Promise<Line | undefined> {
  const next = await lines.next();
  return next.done ? undefined : next.value;
}

async function* filledLines(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Line, void, undefined> {
  let number = 0;
  for await (const raw of rawLines(stream)) {
    number += 1;
    const text = raw.trim();
    if (text !== "") yield { kind: "line", number, text };
    if (number % LINES_PER_TURN === 0) await setImmediate();
  }
}

/** Lines without their ends (LF, CR LF or CR). Linear in the input, however it is cut into chunks. */
async function* rawLines(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  const begun: string[] = [];
  let heldCr = "";
  for await (const chunk of stream) {
    const text = heldCr + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
    // A CR at the end may be half of a line end.
    heldCr = text.endsWith("\r") ? "\r" : "";
    const parts = (heldCr ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    const rest = parts.pop() ?? "";
    for (const part of parts) {
      yield begun.splice(0).join("") + part;
    }
    begun.push(rest);
  }
  yield begun.join("") + decoder.decode();
}

export type ReadJson =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly message: string };

export function tryJson(text: string): ReadJson {
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
