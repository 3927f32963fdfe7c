import type { LoadedCatalog } from "#lib/catalog/catalog.ts";
import type { BuildLinkData } from "#lib/catalog/chat-links/build-link-data.ts";
import { buildLinkDataFromCatalog } from "#lib/catalog/chat-links/build-link-data-from-catalog.ts";
import { catalog } from "#lib/catalog/service.ts";

interface GameData {
  readonly catalog: LoadedCatalog;
  readonly links: BuildLinkData;
}

let loaded: GameData | undefined;

/** The app's catalogue and what reading build links needs of it; read once per process. */
export function gameData(): GameData {
  const current = catalog();
  if (loaded?.catalog !== current)
    loaded = { catalog: current, links: buildLinkDataFromCatalog(current.data) };
  return loaded;
}
