/**
 * Compares the gear search with plain exhaustive search on many random problems.
 *
 *   npm run property:gear -- [--cases 100000] [--seed 1]
 */
import { checkSearch } from "#lib/engine/gear/testing/check-search.ts";
import { randomProblem } from "#lib/engine/gear/testing/random-problems.ts";
import { tryProperties } from "#scripts/testing/try-properties.ts";

const AGREEMENT = {
  guarantee: "the gear search agrees with exhaustive search",
  share: 100,
  check(cases: number, seed: number): void {
    for (let number = seed; number < seed + cases; number++) {
      const fault = checkSearch(randomProblem(number), number);
      if (fault !== null) throw new Error(`problem ${number}: ${fault}`);
    }
  },
};

tryProperties("property:gear", [AGREEMENT], 500, 100_000);
