/**
 * Copies published reference results into the fixtures of the command line's tests, one compact JSON object a line.
 *
 *   node scripts/run.mjs copy-oracle-vectors <folder>
 *
 * The folder holds `damage-model.json` (a list of cases) and `attributes.json` (an object with `records`).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseRecords } from "#scripts/gw2/record-command.ts";

const FIXTURES = join(import.meta.dirname, "gw2", "fixtures");
const FILES = [
  { from: "damage-model.json", to: "damage-cases.jsonl" },
  { from: "attributes.json", to: "attribute-records.jsonl" },
];

const folder = process.argv[2];
if (folder === undefined || process.argv.length > 3) {
  process.stderr.write("Usage: node scripts/run.mjs copy-oracle-vectors <folder>\n");
  process.exit(2);
}

for (const { from, to } of FILES) {
  const records = parseRecords(readFileSync(join(folder, from), "utf8"));
  const lines = records.map(({ value }) => JSON.stringify(value));
  writeFileSync(join(FIXTURES, to), `${lines.join("\n")}\n`);
  process.stdout.write(`${to}: ${lines.length} records\n`);
}
