import { expect } from "vitest";
import { checkSearch } from "./check-search.ts";
import { randomProblem } from "./random-problems.ts";

/** Expects that the search agrees with exhaustive search on the random problems from one number to another. */
export function expectAgreement(first: number, last: number): void {
  for (let seed = first; seed <= last; seed++) {
    const fault = checkSearch(randomProblem(seed), seed);
    expect(fault === null ? null : `problem ${seed}: ${fault}`).toBeNull();
  }
}
