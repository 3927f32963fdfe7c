import { describe, expect, it } from "vitest";
import { LINK_PROPERTIES } from "./fixtures/properties.ts";

/** Of each property. Ten million in all: `node scripts/property-chat-links.ts`. */
const CASES = 25_000;
const SEED = 20260818;

describe("for arbitrary chat links", () => {
  it.each(LINK_PROPERTIES)(
    "$guarantee",
    ({ check }) => {
      expect(() => check(CASES, SEED)).not.toThrow();
    },
    60_000,
  );
});
