import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { childEnv } from "#lib/platform/env.ts";
import { freePort } from "../launcher/ports.ts";
import { fetchRaw } from "./page-scripts.ts";

/** The first start may have to build, on a machine that has other work. */
const START_PATIENCE_MS = 900_000;

/** What the app runs on instead of a folder of its own that goes with it. */
export interface GivenBacking {
  /** Folder of all that the app writes; with a database in it, unless one is given. */
  readonly dataDir: string;
  /** A database that was filled before, with the secret that goes with it. */
  readonly database?: { readonly url: string; readonly authSecret: string };
  readonly moderatorEmails?: string;
}

/**
 * Runs `use` against the production app with a database of its own, or with what is given, at `base` (without a trailing
 * slash), and stops it afterwards. Throws if the app does not become ready within 15 minutes.
 */
export async function withThrowawayApp(
  use: (base: string) => Promise<void>,
  given?: GivenBacking,
): Promise<void> {
  const root = dirname(dirname(import.meta.dirname));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const app = spawn(
    process.execPath,
    [join(root, "scripts", "run.mjs"), given ? "start" : "start-throwaway"],
    {
      cwd: root,
      env: childEnv({
        PORT: String(port),
        PUBLIC_URL: base,
        DATABASE_URL: given?.database?.url,
        ...(given && { DATA_DIR: given.dataDir, MODERATOR_EMAILS: given.moderatorEmails }),
        ...(given?.database && { AUTH_SECRET: given.database.authSecret }),
        REDIS_URL: undefined,
        npm_lifecycle_event: undefined,
      }),
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  try {
    await untilHealthy(base, () => app.exitCode);
    await use(base);
  } finally {
    if (app.exitCode === null) {
      app.kill("SIGTERM");
      await once(app, "exit");
    }
  }
}

async function untilHealthy(base: string, exitCode: () => number | null): Promise<void> {
  const end = Date.now() + START_PATIENCE_MS;
  while (Date.now() < end) {
    if (exitCode() !== null) throw new Error(`The app ended with exit code ${exitCode()}.`);
    const status = await fetchRaw(`${base}/api/health`, "identity").then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await delay(200);
  }
  throw new Error("The app did not become ready.");
}
