import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { env } from "#lib/platform/env.ts";
import {
  FAKE_APP_SCRIPT,
  type LauncherProcess,
  startLauncher,
  startProcess,
} from "./testing/launcher-process.ts";

vi.setConfig({ testTimeout: 60_000 });

const STOP_LIMIT_MS = 5_000;

let dataDir: string;
let started: LauncherProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "gw2-launcher-"));
  started = [];
});

afterEach(() => {
  for (const pid of started.flatMap((launcher) => launcher.remaining())) process.kill(pid, "SIGKILL");
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 });
});

function start(
  environment: Record<string, string> = {},
  fakeWebArguments: readonly string[] = [],
): LauncherProcess {
  return track(startLauncher({ DATA_DIR: dataDir, ...environment }, fakeWebArguments));
}

function track(launcher: LauncherProcess): LauncherProcess {
  started.push(launcher);
  return launcher;
}

/** Visits the fake web server and returns how many visits the database has counted. */
async function visit(launcher: LauncherProcess): Promise<number> {
  const response = await fetch(`${await launcher.ready}/visit`);
  return Number(await response.text());
}

async function nothingRemains(...launchers: readonly LauncherProcess[]): Promise<void> {
  await expect
    .poll(() => launchers.flatMap((each) => each.remaining()), { timeout: STOP_LIMIT_MS })
    .toEqual([]);
}

function databaseUrl(): string {
  return readFileSync(join(dataDir, "pg", "url"), "utf8").trim();
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, "pg", "data", "postmaster.pid"), "utf8").split("\n")[0]);
}

async function refusal(environment: Record<string, string>): Promise<string> {
  const launcher = start(environment);
  expect(await launcher.exitCode).toBe(1);
  await nothingRemains(launcher);
  return launcher.output().trim();
}

describe("start and stop", () => {
  it("keeps the data over an ordinary stop", async () => {
    const first = start();
    expect(await visit(first)).toBe(1);
    first.signal("SIGTERM");
    expect(await first.exitCode).toBe(0);
    await nothingRemains(first);

    const second = start();
    expect(await visit(second)).toBe(2);
    second.signal("SIGTERM");
    await nothingRemains(second);
  });

  it("ends everything within 5 s of Ctrl-C, although the web server ignores it and an answer streams", async () => {
    const launcher = start({}, ["stubborn"]);
    const stream = await fetch(`${await launcher.ready}/stream`);
    const reader = stream.body?.getReader();
    await reader?.read();
    const cut = reader?.closed.catch(() => "cut");
    const asked = Date.now();
    launcher.signal("SIGINT", "group");
    expect(await launcher.exitCode).toBe(0);
    expect(Date.now() - asked).toBeLessThan(STOP_LIMIT_MS);
    expect(await cut).toBe("cut");
    expect(launcher.remaining()).toEqual([]);
  });

  it("ends everything when told to stop while it is still starting", async () => {
    const launcher = start();
    await expect
      .poll(() => launcher.remaining().length, { timeout: STOP_LIMIT_MS, interval: 10 })
      .toBeGreaterThan(1);
    launcher.signal("SIGTERM");
    await launcher.exitCode;
    await nothingRemains(launcher);
  });

  it("ends with an error when the web server ends by itself", async () => {
    const launcher = start();
    await launcher.ready;
    const web = launcher
      .remaining()
      .find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("fake-web"));
    expect(web).toBeDefined();
    process.kill(web ?? 0, "SIGKILL");
    expect(await launcher.exitCode).toBe(1);
    expect(launcher.output()).toContain("The web server ended by itself");
    await nothingRemains(launcher);
  });

  it("listens on loopback only, with a random password that its owner alone can read", async () => {
    const launcher = start();
    await launcher.ready;
    const sql = postgres(databaseUrl(), { max: 1 });
    const [setting] = await sql`select current_setting('listen_addresses') as addresses,
      current_setting('unix_socket_directories') as sockets, current_setting('server_version_num')::int as version`;
    await sql.end();
    expect(setting).toMatchObject({ addresses: "127.0.0.1", sockets: "" });
    expect(setting?.version).toBeGreaterThanOrEqual(180_000);
    const stranger = new URL(databaseUrl());
    stranger.password = "guessed";
    const refused = postgres(stranger.href, { max: 1 });
    await expect(refused`select 1`).rejects.toThrow("password authentication failed");
    await refused.end();
    for (const secret of ["pg/password", "pg/url", "auth-secret"]) {
      expect(statSync(join(dataDir, secret)).mode & 0o777).toBe(0o600);
    }
  });
});

