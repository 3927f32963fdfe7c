/**
 * `npm run catalog:sync`: brings data/catalog up to date from the official Guild Wars 2 API and prints what changed by
 * name. Exit code 0: done; 1: nothing was changed, with one line that says why. Ctrl-C stops it; the next call goes on.
 */
import { resolve } from "node:path";
import { describeProblem } from "#lib/catalog/snapshot/report.ts";
import { describeChanges } from "#lib/catalog/sync/diff.ts";
import { createProgress } from "#lib/catalog/sync/progress.ts";
import { readSyncArguments } from "#lib/catalog/sync/sync-arguments.ts";
import { type SyncResult, syncCatalog } from "#lib/catalog/sync/sync-catalog.ts";
import { AppError } from "#lib/shared/app-error.ts";

async function main(args: readonly string[]): Promise<number> {
  const options = readSyncArguments(args);
  if (!options.ok) {
    console.error(options.error);
    return 1;
  }
  const { out, staging, concurrency, baseUrl } = options.value;
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  try {
    const progress = createProgress(process.stderr);
    const result = await syncCatalog({
      folder: resolve(out),
      staging: resolve(staging),
      progress,
      concurrency,
      baseUrl,
      signal: stop.signal,
    });
    printResult(result);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function printResult({ changes, problems, missing, manifest }: SyncResult): void {
  for (const line of describeChanges(changes)) console.log(line);
  for (const problem of problems) console.error(describeProblem(problem));
  for (const [endpoint, ids] of Object.entries(missing)) {
    console.error(`${endpoint}: ${ids.length} listed but not delivered: ${ids.join(", ")}`);
  }
  for (const { what, records, from } of manifest.carriedOver) {
    console.log(`kept from the earlier catalogue (${from}): ${what}, ${records} record(s)`);
  }
  console.log(`game build ${manifest.gameBuild ?? "unknown"}; content ${manifest.contentHash.slice(0, 12)}`);
}

process.exitCode = await main(process.argv.slice(2));
