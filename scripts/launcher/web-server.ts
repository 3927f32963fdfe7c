import { setTimeout as delay } from "node:timers/promises";
import type { Child } from "./children.ts";
import { StartProblem } from "./start-problem.ts";

const POLL_MS = 60;
const REQUEST_PATIENCE_MS = 20_000;

/** Resolves when the server answers its health check; throws StartProblem when it ends before. */
export async function untilHealthy(child: Child, port: number, host: string): Promise<void> {
  let exitCode: number | null | undefined;
  void child.exited.then((code) => {
    exitCode = code;
  });
  while (!(await isHealthy(port, host))) {
    if (exitCode !== undefined) throw new StartProblem("The web server ended before it was ready.");
    await delay(POLL_MS);
  }
}

async function isHealthy(port: number, host: string): Promise<boolean> {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const authority = address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
  try {
    const response = await fetch(`http://${authority}/api/health`, {
      signal: AbortSignal.timeout(REQUEST_PATIENCE_MS),
      redirect: "manual",
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
