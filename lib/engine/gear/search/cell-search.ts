import { type ChoiceGroup, countGears, fixedInfusionPoints } from "../choice-groups.ts";
import type { GearConstraintName, GearProblem } from "../problem.ts";
import { createBestResults, type FoundResult } from "./best-results.ts";
import type { Cell, CellOutcome } from "./cell.ts";
import { createCellBounder } from "./cell-bound.ts";
import { createCellQueue } from "./cell-queue.ts";
import { compileProblem } from "./compiled-problem.ts";
import { type LeafUse, USUAL_LEAVES } from "./leaf-search.ts";
import { createListBuilder, type ListShare } from "./list-builder.ts";
import { createListCells } from "./list-cells.ts";
import { createLocalSearch, type LocalSearch } from "./local-search.ts";
import { createOptionTable, rootBox, sumRooms } from "./option-table.ts";
import { createSpaceCells, SHORT_LISTS } from "./space-cells.ts";
import type { ValueRange } from "./triple-valuer.ts";
import { type JoinUse, USUAL_JOINS } from "./window-join.ts";

export interface CellSearchOptions {
  readonly topK: number;
  readonly share: ListShare;
  readonly memoryLimitBytes: number;
  /** Makes what this constraint looks at large instead of the objective (see `aimValue`). */
  readonly aim?: GearConstraintName;
  /** Length up to which lists are made as they come; tests set it low to have space cut and the lists made shorter. */
  readonly shortLists?: number;
  /** Which cells are joined by windows; tests join all of them. */
  readonly joins?: JoinUse;
  /** When the leaf search divides; tests have it divide everything. */
  readonly leaves?: LeafUse;
}

export interface SearchSummary {
  readonly kthValue: number;
  readonly bound: number;
  readonly coveredShare: number;
  readonly visited: number;
  readonly isDone: boolean;
  readonly isProven: boolean;
}

export interface CellSearch {
  readonly groups: readonly ChoiceGroup[];
  readonly inputs: readonly string[];
  /** Works until done or until `pause` says so; asks after every small piece of work. */
  advance(pause: () => boolean): void;
  raiseFloor(value: number): void;
  results(): readonly FoundResult[];
  /** Valid gears of the local search, best first, with counts of the option table's entries. */
  candidates(): ReturnType<LocalSearch["ends"]>;
  summary(): SearchSummary;
}

/**
 * Values that differ by less than this share are taken as equal: two orders of adding the same numbers differ by
 * more than nothing. It is the distance that a value must be above the K-th to replace it, and the distance below
 * a value known from elsewhere that is still searched.
 */
const EQUAL_VALUES = 1e-10;
/** Room for the last bits of bounds, as a share of the largest value. */
const BOUND_NOISE = 1e-13;
/** Keeps a value to beat strictly below values of 0 that are searched. */
const LEAST_ROOM = 1e-100;
/** Floors of the passes before the last, between the best (0) and the K-th value (1) of the local search. */
const PASS_DEPTHS = [0.5];
/**
 * Starts of the local search: along the bound's direction, along its line (`alongLine`), random ones, and with limits more
 * from the best gear, each after some random changes. A problem of up to so many gears is searched faster than its first
 * values are found.
 */
const SMALL = { gears: 1e8, alongLine: false, randomStarts: 0, kicks: 2 };
const LARGE = { alongLine: true, randomStarts: 3, kicks: 12 };
const KICK_CHANGES = 4;
/** Cells that a parallel run is dealt, per part: few, since each is work that the whole would not have. */
const CELLS_PER_PART = 2;
const WHOLE: ListShare = { index: 0, of: 1 };
const LEAST_CAPACITY = 1 << 14;
const MOST_CAPACITY = 1 << 18;

/**
 * Branch and bound over cells, the cell with the largest bound first, in passes with a falling value to beat.
 *
 * A local search finds good gears fast. Their values only choose what the passes look for; the gears themselves are
 * found again by the search. A pass with floor F finds every result above F; if those are K or more, the K best of
 * them are the answer. If not, the next pass looks for results above a lower floor, up to the last one. The first
 * floor is the best value of the local search, the last one its K-th value (which K different gears reach, so that
 * pass suffices) or, if it found fewer, below everything. Work grows steeply as the floor falls, so the early
 * passes cost little, and are often enough. A floor from elsewhere (`raiseFloor`) makes every pass below it needless.
 */
