import type { PoolWorker } from "./gear-pool.ts";
import type { WorkerReport } from "./messages.ts";

/** Most workers a page starts: more hardly pay, and a player's machine has other things to do. */
const MOST_WORKERS = 8;

/** How many workers suit this machine: one core is left to the page. */
export function browserWorkerCount(): number {
  return Math.min(MOST_WORKERS, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
}

/** A worker of this page. Everything stays in the browser; nothing is uploaded. */
export function spawnBrowserWorker(): PoolWorker {
  const worker = new Worker(new URL("./browser-worker.ts", import.meta.url), { type: "module" });
  return {
    send: (command) => worker.postMessage(command),
    onReport: (take) =>
      worker.addEventListener("message", (event: MessageEvent<WorkerReport>) => take(event.data)),
    onCrash: (take) =>
      worker.addEventListener("error", (event) => take(event.message || "The search could not be started.")),
    terminate: () => worker.terminate(),
  };
}
