import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "#lib/shared/app-error.ts";
import { replaceEnv } from "../env.ts";
import { checkRateLimit, forgetRateLimits, requireRateLimit } from "./rate-limit.ts";

/** The middle of a one-minute window. */
const MID_WINDOW = new Date("2026-11-21T12:00:30.000Z");

describe("rate limits of a process without Redis", () => {
  beforeEach(() => {
    replaceEnv({});
    forgetRateLimits();
    vi.useFakeTimers({ toFake: ["Date"], now: MID_WINDOW });
  });
  afterEach(() => {
    vi.useRealTimers();
    replaceEnv(undefined);
  });

  it("let exactly 60 of 200 parallel requests pass where 60 a minute are allowed", async () => {
    const decisions = await Promise.all(Array.from({ length: 200 }, () => checkRateLimit("api", "ann")));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(60);
  });

  it("count down what remains and say when the window ends", async () => {
    expect(await checkRateLimit("api", "ann")).toEqual({
      allowed: true,
      remaining: 59,
      retryAfterSeconds: 0,
    });
    for (let request = 0; request < 59; request += 1) await checkRateLimit("api", "ann");
    expect(await checkRateLimit("api", "ann")).toEqual({
      allowed: false,
      remaining: 0,
      retryAfterSeconds: 30,
    });
  });

  it("free up gradually: half of the last minute still counts half a minute into the next", async () => {
    for (let request = 0; request < 60; request += 1) await checkRateLimit("api", "ann");
    vi.setSystemTime(new Date("2026-11-21T12:01:30.000Z"));
    const decisions = await Promise.all(Array.from({ length: 60 }, () => checkRateLimit("api", "ann")));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(30);
  });

  it("count keys and policies apart, but not spellings of one email", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1)
      await checkRateLimit("signInPerEmail", "ann@example.org");
    const allowed = async (policy: "signInPerEmail" | "api", key: string) =>
      (await checkRateLimit(policy, key)).allowed;
    expect(await allowed("signInPerEmail", " Ann@Example.org ")).toBe(false);
    expect(await allowed("signInPerEmail", "bob@example.org")).toBe(true);
    expect(await allowed("api", "ann@example.org")).toBe(true);
  });

  it("are refusals with words and a time", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) await requireRateLimit("signUp", "203.0.113.7");
    const error: unknown = await requireRateLimit("signUp", "203.0.113.7").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: "RATE_LIMITED",
      message: "Too many new accounts from this network. Please try again in 60 minutes.",
      retryAfterSeconds: 3_570,
      retry: true,
    });
  });
});
