import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { childEnv, type EnvSource } from "#lib/platform/env.ts";

/** Runs run.mjs on a Node that says it has this version. */
function runOn(version: string, args: readonly string[], environment: EnvSource = {}) {
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} })`;
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(pretend)}`,
      join(import.meta.dirname, "run.mjs"),
      ...args,
    ],
    { encoding: "utf8", env: childEnv(environment) },
  );
  return { status, lines: `${stdout}${stderr}`.trim() };
}

describe("run.mjs", () => {
  it("refuses a Node older than 20 in one line", () => {
    expect(runOn("18.19.1", ["start"])).toEqual({
      status: 1,
      lines: "GW2Optimizer needs Node 20 or newer, this is Node 18.19.1: see https://nodejs.org",
    });
  });

  it.each(["20.0.0", "22.17.0", "24.21.0"])("runs TypeScript when started by Node %s", (version) => {
    expect(runOn(version, ["start"], { PORT: "many" })).toEqual({
      status: 1,
      lines: 'PORT is "many": expected a whole number from 0 to 65535',
    });
  });

  it.each([[], ["no-such-script"], ["../package"], ["launcher/launch"]])(
    "refuses what is not in scripts/: %s",
    (...args) => {
      expect(runOn("24.21.0", args)).toEqual({
        status: 1,
        lines: "Usage: node scripts/run.mjs <name of a file in scripts/, such as start> [arguments]",
      });
    },
  );
});
