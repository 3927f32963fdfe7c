import { z } from "zod";

/** What a build can be taken away as; browser-safe. */
export const EXPORT_FORMATS = [
  {
    id: "chat-link",
    name: "Chat link",
    hint: "For the game's chat and build panel: traits, skills, weapon types. No equipment, no notes.",
    contentType: "text/plain",
    extension: "txt",
  },
  {
    id: "link",
    name: "Share link",
    hint: "The whole loadout in one address; it works without this build being kept. No notes.",
    contentType: "text/plain",
    extension: "txt",
  },
  {
    id: "json",
    name: "JSON",
    hint: "Everything, for programs and as a backup.",
    contentType: "application/json",
    extension: "json",
  },
  {
    id: "markdown",
    name: "Markdown",
    hint: "Everything as text, for forums and wikis; can be pasted back here.",
    contentType: "text/markdown",
    extension: "md",
  },
  {
    id: "discord",
    name: "Discord",
    hint: "Fits one message of 2,000 characters; says what had to be left out.",
    contentType: "text/plain",
    extension: "txt",
  },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportFormatId = ExportFormat["id"];

export const exportFormatSchema = z.enum(
  EXPORT_FORMATS.map(({ id }) => id),
  { error: `Choose a format: ${EXPORT_FORMATS.map(({ id }) => id).join(", ")}.` },
);
