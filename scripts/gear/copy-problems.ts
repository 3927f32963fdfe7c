/**
 * Copies gear problems (format "gear-problem v1") with their exact answers into the test fixtures: the problem,
 * the expected values and how fast the exhaustive peer was; prose and provenance notes stay behind.
 *
 *   node scripts/gear/copy-problems.ts <folder with *.json> && npx biome format --write lib/engine/gear/fixtures
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FIXTURES = new URL("../../lib/engine/gear/fixtures/", import.meta.url);

const KEPT_KEYS = [
  "format",
  "id",
  "title",
  "slots",
  "symmetry",
  "infusions",
  "infusionSplits",
  "pointAttributes",
  "scenarios",
  "secondStrike",
  "conditions",
  "attackRate",
  "movementUptime",
  "armorOfTarget",
  "constraints",
  "objective",
  "maxResults",
  "resultUnit",
  "combinations",
  "expected",
  "reference",
];

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: node scripts/gear/copy-problems.ts <folder with *.json>");
  process.exit(2);
}
await mkdir(FIXTURES, { recursive: true });
for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
  const problem = JSON.parse(await readFile(join(folder, file), "utf8")) as Record<string, unknown>;
  const kept = KEPT_KEYS.filter((key) => key in problem).map(
    (key) => `${JSON.stringify(key)}: ${JSON.stringify(problem[key])}`,
  );
  await writeFile(new URL(file, FIXTURES), `{\n${kept.join(",\n")}\n}\n`);
  console.log(file);
}
