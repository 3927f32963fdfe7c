import { err, ok, type Result } from "#lib/shared/result.ts";
import type { RestOfText } from "./pieces.ts";

const BEGINNING = /[[{]\s*[{"]/g;
const MOST_SHOWN = 60;
/** Our files have a depth of eight. */
const MAX_DEPTH = 60;
const NEVER_CLOSED = "Its brackets do not close, so a part of it is missing.";

/**
 * JSON in a text, alone or between other words, as objects or lists of them. A text that begins like JSON and is none is
 * named as broken. Linear: what is opened and never closed ends the search.
 */
export function findJson(rest: RestOfText): void {
  const { text } = rest;
  BEGINNING.lastIndex = 0;
  for (let match = BEGINNING.exec(text); match; match = BEGINNING.exec(text)) {
    const start = match.index;
    const end = endOfJson(text, start);
    const parsed = end === undefined ? err(NEVER_CLOSED) : parse(text.slice(start, end));
    if (end !== undefined && parsed.ok) rest.take({ kind: "json", start, end, value: parsed.value });
    else if (!parsed.ok && text.slice(0, start).trim() === "") {
      rest.take({ kind: "broken-json", start, end: end ?? text.length, message: parsed.error });
    }
    if (end === undefined || rest.isFull) return;
    BEGINNING.lastIndex = end;
  }
}

/** Behind the bracket that closes the one at `start`; undefined where none does. Brackets in texts do not count. */
function endOfJson(text: string, start: number): number | undefined {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (isText) {
      if (sign === "\\") at++;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === "{" || sign === "[") {
      depth++;
      if (depth > MAX_DEPTH) return undefined;
    } else if (sign === "}" || sign === "]") {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function parse(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    return err(`It is no valid JSON${position ? `: ${place(text, Number(position))}` : "."}`);
  }
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  const shown = text.slice(position, position + MOST_SHOWN).split("\n")[0];
  return `something is wrong in line ${line}, before “${shown}”.`;
}
