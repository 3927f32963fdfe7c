import { describe, expect, it } from "vitest";
import { createCircuitBreaker } from "./circuit-breaker.ts";

const REST_MS = 5_000;

function setUp(timeoutMs = 20) {
  const clock = { nowMs: 0 };
  const changes: string[] = [];
  const breaker = createCircuitBreaker({
    timeoutMs,
    restMs: REST_MS,
    onChange: (state) => changes.push(state),
    now: () => clock.nowMs,
  });
  let asked = 0;
  return {
    clock,
    changes,
    timesAsked: () => asked,
    run: (primary: () => Promise<string>) =>
      breaker.run(
        () => {
          asked += 1;
          return primary();
        },
        async () => "fallback",
      ),
  };
}

const works = async () => "primary";
const fails = async () => Promise.reject(new Error("down"));
const hangs = () => Promise.withResolvers<string>().promise;

describe("createCircuitBreaker", () => {
  it("gives the primary's result while it works", async () => {
    const { run, changes } = setUp();
    expect(await run(works)).toBe("primary");
    expect(changes).toEqual([]);
  });

  it("falls back when the primary fails, and leaves it alone until it has rested", async () => {
    const { run, clock, timesAsked } = setUp();
    expect(await run(fails)).toBe("fallback");
    clock.nowMs = REST_MS - 1;
    expect(await run(works)).toBe("fallback");
    expect(timesAsked()).toBe(1);
    clock.nowMs = REST_MS;
    expect(await run(works)).toBe("primary");
    expect(await run(works)).toBe("primary");
  });

  it("falls back when the primary does not answer in time", async () => {
    const { run } = setUp(20);
    const startedAt = performance.now();
    expect(await run(hangs)).toBe("fallback");
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it("sends a single request to try a primary that has rested", async () => {
    const { run, clock, timesAsked } = setUp();
    await run(fails);
    clock.nowMs = REST_MS;
    const results = await Promise.all([run(hangs), run(works), run(works)]);
    expect(results).toEqual(["fallback", "fallback", "fallback"]);
    expect(timesAsked()).toBe(2);
  });

  it("tells once that the primary failed and once that it is back", async () => {
    const { run, clock, changes } = setUp();
    for (const atMs of [0, 1, REST_MS, 2 * REST_MS]) {
      clock.nowMs = atMs;
      await run(fails);
    }
    clock.nowMs = 4 * REST_MS;
    await run(works);
    await run(works);
    expect(changes).toEqual(["failed", "recovered"]);
  });
});
