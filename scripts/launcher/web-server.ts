import { setTimeout as delay } from "node:timers/promises";
import type { Env } from "#lib/platform/env.ts";
import type { Child } from "./children.ts";
import { StartProblem } from "./start-problem.ts";

const POLL_MS = 60;
const REQUEST_PATIENCE_MS = 20_000;

/** Resolves when the health check's status is as wanted; throws StartProblem when the server ends before. */
export async function untilReady(
  child: Child,
  { port, host }: Pick<Env, "port" | "host">,
  isReady: (healthStatus: number) => boolean,
): Promise<void> {
  const address = `http://${reachable(host)}:${port}/api/health`;
  const ended = child.exited.then((code) => {
    throw new StartProblem(`The web server ended before it was ready (exit code ${code}).`);
  });
  for (;;) {
    const status = await Promise.race([ended, statusOf(address)]);
    if (status !== undefined && isReady(status)) return;
    await Promise.race([ended, delay(POLL_MS)]);
  }
}

/** Where a server that listens on `host` is reached from this machine. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

async function statusOf(address: string): Promise<number | undefined> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(REQUEST_PATIENCE_MS),
      redirect: "manual",
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
