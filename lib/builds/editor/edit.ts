import type { Loadout } from "../loadout.ts";

/** One step of editing: the loadout that it leads to, and what was done, in words for the player. */
export interface Edit {
  /** Begins with a capital letter, has no full stop; names everything that the step took out as well. */
  readonly label: string;
  readonly loadout: Loadout;
}

export const ENVIRONMENTS = ["terrestrial", "aquatic"] as const;
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** What the game calls them. */
export const ENVIRONMENT_NAMES: Readonly<Record<EnvironmentName, string>> = {
  terrestrial: "On land",
  aquatic: "Under water",
};

export type Three<Value> = [Value, Value, Value];
export type ThreeIndex = 0 | 1 | 2;
export const THREE = [0, 1, 2] as const;

/** The same three with another value in one place. */
export function threeWith<Value>(
  three: Readonly<Three<Value>>,
  index: ThreeIndex,
  value: Value,
): Three<Value> {
  const next: Three<Value> = [...three];
  next[index] = value;
  return next;
}

/** The same three with two places exchanged. */
export function threeSwapped<Value>(
  three: Readonly<Three<Value>>,
  first: ThreeIndex,
  second: ThreeIndex,
): Three<Value> {
  return threeWith(threeWith(three, first, three[second]), second, three[first]);
}

/** A label with what the step took out. */
export function labelled(label: string, takenOut: readonly string[]): string {
  return takenOut.length === 0 ? label : `${label}; ${takenOut.join(" and ")} taken out`;
}
