import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { childEnv, type EnvSource } from "#lib/platform/env.ts";
import { isRunning, processesWith } from "../process-info.ts";

/** A launcher in its own process group, as a terminal would start it. */
export interface LauncherProcess {
  readonly pid: number;
  /** Everything it said so far. */
  output(): string;
  /** Address of the ready line. Rejects with all that was said when the process ends before. */
  readonly ready: Promise<string>;
  readonly exitCode: Promise<number | null>;
  signal(signal: NodeJS.Signals, to?: "launcher" | "group"): void;
  /** Process ids of everything it started, itself and the database included, that still runs. */
  remaining(): readonly number[];
}

const MARK = "GW2OPTIMIZER_TEST";
const FAKE_APP = join(import.meta.dirname, "start-fake-app.ts");

/** Starts the launcher around the fake web server on a free port. */
export function startLauncher(
  environment: EnvSource,
  fakeWebArguments: readonly string[] = [],
): LauncherProcess {
  return startProcess(process.execPath, [FAKE_APP, ...fakeWebArguments], environment);
}

/** The npm script that starts the launcher around the fake web server, in a folder of its own. */
export const FAKE_APP_SCRIPT = `"${process.execPath}" "${FAKE_APP}"`;

/** Starts any program that ends up in a launcher. */
export function startProcess(
  command: string,
  args: readonly string[],
  environment: EnvSource,
  cwd?: string,
): LauncherProcess {
  const mark = randomUUID();
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnv({
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: undefined,
      AUTH_SECRET: undefined,
      npm_lifecycle_event: undefined,
      NODE_ENV: undefined,
      ...environment,
      [MARK]: mark,
    }),
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command} could not be started`);

  let said = "";
  const exitCode = once(child, "exit").then(([code]) => code as number | null);
  const ready = new Promise<string>((settle, fail) => {
    const read = (chunk: Buffer) => {
      said += chunk;
      const address = /^Ready: (http:\S+)/m.exec(said)?.[1];
      if (address) settle(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", () => fail(new Error(`ended before it was ready: ${said}`)));
  });
  // A test of a refusal waits for the exit code only.
  ready.catch(() => undefined);

  return {
    pid,
    output: () => said,
    ready,
    exitCode,
    signal: (signal, to = "launcher") => process.kill(to === "group" ? -pid : pid, signal),
    remaining: () => processesWith(MARK, mark).filter(isRunning),
  };
}
