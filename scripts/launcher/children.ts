import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { descendantsOf, isRunning } from "./process-info.ts";

/** A Node process of ours that ends when we end, however that happens. */
export interface Child {
  readonly process: ChildProcess;
  /** Exit code, or null where a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Asks it to end, and forces it and everything it started after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

const FOLLOW_PARENT = new URL("./follow-parent.ts", import.meta.url);

/** Runs a script on this process's own Node. */
export function startNode(script: string, args: readonly string[], options: SpawnOptions): Child {
  const follow = new URL(FOLLOW_PARENT);
  follow.searchParams.set("launcher", String(process.pid));
  const child = spawn(process.execPath, ["--import", follow.href, script, ...args], options);
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return { process: child, exited, stop: (patienceMs) => stopTree(child, exited, patienceMs) };
}

async function stopTree(child: ChildProcess, exited: Promise<unknown>, patienceMs: number): Promise<void> {
  if (child.pid === undefined) return;
  const started = descendantsOf(child.pid);
  child.kill("SIGTERM");
  await Promise.race([exited, delay(patienceMs, undefined, { ref: false })]);
  child.kill("SIGKILL");
  for (const pid of started) if (isRunning(pid)) killQuietly(pid);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended in between.
  }
}
