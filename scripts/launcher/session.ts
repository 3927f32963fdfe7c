import { isShell, parentOf } from "./process-info.ts";

/** What runs on our behalf and has to be stopped, whenever and however the launcher ends. */
export interface Session {
  /** Registers something to stop; the newest is stopped first. */
  onStop(stop: () => Promise<unknown> | unknown): void;
  /** Stops everything and ends this process. Later calls wait for the first. */
  stop(exitCode: number): Promise<never>;
  /** Rejects when the session is being stopped: what is under way then goes no further. */
  checkpoint(): Promise<void>;
}

const PARENT_CHECK_MS = 300;
const FORCED_EXIT_MS = 4_800;

/**
 * Ends on Ctrl-C, SIGTERM, a closed terminal and, with `followParent`, when the parent process is gone: npm that
 * is ended by a signal does not always pass it on.
 */
export function openSession(followParent: boolean): Session {
  const stops: (() => Promise<unknown> | unknown)[] = [];
  let stopping: Promise<never> | undefined;

  const stopAll = async (exitCode: number): Promise<never> => {
    setTimeout(() => process.exit(exitCode || 1), FORCED_EXIT_MS).unref();
    for (const stop of stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
    process.exit(exitCode);
  };
  const session: Session = {
    onStop: (stop) => void stops.push(stop),
    stop: (exitCode) => {
      stopping ??= stopAll(exitCode);
      return stopping;
    },
    checkpoint: async () => {
      if (stopping) await stopping;
    },
  };

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => void session.stop(0));
  // Present where run.mjs started us on another Node than its own.
  process.on("disconnect", () => void session.stop(0));
  if (followParent) {
    const isOrphan = orphanWatch();
    setInterval(() => {
      if (isOrphan()) void session.stop(0);
    }, PARENT_CHECK_MS).unref();
  }
  return session;
}

/** npm runs a script through a shell, which lives on and keeps us as its child when npm is killed. */
function orphanWatch(): () => boolean {
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : undefined;
  return () => process.ppid !== parent || (grandparent !== undefined && parentOf(parent) !== grandparent);
}
