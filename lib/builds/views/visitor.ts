import { createHash } from "node:crypto";

/** What tells one visitor from another; used to count and never kept. */
export interface Visitor {
  /** Network that the request came from. */
  readonly address: string;
  readonly userAgent: string;
}

/** Enough that two of a million visitors of a day are taken for one with a chance below one in a hundred thousand. */
const BYTES = 8;
const ROBOT =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|embed|headless|lighthouse|curl|wget|python|^$/i;

/**
 * What a visitor is known by for a day: the first bytes of a hash of the day's random salt, the address and the browser.
 * Once the salt is gone, nobody can find out whom it stands for, not even by trying all addresses.
 */
export function viewerOf(salt: Uint8Array, { address, userAgent }: Visitor): Buffer {
  return createHash("sha256")
    .update(salt)
    .update(address)
    .update("\0")
    .update(userAgent)
    .digest()
    .subarray(0, BYTES);
}

/** Programs that say of themselves that nobody looks. */
export function isRobot({ userAgent }: Visitor): boolean {
  return ROBOT.test(userAgent);
}

/** Day in UTC, as `2026-11-21`. */
export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
