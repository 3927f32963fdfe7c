import { seededNumbers } from "#scripts/engine/seeded-numbers.ts";

/** Random choices, the same for the same seed. */
export interface Draw {
  /** Whole number of a range, both ends included. */
  readonly between: (min: number, max: number) => number;
  readonly chance: (percent: number) => boolean;
  /** Throws on an empty list. */
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** `count` different values in random order; fewer if there are not as many. */
  readonly some: <Value>(values: readonly Value[], count: number) => Value[];
}

export function drawFrom(seed: number): Draw {
  const below = seededNumbers(seed);
  const pick = <Value>(values: readonly Value[]): Value => {
    if (values.length === 0) throw new Error("There is nothing to choose from.");
    return values[below(values.length)] as Value;
  };
  return {
    between: (min, max) => min + below(max - min + 1),
    chance: (percent) => below(100) < percent,
    pick,
    some: (values, count) => {
      const left = [...values];
      const wanted = Math.min(count, left.length);
      return Array.from({ length: wanted }, () => left.splice(below(left.length), 1)[0] as (typeof left)[0]);
    },
  };
}
