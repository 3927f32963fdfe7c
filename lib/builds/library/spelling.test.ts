import { describe, expect, it } from "vitest";
import { catalog } from "#lib/catalog/service.ts";
import { makeSpelling, spellingOf } from "./spelling.ts";

describe("spelling", () => {
  it.each([
    ["fierbrand", "firebrand"],
    ["viruoso", "virtuoso"],
    ["deadye", "deadeye"],
    ["dragonhuntr", "dragonhunter"],
    ["bersreker", "berserker"],
  ])("takes %s for %s", (typed, meant) => {
    const { corrections } = spellingOf(catalog())(typed);
    expect([...corrections, typed]).toContain(meant);
  });

  it("leaves words of the game and their beginnings alone", () => {
    for (const word of ["firebrand", "fireb", "scourge", "axe", "fb"]) {
      expect(spellingOf(catalog())(word).corrections, word).toEqual([]);
    }
  });

  it("calls foreign what is near to nothing", () => {
    expect(spellingOf(catalog())("xyzzyplugh")).toEqual({ corrections: [], isForeign: true });
  });

  it("offers only the nearest words", () => {
    expect(makeSpelling(["scrapper", "scourges", "scrappers"])("scraper")).toEqual({
      corrections: ["scrapper"],
      isForeign: false,
    });
  });
});
