import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { childEnv } from "#lib/platform/env.ts";
import { freePort } from "#scripts/launcher/ports.ts";

const START_MS = 60_000;
const STOP_MS = 10_000;

/** A server of a test's own, which may be killed; it uses the build that the other journeys use. */
export class OwnServer {
  readonly address: string;
  private readonly port: number;
  private readonly dataDir = mkdtempSync(join(tmpdir(), "gw2optimizer-own-"));
  private child: ChildProcess | null = null;

  private constructor(port: number) {
    this.port = port;
    this.address = `http://localhost:${port}`;
  }

  static async open(): Promise<OwnServer> {
    const server = new OwnServer(await freePort());
    await server.start();
    return server;
  }

  /** Starts it on the data that it had before, if any. */
  async start(): Promise<void> {
    this.child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
      stdio: "ignore",
      env: childEnv({
        PORT: String(this.port),
        PUBLIC_URL: this.address,
        DATA_DIR: this.dataDir,
        DATABASE_URL: "",
        REDIS_URL: "",
        npm_lifecycle_event: "",
      }),
    });
    await this.until(true, START_MS);
  }

  /** As when the machine loses its power: nothing is told, nothing is written. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
    await this.until(false, STOP_MS);
  }

  /** Stops it for good, its database too, and removes its data. */
  async close(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.kill(signal);
    });
  }

  private async until(answers: boolean, patienceMs: number): Promise<void> {
    await expect
      .poll(() => this.isUp(), {
        message: `The server at ${this.address} ${answers ? "does not answer" : "still answers"}.`,
        timeout: patienceMs,
      })
      .toBe(answers);
  }

  private isUp(): Promise<boolean> {
    return fetch(`${this.address}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
