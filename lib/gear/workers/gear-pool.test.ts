import { afterEach, describe, expect, it } from "vitest";
import { searchExhaustively } from "#lib/engine/gear/exhaustive.ts";
import type { GearSettings } from "../schema.ts";
import { gearJobOf } from "../search/gear-job.ts";
import { smallSettings, templateKit, testSettings } from "../testing/test-kits.ts";
import { createGearPool, type GearPool, type PoolProgress } from "./gear-pool.ts";
import { inProcessWorker } from "./in-process-worker.ts";
import type { Diagnosis, SearchTask } from "./messages.ts";
import { spawnNodeWorker } from "./spawn-node-worker.ts";

const kit = templateKit("pren");
const EXTRAS = {
  rune: ["rune:scholar", "rune:eagle", "rune:dragonhunter"],
  sigil1: ["sigil:force", "sigil:air"],
  sigil2: ["sigil:accuracy", "sigil:force"],
  food: ["food:cilantro-lime-sous-vide-steak", "food:plate-of-coq-au-vin-with-salsa"],
} as const;

const pools: GearPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.cancel();
});

function poolOf(size: number, spawn = inProcessWorker): GearPool {
  const pool = createGearPool(spawn, size);
  pools.push(pool);
  return pool;
}

interface Outcome {
  readonly last: PoolProgress | undefined;
  readonly reports: number;
  readonly refused?: string;
  readonly failed?: string;
  readonly diagnosis?: readonly Diagnosis[];
}

function run(pool: GearPool, task: SearchTask, topK: number): Promise<Outcome> {
  return new Promise((resolve) => {
    let last: PoolProgress | undefined;
    let reports = 0;
    pool.start(task, topK, {
      onProgress: (progress) => {
        last = progress;
        reports++;
        if (progress.isDone && progress.results.length > 0) resolve({ last, reports });
      },
      onDiagnosed: (diagnosis) => resolve({ last, reports, diagnosis }),
      onRefused: ({ field }) => resolve({ last, reports, refused: field }),
      onFailed: (failed) => resolve({ last, reports, failed }),
    });
  });
}

const taskOf = (settings: GearSettings): SearchTask => ({ kind: "kit", kit, settings });

/** Values of every gear with every combination of extras, best first. */
function tryEverything(settings: GearSettings): number[] {
  const job = gearJobOf(kit, settings);
  if (!job.ok) throw new Error(job.error.message);
  const values: number[] = [];
  for (let index = 0; index < job.value.count; index++) {
    values.push(...searchExhaustively(job.value.problemAt(index), 10_000).values);
  }
  return values.sort((a, b) => b - a);
}

