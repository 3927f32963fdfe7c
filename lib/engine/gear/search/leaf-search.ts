import type { CompiledProblem } from "./compiled-problem.ts";
import { createLeafList, fillLeafList, type LeafList, middleOf } from "./leaf-list.ts";
import type { ListTriple } from "./list-triple.ts";
import type { QuadraticBound } from "./quadratic-bound.ts";
import { sortDescending } from "./sort-keys.ts";
import type { LoadedCell, TripleValuer } from "./triple-valuer.ts";
import { dot, f64, i32 } from "./typed-array.ts";

export interface LeafSearch {
  /** Values every triple of the loaded cell that may be better than the threshold, and offers the valid ones. */
  search(lists: ListTriple, quadratic: QuadraticBound): Generator<void>;
}

/** Entries scored between two pauses. */
const ENTRIES_PER_PAUSE = 20_000;
/** Up to this many triples are tried one by one. */
const FEW_TRIPLES = 500;
/** How much of a priced slack's range counts when cuts are compared. */
const SLACK_SHARE = 0.3;
/** Room for the last bits of sums in another order. */
const BOX_ROOM = 1e-6;
/** How much of what the objective changes between the box and the sums' farthest counts when cuts are compared. */
const BOX_SHARE = 1;
/** Numbers kept per node on the stack: start and end of the three lists' segments. */
const NODE = 6;

/**
 * Finds the triples (a, b, c) of a cell that can be better than the threshold, with the quadratic above the objective
 * (see quadratic-bound.ts): Q(a + b + c) with a, b and c as distances whose middles add up to the middle of the box.
 *
 * With K the second derivatives and m_X the middles of what is left of the lists, exactly
 *
 *   Q = constant + sum_X score_X(x) + sum_(X < Y) (x - m_X) K (y - m_Y),
 *
 * where score_X(x) is what x adds by itself and with the other two at their middles. The last sum is at most `cross`,
 * from the reach of each list by attribute. So entries whose score, with the best scores of the other lists and `cross`,
 * is not above the threshold are in no better triple; neither are those with too little slack even with the largest
 * slacks of the others, or whose score with priced slacks (any prices are sound, see cell-bound.ts) is too low. What is
 * left is divided where that lowers `cross` (or a priced slack's range) most, until few triples remain; these are
 * tried by the exact Q, then by the sum's box, then by the exact evaluator.
 */
