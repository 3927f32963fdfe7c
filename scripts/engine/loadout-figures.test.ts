import { describe, expect, it } from "vitest";
import { type LoadoutInput, loadoutSchema } from "#lib/builds/loadout.ts";
import { partsOfProject } from "#lib/builds/testing/legal-loadout.ts";
import { loadMechanicsIndex, loadNotModelled } from "#lib/catalog/mechanics/load.ts";
import { type LoadoutNumbers, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";

const { catalog, gear, templates } = partsOfProject();
const data = {
  index: loadMechanicsIndex(),
  tables: gear,
  facts: catalog,
  templates,
  notModelled: loadNotModelled(),
};

type Changes = Omit<Partial<LoadoutInput>, "version">;

function result(changes: Changes) {
  return loadoutNumbers(loadoutSchema.parse({ version: 1, profession: "Guardian", ...changes }), data);
}

function numbersOf(changes: Changes): LoadoutNumbers {
  const numbers = result(changes);
  if (!numbers.ok) throw new Error(numbers.error.message);
  return numbers.value;
}

const panel = (changes: Changes, attribute: keyof LoadoutNumbers["heroPanel"]) =>
  numbersOf(changes).heroPanel[attribute].value;

const RADIANCE = { id: 16, traits: [566, null, null] } as const;

describe("a bare Guardian", () => {
  it("has the base values of its profession and deals no damage that is known", () => {
    const { heroPanel, combat, template } = numbersOf({});
    expect([heroPanel.power.value, heroPanel.armor.value, heroPanel.health.value]).toEqual([
      1000, 2271, 11_645,
    ]);
    expect(combat.damage).toBe(0);
    expect(template).toBeNull();
  });
});

describe("gear, infusions, jade bot and consumables", () => {
  it("add the points of each piece by its rarity", () => {
    const pieces = {
      helm: { statSet: "Berserker" as const },
      boots: { statSet: "Berserker" as const, rarity: "exotic" as const },
    };
    // 63 and 45 of power, 45 and 32 of precision and ferocity.
    const { heroPanel } = numbersOf({ equipment: { pieces } });
    expect(heroPanel.power.value).toBe(1000 + 63 + 45);
    expect(heroPanel.ferocity.value).toBe(45 + 32);
    expect(heroPanel.power.contributions.map(({ kind, amount }) => [kind, amount])).toEqual([
      ["base", 1000],
      ["gear", 63],
      ["gear", 45],
    ]);
  });

  it("count the weapon set that is drawn, the second only where the first is empty", () => {
    const greatsword = { type: "Greatsword" as const, statSet: "Berserker" as const };
    expect(panel({ weapons: { a: { main: greatsword } } }, "power")).toBe(1251);
    expect(panel({ weapons: { b: { main: greatsword } } }, "power")).toBe(1251);
    const staff = { type: "Staff" as const, statSet: "Cleric" as const };
    expect(panel({ weapons: { a: { main: staff }, b: { main: greatsword } } }, "power")).toBe(1179);
  });

  it("include a jade bot core in PvE alone", () => {
    const equipment = { jadeBotCore: 10 };
    expect(panel({ equipment }, "vitality")).toBe(1235);
    expect(panel({ equipment, mode: "wvw" }, "vitality")).toBe(1000);
  });

  it("name what does not work yet: runes of several kinds, items without a model", () => {
    const scholar = 24836;
    const { gaps } = numbersOf({
      equipment: { runes: [scholar, null, null, null, null, null], relic: 100148 },
    });
    expect(gaps).toContainEqual(expect.objectContaining({ kind: "rune", reason: "incompleteSet" }));
    expect(gaps).toContainEqual(
      expect.objectContaining({ name: "Relic of Speed", reason: "triggeredEffect" }),
    );
  });
});

describe("boons", () => {
  const combat = (boons: NonNullable<LoadoutInput["assumptions"]>["boons"], mode: "pve" | "wvw" = "pve") =>
    numbersOf({ mode, assumptions: { boons } }).combat;

  it("act in combat but not on the hero panel", () => {
    const numbers = numbersOf({ assumptions: { boons: { might: 25, fury: 100 } } });
    expect(numbers.heroPanel.power.value).toBe(1000);
    expect(numbers.combat.scenarios[0]?.attributes.power.value).toBe(1750);
    expect(numbers.combat.scenarios[0]?.attributes.criticalChance.value).toBeCloseTo(0.3, 12);
  });

  it("of part of the time are averaged, fury is a state of its own", () => {
    expect(combat({ protection: 50 }).scenarios).toHaveLength(1);
    const { scenarios } = combat({ fury: 40 });
    expect(scenarios.map(({ fraction }) => fraction)).toEqual([0.6, 0.4]);
    expect(scenarios[1]?.attributes.criticalChance.value).toBeCloseTo(0.3, 12);
  });

  it("have the figures of the mode", () => {
    expect(combat({ fury: 100 }, "wvw").scenarios[0]?.attributes.criticalChance.value).toBeCloseTo(0.25, 12);
  });

  it("reduce what is taken: protection a third, so half as much again can be taken", () => {
    expect(combat({ protection: 100 }).survivability / combat({}).survivability).toBeCloseTo(1 / 0.67, 12);
  });
});

describe("traits", () => {
  const lines = (weapon: "Sword" | "Greatsword") => ({
    specializations: [RADIANCE, null, null] as LoadoutInput["specializations"],
    weapons: { a: { main: { type: weapon } } },
  });

  it("act where the loadout holds what they need", () => {
    const power = (weapon: "Sword" | "Greatsword") => panel(lines(weapon), "power");
    expect(power("Sword")).toBeGreaterThan(power("Greatsword"));
    const inactive = numbersOf(lines("Greatsword")).effects.find(
      ({ entry }) => entry.id === "trait:guardian:right-hand-strength-1h",
    );
    expect(inactive?.inactive).toBe("requirementNotMet");
  });

  it("do what the player says about them", () => {
    const off = {
      ...lines("Sword"),
      assumptions: { effects: { "trait:guardian:right-hand-strength-1h": 0 } },
    };
    const effect = numbersOf(off).effects.find(
      ({ entry }) => entry.id === "trait:guardian:right-hand-strength-1h",
    );
    expect(effect?.inactive).toBe("switchedOff");
  });
});

describe("potions against one kind of enemy", () => {
  const potion = catalog.itemsOf("utility").find(({ name }) => name === "Powerful Potion of Undead Slaying");
  const equipment = { utility: potion?.id ?? null };
  const id = "utility:powerful-potion-of-undead-slaying";

  it("act only if the player says that the enemy is one", () => {
    const plain = numbersOf({ equipment });
    expect(plain.effects).toMatchObject([{ entry: { id }, inactive: "offByDefault" }]);
    const against = numbersOf({ equipment, assumptions: { effects: { [id]: 1 } } });
    expect(against.combat.survivability / plain.combat.survivability).toBeCloseTo(1 / 0.9, 12);
  });
});

describe("what cannot be calculated", () => {
  it.each([
    [{ mode: "pvp" as const }, { code: "MODE_WITHOUT_FIGURES", field: "mode" }],
    [{ template: { id: "nothing" } }, { code: "UNKNOWN_NAME", field: "template.id" }],
    [{ template: { id: "pbers" } }, { code: "UNKNOWN_NAME", field: "template.id" }],
  ])("%j is refused", (changes, error) => {
    expect(result(changes)).toMatchObject({ ok: false, error });
  });
});
