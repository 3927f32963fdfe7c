import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { childEnv, type EnvSource } from "#lib/platform/env.ts";

/** Runs a program of node_modules on this Node, its output shown; returns whether it succeeded. */
export function runStep(
  root: string,
  program: string,
  args: readonly string[],
  environment: EnvSource = {},
): boolean {
  console.log(`\n> ${[program.split("/").at(-1), ...args].join(" ")}`);
  const { status, error } = spawnSync(process.execPath, [join(root, "node_modules", program), ...args], {
    cwd: root,
    stdio: "inherit",
    env: childEnv({ NEXT_TELEMETRY_DISABLED: "1", ...environment }),
  });
  if (error) console.error(error.message);
  return status === 0;
}

export const PROGRAMS = {
  next: "next/dist/bin/next",
  tsc: "typescript/bin/tsc",
  biome: "@biomejs/biome/bin/biome",
  vitest: "vitest/vitest.mjs",
  playwright: "@playwright/test/cli.js",
} as const;
