import type { CompiledProblem } from "./compiled-problem.ts";
import type { EntryList } from "./entry-list.ts";
import { findJoinWindows, type JoinWindow } from "./join-windows.ts";
import type { ListTriple } from "./list-triple.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import { sortDescending } from "./sort-keys.ts";
import type { LoadedCell, TripleValuer } from "./triple-valuer.ts";
import { f64, i32 } from "./typed-array.ts";

/** Which cells are joined: of at least so many triples, with at least so many limits that have a price and a window. */
export interface JoinUse {
  readonly leastTriples: number;
  readonly leastPriced: number;
}

/** With fewer windows the quadratics of a leaf are better than lines; and small cells are a leaf at once. */
export const USUAL_JOINS: JoinUse = { leastTriples: 4000, leastPriced: 2 };

export interface WindowJoin {
  /** Reads the loaded cell. Returns about how many triples lie in its windows; infinite where that is no way to search it. */
  prepare(): Generator<void, number>;
  /** Values every triple of the prepared cell that may be better than the threshold, and offers the valid ones. */
  search(lists: ListTriple, quadratic: QuadraticBound): Generator<void>;
}

/** Sides of the grid, sides of its cells per width of a window, and most cells along one side. */
const MOST_SIDES = 3;
const CELLS_PER_WINDOW = 2;
const MOST_CELLS = 64;
/** Room for the last bits of sums in another order. */
const BOX_ROOM = 1e-6;
const WORK_PER_PAUSE = 200_000;

/**
 * Finds the triples of a cell with limits that can be better than the threshold T, by joining the two halves.
 *
 * All gears looked for lie in windows (see join-windows.ts). The right half, with the infusions, is put into a grid over
 * the narrowest ones; a left entry looks only into the few grid cells that reach its windows. In each of them the right
 * entries are sorted by the cell's line without the priced slacks that have a window (slacks of valid gears are not
 * negative, so that is a bound too, and a lower one), and the rest is left as soon as it is not above T. What is found
 * is tried by all slacks, then by the quadratic above the objective, then by the exact evaluator.
 *
 * @param mostRights most pairs of a right half and infusions that memory is there for
 */
