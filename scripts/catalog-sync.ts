/**
 * `npm run catalog:sync`: brings data/catalog up to date from the official Guild Wars 2 API and prints what changed by
 * name. Exit code 0: done; 1: nothing was changed, with one line that says why. Ctrl-C stops it; the next call goes on.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { describeProblem } from "#lib/catalog/snapshot/report.ts";
import { describeChanges } from "#lib/catalog/sync/diff.ts";
import { createProgress } from "#lib/catalog/sync/progress.ts";
import { type SyncResult, syncCatalog } from "#lib/catalog/sync/sync-catalog.ts";
import { AppError } from "#lib/shared/app-error.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";

const USAGE = `Usage: npm run catalog:sync -- [options]
  --lang en                    language of names; only English for now
  --out data/catalog           catalogue to bring up to date
  --staging .data/catalog-sync where fetched pages wait until all are there
  --concurrency 4              requests at the same time, 1 to 10
  --base-url <address>         another server with the same API`;

interface Options {
  readonly out: string;
  readonly staging: string;
  readonly concurrency: number;
  readonly baseUrl: string | undefined;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
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

function readOptions(args: readonly string[]): Result<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        lang: { type: "string", default: "en" },
        out: { type: "string", default: "data/catalog" },
        staging: { type: "string", default: ".data/catalog-sync" },
        concurrency: { type: "string", default: "4" },
        "base-url": { type: "string" },
      },
    });
    if (values.lang !== "en") return err(`--lang ${values.lang}: only "en" (English) is supported for now.`);
    const concurrency = Number(values.concurrency);
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 10) {
      return err(`--concurrency ${values.concurrency}: expected a whole number from 1 to 10.`);
    }
    const baseUrl = values["base-url"]?.replace(/\/+$/, "");
    if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
      return err(`--base-url ${baseUrl}: expected an address such as https://api.guildwars2.com`);
    }
    return ok({ out: values.out, staging: values.staging, concurrency, baseUrl });
  } catch (cause) {
    return err(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
}

process.exitCode = await main(process.argv.slice(2));
