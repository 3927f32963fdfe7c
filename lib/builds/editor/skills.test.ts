import { describe, expect, it } from "vitest";
import type { Loadout } from "../loadout.ts";
import { mechanicSlots, swappedBars } from "./bars.ts";
import { chooseLegend, choosePet, legendsFor, swapLegends } from "./companions.ts";
import { emptyLoadout } from "./new-loadout.ts";
import { filterChoices, findSkills, NO_FILTER, skillChoices } from "./skill-choices.ts";
import { chooseSkill, copyBarToWater, swapUtility } from "./skill-slots.ts";
import { idOf, optionsOf } from "./testing/options.ts";

const guardian = optionsOf("Guardian");
const engineer = optionsOf("Engineer");
const revenant = optionsOf("Revenant");
const utility = skillChoices(guardian, "utility", "pve");
const skill = (name: string) => idOf(utility, name);
const slot = (index: 0 | 1 | 2) => ({ environment: "terrestrial", kind: "utility", index }) as const;

function withUtility(...names: readonly string[]): Loadout {
  return names.reduce(
    (loadout, name, index) => chooseSkill(loadout, guardian, slot(index as 0 | 1 | 2), skill(name)).loadout,
    emptyLoadout("Guardian"),
  );
}

describe("slotting skills", () => {
  it("exchanges two slots instead of slotting a skill twice", () => {
    const before = withUtility("Bane Signet", "Judge's Intervention");
    const { loadout } = chooseSkill(before, guardian, slot(2), skill("Bane Signet"));
    expect(loadout.skills.terrestrial.utility).toEqual([
      null,
      skill("Judge's Intervention"),
      skill("Bane Signet"),
    ]);
  });

  it("exchanges neighbours, and back", () => {
    const before = withUtility("Bane Signet", "Judge's Intervention");
    const once = swapUtility(before, "terrestrial", 0, 1).loadout;
    expect(swapUtility(once, "terrestrial", 0, 1).loadout).toEqual(before);
    expect(once.weapons).toBe(before.weapons);
  });

  it("takes over under water only what works there", () => {
    const onLand = utility.filter(({ worksUnderWater, isRacial }) => !worksUnderWater && !isRacial)[0];
    if (!onLand) throw new Error("Every skill works under water.");
    const before = chooseSkill(withUtility("Bane Signet"), guardian, slot(1), onLand.id).loadout;
    expect(copyBarToWater(before, guardian).loadout.skills.aquatic.utility).toEqual([
      skill("Bane Signet"),
      null,
      null,
    ]);
  });
});

describe("the list of skills", () => {
  it("has every core skill, then those of elite specializations, then racial ones", () => {
    const groups = [...new Set(utility.map(({ group }) => group))];
    expect(groups.slice(0, 2)).toEqual(["Guardian", "Dragonhunter"]);
    expect(groups.at(-1)).toBe("Racial");
  });

  it("finds by words of name, category and specialization, whatever the case and marks", () => {
    const names = (text: string) => findSkills(utility, text, NO_FILTER).map(({ name }) => name);
    expect(names("judges interv")).toEqual(["Judge's Intervention"]);
    expect(names("spirit weapon hammer")).toEqual(["Hammer of Wisdom"]);
    expect(names("dragonhunter trap").length).toBeGreaterThan(2);
    expect(names("no such skill")).toEqual([]);
  });

  it("filters by category, boon, combo field and control, each with choices that find something", () => {
    const choices = filterChoices(utility);
    for (const field of ["category", "boon", "field", "control"] as const) {
      expect(choices[field].length).toBeGreaterThan(0);
      for (const value of choices[field]) {
        expect(findSkills(utility, "", { ...NO_FILTER, [field]: value }).length).toBeGreaterThan(0);
      }
    }
  });

  it("knows a kit by its own name and by the fields of its skills", () => {
    const kits = findSkills(skillChoices(engineer, "utility", "pve"), "", {
      ...NO_FILTER,
      category: "Kit",
      field: "Fire",
    });
    expect(kits.map(({ name }) => name)).toContain("Bomb Kit");
  });
});

describe("bars behind skills", () => {
  it("show the skills of a slotted kit and the toolbelt", () => {
    const flamethrower = idOf(skillChoices(engineer, "utility", "pve"), "Flamethrower");
    const { loadout } = chooseSkill(emptyLoadout("Engineer"), engineer, slot(0), flamethrower);
    const bar = swappedBars(loadout, engineer).find(({ name }) => name === "Flamethrower");
    expect(bar?.slots.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5"]);
    expect(mechanicSlots(loadout, engineer).map(({ skill }) => skill?.name)).toContain("Incendiary Ammo");
  });
});

describe("legends", () => {
  const code = (name: string) => {
    const legend = revenant.catalog.legends.all.find((one) => one.name === name);
    if (!legend) throw new Error(`There is no ${name}.`);
    return legend.code;
  };
  const first = chooseLegend(
    emptyLoadout("Revenant"),
    revenant,
    "terrestrial",
    0,
    code("Legendary Dwarf Stance"),
  ).loadout;
  const both = chooseLegend(first, revenant, "terrestrial", 1, code("Legendary Demon Stance")).loadout;

  it("bring their skills", () => {
    const { heal, utility, elite } = both.skills.terrestrial;
    expect([heal, ...utility, elite]).not.toContain(null);
    expect(both.legends?.inactiveUtility.terrestrial).not.toContain(null);
  });

  it("change places with their skills when one is chosen for both", () => {
    const { loadout } = chooseLegend(both, revenant, "terrestrial", 0, code("Legendary Demon Stance"));
    expect(loadout.legends?.terrestrial).toEqual([
      code("Legendary Demon Stance"),
      code("Legendary Dwarf Stance"),
    ]);
    expect(loadout.skills.terrestrial.utility).toEqual(both.legends?.inactiveUtility.terrestrial);
    expect(swapLegends(loadout, revenant, "terrestrial").loadout).toEqual(both);
  });

  it("of an elite specialization need its line", () => {
    expect(
      legendsFor(emptyLoadout("Revenant"), revenant).every(
        ({ specialization }) => specialization === undefined,
      ),
    ).toBe(true);
  });
});

describe("pets", () => {
  it("change places instead of standing twice", () => {
    const ranger = optionsOf("Ranger");
    const [one, two] = ranger.catalog.pets.all;
    if (!one || !two) throw new Error("There are no pets.");
    const first = choosePet(emptyLoadout("Ranger"), ranger, "terrestrial", 0, one.id).loadout;
    const both = choosePet(first, ranger, "terrestrial", 1, two.id).loadout;
    expect(choosePet(both, ranger, "terrestrial", 1, one.id).loadout.pets?.terrestrial).toEqual([
      two.id,
      one.id,
    ]);
  });
});