export function createCellSearch(problem: GearProblem, options: CellSearchOptions): CellSearch {
  const { topK, share, memoryLimitBytes, shortLists = SHORT_LISTS } = options;
  const compiled = compileProblem(problem, options.aim ?? null);
  const table = createOptionTable(compiled.groups, compiled.inputs, fixedInfusionPoints(problem));
  const oncePerGear = problem.resultUnit === "gear" && table.infusionGroup >= 0;
  const best = createBestResults(topK, oncePerGear);
  const local = createLocalSearch(compiled, table, topK);
  const bounder = createCellBounder(compiled, table);
  const capacity = listCapacity(memoryLimitBytes, table.dims, compiled.tape.outputs);
  const builder = createListBuilder(table, capacity, oncePerGear ? share : WHOLE, shortLists);
  let floor = Number.NEGATIVE_INFINITY;

  /** What the current pass looks for; see `work`. */
  const range: ValueRange = { floor: Number.NEGATIVE_INFINITY, ceiling: Number.POSITIVE_INFINITY };

  const { low, high } = rootBox(table);
  compiled.tape.setBox(low, high, 0);
  const [least, most] = [compiled.tape.low(0), compiled.tape.high(0)];
  const limits = compiled.tape.outputs - 1;
  const noise = BOUND_NOISE * Math.max(Math.abs(least), Math.abs(most));
  const belowKnown = (value: number) => value - EQUAL_VALUES * Math.abs(value) - LEAST_ROOM;
  /** What bounds are compared with; never far below what any gear has, so that rooms are finite. */
  const valueToBeat = (): number => {
    const kth = best.kthValue;
    const replaced = kth === Number.NEGATIVE_INFINITY ? kth : kth + EQUAL_VALUES * Math.abs(kth);
    return Math.max(least - 1, range.floor, belowKnown(floor), replaced) - noise;
  };

  const space = createSpaceCells(compiled, table, bounder, builder, valueToBeat, shortLists);
  const lists = createListCells(
    compiled,
    bounder,
    best,
    valueToBeat,
    range,
    sumRooms(table),
    { joins: options.joins ?? USUAL_JOINS, leaves: options.leaves ?? USUAL_LEAVES },
    capacity,
  );
  const queue = createCellQueue(memoryLimitBytes / 2);
  let parts: readonly Cell[] | null = null;
  let covered = 0;
  let passesDone = 0;
  /** Bounds of the whole, before there are cells. */
  let wholeBounds = 0;
  let givenUp = Number.NEGATIVE_INFINITY;
  let isDone = false;
  /** Bounds of the whole before the first cell is made, and of the cell that is worked on. */
  let notStarted = Number.POSITIVE_INFINITY;
  let atWork = Number.NEGATIVE_INFINITY;
  /** What is above the ceiling has been found by an earlier pass. */
  const openBound = () =>
    isDone
      ? givenUp
      : Math.min(range.ceiling, Math.max(givenUp, queue.largest(), notStarted, atWork, range.floor));

  const settle = (cell: Cell, outcome: CellOutcome): void => {
    let open = 0;
    for (const child of outcome.children) {
      open += child.share;
      queue.push(child);
    }
    covered += cell.share - open;
    givenUp = Math.max(givenUp, outcome.givenUp);
  };

  function* work(): Generator<void> {
    // Not the value to beat: the local search that starts from here has to be the same in all parts of a parallel run,
    // whatever floor each has been told of.
    bounder.compute(low, high, least - 1 - noise, null);
    wholeBounds++;
    notStarted = bounder.result.bound;
    if (notStarted <= valueToBeat()) return;
    yield* local.run(Float64Array.from(bounder.result.direction));
    const { alongLine, randomStarts, kicks } = countGears(compiled.groups) <= SMALL.gears ? SMALL : LARGE;
    if (alongLine || limits > 0) yield* local.run(Float64Array.from(bounder.result.slope));
    for (let start = 0; start < randomStarts; start++) yield* local.run(null);
    for (let kick = 0; kick < kicks && limits > 0; kick++) yield* local.runFromBest(KICK_CHANGES);
    for (const target of passTargets(local.bestValue, local.kthValue)) {
      range.floor = belowKnown(target);
      yield* searchAll();
      range.ceiling = range.floor;
      passesDone++;
      if (best.kthValue >= range.floor || isBelowKnown()) return;
    }
  }

  /** Whether the present pass looks only for what is worse than the K results that are known elsewhere. */
  const isBelowKnown = (): boolean => range.ceiling <= belowKnown(floor);

  /**
   * Where a pass starts. A part of a parallel run takes every so many-th of the cells that all parts make alike:
   * below the K-th value of the local search, the same in all of them, no pass looks. Where gears are told apart from
   * their infusions, each part takes its left halves instead (see `createListBuilder`), so that no gear is in two.
   */
  const rootCells = (): readonly Cell[] => {
    if (share.of <= 1 || oncePerGear) {
      const root = space.root();
      return root === null ? [] : [root];
    }
    const limit = Math.max(least - 1, belowKnown(local.kthValue)) - noise;
    parts ??= space.partition(limit, share.of * CELLS_PER_PART);
    return parts.filter((_, index) => partOf(index, share.of) === share.index);
  };

  /** Finds every result within the range of values, as far as K are not found above it. */
  function* searchAll(): Generator<void> {
    const roots = rootCells();
    covered = 1 - roots.reduce((sum, cell) => sum + cell.share, 0);
    notStarted = Number.NEGATIVE_INFINITY;
    for (const root of roots) queue.push(root);
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      if (cell.bound <= valueToBeat() || isBelowKnown()) {
        covered += cell.share;
        continue;
      }
      atWork = cell.bound;
      const outcome = cell.entries === null ? yield* space.process(cell) : yield* lists.process(cell);
      atWork = Number.NEGATIVE_INFINITY;
      settle(cell, outcome);
      yield;
    }
  }
  const steps = work();

  return {
    groups: compiled.groups,
    inputs: compiled.inputs,
    advance(pause) {
      while (!isDone) {
        isDone = steps.next().done === true;
        if (pause()) return;
      }
    },
    raiseFloor(value) {
      floor = Math.max(floor, value);
    },
    results: () => best.list(),
    candidates: () => local.ends(),
    summary() {
      const reached = Math.max(best.kthValue, floor);
      return {
        kthValue: best.kthValue,
        bound: Math.max(openBound(), reached),
        coveredShare: isDone ? 1 : Math.min(1, (passesDone + covered) / (PASS_DEPTHS.length + 1)),
        visited: wholeBounds + space.bounded + lists.bounded + lists.evaluations + local.evaluations,
        isDone,
        isProven: isDone && givenUp <= reached,
      };
    },
  };
}

/** Deals cells to parts there and back again, so that none gets all the first ones. */
function partOf(index: number, parts: number): number {
  const at = index % (2 * parts);
  return at < parts ? at : 2 * parts - 1 - at;
}

/** Falling floors of the passes. */
function passTargets(bestValue: number, kthValue: number): readonly number[] {
  if (bestValue === Number.NEGATIVE_INFINITY) return [bestValue];
  if (kthValue === Number.NEGATIVE_INFINITY) return [bestValue, kthValue];
  return [...PASS_DEPTHS.map((depth) => bestValue - depth * (bestValue - kthValue)), kthValue];
}

/** Entries per list so that all working arrays together take about half of the memory. */
function listCapacity(memoryLimitBytes: number, dims: number, outputs: number): number {
  const bytesPerEntry = 2 * 8 * (dims + 2) + 16 + 3 * (32 + 8 * outputs);
  const fitting = 2 ** Math.floor(Math.log2(memoryLimitBytes / 2 / bytesPerEntry));
  return Math.min(MOST_CAPACITY, Math.max(LEAST_CAPACITY, fitting));
}
