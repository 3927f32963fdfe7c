/**
 * Turns a folder of reference files (modifiers.json, gear.json, templates.json) and the catalogue in `data/catalog` into
 * `data/mechanics` and `data/templates`. Deterministic byte for byte.
 *
 *   npm run mechanics:build -- <folder>
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readCatalog } from "#lib/catalog/catalog.ts";
import {
  derivedEntriesSchema,
  gearTablesSchema,
  mechanicsSchema,
  notModelledSchema,
  templatesSchema,
} from "#lib/catalog/mechanics/schema.ts";
import { convertEffects } from "#scripts/mechanics/convert-effects.ts";
import { convertGear } from "#scripts/mechanics/convert-gear.ts";
import { CATALOG_SOURCE, convertItems } from "#scripts/mechanics/convert-items.ts";
import { convertNotModelled } from "#scripts/mechanics/convert-not-modelled.ts";
import { convertTemplates } from "#scripts/mechanics/convert-templates.ts";
import { jsonLines, readReference } from "#scripts/mechanics/reference-files.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Name the folder: npm run mechanics:build -- <folder>");
  process.exit(2);
}

const reference = await readReference(folder);
const root = join(import.meta.dirname, "..", "data");
const catalog = readCatalog(join(root, "catalog"));
const curated = mechanicsSchema.parse(
  convertEffects(reference.modifiers, catalog, catalog.manifest.dataDate),
);
const derived = derivedEntriesSchema.parse({
  sources: {
    [CATALOG_SOURCE]: { title: "Item bonuses of the official API", date: catalog.manifest.dataDate },
  },
  entries: convertItems(catalog, curated.entries),
});
const notModelled = notModelledSchema.parse(
  convertNotModelled(catalog, [...curated.entries, ...derived.entries]),
);
const gear = gearTablesSchema.parse(convertGear(reference.gear));
const templates = templatesSchema.parse(convertTemplates(reference.templates));

await write("mechanics", "effects.json", curated);
await write("mechanics", "item-bonuses.json", derived);
await write("mechanics", "not-modelled.json", { notModelled });
await write("mechanics", "gear.json", gear);
await write("templates", "templates.json", templates);
console.log(
  `${curated.entries.length} effects, ${derived.entries.length} from bonuses of items, ${notModelled.length} not modelled, ` +
    `${gear.combinations.length} stat sets, ${templates.templates.length} templates`,
);

async function write(directory: string, file: string, content: Record<string, unknown>): Promise<void> {
  await mkdir(join(root, directory), { recursive: true });
  await writeFile(join(root, directory, file), jsonLines(content));
}
