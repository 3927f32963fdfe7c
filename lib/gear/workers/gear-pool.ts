import type { GearRefusal } from "../schema.ts";
import { kthOf } from "../search/combined-search.ts";
import type {
  Diagnosis,
  SearchTask,
  WorkerCommand,
  WorkerProgress,
  WorkerReport,
  WorkerResult,
} from "./messages.ts";

/** A worker as a pool sees it. */
export interface PoolWorker {
  send(command: WorkerCommand): void;
  onReport(take: (report: WorkerReport) => void): void;
  onCrash(take: (message: string) => void): void;
  /** Ends it at once, with everything it holds. */
  terminate(): void;
}

/** The state of a search over all its workers. */
export interface PoolProgress {
  /** Best first, at most K; until they are proven, with good gears that the search has not come to. */
  readonly results: readonly WorkerResult[];
  /** No gear that is not listed has a larger value; Infinity while that is not known. */
  readonly bound: number;
  /** Share of the search space that is decided, 0 to 1. */
  readonly coveredShare: number;
  readonly visited: number;
  /** Different gears, infusions and extras together; null until it is counted. */
  readonly combinations: bigint | null;
  /** Combinations of extras: all, and those that are decided. */
  readonly problems: number;
  readonly problemsDone: number;
  readonly isDone: boolean;
  readonly isProven: boolean;
}

export interface PoolListener {
  readonly onProgress: (progress: PoolProgress) => void;
  /** Wanted by those who tell players which limit is at fault where nothing was found; the others leave it out. */
  readonly onDiagnosed?: (diagnosis: readonly Diagnosis[]) => void;
  readonly onRefused: (refusal: GearRefusal) => void;
  readonly onFailed: (message: string) => void;
}

export interface GearPool {
  /** Starts the workers, so that the first search need not wait for them. */
  warm(): void;
  /** Starts a search and abandons the one before. */
  start(task: SearchTask, topK: number, listener: PoolListener): void;
  /** Ends all workers at once and frees what they hold; the pool may be started again. */
  cancel(): void;
}

/** Memory of all searches of a pool together. */
const MEMORY_BYTES = 384 * 2 ** 20;
const LEAST_MEMORY_BYTES = 64 * 2 ** 20;

/**
 * Runs searches on several workers: each takes a part, the best value that K results reach is shared with all, and
 * reports are merged into one. Workers stay warm between searches; `cancel` ends them.
 */
export function createGearPool(spawn: () => PoolWorker, size: number): GearPool {
  let workers: readonly PoolWorker[] = [];
  let run = 0;
  let present: Run | undefined;

  const ensureWorkers = (): void => {
    if (workers.length > 0) return;
    workers = Array.from({ length: size }, (_, index) => {
      const worker = spawn();
      worker.onReport((report) => {
        if (present && report.run === run) present.take(index, report);
      });
      worker.onCrash((message) => {
        if (!workers.includes(worker)) return;
        const crashed = present;
        endWorkers();
        crashed?.listener.onFailed(message);
      });
      return worker;
    });
  };
  const endWorkers = (): void => {
    for (const worker of workers) worker.terminate();
    workers = [];
    present = undefined;
  };

  return {
    warm: ensureWorkers,
    start(task, topK, listener) {
      ensureWorkers();
      run++;
      const end = () => {
        if (present?.listener === listener) present = undefined;
      };
      present = new Run(size, topK, listener, {
        end,
        shareFloor: (value) => {
          if (size > 1) for (const worker of workers) worker.send({ type: "floor", run, value });
        },
        diagnose: () => workers[0]?.send({ type: "diagnose", run, task }),
      });
      const memoryLimitBytes = Math.max(LEAST_MEMORY_BYTES, Math.floor(MEMORY_BYTES / size));
      workers.forEach((worker, index) => {
        worker.send({ type: "start", run, task, share: { index, of: size }, memoryLimitBytes });
      });
    },
    cancel: endWorkers,
  };
}

/** What a run may ask of its pool. */
interface RunPool {
  end(): void;
  shareFloor(value: number): void;
  diagnose(): void;
}

