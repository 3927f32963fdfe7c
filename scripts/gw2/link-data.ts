import { join } from "node:path";
import { loadCatalog } from "#lib/catalog/catalog.ts";
import type { BuildLinkData } from "#lib/catalog/chat-links/build-link-data.ts";
import { buildLinkDataFromCatalog } from "#lib/catalog/chat-links/build-link-data-from-catalog.ts";

const CATALOG_FOLDER = join(import.meta.dirname, "../../data/catalog");

let loaded: BuildLinkData | undefined;

/** Link data of the committed catalogue, read once. Throws an AppError where there is none. */
export function loadBuildLinkData(): BuildLinkData {
  loaded ??= buildLinkDataFromCatalog(loadCatalog(CATALOG_FOLDER).data);
  return loaded;
}
