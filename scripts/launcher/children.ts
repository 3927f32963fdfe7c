import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning, processesWith } from "./process-info.ts";

/** A Node process of ours that ends when we end, however that happens. */
export interface Child {
  readonly process: ChildProcess;
  /** Exit code, or null where a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Asks it to end, and forces it and everything it started after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

const FOLLOW_PARENT = new URL("./follow-parent.ts", import.meta.url);
/** Handed down to all that a child starts, also to what it detaches, so that nothing is left when it is stopped. */
const MARK = "GW2OPTIMIZER_CHILD";

export interface ChildOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdio: StdioOptions;
}

/** Runs a script on this process's own Node. */
export function startNode(script: string, args: readonly string[], options: ChildOptions): Child {
  const follow = new URL(FOLLOW_PARENT);
  follow.searchParams.set("launcher", String(process.pid));
  const mark = randomUUID();
  const child = spawn(process.execPath, ["--import", follow.href, script, ...args], {
    ...options,
    env: { ...options.env, [MARK]: mark },
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return { process: child, exited, stop: (patienceMs) => stopAll(child, exited, mark, patienceMs) };
}

async function stopAll(
  child: ChildProcess,
  exited: Promise<unknown>,
  mark: string,
  patienceMs: number,
): Promise<void> {
  child.kill("SIGTERM");
  await Promise.race([exited, delay(patienceMs, undefined, { ref: false })]);
  child.kill("SIGKILL");
  for (const pid of processesWith(MARK, mark)) if (isRunning(pid)) killQuietly(pid);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended in between.
  }
}