/** One search: what each worker said last, merged. */
class Run {
  readonly listener: PoolListener;
  private readonly topK: number;
  private readonly pool: RunPool;
  private readonly last: (WorkerProgress | undefined)[];
  private readonly resultsOf: (readonly WorkerResult[])[];
  private readonly candidatesOf: (readonly WorkerResult[])[];
  private combinations: bigint | null = null;
  private problems = 1;
  private floor = Number.NEGATIVE_INFINITY;

  constructor(size: number, topK: number, listener: PoolListener, pool: RunPool) {
    this.topK = topK;
    this.listener = listener;
    this.pool = pool;
    this.last = Array.from({ length: size });
    this.resultsOf = Array.from({ length: size }, () => []);
    this.candidatesOf = Array.from({ length: size }, () => []);
  }

  take(index: number, report: WorkerReport): void {
    switch (report.type) {
      case "size":
        this.combinations = BigInt(report.combinations);
        this.problems = report.problems;
        return;
      case "diagnosis":
        this.pool.end();
        this.listener.onDiagnosed?.(report.diagnosis);
        return;
      case "refused":
        this.pool.end();
        this.listener.onRefused(report.refusal);
        return;
      case "failed":
        this.pool.end();
        this.listener.onFailed(report.message);
        return;
      case "progress": {
        this.last[index] = report;
        if (report.results) this.resultsOf[index] = report.results;
        if (report.candidates) this.candidatesOf[index] = report.candidates;
        const found = best(this.resultsOf.flat(), this.topK);
        const progress = this.merged(found);
        const kth = kthOf(found, this.topK);
        if (kth > this.floor) {
          this.floor = kth;
          this.pool.shareFloor(kth);
        }
        if (progress.isDone) this.finish(progress);
        this.listener.onProgress(progress);
      }
    }
  }

  private finish({ results, isProven }: PoolProgress): void {
    const wantsDiagnosis = results.length === 0 && isProven && this.listener.onDiagnosed !== undefined;
    if (wantsDiagnosis) this.pool.diagnose();
    else this.pool.end();
  }

  private merged(found: readonly WorkerResult[]): PoolProgress {
    const reports = this.last.filter((report) => report !== undefined);
    const isComplete = reports.length === this.last.length;
    const sum = (read: (report: WorkerProgress) => number) =>
      reports.reduce((total, report) => total + read(report), 0);
    const isDone = isComplete && reports.every((report) => report.isDone);
    const isProven = isDone && reports.every((report) => report.isProven);
    const open = isComplete ? Math.max(...reports.map((report) => report.bound)) : Number.POSITIVE_INFINITY;
    return {
      results: isProven ? found : best(firstOfEach([...found, ...this.candidatesOf.flat()]), this.topK),
      // All parts are decided, so what is not listed is no better than the last that is.
      bound: isProven ? kthOf(found, this.topK) : open,
      coveredShare: sum(({ coveredShare }) => coveredShare) / this.last.length,
      visited: sum(({ visited }) => visited),
      combinations: this.combinations,
      problems: this.problems,
      problemsDone: this.problemsDone(reports),
      isDone,
      isProven,
    };
  }

  /** Workers take whole problems, or each a part of every problem. */
  private problemsDone(reports: readonly WorkerProgress[]): number {
    const isSplitByProblem = reports.some(({ problems }) => problems < this.problems);
    if (isSplitByProblem) return reports.reduce((sum, { problemsDone }) => sum + problemsDone, 0);
    if (reports.length < this.last.length) return 0;
    return Math.min(...reports.map(({ problemsDone }) => problemsDone));
  }
}

/** The K best, best first; the order of equal values stays. */
function best(results: readonly WorkerResult[], topK: number): readonly WorkerResult[] {
  return results.toSorted((a, b) => b.value - a.value).slice(0, topK);
}

/** Every result once: parts name the same candidates, and candidates become results. */
function firstOfEach(results: readonly WorkerResult[]): readonly WorkerResult[] {
  return [...new Map(results.toReversed().map((result) => [result.identity, result])).values()].toReversed();
}
