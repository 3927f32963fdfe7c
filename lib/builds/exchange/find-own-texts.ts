import { noteMarkers, unescapeMarkdown } from "./markdown-text.ts";
import type { OwnText, RestOfText } from "./pieces.ts";
import { readDetailLines, TEXT_LABELS } from "./text-labels.ts";

const WHOLE_BUILD = new RegExp(`^(?:- )?${TEXT_LABELS.code}: <?([^\\s>]+)>?[ \\t]*$`, "gm");
const HEADING = /^(?:# (.+)|\*\*(.+)\*\*)[ \t]*$/gm;

const NOTES = new RegExp(`^<!-- gw2optimizer (notes|rotation) (\\d{1,6}) -->$|${WHOLE_BUILD.source}`, "gm");

interface Found {
  readonly start: number;
  /** Behind the line of the whole build. */
  readonly end: number;
  readonly text: OwnText;
  /** Notes and rotation with their markers. */
  readonly noteRanges: readonly (readonly [start: number, end: number])[];
}

/** Builds in Markdown or Discord text as this app writes it, several after one another, too. */
export function findOwnTexts(rest: RestOfText): void {
  for (const { start, end, text, noteRanges } of foundIn(rest.text)) {
    if (rest.isFull) return;
    rest.take({ kind: "own-text", start, end, text });
    for (const range of noteRanges) rest.blank(...range);
  }
}

/**
 * Each line of a whole build, with the nearest heading above it that no other one has, and the author's texts after it.
 * What stands in those is not looked at: it may quote a build.
 */
function foundIn(text: string): Found[] {
  const headings = [...text.matchAll(HEADING)];
  const found: Found[] = [];
  let from = 0;
  NOTES.lastIndex = 0;
  for (let match = NOTES.exec(text); match; match = NOTES.exec(text)) {
    const [line, part, nth, address] = match;
    const last = found.at(-1);
    if (part === "notes" || part === "rotation") {
      const written = textAfter(text, match.index, noteMarkers(part, Number(nth)));
      if (!written || !last || Object.hasOwn(last.text.details, part)) continue;
      found[found.length - 1] = withNotes(last, part, written.text, [match.index, written.end]);
      from = written.end;
      NOTES.lastIndex = from;
      continue;
    }
    const end = match.index + line.length;
    const heading = headings.findLast(({ index }) => index >= from && index < match.index);
    if (heading && address) found.push(foundAt(text, heading, end, address));
    from = end;
  }
  return found;
}

function foundAt(text: string, heading: RegExpExecArray, end: number, address: string): Found {
  const [, markdown, discord] = heading;
  const name = unescapeMarkdown((markdown ?? discord ?? "").trim());
  const details = readDetailLines(text.slice(heading.index, end));
  const own = { name, address, isDiscord: discord !== undefined, details };
  return { start: heading.index, end, text: own, noteRanges: [] };
}

function withNotes(found: Found, part: string, notes: string, range: readonly [number, number]): Found {
  const details = { ...found.text.details, [part]: notes };
  return { ...found, text: { ...found.text, details }, noteRanges: [...found.noteRanges, range] };
}

/** What stands between two markers, of which the first is at `start`. */
function textAfter(text: string, start: number, [begin, end]: readonly [string, string]) {
  const from = start + begin.length + 1;
  const stop = text.indexOf(`\n${end}`, from - 1);
  return stop < 0 ? null : { text: text.slice(from, stop), end: stop + end.length + 1 };
}
