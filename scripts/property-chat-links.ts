/**
 * Runs the properties of chat links with many cases.
 *
 *   node scripts/property-chat-links.ts [--cases 10000000] [--seed 1]
 *
 * `--cases` is the number over all properties together. Exit codes: 0 all hold, 1 one is broken, 2 wrong arguments.
 */
import { parseArgs } from "node:util";
import { LINK_PROPERTIES } from "#lib/catalog/chat-links/fixtures/properties.ts";

/** Cases per call of fast-check, so that progress shows and memory stays flat. */
const BATCH = 50_000;

const { cases, seed } = readArguments();
const share = Math.ceil(cases / LINK_PROPERTIES.length);
const started = performance.now();
for (const { guarantee, check } of LINK_PROPERTIES) {
  const propertyStarted = performance.now();
  for (let done = 0; done < share; done += BATCH) {
    try {
      check(Math.min(BATCH, share - done), seed + done);
    } catch (error) {
      process.stderr.write(`broken: ${guarantee}\n${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    }
  }
  process.stdout.write(`${share} cases, ${secondsSince(propertyStarted)} s: ${guarantee}\n`);
}
process.stdout.write(
  `${share * LINK_PROPERTIES.length} cases hold, ${secondsSince(started)} s, seed ${seed}\n`,
);

function readArguments(): { cases: number; seed: number } {
  try {
    const { values } = parseArgs({
      options: { cases: { type: "string", default: "10000000" }, seed: { type: "string", default: "1" } },
    });
    const numbers = { cases: Number(values.cases), seed: Number(values.seed) };
    if (!Number.isSafeInteger(numbers.cases) || numbers.cases < 1)
      throw new Error("--cases must be a whole number above 0");
    if (!Number.isSafeInteger(numbers.seed)) throw new Error("--seed must be a whole number");
    return numbers;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(2);
  }
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
