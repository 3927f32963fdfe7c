import { describe, expect, it } from "vitest";
import type { ItemId } from "#lib/shared/ids.ts";
import type { Loadout } from "../loadout.ts";
import { weaponSlots } from "./bars.ts";
import { chooseLine } from "./lines.ts";
import { findingsOf } from "./mend.ts";
import { emptyLoadout } from "./new-loadout.ts";
import { idOf, optionsOf } from "./testing/options.ts";
import { chooseWeapon, hasSecondSet, swapSets, weaponsFor } from "./weapon-sets.ts";

const guardian = optionsOf("Guardian");
const [FORCE, IMPACT] = [24615 as ItemId, 24868 as ItemId];

function armed(main: "Sword" | "Greatsword" | "Mace", off?: "Shield" | "Focus"): Loadout {
  const first = chooseWeapon(emptyLoadout("Guardian"), guardian, "a", "main", main).loadout;
  return off ? chooseWeapon(first, guardian, "a", "off", off).loadout : first;
}

function upgraded(loadout: Loadout): Loadout {
  const { main, off } = loadout.weapons.a;
  const a = {
    main: main && { ...main, statSet: "Berserker" as const, sigils: off ? [FORCE] : [FORCE, IMPACT] },
    off: off && { ...off, statSet: "Berserker" as const, sigils: [IMPACT] },
  };
  return { ...loadout, weapons: { ...loadout.weapons, a } };
}

describe("choosing weapons", () => {
  it("keeps stat set and sigil of the weapon that was in the hand", () => {
    const { loadout } = chooseWeapon(upgraded(armed("Sword", "Shield")), guardian, "a", "main", "Mace");
    expect(loadout.weapons.a.main).toMatchObject({ type: "Mace", statSet: "Berserker", sigils: [FORCE] });
    expect(loadout.weapons.a.off?.type).toBe("Shield");
  });

  it("takes both sigils over to a two-handed weapon and says which weapon went", () => {
    const { label, loadout } = chooseWeapon(
      upgraded(armed("Sword", "Shield")),
      guardian,
      "a",
      "main",
      "Greatsword",
    );
    expect(loadout.weapons.a).toMatchObject({
      main: { type: "Greatsword", sigils: [FORCE, IMPACT] },
      off: null,
    });
    expect(label).toBe("Weapon set 1: Greatsword; Shield taken out");
  });

  it("takes a two-handed weapon out for an off-hand one, and says so", () => {
    const { label, loadout } = chooseWeapon(upgraded(armed("Greatsword")), guardian, "a", "off", "Focus");
    expect(loadout.weapons.a).toMatchObject({ main: null, off: { type: "Focus", statSet: "Berserker" } });
    expect(label).toBe("Weapon set 1: Focus; Greatsword taken out");
  });

  it("never leaves more sigils than a weapon holds", () => {
    const { label, loadout } = chooseWeapon(upgraded(armed("Greatsword")), guardian, "a", "main", "Sword");
    expect(loadout.weapons.a.main?.sigils).toEqual([FORCE]);
    expect(label).toBe("Weapon set 1: Sword; the second sigil taken out");
    expect(findingsOf(loadout, guardian).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("gives a new weapon the stat set of the others", () => {
    const { loadout } = chooseWeapon(upgraded(armed("Sword")), guardian, "b", "main", "Mace");
    expect(loadout.weapons.b.main).toMatchObject({ statSet: "Berserker", sigils: [] });
  });

  it("exchanges the sets whole", () => {
    const before = upgraded(armed("Sword", "Shield"));
    const { weapons } = swapSets(before, "land").loadout;
    expect(weapons.b).toBe(before.weapons.a);
    expect(weapons.a).toBe(before.weapons.b);
  });

  it("offers what the hand and the environment can hold", () => {
    const names = (hand: "main" | "off", set: "a" | "aquaticA") =>
      weaponsFor(guardian, set, hand).map(({ weapon }) => weapon);
    expect(names("off", "a")).toEqual(["Focus", "Pistol", "Shield", "Sword", "Torch"]);
    expect(names("main", "aquaticA")).toEqual(["Spear", "Trident"]);
  });
});

describe("live bars", () => {
  it("follow the weapons of a set", () => {
    const names = (loadout: Loadout) =>
      weaponSlots(loadout, guardian, "a").map(({ skill }) => skill?.name ?? null);
    expect(names(armed("Greatsword"))).toEqual([
      "Strike",
      "Whirling Wrath",
      "Leap of Faith",
      "Symbol of Resolution",
      "Binding Blade",
    ]);
    expect(names(armed("Sword"))).toEqual([
      expect.any(String),
      expect.any(String),
      expect.any(String),
      null,
      null,
    ]);
    expect(names(emptyLoadout("Guardian"))).toEqual([]);
  });
});

describe("the second set", () => {
  it("is not there for professions that cannot swap, nor for the Bladesworn", () => {
    const warrior = optionsOf("Warrior");
    const before = emptyLoadout("Warrior");
    const bladesworn = idOf(warrior.catalog.specializationsOf("Warrior"), "Bladesworn");
    expect(hasSecondSet(before, warrior)).toBe(true);
    expect(hasSecondSet(chooseLine(before, warrior, 2, bladesworn).loadout, warrior)).toBe(false);
    expect(hasSecondSet(emptyLoadout("Engineer"), optionsOf("Engineer"))).toBe(false);
  });
});
