import { describe, expect, it } from "vitest";
import { loadGearTables, loadMechanics } from "./load.ts";
import { findItemEntries, findStatCombination, isSameName, normalizedName } from "./names.ts";

const { entries } = loadMechanics();

describe("findItemEntries", () => {
  it.each([
    ["rune", "Scholar", "rune:scholar"],
    ["rune", "Superior Rune of the Scholar", "rune:scholar"],
    ["rune", "Radiance", "rune:radiance"],
    ["rune", "Privateer", "rune:privateer"],
    ["rune", "Surging", "rune:surging"],
    ["sigil", "Demons", "sigil:demons"],
    ["food", "Bowl of Sweet and Spicy Butternut Squash Soup", "food:sweet-and-spicy-butternut-squash-soup"],
    ["food", "Plate of Spicy Moa Wings", "food:sweet-and-spicy-butternut-squash-soup"],
    ["food", "bowl of nopalitos saute", "food:nopalitos-saute"],
    ["utility", "Leviathan Tempering Oil", "utility:snow-diamond-ornament"],
    ["utility", "Superior Sharpening Stone", "utility:superior-sharpening-stone"],
  ] as const)("finds the %s %s", (kind, name, id) => {
    expect(findItemEntries(entries, kind, name)[0]?.id).toBe(id);
  });

  it("gives all alternatives of an item and never a pair of sigils averaged for one build", () => {
    expect(findItemEntries(entries, "sigil", "Impact").map(({ id }) => id)).toEqual([
      "sigil:impact-night-slaying-both",
      "sigil:impact-night-slaying-only-3",
    ]);
    expect(findItemEntries(entries, "sigil", "Geomancy").map(({ id }) => id)).toEqual(["sigil:geomancy"]);
  });

  it("finds nothing for a name that is not there", () => {
    expect(findItemEntries(entries, "rune", "Nonsense")).toEqual([]);
  });

  it("finds every item by its own name, with one set of effects or alternatives of one item", () => {
    for (const entry of entries) {
      if (!["rune", "sigil", "relic", "food", "utility"].includes(entry.kind)) continue;
      const found = findItemEntries(entries, entry.kind as "rune", entry.name);
      expect(found, entry.id).toContain(entry);
    }
  });
});

describe("findStatCombination", () => {
  it.each(["Viper", "viper's", "Viper’s"])("takes %s for Viper", (name) => {
    expect(findStatCombination(loadGearTables().combinations, name)?.name).toBe("Viper");
  });
});

describe("names", () => {
  it("are the same whatever case, accents and punctuation", () => {
    expect(isSameName("Panaku's Ambition", "panakus ambition")).toBe(true);
    expect(normalizedName("Bowl of Nopalitos Sauté")).toBe("bowl of nopalitos saute");
  });
});
