import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import type { BuildView } from "../view.ts";
import type { PlainBuild } from "./build-json.ts";

/** A build with all that texts of it say. */
export interface ExportedBuild extends PlainBuild {
  readonly view: BuildView;
  /** Build template link of the game. */
  readonly chatLink: string;
  /** Of the whole loadout. */
  readonly code: string;
  /** Address of the app, without a slash at the end. */
  readonly site: string;
  /** Address of its page; null where others cannot open it. */
  readonly pageUrl: string | null;
  readonly author: string | null;
  /** Names by kind and id of what the loadout refers to. */
  readonly names: Readonly<Record<string, string>>;
}

/** The address that holds the whole loadout. */
export function shareUrl({ site, code }: Pick<ExportedBuild, "site" | "code">): string {
  return `${site}/build?code=${code}`;
}

/** What it is in one line: `Firebrand, Guardian, PvE`. */
export function kindOfBuild({ title, profession, mode }: BuildView): string {
  return [...new Set([title, profession, GAME_MODE_NAMES[mode]])].join(", ");
}

/** One line of text; names may be typed with anything. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
