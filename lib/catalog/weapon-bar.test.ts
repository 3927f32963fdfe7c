import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROFESSIONS, type Profession } from "#lib/shared/game.ts";
import type { SpecializationId } from "#lib/shared/ids.ts";
import { loadCatalog } from "./catalog.ts";
import { type WeaponBarChoice, weaponBar } from "./weapon-bar.ts";

const catalog = loadCatalog(join(import.meta.dirname, "../../data/catalog"));

function bar(profession: Profession, choice: Partial<WeaponBarChoice>, ...lines: string[]) {
  const record = catalog.professions.get(profession);
  if (!record) throw new Error(`no ${profession} in the catalogue`);
  const specializations = lines.flatMap((name) => catalog.specializations.named(name).map((line) => line.id));
  const slots = weaponBar(record, catalog.skills.get, { environment: "land", specializations, ...choice });
  return slots.map(({ skill }) => (skill === undefined ? "-" : catalog.skills.get(skill)?.name));
}

describe("weaponBar", () => {
  it("fills all five slots from a two-handed weapon", () => {
    expect(bar("Guardian", { main: "Greatsword" })).toEqual([
      "Strike",
      "Whirling Wrath",
      "Leap of Faith",
      "Symbol of Resolution",
      "Binding Blade",
    ]);
  });

  it("fills three slots from the main hand and two from the off hand", () => {
    expect(bar("Guardian", { main: "Axe", off: "Shield" }).slice(3)).toEqual([
      "Shield of Judgment",
      "Shield of Absorption",
    ]);
    expect(bar("Guardian", { main: "Axe" }).slice(3)).toEqual(["-", "-"]);
    expect(bar("Guardian", {})).toEqual(["-", "-", "-", "-", "-"]);
  });

  it("follows the off hand of a thief in slot 3", () => {
    const third = (off?: "Dagger" | "Pistol") => bar("Thief", { main: "Dagger", off })[2];
    expect([third("Dagger"), third("Pistol"), third()]).toEqual([
      "Death Blossom",
      "Shadow Shot",
      "Twisting Fangs",
    ]);
  });

  it("follows the attunement of an elementalist", () => {
    expect(bar("Elementalist", { main: "Scepter", off: "Focus", attunement: "Water" })[2]).toBe(
      "Water Trident",
    );
    expect(bar("Elementalist", { main: "Scepter" })[2]).toBe("Phoenix");
  });

  it("gives a Weaver the dual skill in slot 3 and the second attunement's off hand, in either order", () => {
    const weaver = (attunement: "Fire" | "Air", secondAttunement: "Fire" | "Air") =>
      bar("Elementalist", { main: "Pistol", off: "Dagger", attunement, secondAttunement }, "Weaver");
    expect(weaver("Fire", "Air")).toEqual([
      "Scorching Shot",
      "Raging Ricochet",
      "Purblinding Plasma",
      "Ride the Lightning",
      "Updraft",
    ]);
    expect(weaver("Air", "Fire")[2]).toBe("Purblinding Plasma");
    expect(weaver("Fire", "Fire")[2]).toBe("Searing Salvo");
  });

  it("tells a spear on land from one under water", () => {
    expect(bar("Revenant", { main: "Spear" })[0]).toBe("Abyssal Strike");
    expect(bar("Revenant", { main: "Spear", environment: "water" })[0]).toBe("Spear of Anguish");
    expect(bar("Revenant", { main: "Trident" })).toEqual(["-", "-", "-", "-", "-"]);
  });

  it("takes a specialization's own version of a skill only with that specialization", () => {
    const engineer = catalog.professions.get("Engineer");
    const third = (...specializations: SpecializationId[]) =>
      engineer &&
      weaponBar(engineer, catalog.skills.get, { main: "Sword", environment: "land", specializations })[0]
        ?.skill;
    const holosmith = catalog.specializations.named("Holosmith").map((line) => line.id);
    expect([third(...holosmith), third()]).toEqual([43476, 70514]);
    expect(bar("Mesmer", { main: "Sword" }, "Virtuoso")[2]).toBe("Blade Leap");
    expect(bar("Mesmer", { main: "Sword" }, "Chronomancer")[2]).toBe("Illusionary Leap");
  });

  it("gives the skill to press first where two share a slot", () => {
    expect(bar("Revenant", { main: "Sword", off: "Sword" })[3]).toBe("Duelist's Preparation");
  });

  it.each(PROFESSIONS)("leaves no slot of a %s weapon empty", (profession) => {
    for (const { weapon, hands, environments } of catalog.professions.get(profession)?.weapons ?? []) {
      for (const environment of environments) {
        const main = hands.includes("main") || hands.includes("two") ? weapon : undefined;
        const off = hands.includes("off") ? weapon : undefined;
        const filled = bar(profession, { main, off, environment }).map((name) => name !== "-");
        const fourAndFive = hands.includes("off") || hands.includes("two");
        expect(filled).toEqual([!!main, !!main, !!main, fourAndFive, fourAndFive]);
      }
    }
  });
});
