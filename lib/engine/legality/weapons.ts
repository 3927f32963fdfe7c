import type { GameFacts, ProfessionWeaponFacts } from "../game-facts.ts";
import { type LoadoutShape, type LoadoutWeapon, WEAPON_SETS, type WeaponSetName } from "../loadout.ts";
import { type Note, withArticle } from "./finding.ts";

/** The specialization whose gunsaber takes the place of the second weapon set. */
const BLADESWORN = 68;

/** Weapons the profession can wield, in the right hand and environment; two sets only where weapons can be swapped. */
export function judgeWeapons(loadout: LoadoutShape, facts: GameFacts, note: Note): void {
  const profession = facts.professions.get(loadout.profession);
  for (const set of WEAPON_SETS) {
    const { main, off } = loadout.weapons[set];
    for (const [hand, weapon] of [
      ["main", main],
      ["off", off],
    ] as const) {
      if (weapon === null) continue;
      const wielded = profession?.weapons.find(({ weapon: type }) => type === weapon.type);
      judgeWeapon(weapon, wielded, hand, set, loadout, facts, note);
    }
    if (off !== null && main !== null && isTwoHanded(main, loadout, facts)) {
      note(
        "OFF_HAND_BESIDE_TWO_HANDED",
        `weapons.${set}.off`,
        `${main.type} needs both hands, so there is no room for ${off.type}.`,
        "Take the off-hand weapon out, or choose a one-handed main weapon.",
      );
    }
  }
  judgeSwap(loadout, profession?.flags ?? [], note);
}

/** Whether a weapon takes both hands of the profession; one that is not known does not. */
export function isTwoHanded(weapon: LoadoutWeapon, { profession }: LoadoutShape, facts: GameFacts): boolean {
  const weapons = facts.professions.get(profession)?.weapons ?? [];
  return weapons.some(({ weapon: type, hands }) => type === weapon.type && hands.includes("two"));
}

function judgeWeapon(
  { type }: LoadoutWeapon,
  wielded: ProfessionWeaponFacts | undefined,
  hand: "main" | "off",
  set: WeaponSetName,
  loadout: LoadoutShape,
  facts: GameFacts,
  note: Note,
): void {
  const slot = `weapons.${set}.${hand}`;
  if (wielded === undefined) {
    const message = `The ${loadout.profession} cannot wield ${type}.`;
    note("WEAPON_NOT_OF_PROFESSION", slot, message, `Choose a weapon of the ${loadout.profession}.`);
    return;
  }
  const fits = hand === "off" ? wielded.hands.includes("off") : wielded.hands.some((side) => side !== "off");
  if (!fits) {
    const place = hand === "off" ? "in the off hand" : "in the main hand";
    note(
      "WEAPON_IN_WRONG_HAND",
      slot,
      `The ${loadout.profession} cannot hold ${type} ${place}.`,
      "Move it or choose another one.",
    );
  }
  const environment = set.startsWith("aquatic") ? "water" : "land";
  if (!wielded.environments.includes(environment)) {
    const message = `${type} cannot be used ${environment === "water" ? "under water" : "on land"}.`;
    note("WEAPON_IN_WRONG_ENVIRONMENT", slot, message, "Choose a weapon that can.");
  }
  const needed = wielded.specialization;
  if (needed !== undefined && !loadout.specializations.some((line) => line?.id === needed)) {
    const name = facts.specializations.get(needed)?.name ?? "an elite specialization";
    note(
      "WEAPON_NEEDS_MASTERY",
      slot,
      `${type} came with ${name}.`,
      "Without that specialization it takes weaponmaster training (Secrets of the Obscure).",
    );
  }
}

function judgeSwap(loadout: LoadoutShape, flags: readonly string[], note: Note): void {
  const bladesworn = loadout.specializations.some((line) => line?.id === BLADESWORN);
  if (!flags.includes("NoWeaponSwap") && !bladesworn) return;
  for (const set of ["b", "aquaticB"] as const) {
    const { main, off } = loadout.weapons[set];
    if (main === null && off === null) continue;
    note(
      "SECOND_SET_WITHOUT_SWAP",
      `weapons.${set}`,
      `${withArticle(bladesworn ? "Bladesworn" : loadout.profession)} has no second weapon set.`,
      "Take the second set out.",
    );
  }
}
