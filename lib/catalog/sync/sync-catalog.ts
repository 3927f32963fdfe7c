import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#lib/shared/app-error.ts";
import { type LoadedCatalog, readCatalog } from "../catalog.ts";
import { MANIFEST_FILE } from "../files.ts";
import type { CatalogData, CatalogManifest } from "../schema.ts";
import { buildCatalogData } from "../snapshot/build.ts";
import { itemGroup } from "../snapshot/items.ts";
import { type RawSources, rawItemSchema } from "../snapshot/raw.ts";
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
import { carryOver, type Undelivered } from "./carry-over.ts";
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

/** Endpoints of the API and the kind of record they fill. */
const ENDPOINTS = {
  professions: "professions",
  specializations: "specializations",
  traits: "traits",
  skills: "skills",
  itemstats: "statSets",
  pets: "pets",
  legends: "legends",
  "pvp/amulets": "pvpAmulets",
  items: "items",
} as const satisfies Record<string, keyof CatalogData>;

type Endpoint = keyof typeof ENDPOINTS;
const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as readonly Endpoint[];

interface Fetched {
  readonly records: Record<Endpoint, readonly unknown[]>;
  readonly missing: Record<string, readonly RecordId[]>;
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

function assemble(
  fetched: Fetched,
  earlier: LoadedCatalog | undefined,
  gameBuild: number | null,
  date: string,
) {
  const { "pvp/amulets": pvp_amulets, ...records } = fetched.records;
  const built = buildCatalogData({ ...records, pvp_amulets, balance_splits: [], palettes: {} });
  const from = earlier?.manifest.dataDate ?? "";
  const { data, kept } = earlier
    ? carryOver(built.data, earlier.data, from, undelivered(fetched, built.problems))
    : { data: built.data, kept: [] };
  const live = { code: "api", name: "Official API", date };
  const kinds = Object.values(ENDPOINTS).map((kind) => [kind, [live]] as const);
  const splits = earlier?.manifest.sources.splits?.map(({ code, name, date: day }) => ({
    code,
    name,
    date: day,
  }));
  const about: RawSources = {
    gameBuild,
    sources: { ...Object.fromEntries(kinds), palettes: [live], ...(splits ? { splits } : {}) },
    carriedOver: kept,
  };
  return { data, about, problems: built.problems };
}

/** Records that the API lists and that did not arrive whole: missing from the answer, or malformed. */
function undelivered(fetched: Fetched, problems: readonly RecordProblem[]): Undelivered {
  return Object.fromEntries(
    ENDPOINT_NAMES.map((endpoint) => {
      const kind = ENDPOINTS[endpoint];
      const malformed = problems.flatMap((problem) =>
        problem.kind === kind && problem.id ? [problem.id] : [],
      );
      return [kind, new Set<RecordId>([...(fetched.missing[endpoint] ?? []), ...malformed])];
    }),
  );
}

/** Kinds without which nothing works, and the share of the earlier records that has to be there again. */
const NEEDED_KINDS = ["professions", "specializations", "traits", "skills", "statSets", "items"] as const;
const SMALLEST_SHARE = 0.9;

function refuseIfPoor(data: CatalogData, earlier: CatalogData | undefined): void {
  for (const kind of NEEDED_KINDS) {
    const [now, before] = [data[kind].length, earlier?.[kind].length ?? 1];
    if (now >= Math.max(1, before * SMALLEST_SHARE)) continue;
    throw new AppError("UNAVAILABLE", {
      message: `The API delivered only ${now} usable ${kind} where the catalogue has ${before}. The catalogue was left as it is.`,
    });
  }
}

function dateOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** Ids make an address long; the endpoint is enough to recognise it. */
function shortPath(path: string): string {
  return path.split("?")[0] ?? path;
}
