import { parentPort } from "node:worker_threads";
import type { WorkerCommand } from "./messages.ts";
import { serveWorker } from "./serve-worker.ts";

const port = parentPort;
if (port === null) throw new Error("node-worker.ts runs in a worker thread only.");

const take = serveWorker({
  send: (report) => port.postMessage(report),
  yieldThen: (next) => setImmediate(next),
  now: () => performance.now(),
});
port.on("message", (command: WorkerCommand) => take(command));