describe("recovery", () => {
  it("adopts the database that a killed process group left behind", async () => {
    const killed = start();
    expect(await visit(killed)).toBe(1);
    killed.signal("SIGKILL", "group");
    await killed.exitCode;
    const orphan = postmasterPid();
    expect(killed.remaining()).toEqual([orphan]);

    const next = start();
    expect(await visit(next)).toBe(2);
    expect(postmasterPid()).toBe(orphan);
    next.signal("SIGTERM");
    await nothingRemains(killed, next);
  });

  it("ends the web server of a launcher that was killed alone", async () => {
    const launcher = start();
    await launcher.ready;
    launcher.signal("SIGKILL");
    await expect.poll(() => launcher.remaining(), { timeout: STOP_LIMIT_MS }).toEqual([postmasterPid()]);
  });

  it("recovers the data when the database was killed as well", async () => {
    const killed = start();
    expect(await visit(killed)).toBe(1);
    const postmaster = postmasterPid();
    killed.signal("SIGKILL", "group");
    process.kill(postmaster, "SIGKILL");

    const next = start();
    expect(await visit(next)).toBe(2);
    next.signal("SIGTERM");
    await nothingRemains(killed, next);
  });

  it("is not held up by a stale postmaster.pid that names a living stranger", async () => {
    const first = start();
    expect(await visit(first)).toBe(1);
    const pidFile = join(dataDir, "pg", "data", "postmaster.pid");
    const lines = readFileSync(pidFile, "utf8").split("\n");
    first.signal("SIGTERM");
    await nothingRemains(first);
    const stranger: ChildProcess = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)"], {
      stdio: "ignore",
    });
    writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join("\n"));

    const next = start();
    expect(await visit(next)).toBe(2);
    expect(stranger.exitCode).toBeNull();
    expect(stranger.kill()).toBe(true);
    next.signal("SIGTERM");
    await nothingRemains(next);
  });

  it("starts the database again when that alone is killed", async () => {
    const launcher = start();
    expect(await visit(launcher)).toBe(1);
    const killed = postmasterPid();
    process.kill(killed, "SIGKILL");
    await expect.poll(() => launcher.output(), { timeout: 10_000 }).toContain("it was started again");
    expect(await visit(launcher)).toBe(2);
    expect(postmasterPid()).not.toBe(killed);
    launcher.signal("SIGTERM");
    await nothingRemains(launcher);
  });
});

