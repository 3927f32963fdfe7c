import type { WorkerCommand } from "./messages.ts";
import { serveWorker } from "./serve-worker.ts";

/** A message to itself comes after those that wait, without the delay that browsers give repeated timers. */
const wake = new MessageChannel();
const waiting: (() => void)[] = [];
wake.port1.onmessage = () => waiting.shift()?.();

const take = serveWorker({
  send: (report) => self.postMessage(report),
  yieldThen: (next) => {
    waiting.push(next);
    wake.port2.postMessage(null);
  },
  now: () => performance.now(),
});
self.addEventListener("message", (event: MessageEvent<WorkerCommand>) => take(event.data));
