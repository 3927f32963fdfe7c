import { describe, expect, it } from "vitest";
import { evaluateGear } from "./evaluate-gear.ts";
import { combinationsOf, createGearSearch, type GearSearchOptions } from "./gear-search.ts";
import type { GearProblem } from "./problem.ts";
import { generateProblem, PROBLEM_FAMILIES } from "./testing/generated-problems.ts";
import { loadGearFixtures } from "./testing/load-fixtures.ts";
import { randomProblem } from "./testing/random-problems.ts";

/** Generous, since the tests also run with coverage on a busy machine. */
const TIMEOUT = 60_000;
const fixtures = loadGearFixtures();

function solve(problem: GearProblem, options: GearSearchOptions = {}) {
  const search = createGearSearch(problem, options);
  for (;;) {
    const progress = search.step(1000);
    if (progress.isDone) return progress;
  }
}

function fixture(id: string): GearProblem {
  const found = fixtures.find(({ problem }) => problem.id === id);
  if (found === undefined) throw new Error(`no fixture ${id}`);
  return found.problem;
}

function generated(family: string, setCount: number, withConstraints = true): GearProblem {
  const found = PROBLEM_FAMILIES.find(({ name }) => name === family);
  if (found === undefined) throw new Error(`no family ${family}`);
  return generateProblem(found, fixture(found.template), {
    setCount,
    withConstraints,
    withInfusions: false,
  });
}

