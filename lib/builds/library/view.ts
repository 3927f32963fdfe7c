import type { Profession } from "#lib/shared/game.ts";
import type { BuildListItem } from "../view.ts";

/** One page of what a search found. */
export interface LibraryPage {
  readonly builds: readonly BuildListItem[];
  /** Cursor of the following page. */
  readonly next: string | null;
  /** Words of the game that were looked for in place of mistyped ones. */
  readonly corrections: readonly string[];
}

/** What the filters offer. */
export interface LibraryOptions {
  readonly elites: readonly { readonly profession: Profession; readonly names: readonly string[] }[];
  readonly statSets: readonly string[];
  readonly weapons: readonly string[];
  readonly boons: readonly string[];
}
