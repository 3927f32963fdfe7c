import type { PoolWorker } from "./gear-pool.ts";
import type { WorkerCommand, WorkerReport } from "./messages.ts";
import { serveWorker } from "./serve-worker.ts";

/** A worker that works in this thread, between other events: for command lines with one thread, and for tests. */
export function inProcessWorker(): PoolWorker {
  const listeners: ((report: WorkerReport) => void)[] = [];
  let isEnded = false;
  const take = serveWorker({
    send: (report) => {
      if (!isEnded) for (const listener of listeners) listener(report);
    },
    yieldThen: (next) => {
      setTimeout(next, 0);
    },
    now: () => performance.now(),
  });
  return {
    send: (command: WorkerCommand) => {
      if (!isEnded) take(command);
    },
    onReport: (listener) => listeners.push(listener),
    onCrash: () => undefined,
    terminate: () => {
      take({ type: "stop" });
      isEnded = true;
    },
  };
}
