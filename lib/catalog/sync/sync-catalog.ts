import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/shared/app-error.ts";
import { type LoadedCatalog, readCatalog } from "../catalog.ts";
import { MANIFEST_FILE } from "../files.ts";
import type { CatalogManifest } from "../schema.ts";
import { itemGroup } from "../snapshot/items.ts";
import { rawItemSchema } from "../snapshot/raw.ts";
import type { RecordProblem } from "../snapshot/report.ts";
import { writeCatalog } from "../snapshot/write-folder.ts";
import {
  API_BASE_URL,
  type ApiClient,
  type ApiPage,
  createApiClient,
  failureOf,
  type RecordId,
} from "./api-client.ts";
import { assemble, ENDPOINT_NAMES, type Endpoint, type Fetched, refuseIfPoor } from "./assemble-catalog.ts";
import { type Clock, SYSTEM_CLOCK } from "./clock.ts";
import { diffCatalogs, type KindChanges } from "./diff.ts";
import type { Progress } from "./progress.ts";
import type { RetryPolicy } from "./retry.ts";
import { pagesOf, Staging } from "./staging.ts";

export interface SyncOptions {
  /** Folder of the catalogue that is replaced. */
  readonly folder: string;
  /** Where fetched pages are kept until the sync is through. */
  readonly staging: string;
  readonly progress: Progress;
  readonly baseUrl?: string | undefined;
  /** Requests at the same time. */
  readonly concurrency?: number | undefined;
  readonly clock?: Clock | undefined;
  readonly retries?: RetryPolicy | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface SyncResult {
  readonly manifest: CatalogManifest;
  readonly changes: readonly KindChanges[];
  readonly problems: readonly RecordProblem[];
  /** Ids that the API lists and did not deliver, by endpoint. */
  readonly missing: Readonly<Record<string, readonly RecordId[]>>;
}

/**
 * Fetches the game data from the official API, completes it with what only the earlier catalogue has, checks it
 * and swaps it in. Until the swap the earlier catalogue is untouched; a sync that was cut short goes on from its
 * staging folder.
 *
 * @throws AppError UNAVAILABLE when the API does not deliver, or delivers so little that it must be a fault.
 */
export async function syncCatalog(options: SyncOptions): Promise<SyncResult> {
  const clock = options.clock ?? SYSTEM_CLOCK;
  const baseUrl = options.baseUrl ?? API_BASE_URL;
  const client = createApiClient({
    baseUrl,
    clock,
    ...(options.retries ? { retries: options.retries } : {}),
    signal: options.signal,
    onRetry: (path, failure, pauseMs) =>
      options.progress.note(
        `${shortPath(path)}: ${failure.message}; trying again in ${Math.ceil(pauseMs / 1000)} s.`,
      ),
  });
  const earlier = earlierCatalog(options.folder);
  const { gameBuild, staging, fetched } = await fetchStaged(client, baseUrl, clock, options);
  const result = assemble(fetched, earlier, gameBuild, dateOf(clock.now()));
  refuseIfPoor(result.data, earlier?.data);
  const manifest = writeCatalog(options.folder, result.data, result.about);
  staging.remove();
  return {
    manifest,
    changes: diffCatalogs(earlier?.data, result.data),
    problems: result.problems,
    missing: fetched.missing,
  };
}

async function fetchStaged(client: ApiClient, baseUrl: string, clock: Clock, options: SyncOptions) {
  try {
    const gameBuild = await client.gameBuild();
    const staging = Staging.open(options.staging, { baseUrl, gameBuild }, clock.now());
    return { gameBuild, staging, fetched: await fetchAll(client, staging, options) };
  } catch (cause) {
    throw new AppError("UNAVAILABLE", {
      message: `The sync stopped: ${failureOf(cause).message}. The catalogue was left as it is; run the same command again to go on from ${options.staging}.`,
      cause,
    });
  }
}

function earlierCatalog(folder: string): LoadedCatalog | undefined {
  return existsSync(join(folder, MANIFEST_FILE)) ? readCatalog(folder) : undefined;
}

async function fetchAll(client: ApiClient, staging: Staging, options: SyncOptions): Promise<Fetched> {
  const records = new Map<Endpoint, readonly unknown[]>();
  const missing: Record<string, readonly RecordId[]> = {};
  for (const endpoint of ENDPOINT_NAMES) {
    const pages = await fetchEndpoint(client, staging, endpoint, options);
    records.set(
      endpoint,
      pages.flatMap((page) => page.records),
    );
    const lost = pages.flatMap((page) => page.missing);
    if (lost.length > 0) missing[endpoint] = lost;
  }
  const list = (endpoint: Endpoint) => records.get(endpoint) ?? [];
  return {
    records: {
      professions: list("professions"),
      specializations: list("specializations"),
      traits: list("traits"),
      skills: list("skills"),
      itemstats: list("itemstats"),
      pets: list("pets"),
      legends: list("legends"),
      "pvp/amulets": list("pvp/amulets"),
      items: list("items"),
    },
    missing,
  };
}

const DEFAULT_CONCURRENCY = 4;

async function fetchEndpoint(
  client: ApiClient,
  staging: Staging,
  endpoint: Endpoint,
  options: SyncOptions,
): Promise<ApiPage[]> {
  const ids = staging.ids(endpoint) ?? (await client.ids(endpoint));
  staging.saveIds(endpoint, ids);
  const wanted = pagesOf(ids);
  const pages = wanted.map((page, index) => staging.page(endpoint, index, page));
  options.progress.start(endpoint, wanted.length);
  options.progress.advance(pages.filter((page) => page !== undefined).length);
  const open = wanted.flatMap((page, index) => (pages[index] === undefined ? [{ page, index }] : []));
  const work = async () => {
    for (let next = open.shift(); next; next = open.shift()) {
      const page = relevant(endpoint, await client.page(endpoint, next.page));
      staging.savePage(endpoint, next.index, next.page, page);
      pages[next.index] = page;
      options.progress.advance(pages.filter((one) => one !== undefined).length);
    }
  };
  await untilAllSettle(options.concurrency ?? DEFAULT_CONCURRENCY, work, () => open.splice(0));
  return pages.filter((page) => page !== undefined);
}

/** Runs `count` workers; when one fails the others are called off, and the failure is thrown once all have ended. */
async function untilAllSettle(count: number, work: () => Promise<void>, callOff: () => void): Promise<void> {
  const runs = Array.from({ length: count }, () =>
    work().catch((error: unknown) => {
      callOff();
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(runs)).find((run) => run.status === "rejected");
  if (failed) throw failed.reason;
}

/** Of some 70,000 items only those that a loadout can hold are kept. */
function relevant(endpoint: Endpoint, page: ApiPage): ApiPage {
  if (endpoint !== "items") return page;
  return {
    ...page,
    records: page.records.filter((record) => {
      const item = rawItemSchema.safeParse(record);
      return !item.success || itemGroup(item.data) !== undefined;
    }),
  };
}

function dateOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** Ids make an address long; the endpoint is enough to recognise it. */
function shortPath(path: string): string {
  return path.split("?")[0] ?? path;
}
