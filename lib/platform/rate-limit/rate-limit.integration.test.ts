import { Ratelimit } from "@upstash/ratelimit";
import fc from "fast-check";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { replaceEnv } from "../env.ts";
import { connectRedis, redis, redisState, useRedis } from "../redis.ts";
import { redisServer, startTestRedis, type TestRedis } from "../test-redis.ts";
import { checkRateLimit, forgetRateLimits } from "./rate-limit.ts";
import { memoryStore, type RateLimitStore, redisStore } from "./stores.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
/** The middle of a one-minute window. */
const MID_WINDOW = new Date("2026-11-21T12:00:30.000Z");

const allowedOf = async (requests: number, key: string): Promise<number> => {
  const decisions = await Promise.all(Array.from({ length: requests }, () => checkRateLimit("api", key)));
  return decisions.filter(({ allowed }) => allowed).length;
};

async function ready(): Promise<void> {
  await vi.waitFor(() => expect(redis()?.status).toBe("ready"), { timeout: 10_000, interval: 10 });
}

describe.skipIf(!redisServer)("rate limits with Redis (where redis-server is installed)", () => {
  let server: TestRedis;
  let admin: Redis;
  let disconnect: () => void;

  beforeAll(async () => {
    server = await startTestRedis();
    admin = new Redis(server.url);
  });
  afterAll(async () => {
    admin.disconnect();
    await server.kill();
  });

  beforeEach(async () => {
    replaceEnv({ AUTH_SECRET: SECRET });
    forgetRateLimits();
    disconnect = useRedis(server.url);
    await ready();
    await admin.flushall();
    vi.useFakeTimers({ toFake: ["Date"], now: MID_WINDOW });
  });
  afterEach(() => {
    vi.useRealTimers();
    disconnect();
    replaceEnv(undefined);
  });

  it("let exactly 60 of 200 parallel requests pass where 60 a minute are allowed", async () => {
    expect(await allowedOf(200, "ann")).toBe(60);
  });

  it("are shared by all instances", async () => {
    await allowedOf(40, "ann");
    // Another process has its own connection and none of this one's memory.
    disconnect();
    forgetRateLimits();
    disconnect = useRedis(server.url);
    vi.useRealTimers();
    await ready();
    vi.useFakeTimers({ toFake: ["Date"], now: MID_WINDOW });
    expect(await allowedOf(40, "ann")).toBe(20);
  });

  it("survive a restart of Redis's script cache", async () => {
    await allowedOf(30, "ann");
    await admin.script("FLUSH");
    expect(await allowedOf(200, "ann")).toBe(30);
  });

  it("keep no email in the clear, and no counter for ever", async () => {
    await checkRateLimit("signInPerEmail", "ann@example.org");
    const keys = await admin.keys("*");
    expect(keys).toEqual([expect.stringMatching(/^gw2optimizer:limit:signInPerEmail:\{[\w-]{43}\}:\d+$/)]);
    expect(await admin.pttl(keys[0] ?? "")).toBeGreaterThan(0);
  });

  it("decide in memory exactly as in Redis", async () => {
    const inRedis = redisStore(admin);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom("a", "b"), afterMs: fc.integer({ min: 0, max: 2_500 }) }), {
          maxLength: 40,
        }),
        async (requests) => {
          run += 1;
          vi.setSystemTime(MID_WINDOW);
          const limiters = [inRedis, memoryStore()].map((of) => slidingWindow(of, `run${run}`));
          for (const { key, afterMs } of requests) {
            vi.setSystemTime(Date.now() + afterMs);
            const [shared, own] = await Promise.all(limiters.map((limiter) => limiter.limit(key)));
            expect(decisionOf(own)).toEqual(decisionOf(shared));
          }
        },
      ),
      { seed: 20261121, numRuns: 60 },
    );
  });
});

describe.skipIf(!redisServer)("rate limits while Redis fails (where redis-server is installed)", () => {
  let server: TestRedis;
  let disconnect: () => void;

  beforeEach(async () => {
    replaceEnv({ AUTH_SECRET: SECRET });
    forgetRateLimits();
    server = await startTestRedis();
    disconnect = useRedis(server.url);
    await ready();
  });
  afterEach(async () => {
    disconnect();
    replaceEnv(undefined);
    server.thaw();
    await server.kill();
  });

  it("go on in memory when Redis is killed, without an error and without a wait", async () => {
    await checkRateLimit("api", "ann");
    await server.kill();
    const startedAt = performance.now();
    expect(await allowedOf(200, "ann")).toBe(60);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(await redisState()).toBe("unreachable");
  });

  it("go on in memory when Redis hangs: one request waits a quarter of a second, the others do not", async () => {
    server.freeze();
    const first = await elapsedMs(() => checkRateLimit("api", "ann"));
    const second = await elapsedMs(() => checkRateLimit("api", "ann"));
    expect(first).toBeGreaterThan(200);
    expect(first).toBeLessThan(1_500);
    expect(second).toBeLessThan(100);
  });

  it("return to Redis when it is back", async () => {
    const port = Number(new URL(server.url).port);
    await server.kill();
    await vi.waitFor(() => expect(redis()?.status).not.toBe("ready"));
    await checkRateLimit("api", "ann");
    server = await startTestRedis(port);
    await ready();
    await checkRateLimit("api", "ann");
    const client = connectRedis(server.url);
    await vi.waitFor(() => expect(client.status).toBe("ready"));
    expect(await client.keys("gw2optimizer:limit:api:*")).toHaveLength(1);
    client.disconnect();
  });
});

describe("rate limits with a Redis that never was there", () => {
  it("work in memory from the first request on", async () => {
    forgetRateLimits();
    const disconnect = useRedis("redis://127.0.0.1:1");
    expect(await checkRateLimit("api", "ann")).toMatchObject({ allowed: true, remaining: 59 });
    expect(await redisState()).toBe("unreachable");
    disconnect();
  });
});

function slidingWindow(store: RateLimitStore, prefix: string): Ratelimit {
  return new Ratelimit({
    redis: store,
    limiter: Ratelimit.slidingWindow(5, "5 s"),
    prefix,
    ephemeralCache: false,
    timeout: 0,
    enableTelemetry: false,
  });
}

function decisionOf(response: { success: boolean; remaining: number } | undefined) {
  return { success: response?.success, remaining: response?.remaining };
}

async function elapsedMs(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}
