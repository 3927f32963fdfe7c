import type { Clock } from "./clock.ts";

/** The official API's limit per address: bursts of 300 requests, refilled with 5 a second (wiki, API:Best practices, read 2026-11). */
export const API_RATE_LIMIT = { capacity: 300, refillPerSecond: 5 } as const;

export interface RateLimit {
  readonly capacity: number;
  readonly refillPerSecond: number;
}

/** Hands out the right to send one request, at once while the bucket holds a token, later when it is empty. */
export class TokenBucket {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  #tokens: number;
  #updatedAt: number;

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
    this.#tokens = limit.capacity;
    this.#updatedAt = clock.now();
  }

  /** Takes a token; tokens below zero are turns already promised to others who wait. */
  async take(): Promise<void> {
    this.#refill();
    this.#tokens -= 1;
    if (this.#tokens >= 0) return;
    await this.#clock.sleep((-this.#tokens / this.#limit.refillPerSecond) * 1000);
  }

  #refill(): void {
    const now = this.#clock.now();
    const gained = ((now - this.#updatedAt) / 1000) * this.#limit.refillPerSecond;
    this.#tokens = Math.min(this.#limit.capacity, this.#tokens + gained);
    this.#updatedAt = now;
  }
}
