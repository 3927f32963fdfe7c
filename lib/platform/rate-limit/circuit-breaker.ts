import { within } from "../within.ts";

export interface CircuitBreakerOptions {
  /** A primary that has not answered by then has failed. */
  readonly timeoutMs: number;
  /** How long a failed primary is left alone. */
  readonly restMs: number;
  /** Told once when the primary fails and once when it works again. */
  readonly onChange: (state: "failed" | "recovered", error?: unknown) => void;
  /** Milliseconds from any fixed point. */
  readonly now?: () => number;
}

export interface CircuitBreaker {
  /** The result of `primary`, or that of `fallback` while the primary fails, is too slow or rests. */
  run<Value>(primary: () => Promise<Value>, fallback: () => Promise<Value>): Promise<Value>;
}

/**
 * Keeps a slow or dead neighbour from slowing every request: after one failure it is left alone for `restMs`, and
 * then a single request tries it again while the others go on with the fallback.
 */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { timeoutMs, restMs, onChange, now = () => performance.now() } = options;
  let failed = false;
  let restsUntil = Number.NEGATIVE_INFINITY;

  return {
    async run(primary, fallback) {
      if (now() < restsUntil) return fallback();
      if (failed) restsUntil = now() + restMs;
      try {
        const value = await within(timeoutMs, primary());
        if (failed) onChange("recovered");
        failed = false;
        restsUntil = Number.NEGATIVE_INFINITY;
        return value;
      } catch (error) {
        if (!failed) onChange("failed", error);
        failed = true;
        restsUntil = now() + restMs;
        return fallback();
      }
    },
  };
}