export function createWindowJoin(
  compiled: CompiledProblem,
  cell: LoadedCell,
  valuer: TripleValuer,
  threshold: () => number,
  { leastPriced }: JoinUse,
  mostRights: number,
): WindowJoin {
  const dims = compiled.inputs.length;
  const limits = compiled.tape.outputs - 1;
  const { left, right, fine, bound } = cell;
  /** Attributes that the quadratic reads, and a left entry's and a triple's distance from the middle of the box in them. */
  const read = new Int32Array(dims);
  const base = new Float64Array(dims);
  const distance = new Float64Array(dims);
  const radii = new Float64Array(dims);
  let reads = 0;
  let windows: readonly JoinWindow[] = [];
  let sides: readonly GridSide[] = [];
  let lineConstant = 0;
  let leftLine = new Float64Array(0);
  let rightLine = new Float64Array(0);
  let fineLine = new Float64Array(0);
  /** Right entries with infusions: places in the two lists, in any order. */
  let rights = 0;
  let rightAt = new Int32Array(0);
  let fineAt = new Int32Array(0);
  let lines = new Float64Array(0);
  let places = new Int32Array(0);
  /** The same in the grid's order, with their lines, slacks and points in what is read, and where each of its cells begins. */
  let order = new Int32Array(0);
  let keys = new Float64Array(0);
  let slacks = new Float64Array(0);
  let points = new Float64Array(0);
  let starts = new Int32Array(0);
  let limit = 0;

  const linesOf = (list: EntryList, into: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
    const made = into.length < list.count ? new Float64Array(list.capacity) : into;
    made.set(list.line.subarray(0, list.count));
    for (const { limit: j } of windows) {
      const price = j < 0 ? 0 : f64(bound.multipliers, j);
      if (price === 0) continue;
      const from = j * list.capacity;
      for (let n = 0; n < list.count; n++) made[n] = f64(made, n) - price * f64(list.slacks, from + n);
    }
    return made;
  };

  const addRight = (b: number, c: number, line: number): void => {
    if (rights === rightAt.length) {
      const size = Math.max(1024, 2 * rights);
      rightAt = copyOf(rightAt, new Int32Array(size));
      fineAt = copyOf(fineAt, new Int32Array(size));
      lines = copyOf(lines, new Float64Array(size));
      places = new Int32Array(size);
      order = new Int32Array(size);
      keys = new Float64Array(size);
      slacks = new Float64Array(size * limits);
      points = new Float64Array(size * dims);
    }
    rightAt[rights] = b;
    fineAt[rights] = c;
    lines[rights++] = line;
  };

  /** Lists the pairs of a right half and infusions that can matter with some left half; false if they are too many. */
  const joinInfusions = function* (): Generator<void, boolean> {
    rights = 0;
    let mostLeft = Number.NEGATIVE_INFINITY;
    for (let a = 0; a < left.count; a++) mostLeft = Math.max(mostLeft, f64(leftLine, a));
    const least = limit - lineConstant - mostLeft;
    for (let b = 0, work = 0; b < right.count; b++, work += fine.count) {
      if (work > WORK_PER_PAUSE) {
        work = 0;
        yield;
      }
      for (let c = 0; c < fine.count; c++) {
        const line = f64(rightLine, b) + f64(fineLine, c);
        if (line <= least || !reachesLimits(b, c)) continue;
        if (rights === mostRights) return false;
        addRight(b, c, line);
      }
    }
    return true;
  };

  const reachesLimits = (b: number, c: number): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack = f64(right.slacks, j * right.capacity + b) + f64(fine.slacks, j * fine.capacity + c);
      if (slack + f64(left.mostSlack, j) < -f64(bound.slackConstants, j)) return false;
    }
    return true;
  };

  /** Puts the right entries into the grid, best line first in each of its cells. */
  const fillGrid = (): void => {
    sides = windows.map(gridSide);
    const cells = sides.reduce((product, { count }) => product * count, 1);
    if (starts.length < cells + 2) starts = new Int32Array(2 * cells + 2);
    starts.fill(0, 0, cells + 2);
    places.fill(0, 0, rights);
    windows.forEach(({ right: values, fine: fineValues }, index) => {
      const side = sides[index] ?? WHOLE_SIDE;
      for (let n = 0; n < rights; n++) {
        const value = f64(values, i32(rightAt, n)) + f64(fineValues, i32(fineAt, n));
        places[n] = i32(places, n) * side.count + cellOf(side, value);
      }
    });
    for (let n = 0; n < rights; n++) starts[i32(places, n) + 2] = i32(starts, i32(places, n) + 2) + 1;
    for (let place = 2; place < cells + 2; place++) {
      starts[place] = i32(starts, place) + i32(starts, place - 1);
    }
    // Counts become ends: behind cell `place` its own entries, and what was before.
    for (let n = 0; n < rights; n++) {
      const place = i32(places, n) + 1;
      const at = i32(starts, place);
      starts[place] = at + 1;
      order[at] = n;
      keys[at] = f64(lines, n);
    }
    for (let place = 0; place < cells; place++) {
      sortDescending(keys, order, i32(starts, place + 1), i32(starts, place));
    }
  };

  /** Range of the sums of halves in an attribute, in sides of the box. */
  const spreadOf = ({ radius }: QuadraticBound, i: number): number =>
    (f64(left.high, i) - f64(left.low, i) + f64(right.high, i) - f64(right.low, i)) /
    (f64(radius, i) + BOX_ROOM);

  /**
   * Finds what the quadratic reads, first the attributes in which most sums miss the box, and copies slacks and points of
   * the right entries in the grid's order.
   */
  const readRights = (quadratic: QuadraticBound): void => {
    const { slope, bend, radius } = quadratic;
    const found: number[] = [];
    for (let i = 0; i < dims; i++) {
      let isRead = f64(slope, i) !== 0;
      for (let j = 0; !isRead && j < dims; j++) {
        isRead = f64(bend, Math.min(i, j) * dims + Math.max(i, j)) !== 0;
      }
      if (isRead) found.push(i);
    }
    reads = found.length;
    read.set(found.sort((one, other) => spreadOf(quadratic, other) - spreadOf(quadratic, one)));
    for (let k = 0; k < reads; k++) radii[k] = f64(radius, i32(read, k)) + BOX_ROOM;
    for (let n = 0; n < rights; n++) {
      const b = i32(rightAt, i32(order, n));
      const c = i32(fineAt, i32(order, n));
      for (let j = 0; j < limits; j++) {
        slacks[n * limits + j] =
          f64(right.slacks, j * right.capacity + b) + f64(fine.slacks, j * fine.capacity + c);
      }
      for (let k = 0; k < reads; k++) {
        const i = i32(read, k);
        points[n * reads + k] =
          f64(right.columns, i * right.capacity + b) + f64(fine.columns, i * fine.capacity + c);
      }
    }
  };

  /** Whether the sum of a left entry (in `base`) and a right one is in the box; its distance from the middle is kept. */
  const isInBox = (n: number): boolean => {
    for (let k = 0; k < reads; k++) {
      const from = f64(base, k) + f64(points, n * reads + k);
      if (Math.abs(from) > f64(radii, k)) return false;
      distance[k] = from;
    }
    return true;
  };

  /** The quadratic at the distance. */
  const quadraticAt = ({ constant, slope, bend }: QuadraticBound): number => {
    let value = constant;
    for (let k = 0; k < reads; k++) {
      const i = i32(read, k);
      let factor = f64(slope, i);
      for (let l = k; l < reads; l++) {
        const j = i32(read, l);
        factor += f64(bend, i < j ? i * dims + j : j * dims + i) * f64(distance, l);
      }
      value += factor * f64(distance, k);
    }
    return value;
  };

  const keepsLimits = (a: number, n: number): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack = f64(left.slacks, j * left.capacity + a) + f64(slacks, n * limits + j);
      if (slack < -f64(bound.slackConstants, j)) return false;
    }
    return true;
  };

  /** Tries the right entries of a cell of the grid; returns how many. */
  const tryCell = (quadratic: QuadraticBound, a: number, line: number, place: number): number => {
    const start = i32(starts, place);
    const end = i32(starts, place + 1);
    let n = start;
    for (; n < end && line + f64(keys, n) > limit; n++) {
      if (!isInBox(n) || !keepsLimits(a, n)) continue;
      const above = quadraticAt(quadratic);
      if (above <= limit) continue;
      valuer.value(a, i32(rightAt, i32(order, n)), i32(fineAt, i32(order, n)), above);
      limit = threshold();
    }
    return n - start;
  };

  return {
    *prepare() {
      limit = threshold();
      windows = findJoinWindows(cell, limit, MOST_SIDES);
      const share = windows.reduce((product, window) => product * window.share, 1);
      if (windows.filter((window) => window.limit >= 0).length < leastPriced) return Number.POSITIVE_INFINITY;
      lineConstant = bound.constant;
      for (const { limit: j } of windows) {
        if (j >= 0) lineConstant -= f64(bound.multipliers, j) * f64(bound.slackConstants, j);
      }
      leftLine = linesOf(left, leftLine);
      rightLine = linesOf(right, rightLine);
      fineLine = linesOf(fine, fineLine);
      yield;
      if (!(yield* joinInfusions())) return Number.POSITIVE_INFINITY;
      return share * left.count * rights;
    },
    *search(triple, quadratic) {
      valuer.load(triple, quadratic);
      fillGrid();
      yield;
      readRights(quadratic);
      const [outer = WHOLE_SIDE, middle = WHOLE_SIDE, inner = WHOLE_SIDE] = sides;
      yield;
      let work = 0;
      for (let a = 0; a < left.count; a++) {
        for (let k = 0; k < reads; k++) {
          const i = i32(read, k);
          base[k] = f64(left.columns, i * left.capacity + a) - f64(quadratic.middle, i);
        }
        const line = lineConstant + f64(leftLine, a);
        const lastLayer = lastCell(outer, a);
        const firstRow = firstCell(middle, a);
        const lastRow = lastCell(middle, a);
        const first = firstCell(inner, a);
        const last = lastCell(inner, a);
        for (let layer = firstCell(outer, a); layer <= lastLayer; layer++) {
          for (let row = firstRow; row <= lastRow; row++) {
            const start = (layer * middle.count + row) * inner.count;
            if (i32(starts, start + first) === i32(starts, start + last + 1)) continue;
            for (let place = start + first; place <= start + last; place++) {
              work += 1 + tryCell(quadratic, a, line, place);
            }
          }
        }
        if (++work < WORK_PER_PAUSE) continue;
        work = 0;
        yield;
      }
    },
  };
}

