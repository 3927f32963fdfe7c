import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MANIFEST_FILE, toFiles } from "../files.ts";
import type { CatalogData, CatalogManifest } from "../schema.ts";
import { makeManifest, manifestText } from "./manifest.ts";
import type { RawSources } from "./raw.ts";

/** Folder that holds the catalogue of before while a new one takes its place. */
export function previousFolder(folder: string): string {
  return `${folder}.previous`;
}

/**
 * Writes the catalogue beside `folder` and then swaps it in, so that a reader finds the old one or the new one,
 * whole. Should the process die between the two renames, the old one lies in `previousFolder` and is put back by
 * the next write; readers look there, too.
 */
export function writeCatalog(folder: string, data: CatalogData, about: RawSources): CatalogManifest {
  const files = toFiles(data);
  const manifest = makeManifest(data, files, about);
  const next = `${folder}.next`;
  rmSync(next, { recursive: true, force: true });
  for (const [name, text] of [...files, [MANIFEST_FILE, manifestText(manifest)] as const]) {
    const path = join(next, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  swapIn(next, folder);
  return manifest;
}

function swapIn(next: string, folder: string): void {
  const previous = previousFolder(folder);
  if (existsSync(folder)) {
    rmSync(previous, { recursive: true, force: true });
    renameSync(folder, previous);
  }
  renameSync(next, folder);
  rmSync(previous, { recursive: true, force: true });
}
