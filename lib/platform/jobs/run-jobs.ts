import { connect, type Database } from "../db/client.ts";
import { log } from "../log.ts";

/** Work that the app does by itself, at every start and then again and again. Safe to run twice, and to be cut short. */
export interface Job {
  /** For the log, and for the lock by which processes take turns. */
  readonly name: string;
  readonly everyMs: number;
  /** Returns how much was done, for the log. Runs on a connection of its own. */
  run(database: Database): Promise<number>;
}

export type JobOutcome = { readonly kind: "done"; readonly count: number } | { readonly kind: "elsewhere" };

/** First of the two numbers of our advisory locks; the other is the job's. */
const LOCK_SPACE = 47_110_816;

/**
 * Runs a job, unless another process of the same database is running it now. The lock is held by the job's own
 * connection, so that it is free again whatever becomes of this process.
 */
export async function runJob(url: string, job: Job): Promise<JobOutcome> {
  const { sql, database } = connect(url, 1);
  try {
    const [row] = await sql<{ mine: boolean }[]>`
      select pg_try_advisory_lock(${LOCK_SPACE}, hashtext(${job.name})) as mine`;
    if (!row?.mine) return { kind: "elsewhere" };
    return { kind: "done", count: await job.run(database) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Runs every job after `waitMs`, one after the other, and each again whenever its time has come. A failure is logged, and
 * the job runs again at its next time. Nothing here keeps the process from ending. Returns what stops further runs and
 * waits for those that are under way.
 */
export function startJobs(url: string, jobs: readonly Job[], waitMs = 0): () => Promise<void> {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<void>>();
  let stopped = false;
  const run = async (job: Job): Promise<void> => {
    const ran = runAndLog(url, job);
    running.add(ran);
    await ran;
    running.delete(ran);
  };
  const first = setTimeout(async () => {
    for (const job of jobs) {
      if (stopped) return;
      await run(job);
      if (stopped) return;
      const timer = setInterval(() => void run(job), job.everyMs);
      timer.unref();
      timers.push(timer);
    }
  }, waitMs);
  first.unref();
  timers.push(first);
  return async () => {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
    await Promise.all(running);
  };
}

async function runAndLog(url: string, job: Job): Promise<void> {
  const began = performance.now();
  try {
    const outcome = await runJob(url, job);
    const durationMs = Math.round(performance.now() - began);
    log.info({ event: "job", job: job.name, ...outcome, durationMs }, "job ran");
  } catch (error) {
    log.error({ event: "job", job: job.name, err: error }, "job failed");
  }
}
