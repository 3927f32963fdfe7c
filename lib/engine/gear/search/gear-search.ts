import { fixedInfusionPoints } from "../choice-groups.ts";
import type { GearProblem } from "../problem.ts";
import { createBestResults, type FoundResult } from "./best-results.ts";
import { createCellBounder } from "./cell-bound.ts";
import { createBoundQueue } from "./cell-queue.ts";
import { compileProblem } from "./compiled-problem.ts";
import { estimateCombinations, type GroupItems, listGroupItems } from "./group-items.ts";
import { createHalfBuilder, type HalfStore } from "./half-store.ts";
import { allEntries, type TripleEntries } from "./list-triple.ts";
import { createLocalSearch } from "./local-search.ts";
import { createOptionTable, tableRange } from "./option-table.ts";
import { createTripleSearch } from "./triple-search.ts";
import { dot, f64, i32 } from "./typed-array.ts";

export const TUNE = {
  list: 2000,
  pairs: 10000,
  starts: 3,
  value: 20,
  most: 3e6,
  cellCost: 15000,
  entryCost: 30,
  seed: Number.NEGATIVE_INFINITY,
  probe: 1,
  gain: 0.9,
};

interface Cell {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly bound: number;
  readonly direction: Float64Array;
  readonly multipliers: Float64Array;
  readonly entries: TripleEntries | null;
  /** Share of the attribute space, halved at every split. */
  readonly share: number;
  /** Expected work when last looked at, 0 if unknown; and bad splits in a row. */
  readonly work: number;
  readonly badSplits: number;
}

export interface SearchState {
  readonly results: readonly FoundResult[];
  readonly bestValue: number;
  readonly kthValue: number;
  readonly openBound: number;
  readonly closedShare: number;
  readonly isDone: boolean;
  readonly cells: number;
  readonly pairs: number;
  readonly evaluations: number;
  readonly builds: number;
  readonly entries: number;
  readonly incomplete: number;
}

const CAPACITY = 1 << 16;

