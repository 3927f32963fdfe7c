import { describe, expect, it } from "vitest";
import { fakeClock } from "./fake-api.ts";
import { API_RATE_LIMIT, TokenBucket } from "./token-bucket.ts";

describe("TokenBucket", () => {
  it("lets a burst of the capacity through at once and then keeps to the rate", async () => {
    const clock = fakeClock();
    const start = clock.now();
    const bucket = new TokenBucket(API_RATE_LIMIT, clock);
    for (let request = 0; request < 300; request += 1) await bucket.take();
    expect(clock.now()).toBe(start);
    for (let request = 0; request < 50; request += 1) await bucket.take();
    expect(clock.now() - start).toBeCloseTo(10_000, 3);
  });

  it("makes requests that wait at the same time wait one after the other", async () => {
    const clock = fakeClock();
    const bucket = new TokenBucket({ capacity: 1, refillPerSecond: 5 }, clock);
    const turns = [bucket.take(), bucket.take(), bucket.take()];
    await Promise.all(turns);
    expect(clock.pauses).toEqual([200, expect.any(Number)]);
    expect(clock.pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(400);
  });

  it("never saves up more than its capacity", async () => {
    const clock = fakeClock();
    const bucket = new TokenBucket({ capacity: 2, refillPerSecond: 5 }, clock);
    await clock.sleep(60_000);
    clock.pauses.length = 0;
    await bucket.take();
    await bucket.take();
    expect(clock.pauses).toEqual([]);
    await bucket.take();
    expect(clock.pauses).toEqual([200]);
  });
});
