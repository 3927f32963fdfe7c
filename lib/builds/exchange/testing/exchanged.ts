import { buildView } from "../../build-view.ts";
import { gameData } from "../../game-data.ts";
import { encodeLoadout } from "../../loadout-code/loadout-code.ts";
import { linkOfLoadout } from "../../loadout-link.ts";
import { partsOfProject } from "../../testing/legal-loadout.ts";
import type { PlainBuild } from "../build-json.ts";
import type { ExportedBuild } from "../exported-build.ts";
import { findPieces } from "../find-pieces.ts";
import { type FoundBuild, type Reading, readPiece } from "../read-pieces.ts";

const { catalog, links } = gameData();
export const parts = partsOfProject();
export const SITE = "https://builds.example.org";

/** A build as it goes out; one without a build link gets a cut-off one. */
export function exportOf(build: PlainBuild): ExportedBuild {
  const link = linkOfLoadout(build.loadout, links);
  return {
    ...build,
    view: buildView(build.loadout, catalog, { warnings: [], linkListsWeapons: null }),
    chatLink: link.ok ? link.value : "[&DQ]",
    code: encodeLoadout(build.loadout),
    site: SITE,
    pageUrl: `${SITE}/b/some-build-x2k9x2k9`,
    author: "Aurene *the* Prismatic",
    names: {},
  };
}

/** Everything that is read of a text. */
export function read(text: string): Reading[] {
  return findPieces(text).flatMap((piece) => readPiece(piece, { text, mode: "pve", site: SITE }));
}

/** The builds in a text. */
export function builds(text: string): FoundBuild[] {
  return read(text).flatMap((one) => (one.kind === "found" ? [one.build] : []));
}

/** Why parts of a text are not read. */
export function messages(text: string): string[] {
  return read(text).flatMap((one) => (one.kind === "unread" ? [one.part.message] : []));
}
