import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SkillId } from "#lib/shared/ids.ts";
import { type LoadedCatalog, readCatalog } from "../catalog.ts";
import { CATALOG_FILES } from "../files.ts";
import { buildCatalogData } from "../snapshot/build.ts";
import { contentHash } from "../snapshot/manifest.ts";
import { writeCatalog } from "../snapshot/write-folder.ts";
import { type FakeApi, type FakeRequest, fakeClock, readFixture, startFakeApi } from "./fake-api.ts";
import { type SyncOptions, syncCatalog } from "./sync-catalog.ts";

let api: FakeApi;
let home: string;
let clock: ReturnType<typeof fakeClock>;
const quiet = { start: () => undefined, advance: () => undefined, note: () => undefined };

beforeEach(async () => {
  api = await startFakeApi();
  clock = fakeClock();
  home = mkdtempSync(join(tmpdir(), "catalog-sync-"));
});
afterEach(async () => {
  await api.close();
  rmSync(home, { recursive: true, force: true });
});

function options(more: Partial<SyncOptions> = {}): SyncOptions {
  return {
    folder: join(home, "catalog"),
    staging: join(home, "staging"),
    progress: quiet,
    baseUrl: api.baseUrl,
    clock,
    concurrency: 2,
    ...more,
  };
}

/** Writes the catalogue of the fixtures with their balance splits and other extras. */
function writeEarlier(): LoadedCatalog {
  const { data } = buildCatalogData({
    professions: readFixture("professions"),
    specializations: readFixture("specializations"),
    traits: readFixture("traits"),
    skills: readFixture("skills"),
    itemstats: readFixture("itemstats"),
    items: readFixture("items"),
    pets: readFixture("pets"),
    legends: readFixture("legends"),
    pvp_amulets: [],
    balance_splits: readFixture("balance_splits"),
    palettes: {},
  });
  writeCatalog(join(home, "catalog"), data, {
    sources: { skills: [{ code: "api-2023-05", name: "Earlier data", date: "2026-08-18" }] },
  });
  return readCatalog(join(home, "catalog"));
}

