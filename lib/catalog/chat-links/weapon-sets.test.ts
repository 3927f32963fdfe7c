import { describe, expect, it } from "vitest";
import { proposeWeaponSets, type WeaponHand } from "./weapon-sets.ts";

const HANDS = new Map<string, WeaponHand[]>([
  ["Axe", ["main", "off"]],
  ["Dagger", ["main", "off"]],
  ["Mace", ["main"]],
  ["Scepter", ["main"]],
  ["Sword", ["main", "off"]],
  ["Focus", ["off"]],
  ["Shield", ["off"]],
  ["Warhorn", ["off"]],
  ["Greatsword", ["two"]],
  ["Longbow", ["two"]],
  ["Staff", ["two"]],
]);

/** "main/off + main/off", a repeated weapon marked with *. */
function proposal(weapons: readonly string[]): string {
  const { sets, unplaced } = proposeWeaponSets(weapons, HANDS);
  const hand = (weapon: string | null, repeated: boolean) => `${weapon ?? "-"}${repeated ? "*" : ""}`;
  const shown = sets.map(
    ({ mainHand, offHand, repeated }) =>
      `${hand(mainHand, repeated === "main")}/${hand(offHand, repeated === "off")}`,
  );
  return [shown.join(" + "), ...unplaced].join(" without ");
}

describe("proposeWeaponSets", () => {
  it.each([
    [[], ""],
    [["Greatsword", "Longbow"], "Greatsword/- + Longbow/-"],
    [["Axe", "Shield", "Mace", "Focus"], "Axe/Shield + Mace/Focus"],
    [["Sword", "Focus", "Greatsword"], "Sword/Focus + Greatsword/-"],
    [["Staff", "Scepter", "Shield"], "Staff/- + Scepter/Shield"],
    [["Scepter", "Dagger", "Staff"], "Scepter/Dagger + Staff/-"],
    [["Sword"], "Sword/Sword*"],
    [["Sword", "Axe", "Shield"], "Sword/Axe + Sword*/Shield"],
    [["Dagger", "Axe", "Warhorn"], "Dagger/Axe + Dagger*/Warhorn"],
    [["Dagger", "Scepter"], "Dagger/Dagger* + Scepter/-"],
    [["Sword", "Shield", "Mace"], "Sword/Shield + Mace/Shield*"],
    [["Shield"], "-/Shield"],
    [["Staff", "Greatsword", "Longbow"], "Staff/- + Greatsword/- without Longbow"],
    [["Trident", "Staff"], "Staff/- without Trident"],
  ])("proposes for %j: %s", (weapons, expected) => {
    expect(proposal(weapons)).toBe(expected);
  });
});
