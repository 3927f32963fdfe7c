import { assertNever } from "#lib/shared/assert-never.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { BUILD_FORMAT, BUILD_FORMAT_VERSION } from "./build-json.ts";
import { discordText } from "./discord-text.ts";
import type { ExportFormatId } from "./export-formats.ts";
import { type ExportedBuild, shareUrl } from "./exported-build.ts";
import { markdownText } from "./markdown-text.ts";

/** Where the JSON Schema of build files is served. */
export const SCHEMA_PATH = "/schema/build-1.json";

/** A build in a format. What the format cannot hold is said in the text itself. Pure. */
export function exportText(build: ExportedBuild, format: ExportFormatId): string {
  switch (format) {
    case "chat-link":
      return `${build.chatLink}\n\n${notInChatLink(build)}\n`;
    case "link":
      return `${shareUrl(build)}\n\n${notInShareLink(build)}\n`;
    case "json":
      return jsonText(build);
    case "markdown":
      return markdownText(build);
    case "discord":
      return discordText(build);
    default:
      return assertNever(format);
  }
}

function notInChatLink({ loadout, details }: ExportedBuild): string {
  const { equipment, assumptions, template } = loadout;
  const hasEquipment =
    Object.keys(equipment.pieces).length > 0 || equipment.runes !== null || equipment.relic !== null;
  const lost = [
    hasEquipment ? "the equipment of this build" : "equipment",
    `its game mode (${GAME_MODE_NAMES[loadout.mode]})`,
    ...(template || Object.keys(assumptions.effects).length > 0 ? ["what its figures assume"] : []),
    ...(isStated(details) ? ["notes and tags"] : []),
  ];
  return `The link above holds traits, skills, pets or legends and weapon types. It cannot hold ${listed(lost)}.`;
}

function notInShareLink({ details }: ExportedBuild): string {
  const rest = isStated(details) ? "the name, notes and tags of this build" : "a name, notes or tags";
  return `The address above holds the whole loadout, equipment and assumptions too. It cannot hold ${rest}.`;
}

function jsonText({ name, loadout, details, chatLink, site, pageUrl, author, names }: ExportedBuild): string {
  const document = {
    $schema: `${site}${SCHEMA_PATH}`,
    format: BUILD_FORMAT,
    version: BUILD_FORMAT_VERSION,
    name,
    loadout,
    details,
    chatLink,
    source: { url: pageUrl, author },
    names,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function isStated(details: ExportedBuild["details"]): boolean {
  return Object.values(details).some((value) => value !== null && value.length > 0);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
