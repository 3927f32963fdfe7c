import { parseArgs } from "node:util";
import { err, ok, type Result } from "#lib/shared/result.ts";

const USAGE = `Usage: npm run catalog:sync -- [options]
  --lang en                    language of names; only English for now
  --out data/catalog           catalogue to bring up to date
  --staging .data/catalog-sync where fetched pages wait until all are there
  --concurrency 4              requests at the same time, 1 to 10
  --base-url <address>         another server with the same API`;

/** What `catalog:sync` is told on its command line. */
export interface SyncArguments {
  readonly out: string;
  readonly staging: string;
  readonly concurrency: number;
  readonly baseUrl: string | undefined;
}

/** Reads the command line; a refusal is one line that names the option and what is expected. */
export function readSyncArguments(args: readonly string[]): Result<SyncArguments, string> {
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
