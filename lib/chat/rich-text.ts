/**
 * The little Markdown that models write, as plain data for React to render: paragraphs, headings, lists, code, and
 * bold or code inside a line. Everything else, HTML and links included, stays the text it is, so nothing of a
 * model's answer can act on the page. Works on an answer that is still growing.
 */
export type Block = { readonly at: number } & (
  | { readonly kind: "paragraph" | "heading"; readonly spans: readonly Span[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly ListItem[];
    }
  | { readonly kind: "code"; readonly text: string }
);

export interface ListItem {
  readonly at: number;
  readonly spans: readonly Span[];
}

export interface Span {
  /** Where it begins: a character of its line, as the `at` of blocks and items is a line of the text. */
  readonly at: number;
  readonly kind: "text" | "bold" | "code";
  readonly text: string;
}

export function parseRichText(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  for (let at = 0; at < lines.length; ) {
    const taken = takeBlock(lines, at);
    if (taken.block) blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
}

interface Taken {
  readonly block: Block | null;
  readonly next: number;
}

const FENCE = /^\s*```/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/;
const ITEM = /^\s*(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/;

function takeBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? "";
  if (line.trim() === "") return { block: null, next: at + 1 };
  if (FENCE.test(line)) return takeCode(lines, at);
  const heading = HEADING.exec(line);
  if (heading) return { block: { at, kind: "heading", spans: parseSpans(heading[1] ?? "") }, next: at + 1 };
  if (ITEM.test(line)) return takeList(lines, at);
  return takeParagraph(lines, at);
}

function takeCode(lines: readonly string[], at: number): Taken {
  let next = at + 1;
  while (next < lines.length && !FENCE.test(lines[next] ?? "")) next += 1;
  return { block: { at, kind: "code", text: lines.slice(at + 1, next).join("\n") }, next: next + 1 };
}

function takeList(lines: readonly string[], at: number): Taken {
  const number = ITEM.exec(lines[at] ?? "")?.[1];
  const items: { at: number; text: string }[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const item = ITEM.exec(line);
    const last = items.at(-1);
    if (item && (item[1] === undefined) === (number === undefined))
      items.push({ at: next, text: item[2] ?? "" });
    else if (!item && last && /^\s+\S/.test(line)) last.text += ` ${line.trim()}`;
    else break;
  }
  const block: Block = {
    at,
    kind: "list",
    ordered: number !== undefined,
    start: Number(number ?? 1),
    items: items.map((item) => ({ at: item.at, spans: parseSpans(item.text) })),
  };
  return { block, next };
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  let next = at;
  while (next < lines.length && isPlain(lines[next] ?? "")) next += 1;
  return { block: { at, kind: "paragraph", spans: parseSpans(lines.slice(at, next).join("\n")) }, next };
}

function isPlain(line: string): boolean {
  return line.trim() !== "" && !FENCE.test(line) && !HEADING.test(line) && !ITEM.test(line);
}

function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/\*\*(?=\S)([^*]+?)\*\*|`([^`\n]+)`/g)) {
    if (match.index > from) spans.push({ at: from, kind: "text", text: text.slice(from, match.index) });
    const bold = match[1];
    spans.push(
      bold === undefined
        ? { at: match.index, kind: "code", text: match[2] ?? "" }
        : { at: match.index, kind: "bold", text: bold },
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ at: from, kind: "text", text: text.slice(from) });
  return spans;
}
