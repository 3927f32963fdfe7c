import type { CompiledProblem } from "./compiled-problem.ts";
import { type OptionTable, sortedByScore } from "./option-table.ts";
import { f64, i32 } from "./typed-array.ts";

/**
 * Finds good gears fast, so that the exact search starts with a high value to beat. Nothing here decides what is
 * best: a weak result only makes the search slower. Different gears are told apart by a sum of large random whole
 * numbers; should two ever collide, one of them is not counted, which again only lowers the value to beat.
 */
export interface LocalSearch {
  /** Value of the K-th best different gear seen; -Infinity while fewer are known. */
  readonly kthValue: number;
  readonly bestValue: number;
  readonly evaluations: number;
  /** The valid gear each climb ended with, best first and without repeats; counts are per entry of the table. */
  ends(): readonly { readonly value: number; readonly counts: Int32Array }[];
  /** Improves from a start until no change of one or two pieces helps. */
  run(direction: Float64Array | null): Generator<void>;
  /** Does so from the best gear of all runs after a number of random changes. */
  runFromBest(changes: number): Generator<void>;
}

interface Move {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

const MOST_ROUNDS = 80;
/** Moves whose pairs are tried between two pauses. */
const MOVES_PER_PAUSE = 8;
/** Room, as a share of the value, for two changes to be better together than apart. */
const PAIR_MARGIN = 0.002;
/** Room for two changes to meet the limits together although they seem not to, in slack rooms. */
const MISSED_MARGIN = 1e7;
/** Far below the value of every valid gear; how much limits are missed is taken off. */
const INVALID = -1e100;

export function createLocalSearch(compiled: CompiledProblem, table: OptionTable, topK: number): LocalSearch {
  const { dims } = table;
  const { evaluator } = compiled;
  const { tape, slackRooms } = compiled;
  const random = createRandom(20_260_812);
  const entries = i32(table.start, table.groups);
  const apart = compiled.problem.resultUnit === "gear" ? table.infusionGroup : -1;
  const marks = Float64Array.from({ length: entries }, () => Math.floor(random() * 2 ** 46));
  for (let e = 0; apart >= 0 && e < entries; e++) {
    if (e >= i32(table.start, apart) && e < i32(table.start, apart + 1)) marks[e] = 0;
  }
  const counts = new Int32Array(entries);
  const sum = new Float64Array(dims);
  const trial = new Float64Array(dims);
  const known = new Map<number, number>();
  let mark = 0;
  let bestClimb = Number.NEGATIVE_INFINITY;
  let bestCounts: Int32Array | null = null;
  const ends = new Map<number, { readonly value: number; readonly counts: Int32Array }>();

  const state = {
    kthValue: Number.NEGATIVE_INFINITY,
    bestValue: Number.NEGATIVE_INFINITY,
    evaluations: 0,
    ends: () => [...ends.values()].sort((one, other) => other.value - one.value),
    *run(direction: Float64Array | null): Generator<void> {
      start(direction);
      yield* climb();
    },
    *runFromBest(changes: number): Generator<void> {
      if (bestCounts === null) return;
      setCounts(bestCounts);
      for (let change = 0; change < changes; change++) {
        const moves = listMoves();
        const move = moves[Math.floor(random() * moves.length)];
        if (move !== undefined) apply(move);
      }
      yield* climb();
    },
  };

  /** Improves until no step helps, and remembers the best gear of all climbs. */
  function* climb(): Generator<void> {
    let value = reach(sum, mark);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const step = yield* bestStep(listMoves());
      if (step === null) break;
      for (const move of step.moves) apply(move);
      value = step.value;
      yield;
    }
    if (value > INVALID) ends.set(mark, { value, counts: Int32Array.from(counts) });
    if (value < bestClimb) return;
    bestClimb = value;
    bestCounts = Int32Array.from(counts);
  }

  const setCounts = (wanted: Int32Array): void => {
    counts.fill(0);
    sum.set(table.offset);
    mark = 0;
    wanted.forEach((count, entry) => {
      if (count > 0) add(entry, count);
    });
  };

  const start = (direction: Float64Array | null): void => {
    counts.fill(0);
    sum.set(table.offset);
    mark = 0;
    for (let group = 0; group < table.groups; group++) {
      const order = direction
        ? sortedByScore(table, group, direction).map(({ entry }) => entry)
        : shuffled(i32(table.start, group), i32(table.start, group + 1), random);
      let left = i32(table.copies, group);
      for (const entry of order) {
        const take = Math.min(left, i32(table.max, entry));
        left -= take;
        add(entry, take);
      }
    }
  };

  const add = (entry: number, count: number): void => {
    counts[entry] = i32(counts, entry) + count;
    mark += f64(marks, entry) * count;
    for (let i = 0; i < dims; i++) sum[i] = f64(sum, i) + count * f64(table.points, entry * dims + i);
  };

  const apply = (move: Move): void => {
    add(move.from, -1);
    add(move.to, 1);
  };

  const limits = slackRooms.length;
  /** Objective and slacks of the last points that were reached, valid or not. */
  const reached = { objective: 0, slacks: new Float64Array(limits) };

