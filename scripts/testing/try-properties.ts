import { parseArgs } from "node:util";

/** A guarantee that many cases are tried against. */
export interface TriedProperty {
  readonly guarantee: string;
  /** Percent of all cases that are its own. */
  readonly share: number;
  /** Tries so many cases; throws where one breaks the guarantee. */
  readonly check: (cases: number, seed: number) => void;
}

const REPORT_MILLISECONDS = 10_000;

/**
 * The command line of property tests: `[--cases <number>] [--seed 1]`, `--cases` being the number over all properties
 * together. Says on the error output how far it is. Ends the process: 0 all hold, 1 one is broken, 2 wrong arguments.
 *
 * @param command its npm script, for the usage
 * @param batch cases per call of `check`, so that memory stays flat
 * @param most cases where `--cases` does not say
 */
export function tryProperties(
  command: string,
  properties: readonly TriedProperty[],
  batch: number,
  most = 10_000_000,
): void {
  const { cases, seed } = readArguments(command, most);
  const started = performance.now();
  let tried = 0;
  let reported = started;
  for (const { guarantee, share, check } of properties) {
    const propertyStarted = performance.now();
    const wanted = Math.ceil((cases * share) / 100);
    for (let done = 0; done < wanted; done += batch) {
      try {
        check(Math.min(batch, wanted - done), seed + done);
      } catch (error) {
        process.stderr.write(`broken: ${guarantee}\n${error instanceof Error ? error.message : error}\n`);
        process.exit(1);
      }
      if (performance.now() - reported < REPORT_MILLISECONDS) continue;
      reported = performance.now();
      process.stderr.write(
        `${Math.min(done + batch, wanted)} of ${wanted} cases, ${secondsSince(propertyStarted)} s: ${guarantee}\n`,
      );
    }
    tried += wanted;
    process.stdout.write(`${wanted} cases, ${secondsSince(propertyStarted)} s: ${guarantee}\n`);
  }
  process.stdout.write(`${tried} cases hold, ${secondsSince(started)} s, seed ${seed}\n`);
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function readArguments(command: string, most: number): { cases: number; seed: number } {
  try {
    const { values } = parseArgs({ options: { cases: { type: "string" }, seed: { type: "string" } } });
    const read = { cases: Number(values.cases ?? most), seed: Number(values.seed ?? 1) };
    if (Number.isSafeInteger(read.cases) && read.cases > 0 && Number.isSafeInteger(read.seed)) return read;
    process.stderr.write("--cases has to be a whole number above 0, --seed a whole number\n");
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  }
  process.stderr.write(`Usage: npm run ${command} -- [--cases <positive integer>] [--seed <integer>]\n`);
  process.exit(2);
}
