import { describe, expect, it } from "vitest";
import { typosBetween, wordsOf } from "./words.ts";

describe("words of a text", () => {
  it("lose accents, capitals and punctuation", () => {
    expect(wordsOf("Épée d'Été: Heal-FB 2.0")).toEqual(["epee", "d", "ete", "heal", "fb", "2", "0"]);
  });

  it("are none where there is no letter or digit", () => {
    expect(wordsOf(" –!& | ")).toEqual([]);
  });
});

describe("typing errors between words", () => {
  it.each([
    ["firebrand", "firebrand", 0],
    ["firebrnad", "firebrand", 1],
    ["fierbrand", "firebrand", 1],
    ["firebrad", "firebrand", 1],
    ["quicknes", "quickness", 1],
    ["viruoso", "virtuoso", 1],
    ["dragnhuner", "dragonhunter", 2],
  ])("%s and %s: %i", (typed, meant, typos) => {
    expect(typosBetween(typed, meant, 2)).toBe(typos);
    expect(typosBetween(meant, typed, 2)).toBe(typos);
  });

  it.each([
    ["scourge", "scrapper"],
    ["might", "daredevil"],
  ])("%s and %s are too different", (one, other) => {
    expect(typosBetween(one, other, 2)).toBeUndefined();
  });
});
