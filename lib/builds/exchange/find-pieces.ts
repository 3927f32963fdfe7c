import { findChatLinks } from "#lib/catalog/chat-links/chat-link.ts";
import { buildSlugSchema } from "#lib/shared/build-slug.ts";
import { decodeLoadout } from "../loadout-code/loadout-code.ts";
import { findJson } from "./find-json.ts";
import { findOwnTexts } from "./find-own-texts.ts";
import { type Piece, RestOfText } from "./pieces.ts";

/** With a scheme; or a host with a path; or a path of this app. */
const ADDRESS =
  /(?:https?:\/\/|(?<![\w./@-])(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\/|(?<![\w./:-])\/(?=(?:b|embed|build|builds|editor|optimizer|compare)[/?]))(?:\[&[^\]\s]*\]?|[^\s<>"`\]])+/gi;
const AFTER_ADDRESS = /[.,;:!?'*_~|)]+$/;
/** A loadout code takes at least so many characters, and no word of a language does. */
const CODE = /(?<![\w-])[A-Za-z0-9_-]{24,}(?![\w-])/g;

/**
 * Everything in a pasted text that means a build, in its order: JSON, texts that this app wrote, addresses, loadout
 * codes and chat links. Linear in the length of the text.
 */
export function findPieces(text: string): Piece[] {
  const rest = new RestOfText(text);
  findJson(rest);
  findOwnTexts(rest);
  findAddresses(rest);
  findCodes(rest);
  for (const { start, end, result } of findChatLinks(rest.text)) {
    const isWord = !result.ok && result.error.code === "no-link";
    if (!isWord && !rest.isFull) rest.take({ kind: "chat-link", start, end, link: result });
  }
  if (rest.pieces.length === 0) findWord(rest);
  return rest.pieces.toSorted((a, b) => a.start - b.start);
}

function findAddresses(rest: RestOfText): void {
  for (const match of rest.text.matchAll(ADDRESS)) {
    if (rest.isFull) return;
    const address = match[0].replace(AFTER_ADDRESS, "");
    rest.take({ kind: "address", start: match.index, end: match.index + address.length, address });
  }
}

/** Long codes get wrapped, so a text that is one code with blanks in it counts, too. */
function findCodes(rest: RestOfText): void {
  const whole = rest.text.trim();
  if (/\s/.test(whole) && decodeLoadout(whole).ok) {
    const start = rest.text.indexOf(whole);
    rest.take({ kind: "code", start, end: start + whole.length, code: whole.replace(/\s+/g, "") });
    return;
  }
  for (const { 0: code, index: start } of rest.text.matchAll(CODE)) {
    if (rest.isFull) return;
    const end = start + code.length;
    if (decodeLoadout(code).ok || (code === whole && !code.startsWith("DQ") && !code.includes("-"))) {
      rest.take({ kind: "code", start, end, code });
    }
  }
}

function findWord(rest: RestOfText): void {
  const word = rest.text.trim();
  if (!buildSlugSchema.safeParse(word).success) return;
  const start = rest.text.indexOf(word);
  rest.take({ kind: "word", start, end: start + word.length, word });
}
