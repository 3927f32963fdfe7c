import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { API_SCHEMA_VERSION, idOf, type RecordId } from "./api-client.ts";
import type { Clock } from "./clock.ts";

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** The connection ends in the middle of the answer. */
  | { readonly kind: "cut" }
  /** Answers with something other than JSON, as a gateway in between may do. */
  | { readonly kind: "html" };

export interface FakeRequest {
  /** "skills", "pvp/amulets". */
  readonly endpoint: string;
  /** Undefined for the list of all ids. */
  readonly ids: readonly string[] | undefined;
  readonly schemaVersion: string | null;
  readonly language: string | null;
}

/** A local server that answers as the official API does, for tests. */
export interface FakeApi {
  readonly baseUrl: string;
  readonly requests: FakeRequest[];
  /** Records by endpoint; tests change them. */
  readonly records: Map<string, Record<string, unknown>[]>;
  /** Ids that are listed but not delivered. */
  readonly withheld: Set<RecordId>;
  gameBuild: number;
  /** Called for each request; a fault goes instead of the answer. */
  faultFor: (request: FakeRequest) => Fault | undefined;
  close(): Promise<void>;
}

const ENDPOINTS = [
  "professions",
  "specializations",
  "traits",
  "skills",
  "itemstats",
  "items",
  "pets",
  "legends",
] as const;
const FIXTURES = join(import.meta.dirname, "fixtures");

/** Serves the recorded fixtures as the API has them: without the snapshot's own keys. */
export async function startFakeApi(): Promise<FakeApi> {
  const records = new Map<string, Record<string, unknown>[]>(
    ENDPOINTS.map((endpoint) => [endpoint, readFixture(endpoint).map(withoutExtras)]),
  );
  records.set("pvp/amulets", [AMULET]);
  const api = {
    baseUrl: "",
    requests: [] as FakeRequest[],
    records,
    withheld: new Set<RecordId>(),
    gameBuild: 190_000,
    faultFor: (): Fault | undefined => undefined,
  };
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    const request: FakeRequest = {
      endpoint: url.pathname.replace(/^\/v2\//, ""),
      ids: url.searchParams.get("ids")?.split(","),
      schemaVersion: url.searchParams.get("v"),
      language: url.searchParams.get("lang"),
    };
    fake.requests.push(request);
    answer(fake, request, response);
  });
  const fake: FakeApi = {
    ...api,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, { baseUrl: `http://127.0.0.1:${port}` });
}

/** In the API's shape; the figures are made up. */
const AMULET = {
  id: 1,
  name: "Example Amulet",
  attributes: { Power: 1200, Precision: 900, CritDamage: 900 },
};

export function readFixture(endpoint: string): Record<string, unknown>[] {
  return JSON.parse(readFileSync(join(FIXTURES, `${endpoint}.json`), "utf8")) as Record<string, unknown>[];
}

function answer(api: FakeApi, request: FakeRequest, response: ServerResponse): void {
  const fault = api.faultFor(request);
  if (fault) {
    sendFault(fault, response);
    return;
  }
  if (request.schemaVersion !== API_SCHEMA_VERSION || request.language !== "en") {
    send(response, 400, { text: "the tests expect the pinned schema version and English" });
    return;
  }
  if (request.endpoint === "build") {
    send(response, 200, { id: api.gameBuild });
    return;
  }
  const all = api.records.get(request.endpoint) ?? [];
  if (request.ids === undefined) {
    send(response, 200, [...all.map(idOf), ...(request.endpoint === "skills" ? api.withheld : [])]);
    return;
  }
  const wanted = new Set(request.ids);
  const found = all.filter((record) => wanted.has(String(idOf(record))));
  if (found.length === 0) send(response, 404, { text: "all ids provided are invalid" });
  else send(response, found.length < wanted.size ? 206 : 200, found);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

function sendFault(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case "status":
      response.writeHead(fault.status, {
        "content-type": "application/json; charset=utf-8",
        ...(fault.retryAfter ? { "retry-after": fault.retryAfter } : {}),
      });
      response.end(JSON.stringify({ text: fault.status === 429 ? "too many requests" : "internal error" }));
      return;
    case "cut":
      response.writeHead(200, {
        "content-type": "application/json; charset=utf-8",
        "content-length": "5000",
      });
      response.write('[{"id":1,"na');
      response.socket?.destroy();
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<h1>Down for maintenance</h1>");
      return;
  }
}

function withoutExtras(value: Record<string, unknown>): Record<string, unknown> {
  return strip(value) as Record<string, unknown>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).filter(([key]) => !key.startsWith("_"));
  return Object.fromEntries(own.map(([key, entry]) => [key, strip(entry)]));
}

/** Time that passes only by sleeping; remembers every pause. */
export function fakeClock(): Clock & { readonly pauses: number[] } {
  let now = Date.UTC(2026, 10, 21, 12);
  const pauses: number[] = [];
  return {
    pauses,
    now: () => now,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
