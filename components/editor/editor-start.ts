import type { BuildDetails } from "#lib/builds/details/schema.ts";
import type { DraftForm } from "#lib/builds/editor/draft.ts";
import type { Loadout } from "#lib/builds/loadout.ts";

/** What the server knows when the editor opens. */
export interface EditorStart {
  /** Whose draft it is: `new`, `build <slug>`, `copy <slug>`, or `link <code>`. */
  readonly subject: string;
  /** Null where nothing is given and the profession is the first choice. */
  readonly loadout: Loadout | null;
  readonly form: DraftForm;
  /** The saved build that is edited; null for a new one. */
  readonly build: SavedBuild | null;
  /** The build that a copy begins as. */
  readonly original: { readonly slug: string; readonly name: string } | null;
  /** A build to compare the figures with. */
  readonly pinned: Loadout | null;
  readonly isSignedIn: boolean;
  /** What could not be read of what was asked for. */
  readonly problem: string | null;
}

export interface SavedBuild {
  readonly slug: string;
  readonly name: string;
  readonly revision: number;
  readonly details: BuildDetails;
  readonly loadout: Loadout;
}
