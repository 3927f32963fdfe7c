import { Worker } from "node:worker_threads";
import type { PoolWorker } from "./gear-pool.ts";
import type { WorkerReport } from "./messages.ts";

/** A worker thread of this process. */
export function spawnNodeWorker(): PoolWorker {
  const worker = new Worker(new URL("./node-worker.ts", import.meta.url));
  return {
    send: (command) => worker.postMessage(command),
    onReport: (take) => worker.on("message", (report: WorkerReport) => take(report)),
    onCrash: (take) =>
      worker.on("error", (error) => take(error instanceof Error ? error.message : String(error))),
    terminate: () => void worker.terminate(),
  };
}
