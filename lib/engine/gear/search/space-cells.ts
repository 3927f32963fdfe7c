import { type Box, createBoxCutter } from "./box-cut.ts";
import type { Cell, CellOutcome, FreshBound } from "./cell.ts";
import { CLOSED, splitInto } from "./cell.ts";
import { type BoundStart, boxMaximum, type CellBounder } from "./cell-bound.ts";
import { createCellQueue } from "./cell-queue.ts";
import type { CompiledProblem } from "./compiled-problem.ts";
import type { ListBuilder, ListPlan } from "./list-builder.ts";
import { type OptionTable, rootBox, support } from "./option-table.ts";
import { createBoxShrinker } from "./shrink-box.ts";
import { countPriced, USUAL_JOINS } from "./window-join.ts";

export interface SpaceCells {
  /** Cells bounded so far. */
  readonly bounded: number;
  /** The cell of all gears; null when no valid gear is above the threshold. */
  root(): Cell | null;
  /**
   * Cells that together hold every gear above `limit`, about `count` of them, largest bound first. They depend on
   * the problem and the arguments alone, not on what was found so far, so every parallel search makes the same.
   */
  partition(limit: number, count: number): readonly Cell[];
  /** Splits a cell that has no lists yet, or makes its lists. */
  process(cell: Cell): Generator<void, CellOutcome>;
}

/** Lists up to this length are made at once, where nothing else is asked for. */
export const SHORT_LISTS = 8000;
/** So many times longer with two or more limits that have a price, where lists are joined by windows (window-join.ts). */
const JOINED_LENGTH = 4;
/**
 * Fixed work of a cell that is joined, in entries. Such a cell may have so many bad splits in a row: none, unless its
 * lists are so many times longer than short ones.
 */
const JOIN_WORK = 10_000;
const BAD_JOINED = 0;
const BAD_LONG_JOINED = 9;
const LONG_JOINED = 9;
/** A split has to bring the expected work below this share; so many in a row may fail to. */
const GOOD_SPLIT = 0.9;
const BAD_SPLITS = 5;
/**
 * Boxes with short lists are cut too, at corners, when what the quadratic leaves is more than this share of the room; not
 * without end, because a limit that reads several attributes keeps its corner in one of the parts.
 */
const CORNER_SHARE = 0.2;
/**
 * A box whose quadratic leaves more open than there is between its bound and the value to beat owes that to its corners:
 * it is cut at the worst one, and the parts at theirs, before more work goes into its bound. So often at most, since not
 * every corner goes away by that.
 */
const CORNER_LEVELS = 2;
const MOST_CORNER_SPLITS = 4;
/** Rounds of bounding a box and shrinking it by the bound; the last one where a round leaves more than this share. */
const MOST_ROUNDS = 2;
const ENOUGH_LEFT = 0.4;

/** Where the lists along a cell's own direction are longer than this share of short ones, others are tried. */
const LONG_SHARE = 0.5;

/** How the lists of a cell would be made. */
interface Listing {
  /** Null where a group alone has too many items. */
  readonly plan: ListPlan | null;
  readonly length: number;
  readonly direction: Float64Array;
  /** Between what the direction proves and the value to beat. */
  readonly room: number;
}

/**
 * Expected work of a cell whose lists have a length: a fixed part, and pairs, which grow with the square; joined lists
 * meet only within their windows.
 */
function workOf(length: number, isJoined: boolean): number {
  return isJoined ? JOIN_WORK + length : 500_000 + length * length;
}

/** Whether the lists of a cell will be joined by windows. */
function willJoin({ multipliers }: Cell): boolean {
  return countPriced(multipliers) >= USUAL_JOINS.leastPriced;
}

/**
 * The first half of the search: boxes of attribute space, cut in two until the lists of halves that could matter
 * in a box are short. A cut is made where the formulas bend most (see box-cut.ts), so that a box is soon nearly linear, its
 * bound tight, and the room between bound and value to beat small; the length of the lists falls with the room. The two
 * boxes of a cut share no point and leave none out, so every gear is in exactly one cell.
 */
