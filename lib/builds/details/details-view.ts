import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Loadout } from "../loadout.ts";
import { gameNames } from "./game-names.ts";
import type { NotesView } from "./notes-tree.ts";
import { notesView } from "./notes-view.ts";
import type { BuildDetails } from "./schema.ts";
import { videoSite } from "./video-link.ts";
import { ACTIVITY_NAMES, DIFFICULTY_NAMES, ROLE_NAMES } from "./words.ts";

/** Details as the page of a build shows them. */
export interface DetailsView {
  readonly role: string | null;
  readonly difficulty: string | null;
  readonly activities: readonly string[];
  readonly tags: readonly string[];
  readonly video: { readonly href: string; readonly site: string } | null;
  /** Null where nothing is written. */
  readonly notes: NotesView | null;
  readonly rotation: NotesView | null;
}

/** Words and trees in place of ids and Markdown; figures of named skills are those of the loadout's mode. Pure. */
export function detailsView(details: BuildDetails, loadout: Loadout, catalog: Catalog): DetailsView {
  const { role, difficulty, activities, tags, video, notes, rotation } = details;
  const site = video === null ? undefined : videoSite(video);
  return {
    role: role && ROLE_NAMES[role],
    difficulty: difficulty && DIFFICULTY_NAMES[difficulty],
    activities: activities.map((activity) => ACTIVITY_NAMES[activity]),
    tags,
    video: video !== null && site ? { href: video, site } : null,
    notes: markdownView(notes, loadout, catalog),
    rotation: markdownView(rotation, loadout, catalog),
  };
}

function markdownView(text: string, loadout: Loadout, catalog: Catalog): NotesView | null {
  if (text.trim() === "") return null;
  const context = { catalog, mode: loadout.mode, traits: traitsOf(loadout, catalog) };
  return notesView(text, gameNames(loadout, context));
}

/** Chosen major traits, and the minor traits of the chosen lines. */
function traitsOf({ specializations }: Loadout, catalog: Catalog) {
  return new Set(
    specializations.flatMap((line) =>
      line
        ? [
            ...line.traits.filter((id) => id !== null),
            ...(catalog.specializations.get(line.id)?.minorTraits ?? []),
          ]
        : [],
    ),
  );
}
