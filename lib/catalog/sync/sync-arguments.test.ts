import { describe, expect, it } from "vitest";
import { readSyncArguments } from "./sync-arguments.ts";

describe("readSyncArguments", () => {
  it("has sensible values for everything", () => {
    expect(readSyncArguments([])).toEqual({
      ok: true,
      value: { out: "data/catalog", staging: ".data/catalog-sync", concurrency: 4, baseUrl: undefined },
    });
  });

  it("takes another server, without its trailing slash", () => {
    const read = readSyncArguments(["--base-url", "http://localhost:8080/", "--lang", "en"]);
    expect(read).toMatchObject({ ok: true, value: { baseUrl: "http://localhost:8080" } });
  });

  it.each([
    [["--lang", "de"], '--lang de: only "en" (English) is supported for now.'],
    [["--concurrency", "0"], "--concurrency 0: expected a whole number from 1 to 10."],
    [["--concurrency", "many"], "--concurrency many: expected a whole number from 1 to 10."],
    [["--base-url", "api"], "--base-url api: expected an address such as https://api.guildwars2.com"],
    [["--verbose"], "--verbose"],
  ])("refuses %j and says why", (args, message) => {
    const read = readSyncArguments(args);
    expect(read.ok ? "" : read.error).toContain(message);
  });
});
