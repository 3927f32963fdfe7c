import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gw2-folder-"));
});
afterEach(() => rmSync(home, { recursive: true }));

describe("makeFolder", () => {
  it("makes the folder and those above it that are missing, with the rights asked for", () => {
    makeFolder(join(home, "a", "b", "c"), 0o700);
    for (const made of ["a", "a/b", "a/b/c"]) expect(statSync(join(home, made)).mode & 0o777).toBe(0o700);
  });

  it("leaves a folder that is there as it is", () => {
    const folder = join(home, "there");
    mkdirSync(folder);
    chmodSync(folder, 0o750);
    makeFolder(folder, 0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o750);
  });

  it("throws the system's error below a file", () => {
    writeFileSync(join(home, "file"), "");
    expect(() => makeFolder(join(home, "file", "a", "b"))).toThrow("ENOTDIR");
  });

  it.runIf(process.platform === "linux")(
    "gives up at once where the system lets nobody make a folder",
    () => {
      expect(() => makeFolder("/proc/folder")).toThrow("ENOENT");
      expect(() => makeFolder("/proc/folder/in/another")).toThrow("ENOENT");
    },
  );
});
