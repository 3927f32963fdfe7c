import type { CompiledProblem } from "./compiled-problem.ts";
import { createLeafCutter } from "./leaf-cut.ts";
import { boxEntries } from "./leaf-list.ts";
import { createLeafNode } from "./leaf-node.ts";
import { createLeafTriples } from "./leaf-triples.ts";
import type { ListTriple } from "./list-triple.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import type { LoadedCell, TripleValuer } from "./triple-valuer.ts";
import { f64, i32 } from "./typed-array.ts";

export interface LeafSearch {
  /** Values every triple of the loaded cell that may be better than the threshold, and offers the valid ones. */
  search(lists: ListTriple, quadratic: QuadraticBound): Generator<void>;
}

/** Entries scored between two pauses. */
const ENTRIES_PER_PAUSE = 20_000;
/** Up to `few` triples are tried one by one; of more than `many`, two lists are divided at once. */
export interface LeafUse {
  readonly few: number;
  readonly many: number;
}

export const USUAL_LEAVES: LeafUse = { few: 500, many: 50_000 };

/** Numbers kept per node on the stack: start and end of the three lists' segments. */
const NODE = 6;

/**
 * Finds the triples (a, b, c) of a cell that can be better than the threshold, with the quadratic above the objective
 * (see quadratic-bound.ts): Q(a + b + c) with a, b and c as distances whose middles add up to the middle of the box.
 *
 * With the axes of leaf-axes.ts and m_X the middles of what is left of the lists along them,
 *
 *   Q <= constant + sum_X score_X(x) + sum_(X < Y) sum_k bend_k (z_k(x) - m_X,k) (z_k(y) - m_Y,k),
 *
 * where score_X(x) is what x adds by itself and with the other two at their middles. The last sum is at most `cross`,
 * from the reach of each list along the axes, and less for an entry that is near the middle. So entries whose score,
 * with the best scores of the other lists and that, is not above the threshold are in no better triple; neither are those
 * with too little slack even with the largest slacks of the others, or whose score with prices is too low: for slacks any
 * prices are sound (see cell-bound.ts), and so they are for the distances of the sum to the sides of the box, which are
 * not negative either; taken are the cell's multipliers and what its line has over its direction. What is left is divided
 * (leaf-cut.ts) until few triples remain; these are tried one by one (leaf-triples.ts).
 */
export function createLeafSearch(
  compiled: CompiledProblem,
  cell: LoadedCell,
  valuer: TripleValuer,
  threshold: () => number,
  { few, many }: LeafUse,
): LeafSearch {
  const node = createLeafNode(cell, compiled.inputs.length, compiled.tape.outputs - 1);
  const tryAll = createLeafTriples(node, cell, valuer, threshold);
  const { left, right, fine } = node;
  const lists = [left, right, fine] as const;
  const sources = [cell.left, cell.right, cell.fine] as const;
  const cuts = new Int32Array(3);
  const cutNode = createLeafCutter(node, cell.bound.multipliers);
  const sides = left.low.length;
  const partLow = Array.from({ length: 6 }, () => new Float64Array(sides));
  const partHigh = Array.from({ length: 6 }, () => new Float64Array(sides));
  let stack = new Int32Array(64 * NODE);
  /** Per node and list the sides of the segment's box, all least amounts before the largest ones. */
  let boxes = new Float64Array(64 * NODE * sides);
  let depth = 0;

  const push = (w: number, start: number, end: number, low: Float64Array, high: Float64Array): void => {
    const at = depth * NODE + 2 * w;
    stack[at] = start;
    stack[at + 1] = end;
    for (let i = 0; i < node.width; i++) {
      boxes[at * sides + i] = f64(low, i);
      boxes[(at + 1) * sides + i] = f64(high, i);
    }
  };

  /** Takes the whole lists as the first node. */
  const start = (): void => {
    const total = cell.left.count + cell.right.count + cell.fine.count;
    if (node.arena.length < 4 * total) node.arena = new Int32Array(4 * total);
    let top = 0;
    lists.forEach(({ low, high, offsets }, w) => {
      const from = top;
      const { count } = sources[w] ?? cell.left;
      for (let n = 0; n < count; n++) node.arena[top++] = n;
      boxEntries(low, high, offsets, node.arena, from, top, node.width);
      push(w, from, top, low, high);
    });
    depth = 1;
  };

  let top = 0;
  /** Takes the segments of the last node on the stack; returns how many entries they have. */
  const pop = (): number => {
    depth--;
    let size = 0;
    top = 0;
    for (let w = 0; w < 3; w++) {
      const list = lists[w] ?? left;
      const at = depth * NODE + 2 * w;
      list.start = i32(stack, at);
      list.end = i32(stack, at + 1);
      for (let i = 0; i < node.width; i++) {
        list.low[i] = f64(boxes, at * sides + i);
        list.high[i] = f64(boxes, (at + 1) * sides + i);
      }
      size += list.end - list.start;
      top = Math.max(top, list.end);
    }
    if (node.arena.length < top + 2 * size) {
      const larger = new Int32Array(2 * (top + 2 * size));
      larger.set(node.arena);
      node.arena = larger;
    }
    return size;
  };

  /** Computes the box of the first or second part of a list that is cut. */
  const measure = (w: number, part: number, from: number, to: number): void => {
    const { arena, width } = node;
    const { offsets } = lists[w] ?? left;
    const low = partLow[2 * w + part] ?? left.low;
    const high = partHigh[2 * w + part] ?? left.high;
    boxEntries(low, high, offsets, arena, from, to, width);
  };

  /** Puts the parts of the node on the stack, each with one part of every list. */
  const pushParts = (): void => {
    for (let w = 0; w < 3; w++) {
      const { start, end } = lists[w] ?? left;
      if (i32(cuts, w) === end) continue;
      measure(w, 0, start, i32(cuts, w));
      measure(w, 1, i32(cuts, w), end);
    }
    for (let parts = 0; parts < 8; parts++) {
      let isPart = true;
      for (let w = 0; isPart && w < 3; w++) {
        const list = lists[w] ?? left;
        const at = i32(cuts, w);
        const part = (parts >> w) & 1;
        if (at === list.end) {
          isPart = part === 0;
          push(w, list.start, list.end, list.low, list.high);
        } else {
          const low = partLow[2 * w + part] ?? left.low;
          push(
            w,
            part === 0 ? list.start : at,
            part === 0 ? at : list.end,
            low,
            partHigh[2 * w + part] ?? left.high,
          );
        }
      }
      if (isPart) depth++;
    }
  };

  const processNode = (): void => {
    if (!node.refine(threshold(), top)) return;
    const triples = (left.end - left.start) * (right.end - right.start) * (fine.end - fine.start);
    if (triples <= few || !cutNode(triples > many, cuts)) {
      tryAll();
      return;
    }
    if (stack.length < (depth + 9) * NODE) {
      const larger = new Int32Array(2 * stack.length);
      larger.set(stack);
      stack = larger;
      const moreBoxes = new Float64Array(2 * boxes.length);
      moreBoxes.set(boxes);
      boxes = moreBoxes;
    }
    pushParts();
  };

  return {
    *search(triple, quadratic) {
      valuer.load(triple, quadratic);
      node.load(quadratic);
      start();
      for (let work = 0; depth > 0; ) {
        work += pop();
        processNode();
        if (work < ENTRIES_PER_PAUSE) continue;
        work = 0;
        yield;
      }
    },
  };
}
