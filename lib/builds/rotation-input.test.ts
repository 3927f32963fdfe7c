import { describe, expect, it } from "vitest";
import { rotationInput } from "./rotation-input.ts";
import { partsOfProject } from "./testing/legal-loadout.ts";
import { type NamedLoadout, namedLoadout } from "./testing/named-loadout.ts";

const { catalog } = partsOfProject();

function inputOf(named: NamedLoadout) {
  return rotationInput(namedLoadout(catalog, named), catalog);
}

function usesOf(named: NamedLoadout): Record<string, string> {
  return Object.fromEntries(inputOf(named).skills.map(({ name, bar, use }) => [`${name} @${bar}`, use.kind]));
}

const GREATSWORD_AND_AXES: NamedLoadout = {
  profession: "Warrior",
  lines: [["Strength"], ["Discipline"], ["Berserker"]],
  weapons: [["Greatsword"], ["Axe", "Axe"]],
};

describe("rotationInput", () => {
  it("has weapon skills, auto attack chains and bursts of both sets, with Fast Hands' swap", () => {
    const uses = usesOf(GREATSWORD_AND_AXES);
    expect(uses).toMatchObject({
      "Hundred Blades @weapons-a": "recharge",
      "Arc Divider @weapons-a": "recharge",
      "Decapitate @weapons-b": "recharge",
      "Chop @weapons-b": "auto",
    });
    const chain = inputOf(GREATSWORD_AND_AXES).skills.filter(
      ({ bar, use }) => bar === "weapons-b" && use.kind === "auto",
    );
    expect(chain.map(({ name }) => name)).toEqual(["Chop", "Double Chop", "Triple Chop"]);
    expect(inputOf(GREATSWORD_AND_AXES).groups).toMatchObject([{ id: "weapons", swapSeconds: 5 }]);
  });

  it("has no weapons where the loadout holds none", () => {
    expect(inputOf({ profession: "Warrior" }).hasWeapons).toBe(false);
    expect(inputOf(GREATSWORD_AND_AXES).hasWeapons).toBe(true);
  });

  it("gives a thief's weapon skills their initiative and a revenant's energy", () => {
    const thief = inputOf({ profession: "Thief", weapons: [["Dagger", "Dagger"]] });
    expect(thief.resource).toMatchObject({ name: "Initiative", maximum: 12 });
    expect(thief.skills.find(({ name }) => name === "Death Blossom")?.cost).toBeGreaterThan(0);
    const revenant = inputOf({
      profession: "Revenant",
      weapons: [["Sword", "Sword"]],
      legends: ["Legendary Assassin Stance", "Legendary Demon Stance"],
    });
    expect(revenant.resource).toMatchObject({ name: "Energy", perSecond: 5 });
    expect(revenant.groups).toMatchObject([{ id: "legends", swapSeconds: 10, resourceOnSwap: 50 }]);
  });

  it("gives an elementalist four attunements with their own bars, a weaver with a shared recharge", () => {
    const [core] = inputOf({ profession: "Elementalist", weapons: [["Staff"]] }).groups;
    expect(core).toMatchObject({ swapSeconds: 1.5, returnSeconds: 10, withAlacrity: true });
    expect(core?.choices.map(({ bars }) => bars[0])).toEqual([
      "weapons-a-Fire",
      "weapons-a-Water",
      "weapons-a-Air",
      "weapons-a-Earth",
    ]);
    const weaver = inputOf({
      profession: "Elementalist",
      lines: [["Fire"], ["Air"], ["Weaver"]],
      weapons: [["Staff"]],
    });
    expect(weaver.groups[0]).toMatchObject({ swapSeconds: 4, returnSeconds: 4 });
  });

  it("uses an engineer's kits, one skill for each place, and leaves out what is conjured or a form", () => {
    const engineer: NamedLoadout = {
      profession: "Engineer",
      lines: [["Explosives"], ["Firearms"], ["Holosmith"]],
      utility: ["Grenade Kit", "Bomb Kit"],
      weapons: [["Rifle"]],
    };
    const kits = inputOf(engineer).skills.filter(({ bar }) => bar.startsWith("swapped-"));
    expect(kits.filter(({ name }) => name === "Grenade")).toHaveLength(1);
    expect(kits.find(({ name }) => name === "Shrapnel Grenade")).toMatchObject({
      strength: "kit",
      cast: { measuredSeconds: 1.02 },
    });
    expect(inputOf(engineer).gaps.map(({ name }) => name)).toContain("Engage Photon Forge");
  });

  it("does not count a change by a trait that may stand beside the line it replaces", () => {
    const guardian = {
      profession: "Guardian",
      weapons: [["Greatsword"]],
    } as const satisfies NamedLoadout;
    const strikesOf = (named: NamedLoadout) =>
      inputOf(named)
        .skills.find(({ name }) => name === "Symbol of Resolution")
        ?.facts.filter(({ kind }) => kind === "damage").length;
    const traited: NamedLoadout = { ...guardian, lines: [["Zeal"]] };
    expect(strikesOf(traited)).toBe(strikesOf(guardian));
    expect(inputOf(traited).gaps).toContainEqual({
      name: "Symbol of Resolution",
      text: "a change of its damage by a trait is uncertain and not counted.",
    });
  });

  it("takes the figures of the loadout's mode", () => {
    const coefficients = (mode: "pve" | "wvw") =>
      inputOf({ ...GREATSWORD_AND_AXES, mode })
        .skills.find(({ name }) => name === "Hundred Blades")
        ?.facts.flatMap((fact) => (fact.kind === "damage" ? [fact.coefficient] : []));
    expect(coefficients("pve")).toEqual([0.775, 1.5]);
    expect(coefficients("wvw")).toEqual([0.35, 0.8]);
  });
});