export function createSpaceCells(
  compiled: CompiledProblem,
  table: OptionTable,
  bounder: CellBounder,
  builder: ListBuilder,
  threshold: () => number,
  shortLists: number,
): SpaceCells {
  const { dims } = table;
  const { result } = bounder;
  const cutter = createBoxCutter(compiled.tape, table);
  const shrinker = createBoxShrinker(table);
  const center = new Float64Array(dims);
  const corner = new Float64Array(dims);

  /** Bounds a box; null when nothing in it matters. The outcome stays in the bounder's result. */
  const boundBox = (
    low: Float64Array,
    high: Float64Array,
    parent: Cell | null,
    limit = threshold(),
  ): number | null => {
    cells.bounded++;
    bounder.compute(low, high, limit, parent);
    const bound = Math.min(result.bound, parent?.bound ?? Number.POSITIVE_INFINITY);
    return bound <= limit ? null : bound;
  };

  /** The direction of all gears. */
  let usual = new Float64Array(dims);

  /**
   * The shortest lists for the box that was bounded last. In a box away from the gears that its line prefers, the best
   * bound comes from a direction that hardly tells gears apart; along the one of all gears, which is as sound (see
   * cell-bound.ts), the room is larger and the lists can be much shorter.
   */
  const listShortest = (low: Float64Array, high: Float64Array): Listing => {
    const own = listAlong(Float64Array.from(result.direction), result.directional);
    if (own.length <= LONG_SHARE * shortLists) return own;
    const reached =
      support(table, usual, center) + boxMaximum(result.slope, usual, low, high, center, corner);
    const other = listAlong(usual, result.constant + reached);
    return other.length < own.length ? other : own;
  };

  const listAlong = (direction: Float64Array, proven: number): Listing => {
    const room = proven - threshold();
    const plan = builder.plan(direction, room);
    return { plan, length: plan?.length ?? Number.POSITIVE_INFINITY, direction, room };
  };

  /** Bounds a cell and shrinks its box in turns; null when nothing in it matters. */
  const shrinkCell = (cell: Cell, limit: number): Cell | null => {
    const low = Float64Array.from(cell.low);
    const high = Float64Array.from(cell.high);
    let { bound } = cell;
    let start: BoundStart = cell;
    for (let round = 0; ; round++) {
      if (round === 0 && cell.fresh !== null) takeUp(cell, cell.fresh);
      else {
        bounder.compute(low, high, limit, start);
        cells.bounded++;
      }
      bound = Math.min(bound, result.bound);
      if (bound <= limit) return null;
      start = outcome();
      if (round === MOST_ROUNDS) break;
      const left = shrinker.shrink(low, high, result, limit);
      if (left === 0) return null;
      if (left === 1) break;
      if (left > ENOUGH_LEFT) round = MOST_ROUNDS - 1;
    }
    return { ...cell, ...start, low, high, bound, fresh: null };
  };

  /** Makes the bound that a cell was made with the bounder's result again. */
  const takeUp = (cell: Cell, { constant, boxPart, directional, rest }: FreshBound): void => {
    result.bound = cell.bound;
    result.constant = constant;
    result.boxPart = boxPart;
    result.directional = directional;
    result.rest = rest;
    result.direction.set(cell.direction);
    result.slope.set(cell.slope);
    result.multipliers.set(cell.multipliers);
    result.point.set(cell.point);
  };

  const outcome = (): BoundStart => ({
    direction: Float64Array.from(result.direction),
    multipliers: Float64Array.from(result.multipliers),
    point: Float64Array.from(result.point),
    slope: Float64Array.from(result.slope),
  });

  const makeCell = (low: Float64Array, high: Float64Array, bound: number, share: number): Cell => ({
    low,
    high,
    bound,
    ...outcome(),
    entries: null,
    share,
    badSplits: 0,
    cornerSplits: 0,
    fresh: {
      constant: result.constant,
      boxPart: result.boxPart,
      directional: result.directional,
      rest: result.rest,
    },
  });

  /** How many bad splits in a row a cell that will be joined may have. */
  const badJoined = (length: number) => (length > LONG_JOINED * shortLists ? BAD_LONG_JOINED : BAD_JOINED);

  /** The two parts, when they leave less work or when there is no other way; null otherwise. */
  const split = (cell: Cell, now: number, isForced: boolean, onlyCorners: boolean): CellOutcome | null => {
    // With infusions the grid holds many more entries than the lists, so that shorter lists pay again.
    const isJoined = willJoin(cell) && table.infusionGroup < 0;
    const chosen = cutter.choose(cell, cell.multipliers, onlyCorners);
    if (chosen === null) return null;
    const children: Cell[] = [];
    let left = 0;
    for (const { low, high } of cutter.cut(cell, chosen)) {
      const bound = boundBox(low, high, cell);
      if (bound === null) continue;
      const { length } = listShortest(low, high);
      left += workOf(Math.min(length, 1e9), isJoined);
      children.push(makeCell(low, high, bound, cell.share / 2));
    }
    const isGood = left < GOOD_SPLIT * workOf(now, isJoined);
    const mostBad = isJoined ? badJoined(now) : BAD_SPLITS;
    if (!isGood && !isForced && cell.badSplits > mostBad) return null;
    return splitInto(
      children.map((child) => ({
        ...child,
        badSplits: isGood ? 0 : cell.badSplits + 1,
        cornerSplits: cell.cornerSplits,
      })),
    );
  };

  /** Cuts a cell that was not worked on yet at its corners, if they are what keeps its bound up; null otherwise. */
  const splitAtCorners = (cell: Cell, limit: number): CellOutcome | null => {
    const rest = cell.fresh?.rest ?? 0;
    if (rest <= cell.bound - limit || cell.cornerSplits === MOST_CORNER_SPLITS) return null;
    let boxes: readonly Box[] = [cell];
    for (let level = 0; level < CORNER_LEVELS; level++) {
      boxes = boxes.flatMap((box) => {
        const corner = cutter.choose(box, cell.multipliers, true);
        return corner === null ? [box] : cutter.cut(box, corner);
      });
    }
    if (boxes.length === 1) return null;
    return splitInto(
      boxes.flatMap(({ low, high }): readonly Cell[] => {
        const bound = boundBox(low, high, cell, limit);
        if (bound === null) return [];
        const { badSplits, cornerSplits } = cell;
        const part = makeCell(low, high, bound, cell.share / boxes.length);
        return [{ ...part, badSplits, cornerSplits: cornerSplits + 1 }];
      }),
    );
  };

  const cells: { bounded: number } & SpaceCells = {
    bounded: 0,
    root() {
      const { low, high } = rootBox(table);
      const bound = boundBox(low, high, null);
      usual = Float64Array.from(result.direction);
      return bound === null ? null : makeCell(low, high, bound, 1);
    },
    partition(limit, count) {
      const { low, high } = rootBox(table);
      const bound = boundBox(low, high, null, limit);
      usual = Float64Array.from(result.direction);
      if (bound === null) return [];
      const waiting = createCellQueue(Number.POSITIVE_INFINITY);
      waiting.push(makeCell(low, high, bound, 1));
      const parts: Cell[] = [];
      for (let open = 1; open > 0; ) {
        const cell = waiting.pop();
        if (cell === undefined) break;
        open--;
        const chosen = open + parts.length + 1 < count ? cutter.choose(cell, cell.multipliers, false) : null;
        if (chosen === null) parts.push(cell);
        else {
          for (const { low: partLow, high: partHigh } of cutter.cut(cell, chosen)) {
            const partBound = boundBox(partLow, partHigh, cell, limit);
            if (partBound === null) continue;
            waiting.push(makeCell(partLow, partHigh, partBound, cell.share / 2));
            open++;
          }
        }
      }
      return parts;
    },
    *process(whole) {
      const limit = threshold();
      const atCorners = splitAtCorners(whole, limit);
      if (atCorners !== null) return atCorners;
      const cell = shrinkCell(whole, limit);
      if (cell === null) return CLOSED;
      const bound = cell.bound;
      const { plan, length, direction, room } = listShortest(cell.low, cell.high);
      const short = willJoin(cell) ? JOINED_LENGTH * shortLists : shortLists;
      const cornered = length <= short && cell.badSplits <= BAD_SPLITS && result.rest > CORNER_SHARE * room;
      if (length > short || cornered) {
        const parts = split(cell, length, cornered || length > builder.capacity, cornered);
        if (parts !== null) return parts;
      }
      const lists = plan === null ? null : yield* builder.build(plan, room);
      if (lists === null) return { children: [], givenUp: bound };
      return splitInto([{ ...cell, direction, entries: lists }]);
    },
  };
  return cells;
}
