import { type ChoiceGroup, fixedInfusionPoints } from "../choice-groups.ts";
import type { GearChoice, GearProblem } from "../problem.ts";
import type { FoundResult } from "./best-results.ts";
import { sortDescending } from "./sort-keys.ts";
import { dot, f64, i32 } from "./typed-array.ts";

/** Room for sums of points that are no whole numbers; whole ones are exact. */
const EQUAL_POINTS = 1e-6;

export interface ResultExpander {
  /** The gears behind one found pair of sums, at most `most` of them. */
  expand(result: FoundResult, most: number): readonly GearChoice[];
}

/** One way to fill a group: how often each option is taken, the same as a list of options, and the points that gives. */
interface Filling {
  readonly counts: readonly number[];
  readonly taken: readonly number[];
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

  /** By the groups' array, which is the same for all cells; the best results share many a half. */
  const known = new Map<readonly number[], HalfFillings>();
  const halfOf = (half: readonly number[]): HalfFillings => {
    const made = known.get(half) ?? createHalfFillings(half.map(listOf), inputs.length);
    known.set(half, made);
    return made;
  };

  return {
    expand(result, most) {
      const { direction } = result;
      const chosen = new Float64Array(result.left);
      for (let i = 0; i < chosen.length; i++) chosen[i] = f64(chosen, i) - f64(offset, i);
      const [left, right, fine] = [
        halfOf(result.leftGroups),
        halfOf(result.rightGroups),
        halfOf(result.fineGroups),
      ];
      const lefts = fillingsOf(left, chosen, direction, most);
      const rights = fillingsOf(right, result.right, direction, most);
      const splits = fillingsOf(fine, result.infusions, direction, problem.resultUnit === "gear" ? 1 : most);
      const choices: GearChoice[] = [];
      for (const ofLeft of lefts) {
        for (const ofRight of rights) {
          for (const split of splits) {
            if (choices.length >= most) return choices;
            const options = problem.slots.map(() => 0);
            takeOptions(options, groups, left, ofLeft);
            takeOptions(options, groups, right, ofRight);
            choices.push({ options, infusions: split[0]?.counts ?? [] });
          }
        }
      }
      return choices;
    },
  };
}

/** Writes the options of fillings to the slots of their groups. */
function takeOptions(
  options: number[],
  groups: readonly ChoiceGroup[],
  { lists }: { readonly lists: readonly { readonly group: number }[] },
  fillings: readonly Filling[],
): void {
  for (let at = 0; at < lists.length; at++) {
    const slots = groups[lists[at]?.group ?? 0]?.slots ?? [];
    const taken = fillings[at]?.taken ?? [];
    for (let copy = 0; copy < slots.length; copy++) options[slots[copy] ?? 0] = taken[copy] ?? 0;
  }
}

/**
 * One gear behind counts of a table's entries (see `createOptionTable`). Options that give equal points in the
 * attributes that matter share an entry; the first ones are taken, as often as each may be.
 */
export function choiceOfCounts(
  problem: GearProblem,
  groups: readonly ChoiceGroup[],
  inputs: readonly string[],
  counts: Int32Array,
): GearChoice {
  let at = 0;
  const fillings = groups.map(({ options }): Filling => {
    const entries = new Map<string, { left: number }>();
    for (const { points } of options) {
      const name = inputs.map((input) => points.get(input) ?? 0).join();
      if (!entries.has(name)) entries.set(name, { left: counts[at++] ?? 0 });
    }
    const taken = options.map(({ points, max }) => {
      const entry = entries.get(inputs.map((input) => points.get(input) ?? 0).join());
      const count = Math.min(max, entry?.left ?? 0);
      if (entry) entry.left -= count;
      return count;
    });
    return filling(taken, new Float64Array(0));
  });
  const options = problem.slots.map(() => 0);
  const lists = groups.map((_, group) => ({ group }));
  takeOptions(options, groups, { lists }, fillings);
  const infusions = groups.findIndex(({ kind }) => kind === "infusions");
  return { options, infusions: fillings[infusions]?.counts ?? [] };
}

