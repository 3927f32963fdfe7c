/**
 * Tries the properties of the engine on many random builds.
 *
 *   npm run property:engine -- [--cases 10000000] [--seed 1]
 *
 * `--cases` is the number over all properties together. Exit codes: 0 all hold, 1 one is broken, 2 wrong arguments.
 */
import { parseArgs } from "node:util";
import { ENGINE_PROPERTIES } from "#scripts/engine/properties.ts";

/** Cases per call of fast-check, so that progress shows and memory stays flat. */
const BATCH = 20_000;

const { cases, seed } = readArguments();
const started = performance.now();
let tried = 0;
for (const { guarantee, share, check } of ENGINE_PROPERTIES) {
  const wanted = Math.ceil((cases * share) / 100);
  const propertyStarted = performance.now();
  for (let done = 0; done < wanted; done += BATCH) {
    try {
      check(Math.min(BATCH, wanted - done), seed + done);
    } catch (error) {
      process.stderr.write(`broken: ${guarantee}\n${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    }
  }
  tried += wanted;
  process.stdout.write(`${wanted} cases, ${secondsSince(propertyStarted)} s: ${guarantee}\n`);
}
process.stdout.write(`${tried} cases hold, ${secondsSince(started)} s, seed ${seed}\n`);

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function readArguments(): { cases: number; seed: number } {
  try {
    const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" } } });
    const read = { cases: Number(values.cases ?? 10_000_000), seed: Number(values.seed ?? 1) };
    if (Number.isInteger(read.cases) && read.cases > 0 && Number.isInteger(read.seed)) return read;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  process.stderr.write("Usage: npm run property:engine -- [--cases <positive integer>] [--seed <integer>]\n");
  process.exit(2);
}