export function createSearch(problem: GearProblem, topK: number) {
  const compiled = compileProblem(problem);
  const table = createOptionTable(compiled.groups, compiled.inputs, fixedInfusionPoints(problem));
  const { dims } = table;
  const limits = compiled.tape.outputs - 1;
  const oncePerGear = problem.resultUnit === "gear" && table.infusionGroup >= 0;
  const best = createBestResults(topK, oncePerGear ? "gear" : "unique");
  const probed = createBestResults(topK, problem.resultUnit);
  const local = createLocalSearch(compiled, table, topK);
  const bounder = createCellBounder(compiled, table);
  const builder = createHalfBuilder(dims, CAPACITY);
  const triples = createTripleSearch(dims, limits, CAPACITY, compiled.createEvaluator());
  const queue = createBoundQueue<Cell>();
  const range = tableRange(table);
  const stats = { cells: 0, builds: 0, entries: 0, incomplete: 0, closed: 0, probes: 0 };
  compiled.tape.setBox(range.low, range.high, 0);
  const floor = compiled.tape.low(0) - 1;

  const threshold = (): number => {
    const started = Math.max(local.kthValue, probed.kthValue, floor, TUNE.seed);
    const seeded = started - 1e-10 * Math.abs(started);
    const kth = best.kthValue;
    return kth >= seeded ? kth + 1e-10 * Math.abs(kth) : seeded;
  };

  const weights = new Float64Array(limits + 1);
  const factors = new Float64Array(dims);
  const childLow = new Float64Array(dims);
  const childHigh = new Float64Array(dims);
  const center = new Float64Array(dims);
  const middleOf = (low: number, high: number) => {
    const middle = (low + high) / 2;
    return table.isIntegral ? Math.floor(middle) : middle;
  };
  const above = (middle: number) =>
    table.isIntegral ? middle + 1 : middle + Math.abs(middle) * 2.3e-16 + 1e-300;

  const chooseDimension = (cell: Cell): number => {
    const { tape } = compiled;
    weights[0] = 1;
    for (let j = 0; j < limits; j++) weights[j + 1] = f64(cell.multipliers, j);
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < dims; k++) {
      const from = f64(cell.low, k);
      const to = f64(cell.high, k);
      if (to <= from) continue;
      const middle = middleOf(from, to);
      let error = 0;
      for (let side = 0; side < 2; side++) {
        childLow.set(cell.low);
        childHigh.set(cell.high);
        if (side === 0) childHigh[k] = middle;
        else childLow[k] = above(middle);
        tape.setBox(childLow, childHigh, 0);
        const constant = tape.linearUpper(weights, factors);
        for (let i = 0; i < dims; i++) center[i] = (f64(childLow, i) + f64(childHigh, i)) / 2;
        error += constant + dot(factors, 0, center, 0, dims);
        tape.setBox(center, center, 0);
        for (let o = 0; o <= limits; o++) error -= f64(weights, o) * tape.low(o);
      }
      if (error < least) {
        least = error;
        chosen = k;
      }
    }
    return chosen;
  };

  const fineGroup = table.infusionGroup;
  const slotGroups = Array.from({ length: table.groups }, (_, g) => g).filter((g) => g !== fineGroup);
  const fixedSides = balance(
    slotGroups.map((g) => ({
      g,
      size: choose(i32(table.start, g + 1) - i32(table.start, g), i32(table.copies, g)),
    })),
  );
  const zero = new Float64Array(dims);
  const noFine: HalfStore = { dims, count: 1, sums: zero, ways: Float64Array.of(1), groups: [] };

  interface Plan {
    readonly items: readonly GroupItems[];
    readonly sides: readonly number[][];
    readonly estimate: number;
  }

  /** The items within the room and how long the lists would be; null when a group alone has too many. */
  const plan = (direction: Float64Array, room: number, fixed: boolean): Plan | null => {
    const items: GroupItems[] = [];
    for (let g = 0; g < table.groups; g++) {
      const list = listGroupItems(table, g, direction, room, CAPACITY);
      if (list === null) return null;
      items.push(list);
    }
    const sides = fixed ? fixedSides : balance(slotGroups.map((g) => ({ g, size: items[g]?.count ?? 0 })));
    let estimate = 0;
    for (const side of sides)
      estimate += estimateCombinations(
        side.map((g) => items[g] as GroupItems),
        room,
      );
    return { items, sides, estimate };
  };

  const build = ({ items, sides }: Plan, room: number): TripleEntries | null => {
    const stores = sides.map((side, s) => {
      const ordered = [...side].sort((a, b) => (items[a]?.count ?? 0) - (items[b]?.count ?? 0));
      return builder.build(
        side,
        ordered.map((g) => items[g] as GroupItems),
        room,
        s === 0 ? table.offset : zero,
      );
    });
    const fine =
      fineGroup < 0 ? noFine : builder.build([fineGroup], [items[fineGroup] as GroupItems], room, zero);
    const [left, right] = stores;
    if (!left || !right || !fine) return null;
    stats.builds++;
    stats.entries += left.count + right.count;
    return allEntries({ left, right, fine });
  };

  /** Looks for good gears near the best of a cell, to raise the value to beat early; proves nothing. */
  const probe = (cell: Cell): void => {
    stats.probes++;
    let room = bounder.result.directional - threshold();
    for (let tries = 0; tries < 8; tries++, room *= 0.6) {
      const planned = plan(bounder.result.direction, room, true);
      if (planned === null || planned.estimate > 1500) continue;
      const entries = build(planned, room);
      if (entries === null) return;
      const refined = triples.refine(
        { low: cell.low, high: cell.high },
        bounder.result,
        entries,
        threshold(),
      );
      if (refined === null) return;
      triples.enumerate(null, bounder.result, threshold, probed, 6000);
      return;
    }
  };

  interface Looked {
    readonly cell: Cell;
    readonly work: number;
  }

  /** Bounds a part of the attribute space; null when nothing in it matters. */
  const look = (
    low: Float64Array,
    high: Float64Array,
    parent: Cell | null,
    share: number,
    cap: number,
  ): Looked | null => {
    stats.cells++;
    const limit = threshold();
    bounder.compute(low, high, limit, parent?.direction ?? null, parent?.multipliers ?? null);
    const { result } = bounder;
    if (Math.min(result.bound, cap) <= limit) return null;
    let entries = parent?.entries ?? null;
    let bound = Math.min(result.bound, cap);
    let work = 0;
    if (entries !== null) {
      const refined = triples.refine({ low, high }, result, entries, limit);
      if (refined === null) return null;
      entries = triples.remaining();
      bound = Math.min(bound, refined.bound);
      work = refined.pairs + TUNE.value * refined.values;
    } else {
      const room = result.directional - limit;
      work = (plan(result.direction, room, oncePerGear)?.estimate ?? 1e9) * TUNE.entryCost;
    }
    return {
      work,
      cell: {
        low,
        high,
        bound,
        direction: Float64Array.from(result.direction),
        multipliers: Float64Array.from(result.multipliers),
        entries,
        share,
        work,
        badSplits: 0,
      },
    };
  };

  /** Splits a cell in two when that lowers the work that is left, or when nothing else is possible. */
  const split = (cell: Cell, work: number, force: boolean): boolean => {
    const k = chooseDimension(cell);
    if (k < 0) return false;
    const middle = middleOf(f64(cell.low, k), f64(cell.high, k));
    const high = Float64Array.from(cell.high);
    high[k] = middle;
    const low = Float64Array.from(cell.low);
    low[k] = above(middle);
    const children = [
      look(cell.low, high, cell, cell.share / 2, cell.bound),
      look(low, cell.high, cell, cell.share / 2, cell.bound),
    ];
    let after = 0;
    for (const child of children) after += child === null ? 0 : child.work + TUNE.cellCost;
    const isGood = after < TUNE.gain * work;
    if (!isGood && !force && cell.badSplits >= 1) return false;
    for (const child of children) {
      if (child === null) stats.closed += cell.share / 2;
      else queue.push({ ...child.cell, badSplits: isGood ? 0 : cell.badSplits + 1 });
    }
    return true;
  };

  const process = (cell: Cell): void => {
    const limit = threshold();
    if (cell.bound <= limit) {
      stats.closed += cell.share;
      return;
    }
    bounder.compute(cell.low, cell.high, limit, cell.direction, cell.multipliers);
    if (bounder.result.bound <= limit) {
      stats.closed += cell.share;
      return;
    }
    let { entries } = cell;
    if (entries === null) {
      if (TUNE.probe && stats.cells > 4 ** stats.probes) probe(cell);
      const room = bounder.result.directional - threshold();
      const planned = plan(bounder.result.direction, room, oncePerGear);
      const estimate = planned?.estimate ?? Number.POSITIVE_INFINITY;
      if (estimate > TUNE.list) {
        if (split({ ...cell, entries: null }, estimate * TUNE.entryCost, estimate > CAPACITY)) return;
        bounder.compute(cell.low, cell.high, threshold(), cell.direction, cell.multipliers);
      }
      entries = planned === null ? null : build(planned, room);
      if (entries === null) {
        stats.incomplete = Math.max(stats.incomplete, cell.bound);
        return;
      }
    }
    const box = { low: cell.low, high: cell.high };
    const refined = triples.refine(box, bounder.result, entries, threshold());
    if (refined === null) {
      stats.closed += cell.share;
      return;
    }
    const work = refined.pairs + TUNE.value * refined.values;
    if (work > TUNE.pairs) {
      entries = triples.remaining();
      if (
        split(
          {
            ...cell,
            bound: Math.min(cell.bound, refined.bound),
            entries,
            badSplits: cell.entries ? cell.badSplits : 0,
          },
          work,
          work > TUNE.most,
        )
      )
        return;
      bounder.compute(cell.low, cell.high, threshold(), cell.direction, cell.multipliers);
      if (triples.refine(box, bounder.result, entries, threshold()) === null) {
        stats.closed += cell.share;
        return;
      }
    }
    triples.enumerate(box, bounder.result, threshold, best, Number.POSITIVE_INFINITY);
    stats.closed += cell.share;
  };

  let started = false;
  const begin = () => {
    started = true;
    bounder.compute(range.low, range.high, floor, null, null);
    const direction = Float64Array.from(bounder.result.direction);
    local.run(direction);
    local.run(Float64Array.from(bounder.result.slope));
    for (let s = 0; s < TUNE.starts; s++) local.run(null);
    const root = look(range.low, range.high, null, 1, Number.POSITIVE_INFINITY);
    if (root) queue.push(root.cell);
  };

  return {
    compiled,
    table,
    local,
    probed,
    stats,
    step(pause: () => boolean) {
      if (!started) begin();
      while (queue.size > 0 && queue.largest() > threshold()) {
        if (pause()) return;
        const cell = queue.pop();
        if (cell) process(cell);
      }
      for (const cell of queue.drain()) stats.closed += cell.share;
    },
    state(): SearchState {
      return {
        results: best.list(),
        bestValue: best.bestValue,
        kthValue: best.kthValue,
        openBound: queue.largest(),
        closedShare: stats.closed,
        isDone: started && queue.size === 0,
        cells: stats.cells,
        pairs: triples.pairs,
        evaluations: triples.evaluations,
        builds: stats.builds,
        entries: stats.entries,
        incomplete: stats.incomplete,
      };
    },
  };
}

/** Number of multisets of `copies` out of `options`. */
function choose(options: number, copies: number): number {
  let ways = 1;
  for (let i = 1; i <= copies; i++) ways = (ways * (options + i - 1)) / i;
  return ways;
}

/** Two sides of nearly equal product of sizes. */
function balance(groups: readonly { readonly g: number; readonly size: number }[]): readonly number[][] {
  const sides: number[][] = [[], []];
  const products = [1, 1];
  for (const { g, size } of [...groups].sort((one, other) => other.size - one.size)) {
    const to = (products[0] ?? 0) <= (products[1] ?? 0) ? 0 : 1;
    sides[to]?.push(g);
    products[to] = (products[to] ?? 1) * size;
  }
  return sides;
}
