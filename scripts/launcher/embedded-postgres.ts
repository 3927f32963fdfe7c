import { join } from "node:path";
import { ensureCluster, type RunningCluster, removeCluster, stopCluster } from "./cluster.ts";
import { type FileLock, waitForLock } from "./file-lock.ts";
import { isRunning } from "./process-info.ts";
import { StartProblem } from "./start-problem.ts";

/** This process's share in the embedded database of a folder. */
export interface EmbeddedPostgres {
  /** Loopback address with the random password; stays the same while this share is held. */
  readonly url: string;
  isRunning(): boolean;
  /** Starts the server again after it was killed. Throws StartProblem where that fails or its address changed. */
  restart(): Promise<void>;
  /** Gives the share back; the last one out stops the server. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Nothing in it is worth keeping: starts empty unless another process uses it right now, and never waits for the disk. */
  readonly throwaway?: boolean;
}

const LOCK_PATIENCE_MS = 60_000;
const STOP_LOCK_PATIENCE_MS = 1_000;

/**
 * Starts or joins the PostgreSQL server of `folder`. Several processes may share it: the exclusive `lock` orders
 * their starts and stops, and each holds the shared `users` lock for as long as it uses the server.
 */
export async function startEmbeddedPostgres(
  folder: string,
  { throwaway = false }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const lockFile = join(folder, "lock");
  const usersFile = join(folder, "users");
  const lock = await waitForLock(lockFile, "exclusive", LOCK_PATIENCE_MS);
  if (!lock)
    throw new StartProblem(`Another process has been starting the database in ${folder} for a minute.`);
  try {
    if (throwaway) await emptyUnlessUsed(folder, usersFile);
    const cluster = await ensureCluster(folder, throwaway);
    const share = await waitForLock(usersFile, "shared", LOCK_PATIENCE_MS);
    if (!share) throw new StartProblem(`The file ${usersFile} is locked by another program.`);
    return shareOf({ folder, lockFile, usersFile, throwaway }, cluster, share);
  } finally {
    lock.release();
  }
}

interface Place {
  readonly folder: string;
  readonly lockFile: string;
  readonly usersFile: string;
  readonly throwaway: boolean;
}

function shareOf(place: Place, started: RunningCluster, share: FileLock): EmbeddedPostgres {
  let cluster = started;
  return {
    url: started.url,
    isRunning: () => isRunning(cluster.pid),
    restart: async () => {
      const lock = await waitForLock(place.lockFile, "exclusive", LOCK_PATIENCE_MS);
      try {
        cluster = await ensureCluster(place.folder, place.throwaway);
      } finally {
        lock?.release();
      }
      if (cluster.url !== started.url) throw new StartProblem("PostgreSQL ended and its port is taken now.");
    },
    stop: async () => {
      // Where the lock is not to be had, another process is starting on this folder and will need the server.
      const lock = await waitForLock(place.lockFile, "exclusive", STOP_LOCK_PATIENCE_MS);
      share.release();
      if (!lock) return;
      try {
        const last = await waitForLock(place.usersFile, "exclusive", 0);
        if (!last) return;
        await stopCluster(cluster);
        last.release();
      } finally {
        lock.release();
      }
    },
  };
}

async function emptyUnlessUsed(folder: string, usersFile: string): Promise<void> {
  const unused = await waitForLock(usersFile, "exclusive", 0);
  if (!unused) return;
  unused.release();
  await removeCluster(folder);
}
