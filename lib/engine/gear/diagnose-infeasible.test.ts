import { describe, expect, it } from "vitest";
import { diagnoseInfeasible } from "./diagnose-infeasible.ts";
import { searchExhaustively } from "./exhaustive.ts";
import { createGearSearch } from "./gear-search.ts";
import type { GearConstraintName, GearProblem } from "./problem.ts";
import { loadGearFixtures } from "./testing/load-fixtures.ts";
import { randomProblem } from "./testing/random-problems.ts";

function withLimit(problem: GearProblem, name: GearConstraintName, limit: number): GearProblem {
  return { ...problem, constraints: { ...problem.constraints, [name]: limit } };
}

function isFeasible(problem: GearProblem): boolean {
  return searchExhaustively(problem, 1).values.length > 0;
}

describe("diagnosis of an impossible problem", () => {
  it("names the limit of the published impossible problem and what it can reach", () => {
    const problem = loadGearFixtures().find(({ problem: { id } }) => id === "p14-infeasible")?.problem;
    if (problem === undefined) throw new Error("the fixture is missing");
    const [culprit] = diagnoseInfeasible(problem);
    expect(culprit?.isProven).toBe(true);
    if (culprit?.reachable === null || culprit === undefined) throw new Error("no relaxation was found");
    const relaxed = withLimit(problem, culprit.constraint, culprit.reachable);
    expect(createGearSearch(relaxed).step(1e6).results.length).toBeGreaterThan(0);
    const stricter = culprit.reachable + (culprit.limit - culprit.reachable) * 1e-3;
    const still = createGearSearch(withLimit(problem, culprit.constraint, stricter)).step(1e6);
    expect(still.isProven).toBe(true);
    expect(still.results).toEqual([]);
  });

  it("gives the strictest limit that makes random problems feasible, and none where the others are at fault", () => {
    let diagnosed = 0;
    for (let seed = 1; diagnosed < 60; seed++) {
      const problem = randomProblem(seed);
      if (Object.keys(problem.constraints).length === 0 || isFeasible(problem)) continue;
      diagnosed++;
      for (const { constraint, limit, reachable, relaxation, isProven } of diagnoseInfeasible(problem)) {
        expect(isProven).toBe(true);
        const { [constraint]: _own, ...others } = problem.constraints;
        if (reachable === null) {
          expect(isFeasible({ ...problem, constraints: others })).toBe(false);
          expect(relaxation).toBe(Number.POSITIVE_INFINITY);
          continue;
        }
        expect(isFeasible(withLimit(problem, constraint, reachable))).toBe(true);
        const stricter = reachable + (limit - reachable) * 1e-3;
        expect(isFeasible(withLimit(problem, constraint, stricter))).toBe(false);
      }
    }
  });
});
