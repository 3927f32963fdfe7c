import { describe, expect, it } from "vitest";
import { nextDouble } from "./typed-array.ts";

describe("next double", () => {
  it("leaves no number between a value and the next", () => {
    for (const value of [0, 1, 1.5, -1, -0.1, 1e300, 123.456, Number.MIN_VALUE]) {
      const next = nextDouble(value);
      expect(next).toBeGreaterThan(value);
      const between = value + (next - value) / 2;
      expect(between === value || between === next).toBe(true);
    }
  });
});
