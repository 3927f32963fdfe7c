/**
 * Turns a folder of reference files (modifiers.json, gear.json, templates.json and, where present, api/*.json in the
 * shape of the official API) into `data/mechanics` and `data/templates`. Deterministic byte for byte.
 *
 *   npm run mechanics:build -- <folder>
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gearTablesSchema, mechanicsSchema, templatesSchema } from "#lib/catalog/mechanics/schema.ts";
import { convertEffects } from "#scripts/mechanics/convert-effects.ts";
import { convertGear } from "#scripts/mechanics/convert-gear.ts";
import { convertTemplates } from "#scripts/mechanics/convert-templates.ts";
import { jsonLines, readReference } from "#scripts/mechanics/reference-files.ts";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Name the folder: npm run mechanics:build -- <folder>");
  process.exit(2);
}

const reference = await readReference(folder);
const root = join(import.meta.dirname, "..", "data");
const mechanics = mechanicsSchema.parse(convertEffects(reference));
const gear = gearTablesSchema.parse(convertGear(reference.gear));
const templates = templatesSchema.parse(convertTemplates(reference.templates));

await mkdir(join(root, "mechanics"), { recursive: true });
await mkdir(join(root, "templates"), { recursive: true });
await writeFile(join(root, "mechanics", "effects.json"), jsonLines(mechanics));
await writeFile(join(root, "mechanics", "gear.json"), jsonLines(gear));
await writeFile(join(root, "templates", "templates.json"), jsonLines(templates));
console.log(
  `${mechanics.entries.length} effects, ${gear.combinations.length} stat sets, ${templates.templates.length} templates`,
);
