import { buildOutline } from "./build-outline.ts";
import { type ExportedBuild, kindOfBuild, oneLine, shareUrl } from "./exported-build.ts";
import { detailLines, TEXT_LABELS } from "./text-labels.ts";

/** Markers around the author's texts. `nth` keeps them apart from markers that the texts themselves hold. */
export function noteMarkers(part: "notes" | "rotation", nth: number): readonly [begin: string, end: string] {
  return [`<!-- gw2optimizer ${part} ${nth} -->`, `<!-- end of gw2optimizer ${part} ${nth} -->`];
}

/**
 * A build as Markdown for people, which can be read back whole: the loadout from the address under `Whole build`, the
 * details from their lines, notes and rotation from between their markers.
 */
export function markdownText(build: ExportedBuild): string {
  const { details, view } = build;
  const blocks = [
    `# ${escapeMarkdown(oneLine(build.name))}`,
    kindOfBuild(view) + (build.author ? `, by ${escapeMarkdown(oneLine(build.author))}` : ""),
    factLines(build).join("\n"),
    ...buildOutline(view).map(
      ({ title, lines }) =>
        `## ${title}\n\n${lines.map(({ label, parts }) => `- ${escapeMarkdown(label)}: ${parts.map(escapeMarkdown).join(", ")}`).join("\n")}`,
    ),
    ...authorText("Notes", "notes", details.notes),
    ...authorText("Rotation", "rotation", details.rotation),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function factLines(build: ExportedBuild): string[] {
  return [
    ...detailLines(build.details),
    `${TEXT_LABELS.chatLink}: \`${build.chatLink}\` (traits, skills and weapon types; no equipment)`,
    ...(build.pageUrl ? [`${TEXT_LABELS.page}: <${build.pageUrl}>`] : []),
    `${TEXT_LABELS.code}: <${shareUrl(build)}>`,
  ].map((line) => `- ${line}`);
}

function authorText(title: string, part: "notes" | "rotation", text: string): string[] {
  if (text === "") return [];
  let nth = 1;
  while (text.includes(noteMarkers(part, nth)[1])) nth++;
  const [begin, end] = noteMarkers(part, nth);
  return [`## ${title}`, `${begin}\n${text}\n${end}`];
}

/** Signs that mean something in Markdown, so that a name stays a name. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}

/** Takes back what a Markdown or Discord text put before signs, and the invisible sign after an @. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("@\u200b", "@");
}
