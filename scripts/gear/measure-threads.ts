import { availableParallelism } from "node:os";
import type { GearProblem } from "#lib/engine/gear/problem.ts";
import { createGearPool } from "#lib/gear/workers/gear-pool.ts";
import { spawnNodeWorker } from "#lib/gear/workers/spawn-node-worker.ts";

export interface ThreadTime {
  readonly threads: number;
  readonly seconds: number;
}

/** Least time of some runs of the worker pool on a problem, with one thread up to as many as there are processors. */
export async function measureThreads(problem: GearProblem, repeats: number): Promise<readonly ThreadTime[]> {
  const times: ThreadTime[] = [];
  for (let threads = 1; threads <= availableParallelism(); threads *= 2) {
    const pool = createGearPool(spawnNodeWorker, threads);
    pool.warm();
    const seconds: number[] = [];
    try {
      // The first run is for the compiler of every worker.
      for (let run = 0; run <= repeats; run++) {
        const started = performance.now();
        await new Promise<void>((resolve, reject) => {
          pool.start({ kind: "problem", problem, topK: problem.maxResults }, problem.maxResults, {
            onProgress: ({ isDone }) => {
              if (isDone) resolve();
            },
            onRefused: ({ message }) => reject(new Error(message)),
            onFailed: (message) => reject(new Error(message)),
          });
        });
        if (run > 0) seconds.push((performance.now() - started) / 1000);
      }
    } finally {
      pool.cancel();
    }
    times.push({ threads, seconds: Math.min(...seconds) });
  }
  return times;
}