describe("a search over gear and extras", () => {
  const settings = smallSettings({
    extras: EXTRAS as never,
    results: 40,
    constraints: { minBoonDuration: 5 },
    statSets: ["Berserker", "Diviner", "Assassin"],
  });

  it.each([1, 2, 3, 7])("finds the same best as trying everything, with %i workers", async (size) => {
    const all = tryEverything(settings);
    const { last } = await run(poolOf(size), taskOf(settings), settings.results);
    expect(last).toMatchObject({
      isDone: true,
      isProven: true,
      coveredShare: 1,
      problems: 18,
      problemsDone: 18,
    });
    expect(last?.results.map(({ value }) => value)).toEqual(
      all.slice(0, settings.results).map((value) => expect.closeTo(value, 6)),
    );
    expect(last?.bound).toBe(last?.results.at(-1)?.value);
    expect(new Set(last?.results.map(({ key }) => key)).size).toBe(settings.results);
  });

  it("places infusions and counts everything that was decided", async () => {
    const chosen = smallSettings({
      infusions: { kind: "choose", total: 4, max: { power: 4, precision: 3 } },
      results: 5,
    });
    const { last } = await run(poolOf(1), taskOf(chosen), 5);
    expect(last?.results[0]).toMatchObject({ infusions: expect.any(Object) });
    const [best] = last?.results ?? [];
    if (!best || best.choice) throw new Error("no described result");
    expect(Object.values(best.infusions).reduce((sum, count) => sum + count, 0)).toBe(4);
    const job = gearJobOf(kit, chosen);
    expect(last?.combinations).toBe(job.ok ? job.value.combinations : null);
    expect(last?.results[0]?.value).toBeCloseTo(tryEverything(chosen)[0] ?? 0, 6);
  });

  it("works in threads", { timeout: 20_000 }, async () => {
    const { last } = await run(poolOf(2, spawnNodeWorker), taskOf(settings), settings.results);
    expect(last?.results[0]?.value).toBeCloseTo(tryEverything(settings)[0] ?? 0, 6);
  });

  it.each([1, 3])("shows good gears before it has come to them, each once, with %i workers", async (size) => {
    const many = smallSettings({ statSets: ["Berserker", "Assassin", "Dragon", "Diviner"], results: 5 });
    const job = gearJobOf(kit, many);
    if (!job.ok) throw new Error(job.error.message);
    const shown = await new Promise<readonly PoolProgress[]>((resolve, reject) => {
      const reports: PoolProgress[] = [];
      poolOf(size).start(taskOf(many), 5, {
        onProgress: (progress) => {
          reports.push(progress);
          if (progress.isDone) resolve(reports);
        },
        onRefused: ({ message }) => reject(new Error(message)),
        onFailed: (message) => reject(new Error(message)),
      });
    });
    // One worker may be done within its first report; of several one always reports before the others.
    expect(shown.some(({ isDone, results }) => (size === 1 || !isDone) && results.length > 0)).toBe(true);
    for (const { results } of shown) {
      expect(results.length).toBeLessThanOrEqual(5);
      expect(new Set(results.map(({ identity }) => identity)).size).toBe(results.length);
      const values = results.map(({ value }) => value);
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      const first = values[0] ?? Number.NEGATIVE_INFINITY;
      expect(first).toBeLessThanOrEqual((shown.at(-1)?.results[0]?.value ?? 0) * (1 + 1e-9));
    }
  });

  it("begins anew when settings change, and never mixes the runs", async () => {
    const pool = poolOf(2);
    const first = { reports: 0 };
    pool.start(taskOf(testSettings({ statSets: ["Berserker", "Assassin", "Dragon", "Diviner"] })), 50, {
      onProgress: () => first.reports++,
      onRefused: () => undefined,
      onFailed: () => undefined,
    });
    const running = run(pool, taskOf(settings), settings.results);
    const { reports } = first;
    expect((await running).last?.isProven).toBe(true);
    expect(first.reports).toBe(reports);
  });

  it("says nothing more once it is cancelled, and can start again", async () => {
    const pool = poolOf(1);
    let reports = 0;
    pool.start(taskOf(settings), settings.results, {
      onProgress: () => reports++,
      onRefused: () => undefined,
      onFailed: () => undefined,
    });
    pool.cancel();
    expect((await run(pool, taskOf(settings), settings.results)).last?.isProven).toBe(true);
    expect(reports).toBe(0);
  });

  it("is refused with the field at fault", async () => {
    const missing = testSettings({ extras: { relic: ["relic:none-such"] } });
    expect(await run(poolOf(2), taskOf(missing), 5)).toMatchObject({ refused: "extras.relic" });
    const placed = testSettings({ infusions: { kind: "choose", total: 18, max: { power: 3 } } });
    expect(await run(poolOf(1), taskOf(placed), 5)).toMatchObject({ refused: "infusions" });
  });

  it("tells of a worker that breaks down, and ends the others", async () => {
    const broken = () => ({
      ...inProcessWorker(),
      onCrash: (take: (message: string) => void) => void setTimeout(() => take("out of memory"), 5),
      send: () => undefined,
    });
    expect(await run(poolOf(2, broken), taskOf(settings), 5)).toMatchObject({ failed: "out of memory" });
    const torn = { kind: "problem", problem: {} as never, topK: 5 } as const;
    expect((await run(poolOf(1), torn, 5)).failed).toBeTypeOf("string");
  });
});

describe("where nothing keeps the limits", () => {
  it("names the limit at fault with the strictest value that some gear reaches", async () => {
    const settings = smallSettings({
      statSets: ["Berserker", "Diviner"],
      constraints: { minBoonDuration: 90, minHealth: 1000 },
    });
    const { last, diagnosis } = await run(poolOf(2), taskOf(settings), 5);
    expect(last).toMatchObject({
      isDone: true,
      isProven: true,
      results: [],
      bound: Number.NEGATIVE_INFINITY,
    });
    expect(diagnosis).toMatchObject([{ constraint: "minBoonDuration", limit: 0.9, isAlone: true }]);
    const reachable = diagnosis?.[0]?.reachable ?? 0;
    const at = (percent: number) =>
      smallSettings({ statSets: ["Berserker", "Diviner"], constraints: { minBoonDuration: percent } });
    expect(tryEverything(at(reachable * 100)).length).toBeGreaterThan(0);
    expect(tryEverything(at(reachable * 100 + 0.1))).toEqual([]);
  });

  it("looks at all extras for the smallest step", async () => {
    const limits = {
      constraints: { minBoonDuration: 90 },
      statSets: ["Berserker", "Diviner"] as ["Berserker", "Diviner"],
    };
    const reach = async (runes: string[]) =>
      (await run(poolOf(1), taskOf(smallSettings({ ...limits, extras: { rune: runes } })), 5)).diagnosis?.[0]
        ?.reachable ?? 0;
    const [herald, scholar] = [await reach(["rune:herald"]), await reach(["rune:scholar"])];
    expect(herald).toBeGreaterThan(scholar);
    expect(await reach(["rune:scholar", "rune:herald"])).toBe(herald);
  });

  it("says what each limit allows by itself where they contradict each other", async () => {
    const settings = smallSettings({ constraints: { minHealth: 50_000, minBoonDuration: 200 } });
    const { diagnosis } = await run(poolOf(1), taskOf(settings), 5);
    expect(diagnosis?.map(({ isAlone }) => isAlone)).toEqual([false, false]);
  });
});
