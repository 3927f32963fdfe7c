import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { API_SCHEMA_VERSION, createApiClient } from "./api-client.ts";
import { type FakeApi, type Fault, fakeClock, startFakeApi } from "./fake-api.ts";

let api: FakeApi;
let clock: ReturnType<typeof fakeClock>;

beforeEach(async () => {
  api = await startFakeApi();
  clock = fakeClock();
});
afterEach(() => api.close());

function client(signal?: AbortSignal) {
  return createApiClient({ baseUrl: api.baseUrl, clock, signal });
}

/** The first requests fail in this order, the later ones succeed. */
function failFirst(...faults: Fault[]): void {
  api.faultFor = () => faults.shift();
}

describe("createApiClient", () => {
  it("asks every request with the pinned schema version and in English", async () => {
    await client().ids("professions");
    await client().page("specializations", [49]);
    expect(api.requests).toHaveLength(2);
    for (const request of api.requests) {
      expect(request).toMatchObject({ schemaVersion: API_SCHEMA_VERSION, language: "en" });
    }
  });

  it("returns numeric ids ascending", async () => {
    expect(await client().ids("specializations")).toEqual([41, 49, 62]);
  });

  it("waits as long as a 429 asks and then succeeds", async () => {
    failFirst({ kind: "status", status: 429, retryAfter: "30" });
    expect(await client().ids("specializations")).toHaveLength(3);
    expect(clock.pauses).toEqual([30_000]);
  });

  it.each([
    ["a server fault", { kind: "status", status: 500 } as const],
    ["a cut connection", { kind: "cut" } as const],
    ["an answer that is not JSON", { kind: "html" } as const],
  ])("tries again after %s, with growing pauses", async (_, fault) => {
    failFirst(fault, fault, fault);
    expect(await client().ids("specializations")).toHaveLength(3);
    expect(clock.pauses).toEqual([1000, 2000, 4000]);
  });

  it("gives up after eight tries", async () => {
    api.faultFor = () => ({ kind: "status", status: 503 });
    await expect(client().ids("skills")).rejects.toThrow("503");
    expect(api.requests).toHaveLength(8);
  });

  it("does not repeat a request that the API refuses for good", async () => {
    api.faultFor = () => ({ kind: "status", status: 403 });
    await expect(client().ids("skills")).rejects.toThrow("403");
    expect(api.requests).toHaveLength(1);
  });

  it("names the ids that a partial answer (206) leaves out", async () => {
    const page = await client().page("specializations", [41, 49, 9999]);
    expect(page.records).toHaveLength(2);
    expect(page.missing).toEqual([9999]);
  });

  it("treats an answer of 404 as a page without records", async () => {
    expect(await client().page("specializations", [9998, 9999])).toEqual({
      records: [],
      missing: [9998, 9999],
    });
  });

  it("stops at once when it is told to", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(client(stop.signal).ids("skills")).rejects.toThrow();
    expect(api.requests).toHaveLength(0);
    expect(clock.pauses).toEqual([]);
  });
});
