import { encodeBuildLink, readBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { resolveBuildLink } from "#lib/catalog/chat-links/resolve-build-link.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { buildView } from "./build-view.ts";
import { gameData } from "./game-data.ts";
import { loadoutFromLink, weaponWarnings } from "./link-loadout.ts";
import type { Loadout } from "./loadout.ts";
import type { BuildView } from "./view.ts";

export interface OpenedLink {
  /** The link as the game writes it. */
  readonly link: string;
  readonly loadout: Loadout;
  readonly view: BuildView;
}

export interface UnreadableLink {
  /** What is wrong and what to do, in words for the player. */
  readonly message: string;
}

/** Reads the first build template link in a text and looks everything up. Never throws on bad text. */
export function openLink(text: string, mode: GameMode): Result<OpenedLink, UnreadableLink> {
  const read = readBuildLink(text);
  if (!read.ok) return err({ message: `${read.error.message} ${read.error.mend}` });
  const { catalog, links } = gameData();
  const resolved = resolveBuildLink(read.value.build, links);
  const loadout = loadoutFromLink(resolved, mode, catalog);
  const warnings = [...resolved.warnings.map(({ message }) => message), ...weaponWarnings(resolved, catalog)];
  return ok({
    link: encodeBuildLink(read.value.build),
    loadout,
    view: buildView(loadout, catalog, { warnings, linkListsWeapons: resolved.weapons !== null }),
  });
}
