import type { BestResults } from "./best-results.ts";
import { type Cell, type CellOutcome, CLOSED, splitInto } from "./cell.ts";
import type { BoundStart, CellBounder } from "./cell-bound.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import {
  bestEntry,
  createEntryList,
  createEntryTest,
  type EntryList,
  keepEntries,
  loadEntries,
  measureEntries,
  remainingEntries,
  scoreEntries,
  summarizeScores,
} from "./entry-list.ts";
import { createLeafSearch, type LeafUse } from "./leaf-search.ts";
import type { ListTriple } from "./list-triple.ts";
import { createQuadraticBound } from "./quadratic-bound.ts";
import { createTripleValuer, type ValueRange } from "./triple-valuer.ts";
import { dot, f64, i32 } from "./typed-array.ts";
import { countPriced, createWindowJoin, type JoinUse } from "./window-join.ts";

export interface ListCells {
  /** Gears valued exactly, and cells bounded, so far. */
  readonly evaluations: number;
  readonly bounded: number;
  /** Values a small cell's gears, splits a large one. */
  process(cell: Cell): Generator<void, CellOutcome>;
}

/**
 * A cell of up to this many triples goes to the leaf search; a larger one only while what its quadratic leaves open is
 * below this share of the distance between bound and threshold.
 */
const LEAF_TRIPLES = 4000;
const MOST_TRIPLES = 3_000_000;
const MOST_WITH_INFUSIONS = 300_000;
const REST_SHARE = 0.5;
/** Without limits, whole lists of up to this many triples go there at once: its quadratic is better than another line. */
const MOST_DIRECT = 10_000_000;
/** A cell with limits is joined where its windows hold up to about this many triples. */
const MOST_JOINED = 20_000_000;
/**
 * Rounds of bounding and thinning out. The first takes the parent's direction as it is and drops most of what can
 * be dropped; the second improves the direction for what is left, by fewer steps where that is much, and is left out
 * where windows do better.
 */
const ROUNDS = 2;
/** Longer lists are worked on with pauses. */
const ENTRIES_PER_PAUSE = 10_000;
const BOUND_ENTRIES = 20_000;
const MOST_STEPS = 4;
/** How much of a priced slack's range counts when cuts are compared. */
const SLACK_SHARE = 0.1;

/**
 * The second half of the search: triples (a, b, c) of entries of the two halves and of the infusions. A cell's box
 * is shrunk to what its entries can reach, the bound is computed for that box with the entries in place of all
 * gears, and entries that cannot be part of a better gear are dropped; what is left is cut in two along one
 * attribute of one list. Halving the lists themselves is what makes boxes small: a cut of the summed box alone
 * leaves both lists nearly whole.
 *
 * For every valid triple in the cell whose value is above the threshold T all of these hold, each a plain
 * consequence of the cell's bound (see cell-bound.ts), and entries or triples that break one are dropped:
 * - line: constant + slope . (a + b + c) > T;
 * - direction: constant + box part + direction . (a + b + c) >= T;
 * - box: low <= a + b + c <= high in every attribute;
 * - slack: no line above a slack is negative at a + b + c.
 * An entry that breaks one even with the most favourable entries of the other two lists is in no such triple.
 *
 * @param capacity entries that a list may have
 */
