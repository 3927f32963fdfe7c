import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "#lib/shared/app-error.ts";
import { type Catalog, indexCatalog } from "./catalog-index.ts";
import { fromFiles, MANIFEST_FILE } from "./files.ts";
import { CATALOG_SCHEMA_VERSION, type CatalogManifest, manifestSchema } from "./schema.ts";
import { previousFolder } from "./snapshot/write-folder.ts";

export { type Catalog, indexCatalog, type RecordIndex } from "./catalog-index.ts";

/** A catalogue with the manifest that describes it. */
export interface LoadedCatalog extends Catalog {
  readonly manifest: CatalogManifest;
}

const loaded = new Map<string, LoadedCatalog>();

/**
 * The catalogue in a folder, read once per process. Server only.
 *
 * @throws AppError UNAVAILABLE when there is none or it is of another schema version.
 */
export function loadCatalog(directory: string): LoadedCatalog {
  const folder = resolve(directory);
  const known = loaded.get(folder) ?? readCatalog(folder);
  loaded.set(folder, known);
  return known;
}

/** `loadCatalog` that always reads the folder as it is now. */
export function readCatalog(directory: string): LoadedCatalog {
  const source = readableFolder(resolve(directory));
  const manifest = readManifest(source);
  // The build cannot know the folder; without the remark it would copy the whole project beside the server.
  const data = fromFiles((file) => readFileSync(join(/* turbopackIgnore: true */ source, file), "utf8"));
  return { ...indexCatalog(data), manifest };
}

/** The folder itself, or the one set aside by a swap that was cut short. */
function readableFolder(folder: string): string {
  for (const candidate of [folder, previousFolder(folder)]) {
    if (existsSync(join(candidate, MANIFEST_FILE))) return candidate;
  }
  throw new AppError("UNAVAILABLE", {
    message: `There is no game data in ${folder}. Build it with "npm run catalog:build -- <folder>" or "npm run catalog:sync".`,
  });
}

function readManifest(folder: string): CatalogManifest {
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), "utf8")));
  if (parsed.success) return parsed.data;
  throw new AppError("UNAVAILABLE", {
    message: `The game data in ${folder} is not of schema ${CATALOG_SCHEMA_VERSION}. Build it anew with "npm run catalog:build -- <folder>".`,
    cause: parsed.error,
  });
}
