import { createHmac } from "node:crypto";
import { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "ioredis";
import { AppError } from "#lib/shared/app-error.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { redis } from "../redis.ts";
import { type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker.ts";
import { RATE_LIMIT_POLICIES, type RateLimitPolicyName } from "./policies.ts";
import { memoryStore, type RateLimitStore, redisStore } from "./stores.ts";

export interface RateLimitDecision {
  readonly allowed: boolean;
  readonly remaining: number;
  /** 0 while allowed; else at least 1. */
  readonly retryAfterSeconds: number;
}

/**
 * Counts one request against `policy` for `key` (an email, an address, a user id; never kept in the clear).
 * All instances share the counters in Redis; without Redis, or while it is away, each process counts by itself.
 * Never throws because of Redis and takes at most a quarter of a second.
 */
export async function checkRateLimit(policy: RateLimitPolicyName, key: string): Promise<RateLimitDecision> {
  const { limiters, breaker } = state();
  const id = hashedKey(key);
  const inMemory = () => limiterOf(limiters.memory, policy).limit(id);
  const client = redis();
  // While ioredis reconnects, asking it can only fail.
  if (client?.status !== "ready") return toDecision(await inMemory());
  const shared = limiterOf(redisLimiters(client), policy);
  return toDecision(await breaker.run(() => shared.limit(id), inMemory));
}

/** As {@link checkRateLimit}; throws AppError RATE_LIMITED where the request is one too many. */
export async function requireRateLimit(policy: RateLimitPolicyName, key: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await checkRateLimit(policy, key);
  if (allowed) return;
  const { what } = RATE_LIMIT_POLICIES[policy];
  throw new AppError("RATE_LIMITED", {
    message: `Too many ${what}. Please try again in ${waitInWords(retryAfterSeconds)}.`,
    retryAfterSeconds,
  });
}

/** Forgets the counters of this process: for tests. */
export function forgetRateLimits(): void {
  delete store.gw2optimizerRateLimits;
}

interface Limiters {
  readonly store: RateLimitStore;
  readonly byPolicy: Map<RateLimitPolicyName, Ratelimit>;
}

interface RateLimitState {
  readonly limiters: { readonly memory: Limiters; readonly redis: WeakMap<Redis, Limiters> };
  readonly breaker: CircuitBreaker;
}

/** On globalThis, because routes and pages are bundled apart and must count together. */
const store = globalThis as typeof globalThis & { gw2optimizerRateLimits?: RateLimitState };

function state(): RateLimitState {
  store.gw2optimizerRateLimits ??= {
    limiters: { memory: newLimiters(memoryStore()), redis: new WeakMap() },
    breaker: createCircuitBreaker({
      timeoutMs: 250,
      restMs: 5_000,
      onChange: (change, error) =>
        change === "failed"
          ? log.warn({ event: "rate limit", err: error }, "Redis fails; each process counts by itself")
          : log.info({ event: "rate limit" }, "Redis counts requests again"),
    }),
  };
  return store.gw2optimizerRateLimits;
}

function newLimiters(of: RateLimitStore): Limiters {
  return { store: of, byPolicy: new Map() };
}

function redisLimiters(client: Redis): Limiters {
  const known = state().limiters.redis.get(client) ?? newLimiters(redisStore(client));
  state().limiters.redis.set(client, known);
  return known;
}

function limiterOf(limiters: Limiters, policy: RateLimitPolicyName): Ratelimit {
  const known = limiters.byPolicy.get(policy);
  if (known) return known;
  const { limit, window } = RATE_LIMIT_POLICIES[policy];
  const limiter = new Ratelimit({
    redis: limiters.store,
    limiter: Ratelimit.slidingWindow(limit, window),
    prefix: `gw2optimizer:limit:${policy}`,
    // Its own timeout lets requests pass, its cache never forgets, its telemetry is none of our business.
    timeout: 0,
    ephemeralCache: false,
    enableTelemetry: false,
  });
  limiters.byPolicy.set(policy, limiter);
  return limiter;
}

/**
 * An email or address could be guessed from a plain hash, hence the secret. The braces keep both windows of a key on
 * one node of a Redis cluster.
 */
function hashedKey(key: string): string {
  const hash = createHmac("sha256", env().authSecret ?? "").update(key.trim().toLowerCase());
  return `{${hash.digest("base64url")}}`;
}

function toDecision(response: { success: boolean; remaining: number; reset: number }): RateLimitDecision {
  const { success, remaining, reset } = response;
  const retryAfterSeconds = success ? 0 : Math.max(1, Math.ceil((reset - Date.now()) / 1_000));
  return { allowed: success, remaining, retryAfterSeconds };
}

function waitInWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