export function createListCells(
  compiled: CompiledProblem,
  bounder: CellBounder,
  best: BestResults,
  threshold: () => number,
  range: ValueRange,
  sumRooms: Float64Array,
  { joins, leaves }: { readonly joins: JoinUse; readonly leaves: LeafUse },
  capacity: number,
): ListCells {
  const { tape } = compiled;
  const dims = compiled.inputs.length;
  const limits = tape.outputs - 1;
  const center = new Float64Array(dims);
  const { result } = bounder;
  const left = createEntryList(dims, limits);
  const right = createEntryList(dims, limits);
  const fine = createEntryList(dims, limits);
  const lists = [left, right, fine] as const;
  const test = createEntryTest(dims, limits);
  const low = new Float64Array(dims);
  const high = new Float64Array(dims);
  const quadratic = createQuadraticBound(compiled.graph);
  const loaded = { left, right, fine, low, high, bound: result };
  const valuer = createTripleValuer(compiled, loaded, best, range, threshold);
  const leaf = createLeafSearch(compiled, loaded, valuer, threshold, leaves);
  const join = createWindowJoin(compiled, loaded, valuer, threshold, joins, capacity);

  const effort = {
    steps: MOST_STEPS,
    /** Largest score of the cell's triples: the best entry of each list. */
    support(direction: Float64Array, reached: Float64Array): number {
      reached.fill(0);
      let score = 0;
      for (const list of lists) {
        const at = bestEntry(list, direction);
        for (let i = 0; i < dims; i++)
          reached[i] = f64(reached, i) + f64(list.columns, i * list.capacity + at);
      }
      for (let i = 0; i < dims; i++) score += f64(reached, i) * f64(direction, i);
      return score;
    },
  };

  /** Shrinks the box to what the entries reach; false when nothing is left. */
  const shrinkBox = (cell: Cell): boolean => {
    for (let i = 0; i < dims; i++) {
      low[i] = Math.max(f64(cell.low, i), f64(left.low, i) + f64(right.low, i) + f64(fine.low, i));
      high[i] = Math.min(f64(cell.high, i), f64(left.high, i) + f64(right.high, i) + f64(fine.high, i));
      if (f64(low, i) > f64(high, i)) return false;
    }
    return true;
  };

  /** Drops the entries of a list that fit no entries of the other two; false when none is left. */
  const keep = (list: EntryList, one: EntryList, other: EntryList, limit: number): boolean => {
    test.leastAlong = limit - result.constant - result.boxPart - one.mostAlong - other.mostAlong;
    test.leastLine = limit - result.constant - one.mostLine - other.mostLine;
    for (let j = 0; j < limits; j++) {
      test.leastSlack[j] = -f64(result.slackConstants, j) - f64(one.mostSlack, j) - f64(other.mostSlack, j);
    }
    for (let i = 0; i < dims; i++) {
      test.low[i] = f64(low, i) - f64(one.high, i) - f64(other.high, i) - f64(sumRooms, i);
      test.high[i] = f64(high, i) - f64(one.low, i) - f64(other.low, i) + f64(sumRooms, i);
    }
    const before = list.count;
    const kept = keepEntries(list, test);
    if (kept > 0 && kept < before) {
      summarizeScores(list);
      measureEntries(list);
    }
    return kept > 0;
  };

  const triples = () => left.count * right.count * fine.count;
  const entries = () => left.count + right.count + fine.count;
  const isLong = () => entries() > ENTRIES_PER_PAUSE;

  /** Bounds and thins out the loaded cell; returns its bound, or -Infinity when nothing is left. */
  function* refine(cell: Cell): Generator<void, number> {
    const rounds = countPriced(cell.multipliers) >= joins.leastPriced ? 1 : ROUNDS;
    let { bound } = cell;
    let start: BoundStart = cell;
    for (let round = 0; round < rounds; round++) {
      if (round > 0 && isLong()) yield;
      const limit = threshold();
      if (bound <= limit || !shrinkBox(cell)) return Number.NEGATIVE_INFINITY;
      cells.bounded++;
      effort.steps =
        round === 0 ? 1 : Math.min(MOST_STEPS, Math.max(2, Math.ceil(BOUND_ENTRIES / entries())));
      bounder.compute(low, high, limit, start, effort);
      bound = Math.min(bound, result.bound);
      if (bound <= limit) return Number.NEGATIVE_INFINITY;
      start = result;
      if (isLong()) yield;
      for (const list of lists) {
        scoreEntries(list, result);
        if (isLong()) yield;
      }
      bound = Math.min(bound, result.constant + left.mostLine + right.mostLine + fine.mostLine);
      if (bound <= limit) return Number.NEGATIVE_INFINITY;
      if (!keep(left, right, fine, limit)) return Number.NEGATIVE_INFINITY;
      if (isLong()) yield;
      if (!keep(right, left, fine, limit)) return Number.NEGATIVE_INFINITY;
      if (!keep(fine, left, right, limit)) return Number.NEGATIVE_INFINITY;
    }
    return bound;
  }

  /** How far the line is above objective and priced slacks in the middle of the box. */
  const bend = (): number => {
    for (let i = 0; i < dims; i++) center[i] = (f64(low, i) + f64(high, i)) / 2;
    tape.setBox(center, center, 0);
    let reached = tape.low(0);
    for (let j = 0; j < limits; j++) reached += f64(result.multipliers, j) * tape.low(j + 1);
    return result.constant + dot(result.slope, 0, center, 0, dims) - reached;
  };

  /**
   * Where a cut lowers the bound most. Two things keep the bound above the gears: the bend of the formulas, which
   * shrinks with the box, and the slack that is priced although a gear has more of it than it needs, which shrinks
   * with the range of that slack. The bend is shared out among the attributes by how much of the slope they make.
   */
  const chooseCut = (): Cut => {
    const bent = bend();
    let slopes = Number.MIN_VALUE;
    for (let i = 0; i < dims; i++) slopes += slopeOf(i) * (f64(high, i) - f64(low, i));
    let most = -1;
    let cut: Cut = { which: 0, attribute: 0, limit: -1, at: 0 };
    lists.forEach((list, which) => {
      for (let i = 0; i < dims; i++) {
        const width = f64(list.high, i) - f64(list.low, i);
        const gain = (Math.max(0, bent) * slopeOf(i) * width) / slopes + Number.MIN_VALUE * width;
        if (gain > most) {
          most = gain;
          cut = { which, attribute: i, limit: -1, at: (f64(list.high, i) + f64(list.low, i)) / 2 };
        }
      }
      for (let j = 0; j < limits; j++) {
        const least = leastSlack(list, j);
        const width = f64(list.mostSlack, j) - least;
        const gain = f64(result.multipliers, j) * width * SLACK_SHARE;
        if (gain > most) {
          most = gain;
          cut = { which, attribute: -1, limit: j, at: (f64(list.mostSlack, j) + least) / 2 };
        }
      }
    });
    return cut;
  };

  /** Slope of objective and priced slacks in an attribute, without their cancelling out. */
  const slopeOf = (attribute: number): number => {
    let objective = f64(result.slope, attribute);
    let weight = 0;
    for (let j = 0; j < limits; j++) {
      const priced = f64(result.multipliers, j) * f64(result.slackSlopes[j] ?? result.slope, attribute);
      objective -= priced;
      weight += Math.abs(priced);
    }
    return weight + Math.abs(objective);
  };

  const split = (cell: Cell, triple: ListTriple, bound: number): CellOutcome => {
    const cut = chooseCut();
    const list = lists[cut.which] ?? left;
    const all = lists.map(remainingEntries);
    const parts = cutEntries(list, cut);
    const direction = Float64Array.from(result.direction);
    const multipliers = Float64Array.from(result.multipliers);
    const point = Float64Array.from(result.point);
    const slope = Float64Array.from(result.slope);
    return splitInto(
      parts.flatMap((part): Cell[] => {
        const [lefts, rights, fines] = all.map((whole, index) => (index === cut.which ? part : whole));
        if (part.length === 0 || !lefts || !rights || !fines) return [];
        return [
          {
            ...cell,
            bound,
            direction,
            multipliers,
            point,
            slope,
            share: (cell.share * part.length) / list.count,
            entries: { lists: triple, left: lefts, right: rights, fine: fines },
          },
        ];
      }),
    );
  };

  /** Whether the loaded lists can go to the leaf search as they are; prepares for it if so. */
  const isDirect = (cell: Cell): boolean => {
    if (limits > 0 || triples() > MOST_DIRECT || !shrinkBox(cell)) return false;
    quadratic.compute(low, high);
    result.direction.set(cell.direction);
    result.slope.set(cell.slope);
    return quadratic.rest <= REST_SHARE * (cell.bound - threshold());
  };

  const cells = {
    bounded: 0,
    get evaluations() {
      return valuer.evaluations;
    },
    *process(cell: Cell): Generator<void, CellOutcome> {
      if (cell.entries === null) return CLOSED;
      loadEntries(left, cell.entries.lists.left, cell.entries.left);
      loadEntries(right, cell.entries.lists.right, cell.entries.right);
      loadEntries(fine, cell.entries.lists.fine, cell.entries.fine);
      if (isLong()) yield;
      if (entries() === 0 || triples() === 0) return CLOSED;
      if (isDirect(cell)) {
        yield* leaf.search(cell.entries.lists, quadratic);
        return CLOSED;
      }
      const bound = yield* refine(cell);
      if (bound === Number.NEGATIVE_INFINITY) return CLOSED;
      const { lists: triple } = cell.entries;
      quadratic.compute(low, high);
      const isOpen = quadratic.rest > REST_SHARE * (bound - threshold());
      const isJoined =
        triples() >= joins.leastTriples && countPriced(result.multipliers) >= joins.leastPriced;
      if (isJoined && (yield* join.prepare()) <= MOST_JOINED) {
        yield* join.search(triple, quadratic);
        return CLOSED;
      }
      const most = fine.count > 1 ? MOST_WITH_INFUSIONS : MOST_TRIPLES;
      if (triples() > most) return split(cell, triple, bound);
      if (triples() > LEAF_TRIPLES && isOpen) return split(cell, triple, bound);
      yield* leaf.search(triple, quadratic);
      return CLOSED;
    },
  };
  return cells;
}

/** A list is cut where an attribute, or the line above a slack, is at most `at`. */
interface Cut {
  readonly which: number;
  readonly attribute: number;
  readonly limit: number;
  readonly at: number;
}

function cutEntries(list: EntryList, { attribute, limit, at }: Cut): readonly Int32Array[] {
  const values = limit >= 0 ? list.slacks : list.columns;
  const from = (limit >= 0 ? limit : attribute) * list.capacity;
  const lower = new Int32Array(list.count);
  const upper = new Int32Array(list.count);
  let below = 0;
  let above = 0;
  for (let n = 0; n < list.count; n++) {
    const entry = i32(list.entries, n);
    if (f64(values, from + n) <= at) lower[below++] = entry;
    else upper[above++] = entry;
  }
  return [lower.slice(0, below), upper.slice(0, above)];
}

function leastSlack(list: EntryList, limit: number): number {
  let least = Number.POSITIVE_INFINITY;
  const from = limit * list.capacity;
  for (let n = from; n < from + list.count; n++) if (f64(list.slacks, n) < least) least = f64(list.slacks, n);
  return least;
}
