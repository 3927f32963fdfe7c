import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import { makeFolder } from "./make-folder.ts";

/**
 * Locks between processes that the operating system gives back when their holder ends, however it ends. SQLite
 * brings such locks to every platform in Node itself; the file stays empty. So there are no stale lock files, no
 * process ids to check, and neither a zombie nor a recycled id is ever mistaken for a holder.
 */
export interface FileLock {
  release(): void;
}

const RETRY_MS = 40;

/** Takes the lock at once, or returns undefined while another holds it in a way that forbids it. */
export function tryLock(file: string, mode: "exclusive" | "shared"): FileLock | undefined {
  makeFolder(dirname(file));
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    if (mode === "exclusive") database.exec("BEGIN EXCLUSIVE");
    else {
      database.exec("BEGIN");
      database.prepare("SELECT count(*) FROM sqlite_schema").get();
    }
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => database.isOpen && database.close() };
}

/** Waits for the lock up to `timeoutMs`; undefined when it is still held then. */
export async function waitForLock(
  file: string,
  mode: "exclusive" | "shared",
  timeoutMs: number,
): Promise<FileLock | undefined> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const lock = tryLock(file, mode);
    if (lock || Date.now() >= deadline) return lock;
    await delay(RETRY_MS);
  }
}

/** SQLITE_BUSY is 5 and SQLITE_BUSY_RECOVERY and its kin carry it in the low byte. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}
