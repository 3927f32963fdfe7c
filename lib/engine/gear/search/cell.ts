import type { BoundStart } from "./cell-bound.ts";
import type { TripleEntries } from "./list-triple.ts";

/**
 * A part of the search: the gears whose summed points lie in a box and, once lists are made for the box, whose
 * halves and infusions are among its entries. Cells never overlap, and together with what is closed they hold
 * every gear that could be a result.
 */
export interface Cell extends BoundStart {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** No gear of the cell has a larger value. */
  readonly bound: number;
  readonly entries: TripleEntries | null;
  /** Share of the whole search space, for the report of progress. */
  readonly share: number;
  /** Splits in a row that did not pay. */
  readonly badSplits: number;
  /** Times it and the cells it is part of were cut at corners before anything else. */
  readonly cornerSplits: number;
  /** What its bound is made of, as long as box and bound are those it was made with. */
  readonly fresh: FreshBound | null;
}

/** The rest of a bound (see `CellBound`) that is not looked for again. */
export interface FreshBound {
  readonly constant: number;
  readonly boxPart: number;
  readonly directional: number;
  readonly rest: number;
}

/** What became of a cell. Its share that is not in the children is decided. */
export interface CellOutcome {
  readonly children: readonly Cell[];
  /** Bound of a part that had to be given up for lack of memory; -Infinity if there is none. */
  readonly givenUp: number;
}

export const CLOSED: CellOutcome = { children: [], givenUp: Number.NEGATIVE_INFINITY };

export function splitInto(children: readonly Cell[]): CellOutcome {
  return { children, givenUp: Number.NEGATIVE_INFINITY };
}
