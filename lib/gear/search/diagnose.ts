import { constrainedValue, evaluateGear } from "#lib/engine/gear/evaluate-gear.ts";
import { createGearSearch } from "#lib/engine/gear/gear-search.ts";
import type { GearConstraintName, GearProblem } from "#lib/engine/gear/problem.ts";
import type { ProblemList } from "./combined-search.ts";

/** A limit that keeps every gear out, and how far it would have to give. */
export interface Diagnosis {
  readonly constraint: GearConstraintName;
  /** As the problem states it: fractions for durations and chances. */
  readonly limit: number;
  /**
   * The strictest limit that some gear keeps: with the other limits as they are, or, where `isAlone` is false, without
   * any other limit.
   */
  readonly reachable: number;
  /** Whether relaxing this limit by itself is enough. */
  readonly isAlone: boolean;
}

export interface DiagnoseOptions {
  readonly now: () => number;
  /** Lets other work go first; false ends the diagnosis. */
  readonly goOn: () => Promise<boolean>;
}

/** The found limit is this close to the strictest one, relative to the distance between both ends. */
const PRECISION = 1e-4;

/**
 * For problems that no gear solves: which limits are at fault, the one needing the smallest relative relaxation first.
 * For each limit the strictest value that still has a gear is found by halving, each half proven by the exact search,
 * over all problems of the list. Where no limit alone is at fault, tells what each allows by itself.
 */
export async function diagnose(list: ProblemList, options: DiagnoseOptions): Promise<readonly Diagnosis[]> {
  const { constraints } = list.problemAt(0);
  const names = Object.keys(constraints) as GearConstraintName[];
  const alone: Diagnosis[] = [];
  for (const name of names) {
    const reachable = await strictest(name, list, (problem) => problem.constraints, options);
    const limit = constraints[name] ?? 0;
    if (reachable !== undefined) alone.push({ constraint: name, limit, reachable, isAlone: true });
  }
  if (alone.length > 0) return alone.toSorted((a, b) => relaxation(a) - relaxation(b));
  const together: Diagnosis[] = [];
  for (const name of names) {
    const reachable = await strictest(name, list, () => ({}), options);
    const limit = constraints[name] ?? 0;
    if (reachable !== undefined) together.push({ constraint: name, limit, reachable, isAlone: false });
  }
  return together;
}

function relaxation({ limit, reachable }: Diagnosis): number {
  return Math.abs(limit - reachable) / Math.max(Math.abs(limit), 1e-9);
}

/** The strictest value of a limit that some gear keeps beside the other limits; undefined where none does. */
async function strictest(
  name: GearConstraintName,
  list: ProblemList,
  othersOf: (problem: GearProblem) => GearProblem["constraints"],
  { now, goOn }: DiagnoseOptions,
): Promise<number | undefined> {
  const isMaximum = name === "maxToughness";
  const isStricter = (one: number, other: number) => (isMaximum ? one < other : one > other);
  let best: number | undefined;
  for (let index = 0; index < list.count; index++) {
    const problem = list.problemAt(index);
    const limit = problem.constraints[name] ?? 0;
    const { [name]: _without, ...others } = othersOf(problem);
    const reach = (at: number | undefined) =>
      reachedBy(
        { ...problem, constraints: at === undefined ? others : { ...others, [name]: at } },
        name,
        now,
      );
    if (!(await goOn())) return best;
    // A step beyond the best so far: most problems are out with one question.
    const first = reach(best === undefined ? undefined : best + (limit - best) * PRECISION);
    if (first === undefined) continue;
    let inside: number = first;
    let outside: number = limit;
    const within = Math.max(Math.abs(limit - first) * PRECISION, 1e-9);
    while (isStricter(outside, inside) && Math.abs(outside - inside) > within) {
      if (!(await goOn())) return inside;
      const middle: number = (inside + outside) / 2;
      const reached = reach(middle);
      if (reached === undefined) outside = middle;
      else inside = isStricter(reached, middle) ? reached : middle;
    }
    best = inside;
  }
  return best;
}

/** What the limited quantity is for some gear that keeps the limits of a problem; undefined where none does. */
function reachedBy(problem: GearProblem, name: GearConstraintName, now: () => number): number | undefined {
  const search = createGearSearch({ ...problem, maxResults: 1, resultUnit: "gear" }, { topK: 1, clock: now });
  let progress = search.step(20);
  while (progress.results.length === 0 && !progress.isDone) progress = search.step(20);
  const [found] = progress.results;
  if (found === undefined) return undefined;
  const value = evaluateGear(problem, found.choice);
  return constrainedValue(name, (attribute) => value.attributes[attribute] ?? 0, value);
}
