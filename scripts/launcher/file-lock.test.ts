import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tryLock, waitForLock } from "./file-lock.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gw2-lock-"));
  file = join(folder, "inner", "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a file lock", () => {
  it("is exclusive to one holder until that gives it back", () => {
    const held = tryLock(file, "exclusive");
    expect(held).toBeDefined();
    expect(tryLock(file, "exclusive")).toBeUndefined();
    expect(tryLock(file, "shared")).toBeUndefined();
    held?.release();
    tryLock(file, "exclusive")?.release();
    expect(tryLock(file, "shared")).toBeDefined();
  });

  it("is shared by many, and exclusive to none meanwhile", () => {
    const [one, two] = [tryLock(file, "shared"), tryLock(file, "shared")];
    expect(tryLock(file, "exclusive")).toBeUndefined();
    one?.release();
    expect(tryLock(file, "exclusive")).toBeUndefined();
    two?.release();
    expect(tryLock(file, "exclusive")).toBeDefined();
  });

  it("is waited for", async () => {
    const held = tryLock(file, "exclusive");
    const waiting = waitForLock(file, "exclusive", 10_000);
    held?.release();
    expect(await waiting).toBeDefined();
    expect(await waitForLock(file, "exclusive", 50)).toBeUndefined();
  });

  it("comes back by itself when the holder is killed", async () => {
    const module = join(import.meta.dirname, "file-lock.ts");
    const code = `import { tryLock } from ${JSON.stringify(module)};
      globalThis.held = tryLock(${JSON.stringify(file)}, "exclusive");
      console.log("held");
      setInterval(() => 0, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "--eval", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    expect(tryLock(file, "exclusive")).toBeUndefined();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(tryLock(file, "exclusive")).toBeDefined();
  });

  it("is refused with the reason where its file cannot be", () => {
    expect(() => tryLock(join(folder, "\0"), "shared")).toThrow();
  });
});
