import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  buildForRunning,
  buildNow,
  completeBuild,
  isBuildCurrent,
  sourceFingerprint,
} from "./production-build.ts";
import { StartProblem } from "./start-problem.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "gw2-build-"));
  write("app/page.tsx", "page");
  write("public/icon.svg", "icon");
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** What `next build` leaves behind. */
async function make(): Promise<void> {
  const fingerprint = sourceFingerprint(root);
  write(".next/standalone/server.js", "server");
  write(".next/build-manifest.json", JSON.stringify({ rootMainFiles: ["static/root.js"] }));
  write(".next/static/root.js", "root");
  write(".next/static/chunk.js", "chunk");
  completeBuild(root, fingerprint);
}

describe("the production build", () => {
  it("is made where there is none, and kept while the sources stay as they are", async () => {
    expect(isBuildCurrent(root)).toBe(false);
    (await buildForRunning(root, make)).release();
    write("app/page.tsx", "page");
    let made = 0;
    (await buildForRunning(root, async () => void made++)).release();
    expect(made).toBe(0);
  });

  it.each([
    ["changed", () => write("app/page.tsx", "other page")],
    ["new", () => write("lib/engine/new.ts", "new")],
    ["removed", () => rmSync(join(root, "public/icon.svg"))],
    ["configuration", () => write("next.config.ts", "config")],
  ])("is out of date when sources are: %s", async (_, change) => {
    await make();
    expect(isBuildCurrent(root)).toBe(true);
    change();
    expect(isBuildCurrent(root)).toBe(false);
  });

  it("brings what browsers fetch to the server, scripts also compressed", async () => {
    await make();
    const script = readFileSync(join(root, ".next/standalone/.next/static/chunk.js.br"));
    expect(brotliDecompressSync(script).toString()).toBe("chunk");
    expect(readFileSync(join(root, ".next/standalone/public/icon.svg"), "utf8")).toBe("icon");
  });

  it("marks what every page begins with for compilation ahead, and nothing else", async () => {
    await make();
    const file = (name: string) => readFileSync(join(root, ".next/standalone/.next/static", name), "utf8");
    expect(file("root.js")).toBe("//# allFunctionsCalledOnLoad\nroot");
    expect(file("chunk.js")).toBe("chunk");
  });

  it("does not care about tests", async () => {
    await make();
    write("app/page.test.tsx", "test");
    expect(isBuildCurrent(root)).toBe(true);
  });

  it("is made by one of several that start at once, and used by all", async () => {
    let made = 0;
    const starts = Array.from({ length: 4 }, () =>
      buildForRunning(root, async () => {
        made++;
        await make();
      }),
    );
    const held = await Promise.all(starts);
    expect(made).toBe(1);
    for (const each of held) each.release();
  });

  it("is not replaced under a server that runs it", async () => {
    const running = await buildForRunning(root, make);
    write("app/page.tsx", "other page");
    await expect(buildNow(root, make)).rejects.toThrow(StartProblem);
    await expect(buildForRunning(root, make)).rejects.toThrow(StartProblem);
    running.release();
    (await buildForRunning(root, make)).release();
    expect(isBuildCurrent(root)).toBe(true);
  });

  it("that was cut off counts for nothing", async () => {
    await expect(buildForRunning(root, () => Promise.reject(new Error("cut off")))).rejects.toThrow(
      "cut off",
    );
    expect(isBuildCurrent(root)).toBe(false);
    (await buildForRunning(root, make)).release();
  });
});
