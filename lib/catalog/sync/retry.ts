import type { Clock } from "./clock.ts";

/** A failed request as the retry sees it. */
export interface RequestFailure {
  /** HTTP status; undefined when no whole answer came (connection cut, not JSON). */
  readonly status: number | undefined;
  /** `Retry-After` of the answer, as it stands. */
  readonly retryAfter: string | undefined;
  readonly message: string;
}

export interface RetryPolicy {
  readonly attempts: number;
  /** Pause after the first failure; doubles with each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** About two minutes until giving up, unless the server asks for longer pauses. */
export const API_RETRIES: RetryPolicy = { attempts: 8, firstPauseMs: 1000, longestPauseMs: 60_000 };

/** 429, server faults and broken connections may pass; other refusals will not. */
export function mayPass(failure: RequestFailure): boolean {
  return failure.status === undefined || failure.status === 429 || failure.status >= 500;
}

/**
 * Milliseconds to wait before the next try: what the server asks for, else 1, 2, 4, … times the first pause, up to
 * the longest.
 *
 * @param failures how many tries have failed, from 1
 */
export function pauseBefore(
  policy: RetryPolicy,
  failures: number,
  failure: RequestFailure,
  now: number,
): number {
  const asked = readRetryAfter(failure.retryAfter, now);
  const own = Math.min(policy.firstPauseMs * 2 ** (failures - 1), policy.longestPauseMs);
  return asked === undefined ? own : Math.max(asked, own);
}

/** Seconds or an HTTP date, in milliseconds from now. */
function readRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Calls until it succeeds, may not pass, or the attempts are used up; then throws the last failure. */
export async function withRetries<T>(
  policy: RetryPolicy,
  clock: Clock,
  call: () => Promise<T>,
  failureOf: (error: unknown) => RequestFailure,
  onRetry: (failure: RequestFailure, pauseMs: number) => void,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (!mayPass(failure) || failures >= policy.attempts) throw error;
      const pause = pauseBefore(policy, failures, failure, clock.now());
      onRetry(failure, pause);
      await clock.sleep(pause);
    }
  }
}
