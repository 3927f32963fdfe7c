import type { ProfessionWeapon, WeaponName } from "#lib/catalog/schema.ts";
import type { WeaponSetName } from "#lib/engine/loadout.ts";
import type { Loadout, WeaponPiece, WeaponSet } from "../loadout.ts";
import { type Edit, labelled } from "./edit.ts";
import { eliteLine } from "./lines.ts";
import type { EditorOptions } from "./options.ts";

export type Hand = "main" | "off";

export const WEAPON_SET_NAMES: Readonly<Record<WeaponSetName, string>> = {
  a: "Weapon set 1",
  b: "Weapon set 2",
  aquaticA: "Under water, set 1",
  aquaticB: "Under water, set 2",
};

/** Elite specialization whose gunsaber takes the place of the second set. */
const BLADESWORN = 68;

/** Whether the character can swap weapons: not all professions can, and the Bladesworn draws a gunsaber instead. */
export function hasSecondSet(loadout: Loadout, options: EditorOptions): boolean {
  const flags = options.catalog.professions.get(loadout.profession)?.flags ?? [];
  return !flags.includes("NoWeaponSwap") && eliteLine(loadout, options)?.id !== BLADESWORN;
}

/** Weapons that the profession can hold there, in the order of their names. */
export function weaponsFor(
  options: EditorOptions,
  set: WeaponSetName,
  hand: Hand,
): readonly ProfessionWeapon[] {
  const environment = set.startsWith("aquatic") ? "water" : "land";
  const all = options.catalog.professions.get(options.profession)?.weapons ?? [];
  return all
    .filter(
      ({ hands, environments }) =>
        environments.includes(environment) &&
        hands.some((one) => (hand === "off" ? one === "off" : one !== "off")),
    )
    .toSorted((a, b) => a.weapon.localeCompare(b.weapon, "en"));
}

export function isTwoHanded(options: EditorOptions, weapon: string | undefined): boolean {
  const all = options.catalog.professions.get(options.profession)?.weapons ?? [];
  return all.some(({ weapon: name, hands }) => name === weapon && hands.includes("two"));
}

/**
 * Puts a weapon into a hand, or empties it. It takes over the stat set and upgrades of the weapon in that hand, else the
 * stat set of the others. A two-handed weapon takes the place of both hands and the sigils of both; an off-hand weapon
 * beside a two-handed one takes that out.
 */
export function chooseWeapon(
  loadout: Loadout,
  options: EditorOptions,
  name: WeaponSetName,
  hand: Hand,
  weapon: WeaponName | null,
): Edit {
  const set = loadout.weapons[name];
  const where = WEAPON_SET_NAMES[name];
  if (weapon === null) {
    const next = { ...set, [hand]: null };
    return {
      label: `${where}: ${set[hand]?.type ?? "nothing"} taken out`,
      loadout: withSet(loadout, name, next),
    };
  }
  const label = `${where}: ${weapon}`;
  if (isTwoHanded(options, weapon)) {
    const next = { main: twoHanded(set, weapon, loadout), off: null };
    return { label: labelled(label, set.off ? [set.off.type] : []), loadout: withSet(loadout, name, next) };
  }
  const next = oneHanded(set, hand, weapon, loadout, isTwoHanded(options, set.main?.type));
  const gone = hand === "off" && set.main !== null && next.main === null ? [set.main.type] : [];
  const surplus = hand === "main" && (set.main?.sigils.length ?? 0) > 1 ? ["the second sigil"] : [];
  return { label: labelled(label, [...gone, ...surplus]), loadout: withSet(loadout, name, next) };
}

/** Exchanges the two sets of an environment, with everything on them. */
export function swapSets({ weapons, ...loadout }: Loadout, environment: "land" | "water"): Edit {
  return environment === "land"
    ? {
        label: "Weapon sets exchanged",
        loadout: { ...loadout, weapons: { ...weapons, a: weapons.b, b: weapons.a } },
      }
    : {
        label: "Weapon sets under water exchanged",
        loadout: {
          ...loadout,
          weapons: { ...weapons, aquaticA: weapons.aquaticB, aquaticB: weapons.aquaticA },
        },
      };
}

/** Puts a copy of a set, upgrades and all, into another place. */
export function pasteSet(loadout: Loadout, name: WeaponSetName, set: WeaponSet): Edit {
  return { label: `${WEAPON_SET_NAMES[name]} pasted`, loadout: withSet(loadout, name, set) };
}

function twoHanded({ main, off }: WeaponSet, type: WeaponName, loadout: Loadout): WeaponPiece {
  const both = (of: (piece: WeaponPiece | null) => WeaponPiece["sigils"]) =>
    off === null ? of(main) : withoutEmptyEnd([of(main)[0] ?? null, of(off)[0] ?? null]);
  return {
    ...(main ?? off ?? freshWeapon(type, loadout)),
    type,
    sigils: both((piece) => piece?.sigils ?? []),
    infusions: both((piece) => piece?.infusions ?? []),
  };
}

function oneHanded(
  set: WeaponSet,
  hand: Hand,
  type: WeaponName,
  loadout: Loadout,
  mainIsTwoHanded: boolean,
): WeaponSet {
  const before = set[hand];
  const piece = before
    ? { ...before, type, sigils: before.sigils.slice(0, 1), infusions: before.infusions.slice(0, 1) }
    : freshWeapon(type, loadout, set);
  if (hand === "main") return { ...set, main: piece };
  return mainIsTwoHanded ? { main: null, off: piece } : { ...set, off: piece };
}

/** Without upgrades, with the stat set that the weapons, else the coat, already have. */
function freshWeapon(type: WeaponName, { weapons, equipment }: Loadout, set?: WeaponSet): WeaponPiece {
  const others = [set, weapons.a, weapons.b, weapons.aquaticA, weapons.aquaticB].flatMap((one) => [
    one?.main,
    one?.off,
  ]);
  const like = [...others, equipment.pieces.coat].find((piece) => piece?.statSet);
  return {
    type,
    statSet: like?.statSet ?? null,
    rarity: like?.rarity ?? "ascended",
    sigils: [],
    infusions: [],
  };
}

function withSet(loadout: Loadout, name: WeaponSetName, set: WeaponSet): Loadout {
  return { ...loadout, weapons: { ...loadout.weapons, [name]: set } };
}

function withoutEmptyEnd<Value>(slots: (Value | null)[]): (Value | null)[] {
  return slots.slice(0, slots.findLastIndex((slot) => slot !== null) + 1);
}
