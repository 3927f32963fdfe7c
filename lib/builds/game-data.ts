import { join } from "node:path";
import { type LoadedCatalog, loadCatalog } from "#lib/catalog/catalog.ts";
import type { BuildLinkData } from "#lib/catalog/chat-links/build-link-data.ts";
import { buildLinkDataFromCatalog } from "#lib/catalog/chat-links/build-link-data-from-catalog.ts";
import { env } from "#lib/platform/env.ts";

interface GameData {
  readonly catalog: LoadedCatalog;
  readonly links: BuildLinkData;
}

let loaded: GameData | undefined;

/** The app's catalogue and what reading build links needs of it; read once per process. */
export function gameData(): GameData {
  if (!loaded) {
    const catalog = loadCatalog(join(env().appRoot, "data", "catalog"));
    loaded = { catalog, links: buildLinkDataFromCatalog(catalog.data) };
  }
  return loaded;
}
