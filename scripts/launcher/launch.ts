import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { childEnv, type Env, EnvError, env, loadDotEnv } from "#lib/platform/env.ts";
import { type Child, startNode } from "./children.ts";
import { type Backing, openBacking } from "./database.ts";
import { makeFolder } from "./make-folder.ts";
import type { App } from "./next-app.ts";
import { ollamaStatus } from "./ollama-status.ts";
import { freePort, tryListening } from "./ports.ts";
import { errorCode } from "./process-info.ts";
import { openSession, type Session } from "./session.ts";
import { StartProblem } from "./start-problem.ts";
import { untilReady } from "./web-server.ts";

/** The project's folder. */
export const root = dirname(dirname(import.meta.dirname));

/** Time for open answers, such as a streaming chat, to end; what is left of 5 s is the database's. */
const WEB_STOP_PATIENCE_MS = 1_500;

/** Starts everything that the app needs, then the app; runs until it is told to stop. Refuses in one line. */
export async function launch(app: App, overrides: Partial<Env> = {}): Promise<void> {
  process.chdir(root);
  const began = performance.now();
  let session: Session | undefined;
  try {
    loadDotEnv(root);
    const settings = { ...env(), ...overrides };
    session = openSession(settings.startedByNpm);
    const web = await startAll(app, settings, session);
    console.log(`Ready: ${web.address} (after ${((performance.now() - began) / 1000).toFixed(1)} s)`);
    const code = await web.child.exited;
    await session.checkpoint();
    throw new StartProblem(`The web server ended by itself (exit code ${code}).`);
  } catch (error) {
    await session?.checkpoint();
    console.error(lineFor(error));
    if (session) await session.stop(1);
    process.exitCode = 1;
  }
}

/** What is cheap to refuse comes first: data folder, port, database; then migrations, build and server. */
async function startAll(
  app: App,
  wanted: Env,
  session: Session,
): Promise<{ readonly child: Child; readonly address: string }> {
  requireWritable(wanted.dataDir);
  const settings: Env = { ...wanted, port: await webPort(wanted) };
  const backing = await openBacking(settings, session);
  await session.checkpoint();
  await prepare(app, backing, session);
  await session.checkpoint();
  await app.build(session);
  await session.checkpoint();
  const child = startWeb(app, settings, backing);
  session.onStop(() => child.stop(WEB_STOP_PATIENCE_MS));
  const [chat] = await Promise.all([ollamaStatus(settings), untilReady(child, settings, app.isReady)]);
  child.process.stdout?.on("data", (chunk) => process.stdout.write(chunk));
  console.log(chat);
  return { child, address: `http://localhost:${settings.port}` };
}

function lineFor(error: unknown): string {
  if (error instanceof EnvError || error instanceof StartProblem) return error.message;
  return `GW2Optimizer cannot start: ${error instanceof Error ? error.message : error}`;
}

/** Writes and removes a file, because rights alone do not tell about full or read-only disks. */
function requireWritable(folder: string): void {
  const probe = join(folder, `.writable.${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, "probe");
    rmSync(probe);
  } catch (error) {
    throw new StartProblem(
      `The data folder ${folder} cannot be written (${errorCode(error)}): make it writable, or name another with DATA_DIR.`,
    );
  }
}

async function webPort({ port, host }: Env): Promise<number> {
  if (port === 0) return freePort(host);
  const code = await tryListening(port, host);
  if (code === undefined) return port;
  if (code === "EADDRINUSE") {
    throw new StartProblem(
      `Port ${port} is in use: stop what uses it, or choose another, such as PORT=${port + 1} npm start`,
    );
  }
  throw new StartProblem(
    `The web server cannot listen on ${host}, port ${port} (${code}): choose another PORT or HOST.`,
  );
}

async function prepare(app: App, { databaseUrl }: Backing, session: Session): Promise<void> {
  const child = startNode(app.prepareScript, [], {
    cwd: root,
    env: childEnv({ DATABASE_URL: databaseUrl, APP_ROOT: root }),
    stdio: ["ignore", "inherit", "pipe"],
  });
  session.onStop(() => child.stop(WEB_STOP_PATIENCE_MS));
  let said = "";
  child.process.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  if ((await child.exited) !== 0)
    throw new StartProblem(`The database could not be prepared: ${said.trim()}`);
}

function startWeb(app: App, settings: Env, backing: Backing): Child {
  const child = startNode(app.server, app.serverArguments(settings), {
    cwd: root,
    env: childEnv({
      NODE_ENV: app.nodeEnv,
      PORT: String(settings.port),
      HOSTNAME: settings.host,
      APP_ROOT: root,
      DATA_DIR: settings.dataDir,
      DATABASE_URL: backing.databaseUrl,
      AUTH_SECRET: backing.authSecret,
      NEXT_TELEMETRY_DISABLED: "1",
    }),
    stdio: ["ignore", app.startIsShown ? "inherit" : "pipe", "inherit"],
  });
  // Read and dropped until the app is ready, or a full pipe would stop the server.
  child.process.stdout?.resume();
  return child;
}