/** Every file of the catalogue belongs to the one manifest. */
function expectWhole(): void {
  const folder = join(home, "catalog");
  const files = new Map(CATALOG_FILES.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  expect(contentHash(files)).toBe(readCatalog(folder).manifest.contentHash);
}

function pageRequests(): FakeRequest[] {
  return api.requests.filter((request) => request.ids !== undefined);
}

describe("syncCatalog", () => {
  it("builds a whole catalogue from the API alone", async () => {
    const { manifest, problems, missing } = await syncCatalog(options());
    expect(manifest).toMatchObject({ gameBuild: 190_000, dataDate: "2026-11-21", carriedOver: [] });
    expect(manifest.counts).toMatchObject({
      professions: 2,
      specializations: 3,
      traits: 37,
      skills: 57,
      pvpAmulets: 1,
    });
    expect(problems).toEqual([]);
    expect(missing).toEqual({});
    expectWhole();
    expect(existsSync(join(home, "staging"))).toBe(false);
  });

  it("keeps WvW figures and other data the API lacks, and says so", async () => {
    const earlier = writeEarlier();
    const { manifest, changes } = await syncCatalog(options());
    const fresh = readCatalog(join(home, "catalog"));
    const cleave = earlier.skills.named("Core Cleave")[0];
    expect(cleave?.modes?.wvw).toBeDefined();
    expect(fresh.skills.named("Core Cleave")[0]?.modes).toEqual(cleave?.modes);
    expect(fresh.pets.all[0]?.family).toBe("feline");
    expect(manifest.carriedOver).toContainEqual({ what: "families of pets", records: 2, from: "2026-08-18" });
    expect(manifest.carriedOver.map((entry) => entry.what)).toContain(
      "WvW and PvP figures, healing coefficients",
    );
    const kinds = changes.map((change) => change.kind);
    expect(kinds).not.toContain("pets");
    expect(changes.flatMap((change) => change.removed)).toEqual([]);
  });

  it("keeps nothing for a skill that has another name now", async () => {
    writeEarlier();
    const skills = api.records.get("skills") ?? [];
    const cleave = skills.find((skill) => skill.name === "Core Cleave");
    Object.assign(cleave ?? {}, { name: "Core Peace" });
    const { changes } = await syncCatalog(options());
    const changed = changes.find((change) => change.kind === "skills")?.changed;
    expect(changed?.find((change) => change.name === "Core Peace")?.fields).toContain(
      "name Core Cleave → Core Peace",
    );
    expect(readCatalog(join(home, "catalog")).skills.named("Core Peace")[0]?.modes).toBeUndefined();
  });

  it("gets through 429, 500 and cut connections", async () => {
    let count = 0;
    const faults = [
      { kind: "status", status: 429, retryAfter: "2" },
      { kind: "status", status: 500 },
      { kind: "cut" },
    ] as const;
    api.faultFor = () => {
      count += 1;
      return count % 3 === 0 ? faults[(count / 3) % 3] : undefined;
    };
    const { manifest } = await syncCatalog(options());
    expect(manifest.counts.skills).toBe(57);
    expect(clock.pauses.length).toBeGreaterThan(3);
    expectWhole();
  });

  it("asks for at most 200 ids at once and for each id once", async () => {
    const [sample] = api.records.get("items") ?? [];
    api.records.set(
      "items",
      Array.from({ length: 450 }, (_, index) => ({ ...sample, id: 50_000 + index })),
    );
    await syncCatalog(options());
    const sizes = pageRequests().flatMap((request) =>
      request.endpoint === "items" ? [request.ids?.length] : [],
    );
    expect(sizes.toSorted()).toEqual([200, 200, 50]);
  });

  it("reports ids that the API lists without delivering, and keeps their earlier records", async () => {
    writeEarlier();
    const skills = api.records.get("skills") ?? [];
    const shelter = skills.findIndex((skill) => skill.id === 9102);
    skills.splice(shelter, 1);
    api.withheld.add(9102).add(987_654);
    const { missing, manifest } = await syncCatalog(options());
    expect(missing).toEqual({ skills: [9102, 987_654] });
    expect(manifest.counts.skills).toBe(57);
    expect(readCatalog(join(home, "catalog")).skills.get(9102 as SkillId)?.name).toBe("Shelter");
  });

  it("reports a malformed record by id and name and keeps its earlier one", async () => {
    writeEarlier();
    const shelter = api.records.get("skills")?.find((skill) => skill.id === 9102);
    Object.assign(shelter ?? {}, { professions: "Guardian" });
    const { problems, manifest } = await syncCatalog(options());
    expect(problems).toEqual([
      expect.objectContaining({
        kind: "skills",
        id: 9102,
        name: "Shelter",
        problem: expect.stringContaining("professions"),
      }),
    ]);
    expect(manifest.carriedOver).toContainEqual(
      expect.objectContaining({ what: "skills listed but not delivered", records: 1 }),
    );
  });

  it("leaves the catalogue as it is when the API stops answering, and goes on from there next time", async () => {
    const before = writeEarlier().manifest.contentHash;
    api.faultFor = (request) => (request.endpoint === "pets" ? { kind: "status", status: 500 } : undefined);
    await expect(syncCatalog(options())).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringMatching(
        /^The sync stopped: the API answered with status 500\. .*run the same command again/,
      ),
    });
    expect(readCatalog(join(home, "catalog")).manifest.contentHash).toBe(before);
    expectWhole();

    api.faultFor = () => undefined;
    api.requests.length = 0;
    await syncCatalog(options());
    const again = new Set(pageRequests().map((request) => request.endpoint));
    expect([...again].toSorted()).toEqual(["items", "legends", "pets", "pvp/amulets"]);
    expectWhole();
  });

  it("stops when it is told to, without harm", async () => {
    const before = writeEarlier().manifest.contentHash;
    const stop = new AbortController();
    api.faultFor = (request) => {
      if (request.endpoint === "skills" && request.ids) stop.abort();
      return undefined;
    };
    await expect(syncCatalog(options({ signal: stop.signal }))).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
    expect(readCatalog(join(home, "catalog")).manifest.contentHash).toBe(before);
  });

  it("fetches anew what was staged from another game build, or a day ago", async () => {
    api.faultFor = (request) => (request.endpoint === "items" ? { kind: "status", status: 403 } : undefined);
    await expect(syncCatalog(options())).rejects.toThrow();
    api.faultFor = () => undefined;
    api.gameBuild += 1;
    api.requests.length = 0;
    await syncCatalog(options());
    expect(pageRequests().map((request) => request.endpoint)).toContain("skills");

    api.faultFor = (request) => (request.endpoint === "items" ? { kind: "status", status: 403 } : undefined);
    await expect(syncCatalog(options())).rejects.toThrow();
    api.faultFor = () => undefined;
    await clock.sleep(25 * 60 * 60 * 1000);
    api.requests.length = 0;
    await syncCatalog(options());
    expect(pageRequests().map((request) => request.endpoint)).toContain("skills");
  });

  it("refuses to replace the catalogue by one with much less in it", async () => {
    const before = writeEarlier().manifest.contentHash;
    api.records.set("skills", (api.records.get("skills") ?? []).slice(0, 10));
    await expect(syncCatalog(options())).rejects.toMatchObject({
      message: expect.stringContaining("only 10 usable skills where the catalogue has 57"),
    });
    expect(readCatalog(join(home, "catalog")).manifest.contentHash).toBe(before);
  });

  it("leaves no half-written folder behind", async () => {
    writeEarlier();
    await syncCatalog(options());
    expect(readdirSync(home)).toEqual(["catalog"]);
  });

  it("can be read while a swap is cut short", async () => {
    const { manifest } = writeEarlier();
    const folder = join(home, "catalog");
    renameSync(folder, `${folder}.previous`);
    expect(readCatalog(folder).manifest.contentHash).toBe(manifest.contentHash);
    cpSync(`${folder}.previous`, folder, { recursive: true });
    await syncCatalog(options());
    expect(readdirSync(home)).toEqual(["catalog"]);
  });
});
