import type { GearProblem } from "./problem.ts";

/**
 * A group of equal decisions: exactly `copies` options are taken from `options`, each at most `max` times, and
 * their order does not matter. A plain slot is a group of one copy; rings are a group of two; chosen infusions
 * are a group of as many copies as there are infusions. The whole problem is a product of such groups.
 */
export interface ChoiceGroup {
  readonly kind: "slots" | "infusions";
  readonly copies: number;
  /** The slot indexes the copies fill, in order; empty for infusions. */
  readonly slots: readonly number[];
  readonly options: readonly GroupOption[];
}

export interface GroupOption {
  readonly points: ReadonlyMap<string, number>;
  readonly max: number;
}

/** Splits a problem into its groups; slots that no symmetry names stay alone and are never merged. */
export function choiceGroups(problem: GearProblem): readonly ChoiceGroup[] {
  const grouped = new Set(problem.symmetry.flat());
  const singles = problem.slots.flatMap((_, index) => (grouped.has(index) ? [] : [[index]]));
  const slotGroups = [...problem.symmetry.filter((group) => group.length > 0), ...singles];
  const groups: ChoiceGroup[] = slotGroups
    .map((slots) => [...slots])
    .sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
    .map((slots) => ({
      kind: "slots",
      copies: slots.length,
      slots,
      options: (problem.slots[slots[0] ?? 0]?.options ?? []).map((option) => ({
        points: new Map(Object.entries(option.points)),
        max: slots.length,
      })),
    }));
  const { infusions } = problem;
  if (infusions?.mode === "choose") {
    groups.push({
      kind: "infusions",
      copies: infusions.total,
      slots: [],
      options: infusions.options.map(({ attribute, max }) => ({
        points: new Map([[attribute, infusions.pointsEach]]),
        max: Math.min(max, infusions.total),
      })),
    });
  }
  return groups;
}

/** Number of ways to take the copies of one group. */
export function countChoicesExactly(group: ChoiceGroup): bigint {
  let ways: bigint[] = Array.from({ length: group.copies + 1 }, (_, used) => (used === 0 ? 1n : 0n));
  for (const { max } of group.options) {
    ways = ways.map((_, total) => {
      let sum = 0n;
      for (let take = 0; take <= Math.min(max, total); take++) sum += ways[total - take] ?? 0n;
      return sum;
    });
  }
  return ways[group.copies] ?? 0n;
}

/** Number of different gears (chosen infusions not counted); exact while it stays below 2^53. */
export function countGears(groups: readonly ChoiceGroup[]): number {
  return groups
    .filter((group) => group.kind === "slots")
    .reduce((product, { options, copies }) => product * countMultisets(options.length, copies), 1);
}

/** Number of ways to take so many copies of some options, each as often as wanted. */
export function countMultisets(options: number, copies: number): number {
  let ways = 1;
  for (let i = 1; i <= copies; i++) ways = (ways * (options + i - 1)) / i;
  return ways;
}

/** Points of fixed infusions, the same for every gear. */
export function fixedInfusionPoints(problem: GearProblem): ReadonlyMap<string, number> {
  const { infusions } = problem;
  if (infusions?.mode !== "fixed") return new Map();
  return new Map(
    Object.entries(infusions.counts).map(([name, count]) => [name, count * infusions.pointsEach] as const),
  );
}

/** Names of all attributes that some option or infusion of the groups gives. */
export function variedAttributes(groups: readonly ChoiceGroup[]): readonly string[] {
  const names = new Set<string>();
  for (const group of groups) {
    for (const option of group.options) for (const name of option.points.keys()) names.add(name);
  }
  return [...names].sort();
}
