"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import type { GearResult } from "#lib/gear/gear-result.ts";
import type { GearKit, GearRefusal, GearSettings } from "#lib/gear/schema.ts";
import { createGearPool, type GearPool, type PoolProgress } from "#lib/gear/workers/gear-pool.ts";
import type { Diagnosis, WorkerResult } from "#lib/gear/workers/messages.ts";
import { browserWorkerCount, spawnBrowserWorker } from "#lib/gear/workers/spawn-browser-worker.ts";

export interface SearchView {
  readonly phase: "idle" | "running" | "done" | "cancelled" | "refused" | "failed";
  readonly results: readonly GearResult[];
  readonly progress: Omit<PoolProgress, "results"> | null;
  readonly elapsedMs: number;
  /** Why nothing satisfies the limits, once that is known. */
  readonly diagnosis: readonly Diagnosis[] | null;
  readonly refusal: GearRefusal | null;
  readonly failure: string | null;
}

const IDLE: SearchView = {
  phase: "idle",
  results: [],
  progress: null,
  elapsedMs: 0,
  diagnosis: null,
  refusal: null,
  failure: null,
};

/** Milliseconds between drawings of a running search: often enough to be live, rare enough to leave the page free. */
const DRAW_MS = 160;
const WARM_MS = 100;

/** Searches in workers of this page. `start` abandons what runs; `cancel` ends the workers at once. */
export function useGearSearch(kit: GearKit) {
  const [view, setView] = useState<SearchView>(IDLE);
  const pool = useRef<GearPool | null>(null);
  const run = useRef(0);

  useEffect(() => {
    // Workers load while the player still looks at the settings.
    const warming = setTimeout(() => {
      pool.current ??= createGearPool(spawnBrowserWorker, browserWorkerCount());
      pool.current.warm();
    }, WARM_MS);
    return () => {
      clearTimeout(warming);
      pool.current?.cancel();
      run.current++;
    };
  }, []);

  const start = useCallback(
    (settings: GearSettings) => {
      pool.current ??= createGearPool(spawnBrowserWorker, browserWorkerCount());
      const present = ++run.current;
      const startedAt = performance.now();
      let drawnAt = Number.NEGATIVE_INFINITY;
      const isPresent = () => run.current === present;
      const draw = (change: Partial<SearchView>) => {
        // Drawn in slices, so that typing and scrolling go first.
        startTransition(() => {
          if (isPresent()) setView((before) => ({ ...before, ...change }));
        });
      };
      // Results of the search before stay in sight until there are new ones.
      draw({ phase: "running", progress: null, diagnosis: null, refusal: null, failure: null });
      pool.current.start({ kind: "kit", kit, settings }, settings.results, {
        onProgress: ({ results, ...progress }) => {
          const now = performance.now();
          if (!progress.isDone && now - drawnAt < DRAW_MS) return;
          drawnAt = now;
          draw({
            phase: progress.isDone ? "done" : "running",
            ...(results.length > 0 || progress.isDone ? { results: results.filter(isDescribed) } : {}),
            progress,
            elapsedMs: now - startedAt,
          });
        },
        onDiagnosed: (diagnosis) => draw({ diagnosis }),
        onRefused: (refusal) => draw({ phase: "refused", results: [], refusal }),
        onFailed: (failure) => draw({ phase: "failed", failure }),
      });
    },
    [kit],
  );

  const cancel = useCallback(() => {
    run.current++;
    pool.current?.cancel();
    setView((before) => (before.phase === "running" ? { ...before, phase: "cancelled" } : before));
  }, []);

  return { view, start, cancel };
}

function isDescribed(result: WorkerResult): result is WorkerResult & GearResult {
  return result.choice === undefined;
}
