import { type ChoiceGroup, fixedInfusionPoints } from "../choice-groups.ts";
import type { GearChoice, GearProblem } from "../problem.ts";
import type { FoundResult } from "./best-results.ts";

/** Room for sums of points that are no whole numbers; whole ones are exact. */
const EQUAL_POINTS = 1e-6;

export interface ResultExpander {
  /** The gears behind one found pair of sums, at most `most` of them. */
  expand(result: FoundResult, most: number): readonly GearChoice[];
}

/** One way to fill a group: how often each option is taken, and the points that gives. */
interface Filling {
  readonly counts: readonly number[];
  readonly points: Float64Array;
}

interface FillingList {
  readonly group: number;
  readonly fillings: readonly Filling[];
}

/**
 * The search knows sums only; this finds the gears behind them again: every way to fill the groups of a half whose
 * points add up to the half's sum in the attributes that matter. Options that give equal points in those are told
 * apart here, so a sum with n choices behind it gives n gears.
 *
 * The loss of a half along the direction it was found with is fixed by its sum and is the total of the losses of
 * its groups, none of which is negative; the range that the remaining groups can still add is known in every
 * attribute. Both end the descent early, and neither can drop a gear whose sum is the wanted one.
 */
export function createResultExpander(
  problem: GearProblem,
  groups: readonly ChoiceGroup[],
  inputs: readonly string[],
): ResultExpander {
  const fixed = fixedInfusionPoints(problem);
  const offset = Float64Array.from(inputs, (name) => fixed.get(name) ?? 0);
  const lists = new Map<number, FillingList>();
  const listOf = (group: number): FillingList => {
    const known = lists.get(group);
    if (known !== undefined) return known;
    const current = groups[group];
    const made = { group, fillings: current === undefined ? [] : listFillings(current, inputs) };
    lists.set(group, made);
    return made;
  };

  const halves = (
    half: readonly number[],
    sum: Float64Array,
    direction: Float64Array,
    most: number,
  ): readonly ReadonlyMap<number, Filling>[] =>
    findFillings(
      half.map((group) => listOf(group)),
      sum,
      direction,
      most,
    );

  return {
    expand(result, most) {
      const { direction } = result;
      const chosen = result.left.map((amount, i) => amount - (offset[i] ?? 0));
      const lefts = halves(result.leftGroups, chosen, direction, most);
      const rights = halves(result.rightGroups, result.right, direction, most);
      const wanted = problem.resultUnit === "gear" ? 1 : most;
      const splits = halves(result.fineGroups, result.infusions, direction, wanted);
      const choices: GearChoice[] = [];
      for (const left of lefts) {
        for (const right of rights) {
          for (const split of splits) {
            if (choices.length >= most) return choices;
            choices.push(choiceOf(problem, groups, new Map([...left, ...right, ...split])));
          }
        }
      }
      return choices;
    },
  };
}

function listFillings(group: ChoiceGroup, inputs: readonly string[]): readonly Filling[] {
  const list: Filling[] = [];
  const points = group.options.map((option) => inputs.map((name) => option.points.get(name) ?? 0));
  const counts = group.options.map(() => 0);
  const fill = (option: number, left: number): void => {
    if (left === 0) {
      const sum = new Float64Array(inputs.length);
      counts.forEach((count, index) => {
        if (count === 0) return;
        points[index]?.forEach((amount, i) => {
          sum[i] = (sum[i] ?? 0) + amount * count;
        });
      });
      list.push({ counts: [...counts], points: sum });
      return;
    }
    const current = group.options[option];
    if (current === undefined) return;
    for (let count = Math.min(left, current.max); count >= 0; count--) {
      counts[option] = count;
      fill(option + 1, left - count);
    }
    counts[option] = 0;
  };
  fill(0, group.copies);
  return list;
}

interface RankedList {
  readonly group: number;
  /** Least loss first. */
  readonly fillings: readonly Filling[];
  readonly losses: readonly number[];
  readonly best: number;
}

function findFillings(
  lists: readonly FillingList[],
  sum: Float64Array,
  direction: Float64Array,
  most: number,
): readonly ReadonlyMap<number, Filling>[] {
  const ranked = lists.map((list) => rank(list, direction));
  ranked.sort((one, other) => other.fillings.length - one.fillings.length);
  const ranges = reachableRanges(ranked, sum.length);
  const total = ranked.reduce((best, list) => best + list.best, 0) - score(sum, direction);
  const room = EQUAL_POINTS * (1 + Math.abs(total) + direction.reduce((all, one) => all + Math.abs(one), 0));
  const found: ReadonlyMap<number, Filling>[] = [];
  const chosen = new Map<number, Filling>();
  const descend = (at: number, left: Float64Array, loss: number): void => {
    if (found.length >= most) return;
    const list = ranked[at];
    const range = ranges[at];
    if (list === undefined || range === undefined) {
      if (left.every((amount) => Math.abs(amount) <= EQUAL_POINTS)) found.push(new Map(chosen));
      return;
    }
    if (!left.every((amount, i) => isWithin(amount, range.low[i] ?? 0, range.high[i] ?? 0))) return;
    for (let index = 0; index < list.fillings.length; index++) {
      const filling = list.fillings[index];
      const own = list.losses[index] ?? 0;
      if (filling === undefined || own > loss + room) return;
      chosen.set(list.group, filling);
      descend(
        at + 1,
        left.map((amount, i) => amount - (filling.points[i] ?? 0)),
        loss - own,
      );
    }
  };
  descend(0, sum, total);
  return found;
}

function rank({ group, fillings }: FillingList, direction: Float64Array): RankedList {
  const scored = fillings
    .map((filling) => ({ filling, value: score(filling.points, direction) }))
    .sort((one, other) => other.value - one.value);
  const best = scored[0]?.value ?? 0;
  return {
    group,
    best,
    fillings: scored.map(({ filling }) => filling),
    losses: scored.map(({ value }) => best - value),
  };
}

/** Least and most points that the lists from an index on can add together. */
function reachableRanges(
  lists: readonly RankedList[],
  dims: number,
): readonly { readonly low: Float64Array; readonly high: Float64Array }[] {
  let low = new Float64Array(dims);
  let high = new Float64Array(dims);
  const ranges = lists.toReversed().map(({ fillings }) => {
    low = low.map((sum, i) => sum + Math.min(...fillings.map(({ points }) => points[i] ?? 0)));
    high = high.map((sum, i) => sum + Math.max(...fillings.map(({ points }) => points[i] ?? 0)));
    return { low, high };
  });
  return ranges.reverse();
}

function isWithin(amount: number, low: number, high: number): boolean {
  return amount >= low - EQUAL_POINTS && amount <= high + EQUAL_POINTS;
}

function score(points: Float64Array, direction: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) sum += (points[i] ?? 0) * (direction[i] ?? 0);
  return sum;
}

function choiceOf(
  problem: GearProblem,
  groups: readonly ChoiceGroup[],
  fillings: ReadonlyMap<number, Filling>,
): GearChoice {
  const options = problem.slots.map(() => 0);
  let infusions: readonly number[] = [];
  for (const [index, { counts }] of fillings) {
    const group = groups[index];
    if (group?.kind === "infusions") {
      infusions = counts;
      continue;
    }
    const taken = counts.flatMap((count, option) => Array.from({ length: count }, () => option));
    group?.slots.forEach((slot, copy) => {
      options[slot] = taken[copy] ?? 0;
    });
  }
  return { options, infusions };
}
