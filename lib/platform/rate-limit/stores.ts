import { createHash } from "node:crypto";
import type { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "ioredis";

/** What `Ratelimit` wants of its store. Of all that the Upstash client offers it calls only `evalsha` and `eval`. */
export type RateLimitStore = ConstructorParameters<typeof Ratelimit>[0]["redis"];

/** `#!lua flags=allow-key-locking` is Upstash's own; Redis refuses the script over it. */
const UPSTASH_SHEBANG = /^#!lua[^\n]*\n/;

/**
 * Runs the library's scripts on any Redis. Without its first line a script has another SHA than the one the library
 * asks for; `eval`, which the library calls after NOSCRIPT, learns which belongs to which.
 */
export function redisStore(client: Redis): RateLimitStore {
  const plainShaOf = new Map<string, string>();
  return asRateLimitStore({
    async evalsha(sha, keys, args) {
      const plainSha = plainShaOf.get(sha);
      if (plainSha === undefined) throw new Error("NOSCRIPT");
      return client.evalsha(plainSha, keys.length, ...keys, ...args.map(String));
    },
    async eval(script, keys, args) {
      const plain = script.replace(UPSTASH_SHEBANG, "");
      plainShaOf.set(sha1(script), sha1(plain));
      return client.eval(plain, keys.length, ...keys, ...args.map(String));
    },
  });
}

/** Counters of this process alone, for when there is no Redis. Holds at most `maxCounters`; the oldest go first. */
export function memoryStore(maxCounters = 50_000): RateLimitStore {
  const counters = new Map<string, { count: number; readonly expiresAt: number }>();

  async function slidingWindow(keys: readonly string[], args: readonly unknown[]) {
    const [currentKey = "", previousKey = ""] = keys;
    const [limit = 0, now = 0, windowMs = 1, incrementBy = 1] = args.map(Number);
    const current = counters.get(currentKey)?.count ?? 0;
    const weightOfPrevious = 1 - (now % windowMs) / windowMs;
    const previous = Math.floor(weightOfPrevious * (counters.get(previousKey)?.count ?? 0));
    if (previous + current >= limit) return [-1, limit];
    makeRoom(counters, maxCounters, now);
    counters.set(currentKey, { count: current + incrementBy, expiresAt: now + 2 * windowMs + 1_000 });
    return [limit - (current + incrementBy + previous), limit];
  }

  return asRateLimitStore({
    evalsha: (_sha, keys, args) => slidingWindow(keys, args),
    eval: (_script, keys, args) => slidingWindow(keys, args),
  });
}

function makeRoom(
  counters: Map<string, { readonly expiresAt: number }>,
  maxCounters: number,
  now: number,
): void {
  if (counters.size < maxCounters) return;
  for (const [key, { expiresAt }] of counters) if (expiresAt <= now) counters.delete(key);
  for (const key of counters.keys()) {
    if (counters.size < maxCounters) return;
    counters.delete(key);
  }
}

/** The one script of `Ratelimit.slidingWindow` that `limit()` runs, so no other needs telling apart. */
interface ScriptStore {
  eval(script: string, keys: readonly string[], args: readonly unknown[]): Promise<unknown>;
  evalsha(sha: string, keys: readonly string[], args: readonly unknown[]): Promise<unknown>;
}

function asRateLimitStore(store: ScriptStore): RateLimitStore {
  return store as unknown as RateLimitStore;
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