export function createLeafSearch(
  compiled: CompiledProblem,
  cell: LoadedCell,
  valuer: TripleValuer,
  threshold: () => number,
): LeafSearch {
  const dims = compiled.inputs.length;
  const limits = compiled.tape.outputs - 1;
  const { bound } = cell;
  const sources = [cell.left, cell.right, cell.fine] as const;
  const lists = [
    createLeafList(dims, limits),
    createLeafList(dims, limits),
    createLeafList(dims, limits),
  ] as const;
  /** Second derivatives of the quadratic. */
  const curve = new Float64Array(dims * dims);
  const rest = new Float64Array(dims);
  const one = new Float64Array(dims);
  const both = new Float64Array(dims);
  /** How far sums may be from the middle of the quadratic. */
  const least = new Float64Array(dims);
  /** Slope of the quadratic. */
  const steep = new Float64Array(dims);
  const most = new Float64Array(dims);
  let arena = new Int32Array(1024);
  let stack = new Int32Array(64 * NODE);
  let rowScores = new Float64Array(64);
  let rowEntries = new Int32Array(64);
  let hits = new Int32Array(64);
  let rowOffsets = new Float64Array(64 * dims);
  let constant = 0;
  let cross = 0;
  let slackPrice = 0;

  /** `into` = second derivatives times a vector. */
  const bendOf = (vector: Float64Array, into: Float64Array): void => {
    for (let i = 0; i < dims; i++) {
      let sum = 0;
      for (let j = 0; j < dims; j++) sum += f64(curve, i * dims + j) * f64(vector, j);
      into[i] = sum;
    }
  };

  /** Box, middle and reach of a list's segment. */
  const measure = (list: LeafList): void => {
    const { low, high, offsets } = list;
    low.fill(Number.POSITIVE_INFINITY);
    high.fill(Number.NEGATIVE_INFINITY);
    for (let n = list.start; n < list.end; n++) {
      const at = i32(arena, n) * dims;
      for (let i = 0; i < dims; i++) {
        const offset = f64(offsets, at + i);
        if (offset < f64(low, i)) low[i] = offset;
        if (offset > f64(high, i)) high[i] = offset;
      }
    }
    for (let i = 0; i < dims; i++) {
      list.middle[i] = (f64(low, i) + f64(high, i)) / 2;
      list.reach[i] = (f64(high, i) - f64(low, i)) / 2;
    }
  };

  /** Scores of a list's segment with the other two in their middle, and their extremes. */
  const score = (list: LeafList): void => {
    const { offsets, own, scores, priced, slacks, price } = list;
    list.mostScore = Number.NEGATIVE_INFINITY;
    list.mostPriced = Number.NEGATIVE_INFINITY;
    list.mostSlack.fill(Number.NEGATIVE_INFINITY);
    list.leastSlack.fill(Number.POSITIVE_INFINITY);
    for (let n = list.start; n < list.end; n++) {
      const entry = i32(arena, n);
      const at = entry * dims;
      let sum = f64(own, entry);
      for (let i = 0; i < dims; i++) sum += f64(offsets, at + i) * f64(list.factors, i);
      scores[entry] = sum;
      if (sum > list.mostScore) list.mostScore = sum;
      if (limits === 0) continue;
      const withPrice = sum + f64(price, entry);
      priced[entry] = withPrice;
      if (withPrice > list.mostPriced) list.mostPriced = withPrice;
      for (let j = 0; j < limits; j++) {
        const slack = f64(slacks, entry * limits + j);
        if (slack > f64(list.mostSlack, j)) list.mostSlack[j] = slack;
        if (slack < f64(list.leastSlack, j)) list.leastSlack[j] = slack;
      }
    }
  };

  const [left, right, fine] = lists;

  /** Largest amount by which the entries' distances to their middles can work together. */
  const crossOf = (x: LeafList, y: LeafList): number => {
    let sum = 0;
    for (let i = 0; i < dims; i++) {
      const r = f64(x.reach, i);
      if (r === 0) continue;
      let row = 0;
      for (let j = 0; j < dims; j++) row += Math.abs(f64(curve, i * dims + j)) * f64(y.reach, j);
      sum += r * row;
    }
    return sum;
  };

  const factorsFor = (list: LeafList, x: LeafList, y: LeafList): void => {
    for (let i = 0; i < dims; i++) rest[i] = f64(x.middle, i) + f64(y.middle, i);
    bendOf(rest, list.factors);
  };

  const betweenMiddles = (x: LeafList, y: LeafList): number => {
    bendOf(x.middle, rest);
    let sum = 0;
    for (let i = 0; i < dims; i++) sum += f64(rest, i) * f64(y.middle, i);
    return sum;
  };

  /** Sides of the box that some entries of a list miss whatever the others are: attribute, least and largest offset. */
  const side = new Int32Array(dims);
  const sideLow = new Float64Array(dims);
  const sideHigh = new Float64Array(dims);
  const boxSides = (list: LeafList, x: LeafList, y: LeafList): number => {
    let count = 0;
    for (let i = 0; i < dims; i++) {
      const low = f64(least, i) - f64(x.high, i) - f64(y.high, i) - BOX_ROOM;
      const high = f64(most, i) - f64(x.low, i) - f64(y.low, i) + BOX_ROOM;
      if (f64(list.low, i) >= low && f64(list.high, i) <= high) continue;
      side[count] = i;
      sideLow[count] = low;
      sideHigh[count++] = high;
    }
    return count;
  };

  const isInSides = (list: LeafList, entry: number, count: number): boolean => {
    for (let n = 0; n < count; n++) {
      const offset = f64(list.offsets, entry * dims + i32(side, n));
      if (offset < f64(sideLow, n) || offset > f64(sideHigh, n)) return false;
    }
    return true;
  };

  let limit = 0;
  /** Keeps what can matter of a list's segment, at the top of the arena; returns the new top. */
  const keep = (list: LeafList, x: LeafList, y: LeafList, top: number): number => {
    const { scores, priced, slacks } = list;
    const leastScore = limit - constant - cross - x.mostScore - y.mostScore;
    const leastPriced = limit - constant - cross - slackPrice - x.mostPriced - y.mostPriced;
    const sides = boxSides(list, x, y);
    let kept = top;
    for (let n = list.start; n < list.end; n++) {
      const entry = i32(arena, n);
      if (f64(scores, entry) <= leastScore) continue;
      if (sides > 0 && !isInSides(list, entry, sides)) continue;
      if (limits > 0) {
        if (f64(priced, entry) <= leastPriced) continue;
        let fits = true;
        for (let j = 0; fits && j < limits; j++) {
          fits =
            f64(slacks, entry * limits + j) + f64(x.mostSlack, j) + f64(y.mostSlack, j) >=
            -f64(bound.slackConstants, j);
        }
        if (!fits) continue;
      }
      arena[kept++] = entry;
    }
    list.start = top;
    list.end = kept;
    return kept;
  };

  /** Copies the right list's segment to arrays in order, best score first. */
  const sortRight = (): number => {
    const count = right.end - right.start;
    if (rowScores.length < count) {
      rowScores = new Float64Array(2 * count);
      rowEntries = new Int32Array(2 * count);
      hits = new Int32Array(2 * count);
      rowOffsets = new Float64Array(2 * count * dims);
    }
    for (let n = 0; n < count; n++) {
      const entry = i32(arena, right.start + n);
      rowScores[n] = f64(right.scores, entry);
      rowEntries[n] = entry;
    }
    sortDescending(rowScores, rowEntries, count);
    for (let n = 0; n < count; n++) {
      const at = i32(rowEntries, n) * dims;
      for (let i = 0; i < dims; i++) {
        rowOffsets[n * dims + i] = f64(right.offsets, at + i) - f64(right.middle, i);
      }
    }
    return count;
  };

  /** Tries the triples of the node one by one. */
  const tryAll = (): void => {
    const count = sortRight();
    const [scores, offsets, factors] = [rowScores, rowOffsets, one];
    // The middles are those of the lists before they were thinned out: one entry that is left may be away from its own.
    const fineReach = crossOf(left, fine) + crossOf(right, fine);
    const isSingle = fine.end - fine.start === 1 && fineReach === 0;
    const fineMost = fine.mostScore + fineReach;
    const { reach } = right;
    for (let p = left.start; p < left.end; p++) {
      const a = i32(arena, p);
      const base = constant + f64(left.scores, a) + fineMost;
      let most = 0;
      for (let i = 0; i < dims; i++) rest[i] = f64(left.offsets, a * dims + i) - f64(left.middle, i);
      bendOf(rest, factors);
      for (let i = 0; i < dims; i++) most += Math.abs(f64(factors, i)) * f64(reach, i);
      const found = findRows(scores, offsets, factors, count, limit - base, most, hits);
      for (let n = 0; n < found; n++) {
        const hit = i32(hits, n);
        const pair = base - fineMost + f64(scores, hit) + dot(factors, 0, offsets, hit * dims, dims);
        tryPair(a, i32(rowEntries, hit), pair, isSingle);
      }
    }
  };

  const tryPair = (a: number, b: number, pair: number, isSingle: boolean): void => {
    if (limits > 0 && !slackReaches(a, b)) return;
    if (isSingle) valuer.value(a, b, i32(arena, fine.start));
    else tryFine(a, b, pair);
    limit = threshold();
  };

  const slackReaches = (a: number, b: number): boolean => {
    for (let j = 0; j < limits; j++) {
      const slack = f64(left.slacks, a * limits + j) + f64(right.slacks, b * limits + j);
      if (slack + f64(fine.mostSlack, j) < -f64(bound.slackConstants, j)) return false;
    }
    return true;
  };

  const tryFine = (a: number, b: number, pair: number): void => {
    for (let i = 0; i < dims; i++) rest[i] = f64(right.offsets, b * dims + i) - f64(right.middle, i);
    bendOf(rest, both);
    for (let i = 0; i < dims; i++) both[i] = f64(both, i) + f64(one, i);
    for (let r = fine.start; r < fine.end; r++) {
      const c = i32(arena, r);
      let value = pair + f64(fine.scores, c);
      for (let i = 0; i < dims; i++) {
        value += f64(both, i) * (f64(fine.offsets, c * dims + i) - f64(fine.middle, i));
      }
      if (value <= limit) continue;
      let keeps = true;
      for (let j = 0; keeps && j < limits; j++) {
        keeps =
          f64(left.slacks, a * limits + j) +
            f64(right.slacks, b * limits + j) +
            f64(fine.slacks, c * limits + j) >=
          -f64(bound.slackConstants, j);
      }
      if (!keeps) continue;
      valuer.value(a, b, c);
    }
  };

  let cutWhich = 0;
  let cutAt = 0;
  /** Divides a list where that lowers the bound most; false when it cannot be divided. */
  const divide = (): boolean => {
    let mostGain = 0;
    let which = -1;
    let attribute = -1;
    let slack = -1;
    for (let w = 0; w < 3; w++) {
      const list = lists[w] ?? left;
      const x = lists[(w + 1) % 3] ?? left;
      const y = lists[(w + 2) % 3] ?? left;
      if (list.end - list.start < 2) continue;
      for (let i = 0; i < dims; i++) {
        let row = 0;
        for (let j = 0; j < dims; j++) {
          row += Math.abs(f64(curve, i * dims + j)) * (f64(x.reach, j) + f64(y.reach, j));
        }
        const outside =
          Math.max(0, f64(left.high, i) + f64(right.high, i) + f64(fine.high, i) - f64(most, i)) +
          Math.max(0, f64(least, i) - f64(left.low, i) - f64(right.low, i) - f64(fine.low, i));
        const missed = Math.abs(f64(steep, i)) * Math.min(outside, f64(list.reach, i));
        const gain = row * f64(list.reach, i) + BOX_SHARE * missed;
        if (gain > mostGain) {
          mostGain = gain;
          which = w;
          attribute = i;
          slack = -1;
        }
      }
      for (let j = 0; j < limits; j++) {
        const gain =
          SLACK_SHARE * f64(bound.multipliers, j) * (f64(list.mostSlack, j) - f64(list.leastSlack, j));
        if (gain > mostGain) {
          mostGain = gain;
          which = w;
          attribute = -1;
          slack = j;
        }
      }
    }
    if (which < 0) return false;
    const list = lists[which] ?? left;
    const values = slack >= 0 ? list.slacks : list.offsets;
    const stride = slack >= 0 ? limits : dims;
    const column = slack >= 0 ? slack : attribute;
    const at =
      slack >= 0
        ? (f64(list.mostSlack, slack) + f64(list.leastSlack, slack)) / 2
        : f64(list.middle, attribute);
    let i = list.start;
    let j = list.end - 1;
    while (i <= j) {
      const entry = i32(arena, i);
      if (f64(values, entry * stride + column) <= at) i++;
      else {
        arena[i] = i32(arena, j);
        arena[j] = entry;
        j--;
      }
    }
    cutWhich = which;
    cutAt = i;
    return i > list.start && i < list.end;
  };

  const load = (quadratic: QuadraticBound): void => {
    for (let i = 0; i < dims; i++) {
      for (let j = i; j < dims; j++) {
        const bend = f64(quadratic.bend, i * dims + j);
        curve[i * dims + j] = i === j ? 2 * bend : bend;
        curve[j * dims + i] = f64(curve, i * dims + j);
      }
      steep[i] = f64(quadratic.slope, i);
      least[i] = f64(cell.low, i) - f64(quadratic.middle, i);
      most[i] = f64(cell.high, i) - f64(quadratic.middle, i);
    }
    slackPrice = 0;
    for (let j = 0; j < limits; j++) slackPrice += f64(bound.multipliers, j) * f64(bound.slackConstants, j);
    sources.forEach((source, w) => {
      const list = lists[w] ?? left;
      for (let i = 0; i < dims; i++) {
        one[i] =
          w === 0
            ? f64(quadratic.middle, i) - middleOf(cell.right, i) - middleOf(cell.fine, i)
            : middleOf(source, i);
      }
      fillLeafList(list, source, quadratic, one, bound.multipliers);
    });
  };

  let depth = 0;

  const push = (w: number, start: number, end: number): void => {
    stack[depth * NODE + 2 * w] = start;
    stack[depth * NODE + 2 * w + 1] = end;
  };

  /** Takes the whole lists as the first node. */
  const start = (): void => {
    let top = 0;
    const total = cell.left.count + cell.right.count + cell.fine.count;
    if (arena.length < 4 * total) arena = new Int32Array(8 * total);
    for (let w = 0; w < 3; w++) {
      const from = top;
      const { count } = sources[w] ?? cell.left;
      for (let n = 0; n < count; n++) arena[top++] = n;
      push(w, from, top);
    }
    depth = 1;
  };

  /** Takes the segments of the last node on the stack; returns how many entries they have. */
  const pop = (): number => {
    depth--;
    let size = 0;
    top = 0;
    for (let w = 0; w < 3; w++) {
      const list = lists[w] ?? left;
      list.start = i32(stack, depth * NODE + 2 * w);
      list.end = i32(stack, depth * NODE + 2 * w + 1);
      size += list.end - list.start;
      top = Math.max(top, list.end);
    }
    if (arena.length < top + 2 * size) {
      const larger = new Int32Array(2 * (top + 2 * size));
      larger.set(arena);
      arena = larger;
    }
    return size;
  };
  let top = 0;

  const isInBox = (): boolean => {
    for (let i = 0; i < dims; i++) {
      if (f64(left.low, i) + f64(right.low, i) + f64(fine.low, i) > f64(most, i) + BOX_ROOM) return false;
      if (f64(left.high, i) + f64(right.high, i) + f64(fine.high, i) < f64(least, i) - BOX_ROOM) return false;
    }
    return true;
  };

  /** Bounds and thins out the node that was taken; false when nothing is left. */
  const refine = (quadratic: QuadraticBound): boolean => {
    limit = threshold();
    measure(left);
    measure(right);
    measure(fine);
    if (!isInBox()) return false;
    factorsFor(left, right, fine);
    factorsFor(right, left, fine);
    factorsFor(fine, left, right);
    score(left);
    score(right);
    score(fine);
    cross = crossOf(left, right) + crossOf(left, fine) + crossOf(right, fine);
    constant =
      quadratic.constant -
      betweenMiddles(left, right) -
      betweenMiddles(left, fine) -
      betweenMiddles(right, fine);
    if (constant + cross + left.mostScore + right.mostScore + fine.mostScore <= limit) return false;
    const withPrice = left.mostPriced + right.mostPriced + fine.mostPriced;
    if (limits > 0 && constant + cross + slackPrice + withPrice <= limit) return false;
    top = keep(left, right, fine, top);
    if (left.end === left.start) return false;
    top = keep(right, left, fine, top);
    if (right.end === right.start) return false;
    top = keep(fine, left, right, top);
    return fine.end > fine.start;
  };

  const processNode = (quadratic: QuadraticBound): void => {
    if (!refine(quadratic)) return;
    const triples = (left.end - left.start) * (right.end - right.start) * (fine.end - fine.start);
    const cut = triples > FEW_TRIPLES && divide();
    if (!cut) {
      tryAll();
      return;
    }
    if (stack.length < (depth + 2) * NODE) {
      const larger = new Int32Array(2 * stack.length);
      larger.set(stack);
      stack = larger;
    }
    for (let part = 0; part < 2; part++) {
      for (let w = 0; w < 3; w++) {
        const list = lists[w] ?? left;
        push(
          w,
          w === cutWhich && part === 1 ? cutAt : list.start,
          w === cutWhich && part === 0 ? cutAt : list.end,
        );
      }
      depth++;
    }
  };

  const leaf = {
    *search(triple: ListTriple, quadratic: QuadraticBound): Generator<void> {
      valuer.load(triple);
      load(quadratic);
      start();
      for (let work = 0; depth > 0; ) {
        work += pop();
        processNode(quadratic);
        if (work < ENTRIES_PER_PAUSE) continue;
        work = 0;
        yield;
      }
    },
  };
  return leaf;
}

/**
 * Writes the rows whose score and scalar product with the factors add up to more than `least`; returns how many. Scores
 * fall from row to row, and no scalar product is above `most`.
 */
function findRows(
  scores: Float64Array,
  offsets: Float64Array,
  factors: Float64Array,
  count: number,
  least: number,
  most: number,
  hits: Int32Array,
): number {
  const dims = factors.length;
  let found = 0;
  for (let n = 0, at = 0; n < count; n++, at += dims) {
    let sum = f64(scores, n);
    if (sum + most <= least) break;
    for (let i = 0; i < dims; i++) sum += f64(factors, i) * f64(offsets, at + i);
    if (sum > least) hits[found++] = n;
  }
  return found;
}