describe("gear search against known answers", { timeout: TIMEOUT }, () => {
  for (const { problem, expected, combinations, infusionSplits } of fixtures) {
    it(`finds exactly the published values of ${problem.id} and proves them`, () => {
      const { results, isProven, coveredShare } = solve(problem);
      expect(isProven).toBe(true);
      expect(coveredShare).toBe(1);
      expect(results).toHaveLength(expected.values.length);
      results.forEach(({ value, choice }, index) => {
        const published = expected.values[index] ?? 0;
        expect(Math.abs(value - published)).toBeLessThanOrEqual(1e-9 * Math.abs(published));
        const gear = evaluateGear(problem, choice);
        expect(gear.violated).toEqual([]);
        expect(Math.abs(gear.objective - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
      });
      expect(new Set(results.map(({ choice }) => JSON.stringify(choice))).size).toBe(results.length);
      expect(combinationsOf(problem)).toBe(BigInt(combinations) * BigInt(infusionSplits));
    });
  }
});

describe("progress of the gear search", { timeout: TIMEOUT }, () => {
  const problem = generated("boon-4-scenarios", 6);

  it("never raises the bound, never lowers what it has, and ends with both equal", () => {
    const search = createGearSearch(problem);
    let before = search.progress();
    expect(before.bound).toBe(Number.POSITIVE_INFINITY);
    for (;;) {
      const now = search.step(5);
      expect(now.bound).toBeLessThanOrEqual(before.bound * (1 + 1e-12));
      expect(now.kthValue).toBeGreaterThanOrEqual(before.kthValue);
      expect(now.coveredShare).toBeGreaterThanOrEqual(before.coveredShare - 1e-9);
      expect(now.visited).toBeGreaterThanOrEqual(before.visited);
      before = now;
      if (now.isDone) break;
    }
    expect(before.bound).toBe(before.kthValue);
    expect(before.isProven).toBe(true);
  });

  it("names valid gears of the value it says before there are results", () => {
    const large = generated("condition", 12);
    const search = createGearSearch(large);
    let progress = search.step(1);
    while (progress.candidates.length === 0 && !progress.isDone) progress = search.step(1);
    expect(progress.candidates.length).toBeGreaterThan(0);
    for (const { value, choice } of progress.candidates) {
      const gear = evaluateGear(large, choice);
      expect(gear.violated).toEqual([]);
      expect(Math.abs(gear.objective - value)).toBeLessThanOrEqual(1e-9 * value);
      expect(value).toBeLessThanOrEqual(progress.bound);
    }
  });

  it("gives the same answer in one step and in many, by a clock or by counting", () => {
    const values = solve(problem).results.map(({ value }) => value);
    const search = createGearSearch(problem, { clock: () => performance.now() });
    let progress = search.step(1);
    while (!progress.isDone) progress = search.step(1);
    expect(progress.results.map(({ value }) => value)).toEqual(values);
  });

  // Power with two limits is joined by windows, the other is divided.
  it.each(["condition", "power"])(
    "returns early enough for a cancelled %s search to end within 100 ms",
    (family) => {
      const search = createGearSearch(generated(family, 12), { clock: () => performance.now() });
      const late: number[] = [];
      for (let step = 0; step < 60; step++) {
        const started = process.threadCpuUsage().user;
        if (search.step(10).isDone) break;
        late.push((process.threadCpuUsage().user - started) / 1000 - 10);
      }
      expect(late.length).toBeGreaterThan(5);
      // In processor time, since a busy machine takes the processor away; the search must not be late as a rule.
      late.sort((one, other) => one - other);
      expect(late.at(Math.floor(late.length * 0.9)) ?? 0).toBeLessThan(90);
    },
  );

  it("finds a shorter list when fewer results are asked for", () => {
    const values = solve(problem).results.map(({ value }) => value);
    const three = solve(problem, { topK: 3 }).results.map(({ value }) => value);
    expect(three).toEqual(values.slice(0, 3));
  });
});

describe("limits of the gear search", { timeout: TIMEOUT }, () => {
  it("says how far the bound is when it is stopped early", () => {
    const large = generated("condition", 12);
    const search = createGearSearch(large);
    let progress = search.step(1);
    while (progress.results.length === 0 && !progress.isDone) progress = search.step(1);
    const [found] = progress.results;
    expect(progress.isProven).toBe(false);
    expect(progress.bound).toBeGreaterThan(found?.value ?? Number.POSITIVE_INFINITY);
    expect(progress.bound).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("finds and proves the same with the least memory", () => {
    const { problem, expected } = fixtures.find(({ problem: { id } }) => id === "p06-alacrity-power") ?? {};
    if (problem === undefined) throw new Error("the fixture is missing");
    const { results, isProven } = solve(problem, { memoryLimitBytes: 1 });
    expect(isProven).toBe(true);
    expect(results[0]?.value).toBeCloseTo(expected?.values[0] ?? 0, 6);
    expect(results).toHaveLength(expected?.values.length ?? 0);
  });

  it("proves the best gears where two limits bind at once", () => {
    const { results, isProven } = solve(generated("power", 10));
    expect(isProven).toBe(true);
    expect(results).toHaveLength(50);
  });

  it("ends where a corner of the formulas stays in one part of every cut", () => {
    // Amounts are no whole numbers here, so that parts can become smaller forever.
    const search = createGearSearch(randomProblem(19_494));
    search.raiseFloor(146_256);
    let steps = 0;
    while (steps < 1000 && !search.step(1).isDone) steps++;
    expect(search.progress().isProven).toBe(true);
  });

  it("ends in every part of a parallel search, also away from the best gears", () => {
    const large = generated("power", 8, false);
    const whole = solve(large).results.map(({ value }) => value);
    const parts = [0, 1].map((index) => {
      const search = createGearSearch(large, { share: { index, of: 2 } });
      let steps = 0;
      while (steps < 300 && !search.step(1).isDone) steps++;
      return search.progress();
    });
    expect(parts.map(({ isProven }) => isProven)).toEqual([true, true]);
    const values = parts.flatMap(({ results }) => results.map(({ value }) => value));
    expect(values.sort((one, other) => other - one).slice(0, whole.length)).toEqual(whole);
  });

  it("reports an impossible problem as proven, with no result and no bound", () => {
    const { results, isProven, bound } = solve(fixture("p14-infeasible"));
    expect(results).toEqual([]);
    expect(isProven).toBe(true);
    expect(bound).toBe(Number.NEGATIVE_INFINITY);
  });

  it("does not look below a floor another search has reached", () => {
    const problem = fixture("p03-shroud-4");
    const search = createGearSearch(problem);
    search.raiseFloor(1e9);
    const { results, isDone, bound } = search.step(1e6);
    expect(isDone).toBe(true);
    expect(results).toEqual([]);
    expect(bound).toBe(1e9);
  });
});
