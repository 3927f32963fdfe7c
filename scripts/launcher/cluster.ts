import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { makeFolder } from "./make-folder.ts";
import { freePort, isPortFree } from "./ports.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { errorCode, isRunning, worksIn } from "./process-info.ts";
import { keptSecret } from "./secrets.ts";
import { StartProblem } from "./start-problem.ts";
import { giveTo, unprivileged } from "./unprivileged.ts";

/** A running PostgreSQL server: the process may be our child or one that an earlier launcher left behind. */
export interface RunningCluster {
  readonly pid: number;
  readonly url: string;
}

const USER = "gw2optimizer";
const HOST = "127.0.0.1";
const START_ATTEMPTS = 5;
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 30;
/** PostgreSQL's error code invalid_password. */
const WRONG_PASSWORD = "28P01";
const LOG_LIMIT_BYTES = 5_000_000;
/** Messages of a server that cannot start yet because the last one's remains are still there, or its port is taken. */
const PASSING_TROUBLE = /already exists|still in use|could not bind|could not create any TCP|lock file/;

/** Settings for a database whose loss does not matter: nothing waits for the disk. */
const THROWAWAY_SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Makes sure that a server runs on the cluster in `folder`: adopts one that runs already, else clears what a killed
 * one left, creates the cluster on first use, and starts it. The caller holds the folder's lock.
 */
export async function ensureCluster(folder: string, throwaway: boolean): Promise<RunningCluster> {
  makeFolder(folder, 0o700);
  const home = realpathSync(folder);
  const adopted = await adoptCluster(home);
  if (adopted) return adopted;
  createCluster(home);
  for (let attempt = 1; ; attempt++) {
    const outcome = await startServer(home, throwaway);
    if (typeof outcome === "object") return outcome;
    if (attempt === START_ATTEMPTS || !PASSING_TROUBLE.test(outcome)) {
      throw new StartProblem(`PostgreSQL does not start (see ${join(folder, "log")}): ${outcome}`);
    }
    await delay(200 * attempt);
  }
}

/**
 * Stops the server within 2.5 s: first by ending its sessions, then by leaving recovery to the next start,
 * at last by force.
 */
export async function stopCluster(cluster: Pick<RunningCluster, "pid">): Promise<void> {
  const steps = [
    ["SIGINT", 1_500],
    ["SIGQUIT", 700],
    ["SIGKILL", 300],
  ] as const;
  for (const [signal, patienceMs] of steps) {
    if (!isRunning(cluster.pid)) return;
    sendSignal(cluster.pid, signal);
    if (await endsWithin(cluster.pid, patienceMs)) return;
  }
}

/** Stops a server that a killed launcher left on the cluster in `folder`, and removes the cluster. */
export async function removeCluster(folder: string): Promise<void> {
  const data = join(folder, "data");
  if (!existsSync(data)) return;
  const found = readPidFile(join(data, "postmaster.pid"));
  if (found && isRunning(found.pid) && worksIn(found.pid, realpathSync(data))) {
    await stopCluster(found);
  }
  rmSync(data, { recursive: true, force: true });
}

/** The server that `postmaster.pid` names, if it is really this cluster's and answers. Removes a stale file. */
async function adoptCluster(home: string): Promise<RunningCluster | undefined> {
  const data = join(home, "data");
  const pidFile = join(data, "postmaster.pid");
  const found = readPidFile(pidFile);
  if (!found) return undefined;
  if (isRunning(found.pid) && worksIn(found.pid, data)) {
    const cluster = { pid: found.pid, url: urlOf(home, found.port) };
    if (await answersWithin(cluster, START_TIMEOUT_MS)) {
      keepUrl(home, cluster.url);
      return cluster;
    }
    await stopCluster(cluster);
  }
  rmSync(pidFile, { force: true });
  return undefined;
}

