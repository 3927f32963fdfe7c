import { describe, expect, it } from "vitest";
import { API_RETRIES, mayPass, pauseBefore, type RequestFailure } from "./retry.ts";

const NOW = Date.UTC(2026, 10, 21, 12);

function failure(status: number | undefined, retryAfter?: string): RequestFailure {
  return { status, retryAfter, message: "failed" };
}

describe("mayPass", () => {
  it.each([
    [429, true],
    [500, true],
    [503, true],
    [undefined, true],
    [400, false],
    [403, false],
    [404, false],
  ])("status %s: %s", (status, expected) => {
    expect(mayPass(failure(status))).toBe(expected);
  });
});

describe("pauseBefore", () => {
  it("doubles from one second up to a minute", () => {
    const pauses = [1, 2, 3, 4, 7, 20].map((failures) =>
      pauseBefore(API_RETRIES, failures, failure(500), NOW),
    );
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 60_000, 60_000]);
  });

  it("waits as long as Retry-After asks, in seconds or as a date", () => {
    expect(pauseBefore(API_RETRIES, 1, failure(429, "7"), NOW)).toBe(7000);
    const date = new Date(NOW + 90_000).toUTCString();
    expect(pauseBefore(API_RETRIES, 1, failure(429, date), NOW)).toBe(90_000);
  });

  it("keeps to its own pause when Retry-After is shorter or makes no sense", () => {
    expect(pauseBefore(API_RETRIES, 3, failure(429, "0"), NOW)).toBe(4000);
    expect(pauseBefore(API_RETRIES, 1, failure(429, "soon"), NOW)).toBe(1000);
    expect(pauseBefore(API_RETRIES, 1, failure(503, new Date(NOW - 5000).toUTCString()), NOW)).toBe(1000);
  });
});
