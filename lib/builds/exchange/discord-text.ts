import { buildOutline, type OutlineSection } from "./build-outline.ts";
import { type ExportedBuild, kindOfBuild, oneLine, shareUrl } from "./exported-build.ts";
import { detailLines, TEXT_LABELS } from "./text-labels.ts";

/** A message holds 2,000 characters; one less, so that it is under that in every way of counting. */
export const MOST_IN_DISCORD = 1999;
/** Kept free for the line that says what was left out. */
const ROOM_FOR_LEFT_OUT = 120;

interface Part {
  /** How the line of what is left out calls it. */
  readonly called: string;
  readonly text: string;
  /** Taken first where not all parts fit; their order in the message is that of the list. */
  readonly rank: number;
}

/**
 * A build as one message for Discord, always under 2,000 characters: name, chat link and page first, then as much as
 * fits. What did not fit is named at the end.
 */
export function discordText(build: ExportedBuild): string {
  const head = [
    `**${escapeDiscord(oneLine(build.name).slice(0, 80))}**`,
    kindOfBuild(build.view),
    `\`${build.chatLink}\``,
    ...(build.pageUrl ? [`${TEXT_LABELS.page}: ${build.pageUrl}`] : []),
  ].join("\n");
  const parts = partsOf(build);
  let room = MOST_IN_DISCORD - head.length - ROOM_FOR_LEFT_OUT;
  const taken = new Set<Part>();
  for (const part of parts.toSorted((a, b) => a.rank - b.rank)) {
    if (part.text.length + 1 > room) continue;
    taken.add(part);
    room -= part.text.length + 1;
  }
  const left = parts.filter((part) => !taken.has(part)).map(({ called }) => called);
  return [
    head,
    ...parts.filter((part) => taken.has(part)).map(({ text }) => text),
    ...(left.length > 0 ? [`-# Too long for one message: ${left.join(", ")}.`] : []),
  ].join("\n");
}

function partsOf(build: ExportedBuild): Part[] {
  const { notes, rotation } = build.details;
  const facts = detailLines(build.details).join("\n");
  const outline = new Map(buildOutline(build.view).map((section) => [section.title, section]));
  const section = (title: OutlineSection["title"], called: string, rank: number): Part[] => {
    const found = outline.get(title);
    return found ? [{ called, text: sectionText(found), rank }] : [];
  };
  return [
    ...(facts ? [{ called: "role, activities and tags", text: facts, rank: 6 }] : []),
    { called: "the address of the whole build", text: `${TEXT_LABELS.code}: <${shareUrl(build)}>`, rank: 1 },
    ...section("Specializations", "traits", 2),
    ...section("Skills", "skills", 3),
    ...section("Weapons", "weapons", 4),
    ...section("Companions", "companions", 5),
    ...section("Equipment", "equipment", 7),
    ...(rotation ? [{ called: "rotation", text: authorText("Rotation", rotation), rank: 8 }] : []),
    ...(notes ? [{ called: "notes", text: authorText("Notes", notes), rank: 9 }] : []),
  ];
}

function sectionText({ lines }: OutlineSection): string {
  return lines
    .map(({ label, parts }) => `${escapeDiscord(label)}: ${parts.map(escapeDiscord).join(" / ")}`)
    .join("\n");
}

/** The author's Markdown as it is, which Discord knows in part; nobody is called by it, and names lose their brackets. */
function authorText(title: string, text: string): string {
  return `**${title}**\n${withoutMentions(text.replace(/\[\[(?:skill:|trait:)?([^[\]\n]+?)(?:\|[^[\]\n]*)?\]\]/gi, "$1"))}`;
}

function escapeDiscord(text: string): string {
  return withoutMentions(text.replace(/[\\`*_~|>#[\]()<-]/g, "\\$&"));
}

/** `@everyone` and `<@id>` would call people: an invisible sign keeps them text. */
function withoutMentions(text: string): string {
  return text.replace(/@(?=everyone|here|[!&]?\d)/gi, "@\u200b");
}
