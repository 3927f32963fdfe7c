import { describe, expect, it } from "vitest";
import { fixedInfusionPoints } from "../choice-groups.ts";
import { randomProblem } from "../testing/random-problems.ts";
import { compileProblem } from "./compiled-problem.ts";
import { createRandom } from "./local-search.ts";
import { createOptionTable, rootBox, support } from "./option-table.ts";
import { createQuadraticBound } from "./quadratic-bound.ts";
import { roundingsMissed } from "./roundings.ts";
import { createTangentLine } from "./tangent-line.ts";
import { dot } from "./typed-array.ts";

const PROBLEMS = 300;
const POINTS = 20;

/** How far the objective of random points of a random box is above the bounds, at most, as a share of them. */
function largestExcess(seed: number) {
  const random = createRandom(seed);
  const problem = randomProblem(seed);
  const compiled = compileProblem(problem);
  const table = createOptionTable(compiled.groups, compiled.inputs, fixedInfusionPoints(problem));
  const { low, high } = rootBox(table);
  const within = (from: number, to: number) => {
    const at = from + (to - from) * (random() < 0.3 ? Math.round(random()) : random());
    return table.isIntegral ? Math.round(at) : at;
  };
  for (const i of low.keys()) {
    const [one, other] = [within(low[i] ?? 0, high[i] ?? 0), within(low[i] ?? 0, high[i] ?? 0)];
    low[i] = Math.min(one, other);
    high[i] = Math.max(one, other);
  }
  const quadratic = createQuadraticBound(compiled.graph);
  quadratic.compute(low, high);
  const tangent = createTangentLine(table.dims);
  tangent.prepare(quadratic, () => Number.POSITIVE_INFINITY, 0);
  tangent.touch(low.map((from, i) => within(from, high[i] ?? 0)));
  const none = Number.NEGATIVE_INFINITY;
  const excess = { quadratic: none, rounded: none, tangent: none };
  let mostMissed = 0;
  for (let n = 0; n < POINTS; n++) {
    const point = low.map((from, i) => within(from, high[i] ?? 0));
    compiled.evaluator.evaluate(point, 0);
    const { objective } = compiled.evaluator;
    const distance = point.map((amount, i) => amount - (quadratic.middle[i] ?? 0));
    let above = quadratic.constant + dot(quadratic.slope, 0, distance, 0, table.dims);
    for (let i = 0; i < table.dims; i++) {
      for (let j = i; j < table.dims; j++) {
        above += (quadratic.bend[i * table.dims + j] ?? 0) * (distance[i] ?? 0) * (distance[j] ?? 0);
      }
    }
    const missed = roundingsMissed(quadratic.roundings, quadratic.roundingWeights, point);
    const line = tangent.constant + dot(tangent.slope, 0, point, 0, table.dims);
    const size = Math.max(1, Math.abs(objective));
    excess.quadratic = Math.max(excess.quadratic, (objective - above) / size);
    excess.rounded = Math.max(excess.rounded, (objective - above + missed) / size);
    excess.tangent = Math.max(excess.tangent, (objective - line) / size);
    mostMissed = Math.max(mostMissed, missed);
  }
  return { ...excess, mostMissed };
}

describe("quadratic bounds", () => {
  it("are nowhere below the objective, whatever the formulas and the box, nor are the lines that touch them", () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const excess = largestExcess(seed);
      expect(excess.quadratic, `quadratic of problem ${seed}`).toBeLessThanOrEqual(1e-12);
      expect(excess.tangent, `tangent of problem ${seed}`).toBeLessThanOrEqual(1e-12);
    }
  });

  it("are not below it either without what the roundings of a gear miss", () => {
    let withRoundings = 0;
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const { rounded, mostMissed } = largestExcess(seed);
      expect(rounded, `problem ${seed}`).toBeLessThanOrEqual(1e-12);
      if (mostMissed > 0) withRoundings++;
    }
    expect(withRoundings).toBeGreaterThan(PROBLEMS / 10);
  });

  it("leave the supports of the gears where they narrow a chord sound for whole gears", () => {
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const random = createRandom(seed);
      const problem = randomProblem(seed);
      const compiled = compileProblem(problem);
      const table = createOptionTable(compiled.groups, compiled.inputs, fixedInfusionPoints(problem));
      const { low, high } = rootBox(table);
      const quadratic = createQuadraticBound(compiled.graph);
      quadratic.compute(low, high);
      const tangent = createTangentLine(table.dims);
      tangent.prepare(quadratic, (direction, best) => support(table, direction, best), 0);
      tangent.touch(quadratic.middle);
      const gear = new Float64Array(table.dims);
      for (let n = 0; n < POINTS; n++) {
        support(
          table,
          low.map(() => random() - 0.5),
          gear,
        );
        compiled.evaluator.evaluate(gear, 0);
        const { objective } = compiled.evaluator;
        const line = tangent.constant + dot(tangent.slope, 0, gear, 0, table.dims);
        const excess = (objective - line) / Math.max(1, Math.abs(objective));
        expect(excess, `problem ${seed}`).toBeLessThanOrEqual(1e-12);
      }
    }
  });
});
