import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRawFolder } from "./read-folder.ts";

const FIXTURES = join(import.meta.dirname, "../sync/fixtures");
let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "catalog-folder-"));
  folder = join(home, "api");
  cpSync(FIXTURES, folder, { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function errorOf(path: string): string {
  const read = readRawFolder(path);
  return read.ok ? "" : read.error;
}

describe("readRawFolder", () => {
  it("reads every endpoint and knows the merged snapshot's sources", () => {
    const read = readRawFolder(folder);
    expect(read.ok && read.value.records.skills).toHaveLength(57);
    expect(read.ok && read.value.about.sources.skills?.[0]?.name).toContain("Official API");
  });

  it("does without the optional files", () => {
    rmSync(join(folder, "balance_splits.json"));
    const read = readRawFolder(folder);
    expect(read.ok && read.value.records.balance_splits).toEqual([]);
    expect(read.ok && read.value.records.palettes).toEqual({});
  });

  it("takes additional palette ids from the folder or the one above", () => {
    writeFileSync(
      join(home, "palette.json"),
      JSON.stringify({ skillsByPalette: { Guardian: [[7700, 79766]] } }),
    );
    const read = readRawFolder(folder);
    expect(read.ok && read.value.records.palettes).toEqual({ Guardian: [[7700, 79766]] });
  });

  it("takes sources and game build from sources.json", () => {
    const about = {
      gameBuild: 190_000,
      sources: { skills: [{ code: "api", name: "Official API", date: "2026-11-21" }] },
    };
    writeFileSync(join(folder, "sources.json"), JSON.stringify(about));
    const read = readRawFolder(folder);
    expect(read.ok && read.value.about).toEqual(about);
  });

  it("refuses in one line that names the file", () => {
    expect(errorOf(join(home, "nowhere"))).toContain("There is no folder");
    rmSync(join(folder, "pets.json"));
    expect(errorOf(folder)).toMatch(/pets\.json cannot be read as JSON/);
    writeFileSync(join(folder, "pets.json"), "{}");
    expect(errorOf(folder)).toMatch(/pets\.json does not hold a JSON array/);
    writeFileSync(join(folder, "pets.json"), "[");
    expect(errorOf(folder)).toMatch(/pets\.json cannot be read as JSON/);
  });
});
