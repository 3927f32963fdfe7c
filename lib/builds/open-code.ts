import type { GameMode } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { buildView } from "./build-view.ts";
import { gameData } from "./game-data.ts";
import type { Loadout } from "./loadout.ts";
import { decodeLoadout } from "./loadout-code/loadout-code.ts";
import { linkOfLoadout } from "./loadout-link.ts";
import type { OpenedLink, UnreadableLink } from "./open-link.ts";

/**
 * Reads a loadout code, equipment and all, in its own mode or another, and looks everything up. Never throws on bad
 * text. Fails too where the build has no template link of the game, which every saved build keeps.
 */
export function openCode(text: string, mode?: GameMode): Result<OpenedLink, UnreadableLink> {
  const decoded = decodeLoadout(text);
  if (!decoded.ok) return err({ message: `${decoded.error.message} ${decoded.error.mend}` });
  const { catalog, links } = gameData();
  const loadout: Loadout = mode ? { ...decoded.value, mode } : decoded.value;
  const link = linkOfLoadout(loadout, links);
  if (!link.ok) return err({ message: link.error.message });
  return ok({
    link: link.value,
    loadout,
    view: buildView(loadout, catalog, { warnings: [], linkListsWeapons: null }),
  });
}
