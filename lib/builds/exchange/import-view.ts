import type { GameMode, Profession } from "#lib/shared/game.ts";
import type { LoadoutFault } from "../parse-loadout.ts";
import type { OutlineSection } from "./build-outline.ts";

/** What a pasted text holds; plain data for the page. */
export interface ImportPreview {
  readonly builds: readonly ImportedBuild[];
  readonly unread: readonly UnreadPart[];
  /** How many parts named a build that another part holds, too. */
  readonly repeated: number;
  /** Builds beyond the most that are taken at once. */
  readonly leftOut: number;
}

export interface ImportedBuild {
  /** Stable within the text: which one is meant when it is saved. */
  readonly position: number;
  /** Where it was read from, such as `Chat link`. */
  readonly source: string;
  readonly name: string;
  readonly profession: Profession;
  readonly title: string;
  readonly mode: GameMode;
  readonly outline: readonly OutlineSection[];
  /** Role, activities and the like in words, and whether there are notes. */
  readonly details: readonly string[];
  /** What the source cannot hold, such as a chat link equipment; null where it holds everything. */
  readonly notHeld: string | null;
  /** What could not be read, field by field. */
  readonly lost: readonly LoadoutFault[];
  /** What the reader should know of what was read. */
  readonly warnings: readonly string[];
  /** Where it opens in the editor; what the address cannot carry is in `editorLoses`. */
  readonly editorHref: string;
  readonly editorLoses: string | null;
}

export interface UnreadPart {
  readonly source: string;
  /** Its beginning, as pasted. */
  readonly excerpt: string;
  /** Why it cannot be read and what to do. */
  readonly message: string;
}