function filling(counts: readonly number[], points: Float64Array): Filling {
  const taken: number[] = [];
  counts.forEach((count, option) => {
    for (let copy = 0; copy < count; copy++) taken.push(option);
  });
  return { counts: [...counts], taken, points };
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
      list.push(filling(counts, sum));
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

/** The lists of a half, with what those from an index on can add together in every attribute. */
interface HalfFillings {
  readonly lists: readonly FillingList[];
  /** How much every filling loses along a direction, and what the best of each list have together. */
  readonly ranked: WeakMap<Float64Array, RankedFillings>;
  readonly low: readonly Float64Array[];
  readonly high: readonly Float64Array[];
  /** What is left of a sum before each list; written anew by every search. */
  readonly lefts: readonly Float64Array[];
  /** Fillings found so far, by the sum. */
  readonly known: Map<string, Fillings>;
}

/** Ways to fill the groups of a half: one filling of each list. */
type Fillings = readonly (readonly Filling[])[];

/** The one way to fill no groups. */
const NO_CHOICE: Fillings = [[]];

interface RankedFillings {
  readonly best: number;
  /** By list: places of the fillings, the one that loses least first, and their losses in that order. */
  readonly orders: readonly Int32Array[];
  readonly losses: readonly Float64Array[];
  /** By list: what the lists behind it lose together at most. */
  readonly lossesBehind: readonly number[];
}

function rankedAlong({ lists, ranked }: HalfFillings, direction: Float64Array): RankedFillings {
  const known = ranked.get(direction);
  if (known) return known;
  let best = 0;
  const orders: Int32Array[] = [];
  const losses = lists.map(({ fillings }) => {
    const scores = Float64Array.from(fillings, ({ points }) =>
      dot(points, 0, direction, 0, direction.length),
    );
    const order = Int32Array.from(fillings.keys());
    sortDescending(scores, order, order.length);
    const most = f64(scores, 0);
    best += most;
    orders.push(order);
    return scores.map((own) => most - own);
  });
  const lossesBehind: number[] = [];
  losses.reduceRight((behind, own, at) => {
    lossesBehind[at] = behind;
    return behind + f64(own, own.length - 1);
  }, 0);
  const made = { best, orders, losses, lossesBehind };
  ranked.set(direction, made);
  return made;
}

function createHalfFillings(lists: readonly FillingList[], dims: number): HalfFillings {
  const ordered = lists.toSorted((one, other) => other.fillings.length - one.fillings.length);
  let least: Float64Array = new Float64Array(dims).fill(-EQUAL_POINTS);
  let most: Float64Array = new Float64Array(dims).fill(EQUAL_POINTS);
  const low = [least];
  const high = [most];
  for (const { fillings } of ordered.toReversed()) {
    least = reach(least, fillings, -1);
    most = reach(most, fillings, 1);
    low.unshift(least);
    high.unshift(most);
  }
  const lefts = low.map(() => new Float64Array(dims));
  return { lists: ordered, ranked: new WeakMap(), low, high, lefts, known: new Map() };
}

/** What the fillings of a list can add to a sum at least (`sign` -1) or at most (1), in every attribute. */
function reach(behind: Float64Array, fillings: readonly Filling[], sign: number): Float64Array {
  const reached = new Float64Array(behind.length).fill(Number.NEGATIVE_INFINITY);
  for (const { points } of fillings) {
    for (let i = 0; i < points.length; i++) reached[i] = Math.max(f64(reached, i), sign * f64(points, i));
  }
  for (let i = 0; i < behind.length; i++) reached[i] = f64(behind, i) + sign * f64(reached, i);
  return reached;
}

/** All ways to fill a half's groups so that they add up to a sum, at most `most` of them. */
function fillingsOf(half: HalfFillings, sum: Float64Array, direction: Float64Array, most: number): Fillings {
  if (half.lists.length === 0) return NO_CHOICE;
  const name = sum.join();
  const made = half.known.get(name) ?? findFillings(half, sum, direction, most);
  half.known.set(name, made);
  return made;
}

function findFillings(
  half: HalfFillings,
  sum: Float64Array,
  direction: Float64Array,
  most: number,
): Fillings {
  const ranked = rankedAlong(half, direction);
  const total = ranked.best - dot(sum, 0, direction, 0, direction.length);
  const room = EQUAL_POINTS * (1 + Math.abs(total) + direction.reduce((all, one) => all + Math.abs(one), 0));
  half.lefts[0]?.set(sum);
  const descent: Descent = { half, ranked, room, most, chosen: [], found: [] };
  descend(descent, 0, total);
  return descent.found;
}

/** A search for fillings. Not closures: these would be compiled anew for every problem. */
interface Descent {
  readonly half: HalfFillings;
  readonly ranked: RankedFillings;
  /** How far losses may be apart that are equal. */
  readonly room: number;
  readonly most: number;
  readonly chosen: Filling[];
  readonly found: (readonly Filling[])[];
}

/** Takes a filling of the list at a place, and of all behind it, so that they lose so much together. */
function descend(descent: Descent, at: number, loss: number): void {
  const { half, ranked, room, most, chosen, found } = descent;
  const list = half.lists[at];
  const lost = ranked.losses[at];
  const order = ranked.orders[at];
  if (list === undefined || lost === undefined || order === undefined) {
    found.push([...chosen]);
    return;
  }
  const least = loss - room - (ranked.lossesBehind[at] ?? 0);
  for (let n = 0; n < order.length && found.length < most; n++) {
    const own = f64(lost, n);
    if (own < least) continue;
    if (own > loss + room) break;
    const filling = list.fillings[i32(order, n)];
    if (filling === undefined || !take(half, at, filling.points)) continue;
    chosen[at] = filling;
    descend(descent, at + 1, loss - own);
  }
}

/** Takes points from what is left before a list; false where the lists behind it cannot add up to the rest. */
function take({ lefts, low, high }: HalfFillings, at: number, points: Float64Array): boolean {
  const left = lefts[at] ?? points;
  const next = lefts[at + 1] ?? points;
  const least = low[at + 1] ?? points;
  const largest = high[at + 1] ?? points;
  for (let i = 0; i < points.length; i++) {
    const amount = f64(left, i) - f64(points, i);
    if (amount < f64(least, i) || amount > f64(largest, i)) return false;
    next[i] = amount;
  }
  return true;
}