/** Creates the cluster beside its final place, so that one cut off half-way is never mistaken for a whole one. */
function createCluster(home: string): void {
  if (existsSync(join(home, "data", "PG_VERSION"))) return;
  const draft = join(home, "data.new");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const way = unprivileged(draft);
  giveTo(way.owner, draft);
  const passwordFile = join(home, "password");
  keptSecret(passwordFile);
  const { command, args } = way.wrap(postgresBinaries().initdb, [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ]);
  const result = spawnSync(command, args, { encoding: "utf8" });
  if (result.status !== 0) {
    const reason = (result.error?.message ?? result.stderr).trim().split("\n").at(-1);
    throw new StartProblem(`PostgreSQL could not create its data folder ${draft}: ${reason}`);
  }
  renameSync(draft, join(home, "data"));
}

/** Starts the server; returns it when it answers, or its last words when it ended. */
async function startServer(home: string, throwaway: boolean): Promise<RunningCluster | string> {
  const data = join(home, "data");
  const way = unprivileged(data);
  giveTo(way.owner, data);
  const port = await choosePort(home);
  const settings = [
    `listen_addresses=${HOST}`,
    `port=${port}`,
    "unix_socket_directories=",
    "max_connections=100",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(throwaway ? THROWAWAY_SETTINGS : []),
  ];
  const { command, args } = way.wrap(postgresBinaries().postgres, [
    "-D",
    data,
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const log = openLog(home);
  // Detached: Ctrl-C must not reach the database before the web server has let go of it.
  const child = spawn(command, args, { detached: true, stdio: ["ignore", log.descriptor, log.descriptor] });
  closeSync(log.descriptor);
  const failure = new Promise<string>((settle) => child.once("error", (error) => settle(error.message)));
  if (child.pid === undefined) return failure;
  child.unref();
  const cluster = { pid: child.pid, url: urlOf(home, port) };
  if (await answersWithin(cluster, START_TIMEOUT_MS)) {
    keepUrl(home, cluster.url);
    return cluster;
  }
  await stopCluster(cluster);
  return log.lastWords();
}

/** Waits until the server answers as this cluster; false as soon as its process ends, or at the end of patience. */
async function answersWithin(cluster: RunningCluster, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && isRunning(cluster.pid)) {
    if (await isReady(cluster.url)) return true;
    await delay(POLL_MS);
  }
  return false;
}

/** Connects with the cluster's own password, which no other server would take, and makes the app's database. */
async function isReady(url: string): Promise<boolean> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const sql = postgres(maintenance.href, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${USER}`;
    if (!found) await sql`create database ${sql(USER)}`;
    return true;
  } catch (error) {
    if (errorCode(error) === WRONG_PASSWORD) {
      throw new StartProblem(
        "The database in the data folder has another password than its file `pg/password` says.",
      );
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The last start's port where it is free, so that a restarted server is found under the same address. */
async function choosePort(home: string): Promise<number> {
  const file = join(home, "url");
  const last = existsSync(file) ? Number(new URL(readFileSync(file, "utf8").trim()).port) : 0;
  return last > 0 && (await isPortFree(last, HOST)) ? last : freePort(HOST);
}

function urlOf(home: string, port: number): string {
  return `postgres://${USER}:${keptSecret(join(home, "password"))}@${HOST}:${port}/${USER}`;
}

function keepUrl(home: string, url: string): void {
  writeFileSync(join(home, "url"), `${url}\n`, { mode: 0o600 });
}

/** Line 1 of postmaster.pid is the process, line 4 the port. */
function readPidFile(file: string): { readonly pid: number; readonly port: number } | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return { pid: Number.isInteger(pid) && pid > 1 ? pid : 0, port: Number(lines[3]) || 0 };
}

function openLog(home: string): { readonly descriptor: number; readonly lastWords: () => string } {
  const file = join(home, "log");
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, "a", 0o600);
  const start = statSync(file).size;
  return {
    descriptor,
    lastWords: () => {
      const words = readFileSync(file, "utf8").slice(start).trim().split("\n");
      return words.find((line) => line.includes("FATAL")) ?? words.at(-1) ?? "it said nothing";
    },
  };
}

async function endsWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isRunning(pid)) {
    if (Date.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}
