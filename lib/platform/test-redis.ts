import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";
import { env } from "./env.ts";

export interface TestRedis {
  readonly url: string;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** Makes the server accept and never answer, or go on. */
  freeze(): void;
  thaw(): void;
}

/** Path of the Redis server where one is installed; tests that need it say so in their title. */
export const redisServer = env()
  .searchPath.split(delimiter)
  .map((folder) => join(folder, "redis-server"))
  .find((path) => existsSync(path));

/** Starts a Redis that keeps nothing, on a free port of the loopback interface. */
export async function startTestRedis(port?: number): Promise<TestRedis> {
  if (!redisServer) throw new Error("redis-server is not installed");
  const listenOn = port ?? (await freePort());
  const child = spawn(
    redisServer,
    ["--bind", "127.0.0.1", "--port", String(listenOn), "--save", "", "--appendonly", "no"],
    { stdio: "ignore" },
  );
  const url = `redis://127.0.0.1:${listenOn}`;
  await answering(url);
  return {
    url,
    kill: () => ended(child),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await exit;
}

async function answering(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: 250 });
  // Refused connections are what it waits through.
  client.on("error", () => undefined);
  try {
    await client.ping();
  } finally {
    client.disconnect();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
