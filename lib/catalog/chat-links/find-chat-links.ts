/** A stretch of text that claims to be a chat link. */
export interface ChatLinkCandidate {
  /** Base64 text without brackets and white space. */
  readonly code: string;
  /** 0-based, end exclusive, in the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** Whether `[&` stood before it. A bare code is a guess: a word may look like base64. */
  readonly bracketed: boolean;
}

/** White space and the invisible characters that web pages and chat programs put into copied text. */
const BLANKS = /[\s\u200b-\u200d\u2060\u00ad]+/gu;
const CODE_RUN = /^[A-Za-z0-9+/_-]*={0,2}/;
const BARE_CODE = /^&?([A-Za-z0-9+/_-]+={0,2})\]?$/;
/** A build template link has at least 44 bytes, which is 59 characters, and its first byte makes it begin with DQ. */
const BARE_BUILD_CODE = /(?<![A-Za-z0-9+/_-])DQ[A-Za-z0-9+/_-]{57,}={0,2}/g;

/**
 * Finds everything in a pasted text that looks like a chat link, in order: `[&…]`, with white space inside or the
 * closing bracket missing; where there is none, a text that is a bare code, or bare build codes in other text.
 * Linear in the length of the text.
 */
export function findLinkCandidates(text: string): ChatLinkCandidate[] {
  const bracketed = findBracketed(text);
  return bracketed.length > 0 ? bracketed : findBare(text);
}

function findBracketed(text: string): ChatLinkCandidate[] {
  const found: ChatLinkCandidate[] = [];
  let start = text.indexOf("[&");
  while (start !== -1) {
    const contentStart = start + 2;
    let end = contentStart;
    while (end < text.length && text[end] !== "]" && text[end] !== "[") end++;
    const content = text.slice(contentStart, end);
    if (text[end] === "]") {
      found.push({ code: withoutBlanks(content), start, end: end + 1, bracketed: true });
    } else {
      const code = CODE_RUN.exec(content)?.[0] ?? "";
      found.push({ code: withoutBlanks(code), start, end: contentStart + code.length, bracketed: true });
    }
    start = text.indexOf("[&", end);
  }
  return found;
}

function withoutBlanks(content: string): string {
  const code = content.replace(BLANKS, "");
  // `[&amp;DQ…]` is what a link looks like in copied HTML.
  return code.startsWith("amp;") ? code.slice(4) : code;
}

function findBare(text: string): ChatLinkCandidate[] {
  const trimmed = text.trim();
  const whole = BARE_CODE.exec(trimmed.replace(BLANKS, ""))?.[1];
  const isOneWord = !/\s/.test(trimmed);
  if (whole !== undefined && (isOneWord || whole.startsWith("DQ"))) {
    const start = text.length - text.trimStart().length;
    return [{ code: whole, start, end: start + trimmed.length, bracketed: false }];
  }
  return [...text.matchAll(BARE_BUILD_CODE)].map((match) => ({
    code: match[0],
    start: match.index,
    end: match.index + match[0].length,
    bracketed: false,
  }));
}
