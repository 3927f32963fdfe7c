import { describe, expect, it } from "vitest";
import { editorOptions } from "../options.ts";
import { editorParcel } from "../parcel.ts";
import { allStatSetChoices, itemChoices, statSetChoices } from "./gear-choices.ts";
import { searchChoices } from "./search-choices.ts";

const options = editorOptions(editorParcel("Guardian"));
const { tables } = options.gear;
const runes = itemChoices("rune", "pve", options);
const foods = itemChoices("food", "pve", options);
const infusions = itemChoices("infusion", "pve", options);
const statSets = statSetChoices(tables, "coat", "ascended", "pve");

const namesOf = (found: readonly { readonly name: string }[], count = 3) =>
  found.slice(0, count).map(({ name }) => name);

describe("a search", () => {
  it("finds by the beginning of a name, of one of its words, and by the possessive", () => {
    expect(namesOf(searchChoices(statSets, "bers"), 1)).toEqual(["Berserker"]);
    expect(namesOf(searchChoices(statSets, "Berserker's"), 1)).toEqual(["Berserker"]);
    expect(namesOf(searchChoices(runes, "scholar"), 1)).toEqual(["Superior Rune of the Scholar"]);
    expect(searchChoices(statSets, "zzz")).toEqual([]);
    expect(searchChoices(statSets, "  ")).toBe(statSets);
  });

  it("finds by attribute, most points first", () => {
    const [first] = searchChoices(statSets, "power");
    expect(first?.given[0]).toMatchObject({ what: "Power" });
    expect(searchChoices(statSets, "concentration").every(({ given }) => has(given, "Concentration"))).toBe(
      true,
    );
    expect(searchChoices(infusions, "healing power").every(({ given }) => has(given, "Healing Power"))).toBe(
      true,
    );
    expect(namesOf(infusions, 8).every((name) => name.includes("+9 Agony Infusion"))).toBe(true);
  });

  it("knows what attributes do: condition duration is expertise, boon duration is concentration", () => {
    const byDuration = searchChoices(statSets, "condition duration");
    expect(byDuration.map(({ name }) => name)).toContain("Viper");
    expect(byDuration.every(({ given }) => has(given, "Expertise"))).toBe(true);
    expect(searchChoices(statSets, "boon dur").map(({ name }) => name)).toContain("Diviner");
    expect(searchChoices(statSets, "condi").map(({ name }) => name)).toContain("Carrion");
    expect(
      searchChoices(runes, "condition duration").some(({ given }) => has(given, "Condition Duration")),
    ).toBe(true);
  });

  it("takes several attributes together, in any order", () => {
    const found = searchChoices(foods, "ferocity power");
    expect(found.length).toBeGreaterThan(0);
    const says = (choice: (typeof found)[number], word: string) =>
      choice.given.some(({ text }) => text.includes(word) || /All (Stats|Attributes)/.test(text));
    expect(found.every((choice) => says(choice, "Ferocity") && says(choice, "Power"))).toBe(true);
  });

  it("finds food that raises all attributes under each of them", () => {
    const everything = foods.filter(({ given }) => has(given, "All Stats"));
    const found = new Set(searchChoices(foods, "vitality"));
    expect(everything.length).toBeGreaterThan(0);
    expect(everything.every((choice) => found.has(choice))).toBe(true);
  });

  it("finds stat sets by attribute where no piece is meant", () => {
    const all = allStatSetChoices(tables);
    expect(all).toHaveLength(tables.combinations.length);
    expect(searchChoices(all, "healing").map(({ name }) => name)).toContain("Harrier");
  });
});

describe("items to choose from", () => {
  it("list what is alike once: an exotic rune and its legendary form", () => {
    const names = runes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain("Superior Rune of the Scholar");
  });

  it("say what six runes give together, and what sigils do", () => {
    const scholar = runes.find(({ name }) => name === "Superior Rune of the Scholar");
    expect(scholar?.given.map(({ text }) => text)).toContain("+175 Power");
    const air = itemChoices("sigil", "pve", options).find(({ name }) => name.endsWith("of Air"));
    expect(air?.given.map(({ text }) => text)).toContain("Strike on critical hit");
  });

  it("are those of the mode", () => {
    const pvp = itemChoices("rune", "pvp", options);
    expect(pvp.length).toBeGreaterThan(0);
    expect(pvp.every(({ id }) => options.catalog.items.get(id)?.group === "pvpRune")).toBe(true);
    expect(itemChoices("infusion", "wvw", options)[0]?.name).toContain("WvW");
    expect(itemChoices("enrichment", "pve", options).length).toBeGreaterThan(0);
  });
});

function has(given: readonly { readonly what: string }[], what: string): boolean {
  return given.some((one) => one.what === what || one.what === "All Stats" || one.what === "All Attributes");
}
