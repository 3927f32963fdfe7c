import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseEnv } from "#lib/platform/env.ts";
import { installedChromium } from "./chromium.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gw2-chromium-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the browser of the end-to-end tests", () => {
  it("is the one that CHROMIUM_PATH names, before any on the PATH", () => {
    writeFileSync(join(folder, "chromium"), "");
    expect(installedChromium(parseEnv({ CHROMIUM_PATH: "/opt/own", PATH: folder }))).toBe("/opt/own");
  });

  it("is found in any folder of the PATH, Chromium before Chrome", () => {
    writeFileSync(join(folder, "google-chrome"), "");
    const path = parseEnv({ PATH: [join(folder, "none"), folder].join(delimiter) });
    expect(installedChromium(path)).toBe(join(folder, "google-chrome"));
    writeFileSync(join(folder, "chromium"), "");
    expect(installedChromium(path)).toBe(join(folder, "chromium"));
  });

  it("is Playwright's own where none is installed", () => {
    expect(installedChromium(parseEnv({ PATH: folder }))).toBeUndefined();
  });
});
