import type { HalfStore } from "./half-store.ts";

/**
 * The whole choice as three lists of which one entry each is taken: two halves of the gear, and the chosen
 * infusions ("fine": many small steps; a single entry of zeros where nothing is chosen). Keeping the infusions
 * apart keeps the halves short and lets a gear be told from its splits.
 */
export interface ListTriple {
  readonly left: HalfStore;
  readonly right: HalfStore;
  readonly fine: HalfStore;
}

/** Which entries of the three lists may still matter in a cell. */
export interface TripleEntries {
  readonly lists: ListTriple;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly fine: Int32Array;
}
