import { AppError } from "#lib/shared/app-error.ts";
import type { LoadedCatalog } from "../catalog.ts";
import type { CatalogData } from "../schema.ts";
import { buildCatalogData } from "../snapshot/build.ts";
import type { RawSources } from "../snapshot/raw.ts";
import type { RecordProblem } from "../snapshot/report.ts";
import type { RecordId } from "./api-client.ts";
import { carryOver, type Undelivered } from "./carry-over.ts";

/** Endpoints of the API and the kind of record they fill. */
export const ENDPOINTS = {
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

export type Endpoint = keyof typeof ENDPOINTS;
export const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as readonly Endpoint[];

/** Everything that one sync fetched. */
export interface Fetched {
  readonly records: Record<Endpoint, readonly unknown[]>;
  readonly missing: Record<string, readonly RecordId[]>;
}

/** A catalogue ready to be written, and what its manifest says beyond the data. */
export interface AssembledCatalog {
  readonly data: CatalogData;
  readonly about: RawSources;
  readonly problems: readonly RecordProblem[];
}

/**
 * Normalises what was fetched and completes it from the earlier catalogue.
 *
 * @param date day of the sync, "2026-11-21"
 */
export function assemble(
  fetched: Fetched,
  earlier: LoadedCatalog | undefined,
  gameBuild: number | null,
  date: string,
): AssembledCatalog {
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

/** @throws AppError UNAVAILABLE when so much less is there than before that it must be a fault of the API. */
export function refuseIfPoor(data: CatalogData, earlier: CatalogData | undefined): void {
  for (const kind of NEEDED_KINDS) {
    const [now, before] = [data[kind].length, earlier?.[kind].length ?? 1];
    if (now >= Math.max(1, before * SMALLEST_SHARE)) continue;
    throw new AppError("UNAVAILABLE", {
      message: `The API delivered only ${now} usable ${kind} where the catalogue has ${before}. The catalogue was left as it is.`,
    });
  }
}
