import type { Actor } from "#lib/accounts/actor.ts";
import { env } from "#lib/platform/env.ts";
import { AppError } from "#lib/shared/app-error.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { storedLoadout } from "../build-page.ts";
import { buildView } from "../build-view.ts";
import { rowDetails } from "../details/row-details.ts";
import { gameData } from "../game-data.ts";
import { referencesOf } from "../library/references.ts";
import { encodeLoadout } from "../loadout-code/loadout-code.ts";
import { openCode } from "../open-code.ts";
import { findReadable } from "../own-build.ts";
import { NO_DETAILS, type PlainBuild } from "./build-json.ts";
import type { ExportedBuild } from "./exported-build.ts";

/** A saved build for taking away. Throws NOT_FOUND where the actor may not know of it. */
export async function readExport(actor: Actor, slug: string): Promise<ExportedBuild> {
  const row = await findReadable(actor, slug);
  const build = { name: row.name, loadout: storedLoadout(row.loadout), details: rowDetails(row) };
  return exported(build, row.chatLink, {
    pageUrl: row.visibility === "private" ? null : `${env().publicUrl}/b/${row.slug}`,
    author: row.ownerName ?? row.exampleSource,
  });
}

/** A loadout that nobody saved, for taking away. Throws INVALID_INPUT on the field `code` where it cannot be read. */
export function exportOfCode(code: string, mode?: GameMode): ExportedBuild {
  const opened = openCode(code, mode);
  if (!opened.ok) throw new AppError("INVALID_INPUT", { field: "code", message: opened.error.message });
  const { loadout, link, view } = opened.value;
  return exported({ name: view.title, loadout, details: NO_DETAILS }, link, { pageUrl: null, author: null });
}

function exported(
  build: PlainBuild,
  chatLink: string,
  origin: Pick<ExportedBuild, "pageUrl" | "author">,
): ExportedBuild {
  const { catalog } = gameData();
  const { loadout } = build;
  const names = referencesOf(loadout, catalog).flatMap(({ key, name }) =>
    name ? [[key, name] as const] : [],
  );
  return {
    ...build,
    ...origin,
    chatLink,
    view: buildView(loadout, catalog, { warnings: [], linkListsWeapons: null }),
    code: encodeLoadout(loadout),
    site: env().publicUrl,
    names: Object.fromEntries(names),
  };
}
