import { Ratelimit } from "@upstash/ratelimit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memoryStore } from "./stores.ts";

function limiter(maxCounters: number): Ratelimit {
  return new Ratelimit({
    redis: memoryStore(maxCounters),
    limiter: Ratelimit.slidingWindow(1, "1 m"),
    ephemeralCache: false,
    timeout: 0,
    enableTelemetry: false,
  });
}

describe("memoryStore", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-21T12:00:00.000Z") }));
  afterEach(() => void vi.useRealTimers());

  it("forgets the oldest counters when it is full, so that a flood of keys cannot fill the memory", async () => {
    const limits = limiter(3);
    for (const key of ["a", "b", "c", "d"]) await limits.limit(key);
    expect((await limits.limit("d")).success).toBe(false);
    expect((await limits.limit("c")).success).toBe(false);
    expect((await limits.limit("a")).success).toBe(true);
  });

  it("gives up counters that no longer matter before any that do", async () => {
    const limits = limiter(2);
    await limits.limit("old");
    vi.setSystemTime(new Date("2026-11-21T12:03:00.000Z"));
    await limits.limit("b");
    await limits.limit("c");
    expect((await limits.limit("b")).success).toBe(false);
    expect((await limits.limit("c")).success).toBe(false);
  });
});
