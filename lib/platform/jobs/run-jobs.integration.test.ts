import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { type Job, runJob, startJobs } from "./run-jobs.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A job that runs until it is told to end. */
function heldJob(name = "held"): { job: Job; running: Promise<void>; end: () => void } {
  const running = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const run = async () => {
    running.resolve();
    await ended.promise;
    return 7;
  };
  return { job: { name, everyMs: 1000, run }, running: running.promise, end: () => ended.resolve() };
}

it("a job runs in one process at a time; the others leave it", async () => {
  const { job, running, end } = heldJob();
  const first = runJob(database.url, job);
  await running;
  expect(await runJob(database.url, job)).toEqual({ kind: "elsewhere" });
  end();
  expect(await first).toEqual({ kind: "done", count: 7 });
  expect(await runJob(database.url, job)).toEqual({ kind: "done", count: 7 });
});

it("another job runs meanwhile", async () => {
  const { job, running, end } = heldJob();
  const first = runJob(database.url, job);
  await running;
  const other: Job = { name: "other", everyMs: 1000, run: async () => 1 };
  expect(await runJob(database.url, other)).toEqual({ kind: "done", count: 1 });
  end();
  await first;
});

it("a job that failed can run again", async () => {
  const failing: Job = { name: "failing", everyMs: 1000, run: () => Promise.reject(new Error("no")) };
  await expect(runJob(database.url, failing)).rejects.toThrow("no");
  expect(await runJob(database.url, { ...failing, run: async () => 2 })).toEqual({ kind: "done", count: 2 });
});

it("all run at the start and again, also after one has failed, until they are stopped", async () => {
  const failing = vi.fn(() => Promise.reject(new Error("no")));
  const counting = vi.fn(async () => 1);
  const stop = startJobs(database.url, [
    { name: "bad", everyMs: 20, run: failing },
    { name: "good", everyMs: 20, run: counting },
  ]);
  await vi.waitFor(() => {
    expect(failing.mock.calls.length).toBeGreaterThan(1);
    expect(counting.mock.calls.length).toBeGreaterThan(1);
  }, 20_000);
  await stop();
  const runs = counting.mock.calls.length;
  await runJob(database.url, { name: "good", everyMs: 1000, run: async () => 1 });
  expect(counting).toHaveBeenCalledTimes(runs);
});