/** How many limits have a price in a cell. */
export function countPriced(multipliers: Float64Array): number {
  return multipliers.reduce((count, price) => count + (price > 0 ? 1 : 0), 0);
}

/** One side of the grid over the right entries. */
interface GridSide {
  readonly window: JoinWindow | null;
  readonly least: number;
  readonly side: number;
  readonly count: number;
}

/** Stands for a side where there are fewer windows: all right entries are in its one cell. */
const WHOLE_SIDE: GridSide = { window: null, least: 0, side: 1, count: 1 };

function gridSide(window: JoinWindow): GridSide {
  const { from, to, rightLow, rightHigh } = window;
  const side = Math.max((to - from) / CELLS_PER_WINDOW, (rightHigh - rightLow) / MOST_CELLS, 1e-9);
  return { window, least: rightLow, side, count: Math.floor((rightHigh - rightLow) / side) + 1 };
}

function cellOf({ least, side, count }: GridSide, value: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((value - least) / side)));
}

/** First cell of the grid with right entries that may fit a left entry. */
function firstCell(side: GridSide, a: number): number {
  return side.window === null ? 0 : cellOf(side, side.window.from - f64(side.window.left, a));
}

/** Last such cell; -1 where the window ends below all right entries. */
function lastCell(side: GridSide, a: number): number {
  if (side.window === null) return 0;
  const most = side.window.to - f64(side.window.left, a);
  return most < side.least ? -1 : cellOf(side, most);
}

function copyOf<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
