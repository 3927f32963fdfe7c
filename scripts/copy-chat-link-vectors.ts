/**
 * Copies the chat link test vectors and the tables they were checked with from a reference folder into the
 * project's fixtures, one compact JSON object a line.
 *
 *   node scripts/copy-chat-link-vectors.ts <folder>
 *
 * The folder holds `oracles/chat-links.json`, `oracles/chat-links-other.json`, `oracles/chat-links-edge.json`
 * (lists of `{code, expected | handling, …}`) and `gw2/palette.json`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FIXTURES = join(import.meta.dirname, "../lib/catalog/chat-links/fixtures");
const VECTOR_FILES = [
  { from: "oracles/chat-links.json", to: "build-links.jsonl" },
  { from: "oracles/chat-links-other.json", to: "other-links.jsonl" },
  { from: "oracles/chat-links-edge.json", to: "edge-links.jsonl" },
];
const VECTOR_FIELDS = ["code", "handling", "reason", "expected", "source"];

const folder = process.argv[2];
if (folder === undefined || process.argv.length > 3) {
  process.stderr.write("usage: node scripts/copy-chat-link-vectors.ts <folder with oracles/ and gw2/>\n");
  process.exit(2);
}

for (const { from, to } of VECTOR_FILES) {
  const vectors = JSON.parse(readFileSync(join(folder, from), "utf8")) as Record<string, unknown>[];
  const lines = vectors.map((vector) =>
    JSON.stringify(Object.fromEntries(Object.entries(vector).filter(([key]) => VECTOR_FIELDS.includes(key)))),
  );
  writeLines(to, lines);
}

const palette = JSON.parse(readFileSync(join(folder, "gw2/palette.json"), "utf8")) as Record<string, unknown>;
const { readme: _readme, schema: _schema, ...tables } = palette;
writeLines("tables.jsonl", [JSON.stringify(tables)]);

function writeLines(file: string, lines: readonly string[]): void {
  writeFileSync(join(FIXTURES, file), `${lines.join("\n")}\n`);
  process.stdout.write(`${file}: ${lines.length}\n`);
}
