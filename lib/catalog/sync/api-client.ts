import { fetchGw2Api, Gw2ApiError } from "@gw2api/fetch";
import type { KnownSchemaVersion } from "@gw2api/types/schema";
import type { Clock } from "./clock.ts";
import { API_RETRIES, type RequestFailure, type RetryPolicy, withRetries } from "./retry.ts";
import { API_RATE_LIMIT, TokenBucket } from "./token-bucket.ts";

/** The one place where the shape of the API's answers is chosen. */
export const API_SCHEMA_VERSION: KnownSchemaVersion = "2022-03-23T19:00:00.000Z";

/** Most ids that the API takes in one request. */
export const IDS_PER_PAGE = 200;

export const API_BASE_URL = "https://api.guildwars2.com";

export type RecordId = number | string;

export interface ApiClientOptions {
  /** Origin of the API, without a trailing slash. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly retries?: RetryPolicy;
  readonly signal?: AbortSignal | undefined;
  readonly onRetry?: (path: string, failure: RequestFailure, pauseMs: number) => void;
}

/** One answer for up to 200 ids. */
export interface ApiPage {
  readonly records: readonly unknown[];
  /** Ids that were asked for and not delivered (answer 206 or 404). */
  readonly missing: readonly RecordId[];
}

export interface ApiClient {
  /** Every id of an endpoint, ascending. */
  ids(endpoint: string): Promise<RecordId[]>;
  page(endpoint: string, ids: readonly RecordId[]): Promise<ApiPage>;
  /** Build number as the API tells it; it has stood still for long stretches. Null when it does not answer. */
  gameBuild(): Promise<number | null>;
}

/** A client that keeps to the API's rate limit and tries again where that may help. Texts are asked for in English. */
export function createApiClient(options: ApiClientOptions): ApiClient {
  const { clock } = options;
  const bucket = new TokenBucket(API_RATE_LIMIT, clock);
  const get = (path: string): Promise<unknown> =>
    withRetries(
      options.retries ?? API_RETRIES,
      clock,
      async () => {
        options.signal?.throwIfAborted();
        await bucket.take();
        return await request(`${options.baseUrl}${path}`, options.signal);
      },
      failureOf,
      (failure, pauseMs) => options.onRetry?.(path, failure, pauseMs),
    );
  return {
    ids: async (endpoint) => readIds(endpoint, await get(`/v2/${endpoint}`)),
    page: async (endpoint, ids) => {
      try {
        const answer = await get(`/v2/${endpoint}?ids=${ids.join(",")}`);
        return pageOf(Array.isArray(answer) ? answer : [], ids);
      } catch (error) {
        if (error instanceof Gw2ApiError && error.response.status === 404)
          return { records: [], missing: ids };
        throw error;
      }
    },
    gameBuild: async () => readBuild(await get("/v2/build")),
  };
}

async function request(url: string, signal: AbortSignal | undefined): Promise<unknown> {
  return await fetchGw2Api<string, KnownSchemaVersion>(url, {
    schema: API_SCHEMA_VERSION,
    language: "en",
    cache: "no-store",
    ...(signal ? { signal } : {}),
  });
}

/** What a thrown error says about the request, in a few words. */
export function failureOf(error: unknown): RequestFailure {
  if (error instanceof Gw2ApiError) {
    const { ok, status, headers } = error.response;
    return {
      status: ok ? undefined : status,
      retryAfter: headers.get("retry-after") ?? undefined,
      message: ok ? "the answer was not JSON" : `the API answered with status ${status}`,
    };
  }
  if (error instanceof DOMException && error.name === "AbortError") {
    return { status: 0, retryAfter: undefined, message: "it was told to" };
  }
  return { status: undefined, retryAfter: undefined, message: `no whole answer (${reasonOf(error)})` };
}

/** `fetch` hides the reason ("ECONNREFUSED") in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error.message;
}

function pageOf(records: readonly unknown[], ids: readonly RecordId[]): ApiPage {
  const delivered = new Set(records.map((record) => idOf(record)));
  return { records, missing: ids.filter((id) => !delivered.has(id)) };
}

/** Id of a record, or undefined when it has none. */
export function idOf(record: unknown): RecordId | undefined {
  if (typeof record !== "object" || record === null || !("id" in record)) return undefined;
  return typeof record.id === "number" || typeof record.id === "string" ? record.id : undefined;
}

function readIds(endpoint: string, answer: unknown): RecordId[] {
  const ids = Array.isArray(answer)
    ? answer.filter((id) => typeof id === "number" || typeof id === "string")
    : [];
  if (ids.length === 0) throw new Error(`/v2/${endpoint} did not answer with a list of ids`);
  return [...new Set<RecordId>(ids)].toSorted((a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1,
  );
}

function readBuild(answer: unknown): number | null {
  const id = idOf(answer);
  return typeof id === "number" && id > 0 ? id : null;
}
