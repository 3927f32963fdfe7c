/**
 * `npm run catalog:build -- <folder> [--out data/catalog]`: normalises files in the shape of the official API into
 * the catalogue. Exit code 0: built (malformed records are listed and left out); 1: nothing was written.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildCatalogData } from "#lib/catalog/snapshot/build.ts";
import { readRawFolder } from "#lib/catalog/snapshot/read-folder.ts";
import { describeProblem } from "#lib/catalog/snapshot/report.ts";
import { writeCatalog } from "#lib/catalog/snapshot/write-folder.ts";

const USAGE =
  "Usage: npm run catalog:build -- <folder with professions.json, skills.json, …> [--out data/catalog]";

function main(args: readonly string[]): number {
  const options = readOptions(args);
  if (options === undefined) {
    console.error(USAGE);
    return 1;
  }
  const folder = readRawFolder(options.folder);
  if (!folder.ok) {
    console.error(folder.error);
    return 1;
  }
  const { data, problems } = buildCatalogData(folder.value.records);
  for (const problem of problems) console.error(describeProblem(problem));
  const manifest = writeCatalog(options.out, data, folder.value.about);
  for (const [kind, count] of Object.entries(manifest.counts)) console.log(`${kind}: ${count}`);
  console.log(`${problems.length} problem(s); content ${manifest.contentHash.slice(0, 12)}; ${options.out}`);
  return 0;
}

function readOptions(args: readonly string[]): { folder: string; out: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: "string", default: "data/catalog" } },
    });
    const [folder, ...rest] = positionals;
    return folder && rest.length === 0 ? { folder: resolve(folder), out: resolve(values.out) } : undefined;
  } catch {
    return undefined;
  }
}

process.exitCode = main(process.argv.slice(2));
