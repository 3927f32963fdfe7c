import { describe, expect, it } from "vitest";
import { LOADOUT_CODE_PROPERTIES } from "./fixtures/properties.ts";

/** Over all properties together, beside 90,000 of the engine. More: `npm run property:loadout -- --cases 10000000`. */
const CASES = 120_000;
const SEED = 20260818;

describe("for arbitrary loadouts and codes", () => {
  it.each(LOADOUT_CODE_PROPERTIES)(
    "$guarantee",
    ({ check, share }) => {
      expect(() => check((CASES * share) / 100, SEED)).not.toThrow();
    },
    60_000,
  );

  it("tries the announced number of cases", () => {
    expect(LOADOUT_CODE_PROPERTIES.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });
});
