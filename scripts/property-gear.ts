/**
 * Compares the gear search with plain exhaustive search on many random problems.
 *
 *   npm run property:gear -- [--cases 100000] [--seed 1]
 *
 * Exit codes: 0 all agree, 1 one does not, 2 wrong arguments.
 */
import { parseArgs } from "node:util";
import { checkSearch } from "#lib/engine/gear/testing/check-search.ts";
import { randomProblem } from "#lib/engine/gear/testing/random-problems.ts";

const PROGRESS_EVERY = 10_000;

const { cases, seed } = readArguments();
const started = performance.now();
for (let done = 0; done < cases; done++) {
  const fault = checkSearch(randomProblem(seed + done), seed + done);
  if (fault !== null) {
    process.stderr.write(`problem ${seed + done}: ${fault}\n`);
    process.exit(1);
  }
  if ((done + 1) % PROGRESS_EVERY === 0) process.stdout.write(`${done + 1} agree, ${seconds()} s\n`);
}
process.stdout.write(`${cases} problems agree with exhaustive search, ${seconds()} s, from seed ${seed}\n`);

function seconds(): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function readArguments(): { readonly cases: number; readonly seed: number } {
  try {
    const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" } } });
    const read = { cases: Number(values.cases ?? 100_000), seed: Number(values.seed ?? 1) };
    if (Number.isSafeInteger(read.cases) && read.cases > 0 && Number.isSafeInteger(read.seed)) return read;
  } catch {
    // Unknown options are told like wrong ones.
  }
  process.stderr.write("usage: npm run property:gear -- [--cases <whole number>] [--seed <whole number>]\n");
  return process.exit(2);
}
