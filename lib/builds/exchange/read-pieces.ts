import { encodeBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { LINK_TYPE_NAMES } from "#lib/catalog/chat-links/link-types.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { type BuildDetails, NO_DETAILS } from "../details/schema.ts";
import { gameData } from "../game-data.ts";
import { referencesOf } from "../library/references.ts";
import type { Loadout } from "../loadout.ts";
import { decodeLoadout, encodeLoadout } from "../loadout-code/loadout-code.ts";
import { openCode } from "../open-code.ts";
import { type OpenedLink, openLink } from "../open-link.ts";
import type { LoadoutFault } from "../parse-loadout.ts";
import type { UnreadPart } from "./import-view.ts";
import type { Piece } from "./pieces.ts";
import { readAddress } from "./read-address.ts";
import { readDetails, readDocuments } from "./read-document.ts";

/** A build that a text holds. */
export interface FoundBuild {
  readonly source: string;
  /** Null where nothing in the text names it. */
  readonly name: string | null;
  readonly opened: OpenedLink;
  readonly details: BuildDetails;
  readonly notHeld: string | null;
  readonly lost: readonly LoadoutFault[];
  readonly warnings: readonly string[];
  /** Page of this app that it was read from. */
  readonly slug: string | null;
  /** How much its kind of source can hold: of two that are the same build the richer one is kept. */
  readonly richness: number;
}

export type Reading =
  | { readonly kind: "found"; readonly build: FoundBuild }
  | { readonly kind: "unread"; readonly part: UnreadPart }
  /** Only the database knows whether there is one. */
  | { readonly kind: "slug"; readonly slug: string; readonly excerpt: string; readonly name: string | null };

export interface ReadingContext {
  readonly text: string;
  /** Mode of builds whose source states none. */
  readonly mode: GameMode;
  /** Address of the app. */
  readonly site: string;
}

const LINK_HOLDS_NOT = "A chat link holds no equipment, no notes and no game mode.";
const CODE_HOLDS_NOT = "A share link holds no notes and tags.";
const DISCORD_HOLDS_NOT = "Notes and rotation of a Discord text are not read back.";
const MOST_IN_EXCERPT = 80;

/** Reads one piece of a text; several builds where it is a list. Never throws. */
export function readPiece(piece: Piece, context: ReadingContext): Reading[] {
  const excerpt = excerptOf(context.text.slice(piece.start, piece.end));
  const unread = (source: string, message: string): Reading => ({
    kind: "unread",
    part: { source, excerpt, message },
  });
  switch (piece.kind) {
    case "json":
      return readDocuments(piece.value).map((read): Reading => {
        if (!read.ok) return unread("JSON", read.error);
        const { name, loadout, details, lost, names } = read.value;
        const build = foundLoadout(loadout, { source: "JSON", name, details, lost, names, richness: 4 });
        return typeof build === "string" ? unread("JSON", build) : { kind: "found", build };
      });
    case "broken-json":
      return [unread("JSON", piece.message)];
    case "own-text": {
      const { name, address, details: stated, isDiscord } = piece.text;
      const { details, lost } = readDetails(stated);
      const source = isDiscord ? "Discord text" : "Markdown";
      return readAddress(address, context.site).map((reading): Reading => {
        if (reading.kind !== "code") return unread(source, "The line “Whole build” of this text is damaged.");
        const extra = {
          source,
          name,
          details,
          lost,
          richness: 3,
          notHeld: isDiscord ? DISCORD_HOLDS_NOT : null,
        };
        return readCode(reading.code, extra, unread);
      });
    }
    case "address":
      return readAddress(piece.address, context.site).map((reading): Reading => {
        const name = nameBefore(context.text, piece.start);
        if (reading.kind === "slug") return { kind: "slug", slug: reading.slug, excerpt, name };
        if (reading.kind === "unread") return unread(reading.source, reading.message);
        if (reading.kind === "link") return readLink(reading.link, name, context.mode, unread);
        return readCode(
          reading.code,
          { source: "Share link", name, notHeld: CODE_HOLDS_NOT, richness: 2 },
          unread,
        );
      });
    case "code": {
      const name = nameBefore(context.text, piece.start);
      return [
        readCode(piece.code, { source: "Loadout code", name, notHeld: CODE_HOLDS_NOT, richness: 2 }, unread),
      ];
    }
    case "chat-link": {
      const { link } = piece;
      if (!link.ok) return [unread("Chat link", `${link.error.message} ${link.error.mend}`)];
      if (link.value.link.type !== "build") {
        const what = LINK_TYPE_NAMES[link.value.link.type];
        return [unread("Chat link", `This is ${what}, not a build template link, which begins with [&DQ.`)];
      }
      const name = nameBefore(context.text, piece.start);
      return [readLink(encodeBuildLink(link.value.link.build), name, context.mode, unread)];
    }
    case "word":
      return [{ kind: "slug", slug: piece.word, excerpt, name: null }];
  }
}

type Unread = (source: string, message: string) => Reading;

interface Stated {
  readonly source: string;
  readonly name: string | null;
  readonly richness: number;
  readonly details?: BuildDetails;
  readonly lost?: readonly LoadoutFault[];
  readonly notHeld?: string | null;
  /** Names that the source knows for ids. */
  readonly names?: Readonly<Record<string, string>>;
}

function readLink(text: string, name: string | null, mode: GameMode, unread: Unread): Reading {
  const opened = openLink(text, mode);
  if (!opened.ok) return unread("Chat link", opened.error.message);
  const build: FoundBuild = {
    source: "Chat link",
    name,
    opened: opened.value,
    details: NO_DETAILS,
    notHeld: LINK_HOLDS_NOT,
    lost: [],
    warnings: opened.value.view.warnings,
    slug: null,
    richness: 1,
  };
  return { kind: "found", build };
}

function readCode(code: string, stated: Stated, unread: Unread): Reading {
  const decoded = decodeLoadout(code);
  if (!decoded.ok) return unread(stated.source, `${decoded.error.message} ${decoded.error.mend}`);
  const build = foundLoadout(decoded.value, stated);
  return typeof build === "string" ? unread(stated.source, build) : { kind: "found", build };
}

/** A loadout as it would be saved; a sentence where it cannot be. */
function foundLoadout(loadout: Loadout, stated: Stated): FoundBuild | string {
  const opened = openCode(encodeLoadout(loadout));
  if (!opened.ok) return opened.error.message;
  return {
    details: NO_DETAILS,
    lost: [],
    notHeld: null,
    ...stated,
    opened: opened.value,
    warnings: unknownReferences(loadout, stated.names ?? {}),
    slug: null,
  };
}

/** Ids that the game data does not hold; they stay in the build. */
export function unknownReferences(loadout: Loadout, names: Readonly<Record<string, string>>): string[] {
  return referencesOf(loadout, gameData().catalog).flatMap(({ key, kind, id, name }) =>
    name === undefined
      ? [
          `${names[key] ? `${names[key]} (${kind.toLowerCase()} ${id})` : `${kind} ${id}`} is not in the game data.`,
        ]
      : [],
  );
}

/** What stands before a link in its line, where that looks like a name. */
function nameBefore(text: string, start: number): string | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - 200), start);
  const name = line
    .replace(/^[\s>*\-•·–—#]+|^\s*\d+[.)]\s+/, "")
    .replace(/[\s:=,|<>()[\]*_~`–—-]+$/, "")
    .trim();
  const isName = name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name) && !/https?:|\[&|\n/.test(name);
  return isName ? name : null;
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MOST_IN_EXCERPT ? `${line.slice(0, MOST_IN_EXCERPT)}…` : line;
}
