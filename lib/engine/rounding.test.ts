import { describe, expect, it } from "vitest";
import { limitToUnit, roundHalfToEven } from "./rounding.ts";

describe("roundHalfToEven", () => {
  it.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [2.4999, 2],
    [2.5001, 3],
    [-0.5, 0],
    [-1.5, -2],
    [-2.5, -2],
    [23962, 23962],
  ])("rounds %d to %d", (value, expected) => {
    expect(roundHalfToEven(value) + 0).toBe(expected);
  });
});

describe("limitToUnit", () => {
  it.each([
    [-0.2, 0],
    [0, 0],
    [0.37, 0.37],
    [1, 1],
    [1.4, 1],
  ])("limits %d to %d", (value, expected) => {
    expect(limitToUnit(value)).toBe(expected);
  });
});
