import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildLinkData } from "#lib/catalog/chat-links/build-link-data.ts";
import { buildLinkDataFromCatalog } from "#lib/catalog/chat-links/build-link-data-from-catalog.ts";
import { fromFiles } from "#lib/catalog/files.ts";

const CATALOG_FOLDER = join(import.meta.dirname, "../../data/catalog");

let loaded: BuildLinkData | undefined;

/** The committed catalogue, read once. */
export function loadBuildLinkData(): BuildLinkData {
  loaded ??= buildLinkDataFromCatalog(fromFiles((file) => readFileSync(join(CATALOG_FOLDER, file), "utf8")));
  return loaded;
}
