import { describe, expect, it } from "vitest";
import { checkSearch } from "./testing/check-search.ts";
import { randomProblem } from "./testing/random-problems.ts";

const RANDOM_PROBLEMS = 2000;

describe("gear search against exhaustive search", () => {
  it(`agrees on ${RANDOM_PROBLEMS} random problems, also in shares, with little memory and with a floor`, () => {
    for (let seed = 1; seed <= RANDOM_PROBLEMS; seed++) {
      const fault = checkSearch(randomProblem(seed), seed);
      expect(fault === null ? null : `problem ${seed}: ${fault}`).toBeNull();
    }
  }, 180_000);
});