describe.runIf(process.getuid?.() === 0)("started by root", () => {
  it("runs the database as nobody in a folder of root's own, where user namespaces are forbidden", async () => {
    const programs = join(dataDir, "programs");
    mkdirSync(programs);
    writeFileSync(join(programs, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const pgFolder = join(dataDir, "inner", "pg", "data");
    const environment = { DATA_DIR: join(dataDir, "inner") };

    const forbidden = start({ ...environment, PATH: `${programs}:${env().searchPath}` });
    expect(await visit(forbidden)).toBe(1);
    expect(statSync(dataDir)).toMatchObject({ uid: 0 });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(pgFolder).uid).not.toBe(0);
    forbidden.signal("SIGTERM");
    await nothingRemains(forbidden);

    const allowed = start(environment);
    expect(await visit(allowed)).toBe(2);
    allowed.signal("SIGTERM");
    await nothingRemains(allowed);
  });
});

describe("two launchers on one data folder", () => {
  it("share one database from the first start on, and the last one out stops it", async () => {
    const [first, second] = [start(), start()];
    await Promise.all([first.ready, second.ready]);
    expect(await visit(first)).toBe(1);
    expect(await visit(second)).toBe(2);
    const postmaster = postmasterPid();
    const [starter, joiner] = first.remaining().includes(postmaster) ? [first, second] : [second, first];

    starter.signal("SIGTERM");
    expect(await starter.exitCode).toBe(0);
    expect(await visit(joiner)).toBe(3);
    joiner.signal("SIGTERM");
    await nothingRemains(first, second);
  });
});

describe("run by npm", () => {
  function startByNpm(): LauncherProcess {
    writeFileSync(join(dataDir, "package.json"), JSON.stringify({ scripts: { start: FAKE_APP_SCRIPT } }));
    return track(startProcess("npm", ["start"], { DATA_DIR: join(dataDir, "inner") }, dataDir));
  }

  it.each(["SIGTERM", "SIGKILL"] as const)("ends everything when npm alone gets %s", async (signal) => {
    const npm = startByNpm();
    await npm.ready;
    npm.signal(signal);
    await nothingRemains(npm);
  });
});

describe("refusals: one line and exit code 1", () => {
  let server: Server;
  let port: number;

  beforeEach(async () => {
    server = createServer((socket) => socket.destroy());
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    port = typeof address === "object" && address ? address.port : 0;
  });
  afterEach(() => void server.close());

  it("a busy port", async () => {
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} is in use: stop what uses it, or choose another, such as PORT=${port + 1} npm start`,
    );
  });

  it("a data folder that cannot be written", async () => {
    const file = join(dataDir, "file");
    writeFileSync(file, "");
    expect(await refusal({ DATA_DIR: join(file, "folder") })).toMatch(
      /^The data folder \S+ cannot be written \(ENOTDIR\): make it writable, or name another with DATA_DIR\.$/,
    );
  });

  it
    .runIf(process.platform === "linux")
    .each(["/proc/folder", "/proc/folder/in/another", "/proc/self/folder"])(
    "a data folder where the system lets nobody make one: %s",
    async (folder) => {
      expect(await refusal({ DATA_DIR: folder })).toMatch(
        /^The data folder \S+ cannot be written \([A-Z]+\): make it writable, or name another with DATA_DIR\.$/,
      );
    },
  );

  it("a database that nobody answers for", async () => {
    server.close();
    const line = await refusal({
      DATABASE_URL: `postgres://u:hidden@127.0.0.1:${port}/db`,
      AUTH_SECRET: "s".repeat(32),
    });
    expect(line).toMatch(/^DATABASE_URL: no usable database at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)\. .+$/);
    expect(line).not.toContain("hidden");
  });

  it("a database that hangs up", async () => {
    expect(
      await refusal({ DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/db`, AUTH_SECRET: "s".repeat(32) }),
    ).toMatch(/^DATABASE_URL: no usable database at 127\.0\.0\.1:\d+ \(\S+\)\. .+$/);
  });

  it("an external database without the secret that its servers share", async () => {
    expect(await refusal({ DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/db` })).toMatch(
      /^AUTH_SECRET is missing: .+$/,
    );
  });

  it("a wrong variable, named with what is expected", async () => {
    expect(await refusal({ PORT: "many" })).toBe('PORT is "many": expected a whole number from 0 to 65535');
  });
});

describe("an external database", () => {
  it("is used in place of the embedded one, with the given secret", async () => {
    const host = start();
    await host.ready;
    const url = databaseUrl();
    const other = join(dataDir, "other");
    const guest = start({ DATA_DIR: other, DATABASE_URL: url, AUTH_SECRET: "s".repeat(32) });
    expect(await visit(guest)).toBe(1);
    expect(await visit(host)).toBe(2);
    guest.signal("SIGTERM");
    await nothingRemains(guest);
    expect(await visit(host)).toBe(3);
    host.signal("SIGTERM");
    await nothingRemains(host);
  });
});