  const missed = (slacks: Float64Array): number => {
    let sumOf = 0;
    for (let j = 0; j < limits; j++) sumOf += Math.max(0, -f64(slacks, j)) / f64(slackRooms, j);
    return sumOf;
  };

  /** The objective of a valid gear; otherwise a value far below, the lower the more its limits are missed. */
  const reach = (points: Float64Array, markOf: number): number => {
    state.evaluations++;
    evaluator.evaluate(points, 0);
    reached.objective = evaluator.objective;
    if (limits > 0) tape.setBox(points, points, 0);
    for (let j = 0; j < limits; j++) reached.slacks[j] = tape.low(j + 1);
    if (!evaluator.feasible) return INVALID - missed(reached.slacks);
    if (evaluator.objective > state.kthValue) note(markOf, evaluator.objective);
    return evaluator.objective;
  };

  const note = (markOf: number, objective: number): void => {
    const before = known.get(markOf);
    if (before !== undefined && before >= objective) return;
    known.set(markOf, objective);
    state.bestValue = Math.max(state.bestValue, objective);
    if (known.size < topK || (known.size > topK && known.size < 2 * topK)) return;
    const values = Float64Array.from(known.values()).sort();
    state.kthValue = f64(values, values.length - topK);
    for (const [key, value] of known) if (value < state.kthValue) known.delete(key);
  };

  const listMoves = (): Move[] => {
    const moves: Move[] = [];
    for (let group = 0; group < table.groups; group++) {
      const first = i32(table.start, group);
      const end = i32(table.start, group + 1);
      for (let from = first; from < end; from++) {
        if (i32(counts, from) === 0) continue;
        for (let to = first; to < end; to++) {
          if (to !== from && i32(counts, to) < i32(table.max, to)) moves.push({ group, from, to });
        }
      }
    }
    return moves;
  };

  /**
   * The best change of one piece, or of two where no single one helps. Pairs are tried when their separate effects
   * on the objective and on every limit, added up, could make them worth it.
   */
  function* bestStep(
    moves: readonly Move[],
  ): Generator<void, { moves: readonly Move[]; value: number } | null> {
    const here = reach(sum, mark);
    const from = { objective: reached.objective, slacks: Float64Array.from(reached.slacks) };
    const gains = new Float64Array(moves.length);
    const changes = new Float64Array(moves.length * limits);
    let best = here;
    let step: readonly Move[] | null = null;
    for (let x = 0; x < moves.length; x++) {
      const move = moves[x];
      if (move === undefined) continue;
      trial.set(sum);
      shift(trial, move);
      const value = reach(trial, mark - f64(marks, move.from) + f64(marks, move.to));
      gains[x] = reached.objective - from.objective;
      for (let j = 0; j < limits; j++) changes[x * limits + j] = f64(reached.slacks, j) - f64(from.slacks, j);
      if (value > best) {
        best = value;
        step = [move];
      }
    }
    if (step !== null) return { moves: step, value: best };
    const wanted = state.kthValue - Math.abs(from.objective) * PAIR_MARGIN - from.objective;
    const missedNow = missed(from.slacks);
    for (let x = 0; x < moves.length; x++) {
      const one = moves[x];
      if (one === undefined) continue;
      if (x % MOVES_PER_PAUSE === 0) yield;
      for (let y = x; y < moves.length; y++) {
        const other = moves[y];
        if (other === undefined || (missedNow === 0 && f64(gains, x) + f64(gains, y) < wanted)) continue;
        let missing = 0;
        for (let j = 0; j < limits; j++) {
          const slack = f64(from.slacks, j) + f64(changes, x * limits + j) + f64(changes, y * limits + j);
          if (slack < 0) missing -= slack / f64(slackRooms, j);
        }
        if (missing > Math.max(MISSED_MARGIN, 0.9 * missedNow)) continue;
        if (one.group === other.group && !fitsTogether(one, other)) continue;
        trial.set(sum);
        shift(trial, one);
        shift(trial, other);
        const markOf =
          mark - f64(marks, one.from) + f64(marks, one.to) - f64(marks, other.from) + f64(marks, other.to);
        const value = reach(trial, markOf);
        if (value > best) {
          best = value;
          step = [one, other];
        }
      }
    }
    return step === null ? null : { moves: step, value: best };
  }

  const fitsTogether = (one: Move, other: Move): boolean => {
    if (one.from === other.to || one.to === other.from) return false;
    if (one.from === other.from && i32(counts, one.from) < 2) return false;
    return one.to !== other.to || i32(counts, one.to) + 2 <= i32(table.max, one.to);
  };

  const shift = (points: Float64Array, move: Move): void => {
    for (let i = 0; i < dims; i++) {
      points[i] =
        f64(points, i) + f64(table.points, move.to * dims + i) - f64(table.points, move.from * dims + i);
    }
  };
  return state;
}

/** Small seeded generator (mulberry32), 0 up to 1; the same numbers on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled(from: number, to: number, random: () => number): number[] {
  const list = Array.from({ length: to - from }, (_, index) => from + index);
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = list[i] ?? 0;
    list[i] = list[j] ?? 0;
    list[j] = kept;
  }
  return list;
}
