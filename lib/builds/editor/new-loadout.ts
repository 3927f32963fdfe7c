import type { GameMode, Profession } from "#lib/shared/game.ts";
import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import { LOADOUT_VERSION, type Loadout, loadoutSchema, type SkillBar, type WeaponSet } from "../loadout.ts";
import { type Edit, labelled } from "./edit.ts";
import type { EditorOptions } from "./options.ts";

/** A loadout with nothing chosen. A ranger has places for pets, a revenant for legends. */
export function emptyLoadout(profession: Profession, mode: GameMode = "pve"): Loadout {
  return loadoutSchema.parse({
    version: LOADOUT_VERSION,
    profession,
    mode,
    pets: profession === "Ranger" ? {} : null,
    legends: profession === "Revenant" ? {} : null,
  });
}

/** Whether nothing is chosen but profession and mode. */
export function isEmpty(loadout: Loadout): boolean {
  return JSON.stringify(loadout) === JSON.stringify(emptyLoadout(loadout.profession, loadout.mode));
}

/** What a mode does not know stays in the loadout: legality names it, and it holds again when the mode is changed back. */
export function changeMode(loadout: Loadout, mode: GameMode): Edit {
  return { label: `Mode ${GAME_MODE_NAMES[mode]}`, loadout: { ...loadout, mode } };
}

/**
 * The loadout for another profession. `options` are those of the new one. Kept: mode, armor, trinkets, upgrades,
 * consumables, assumptions, weapons that the new profession can hold in the same hand, racial skills. Everything else
 * belongs to the old profession; the label names it.
 */
export function changeProfession(loadout: Loadout, options: EditorOptions): Edit {
  const { profession } = options;
  if (profession === loadout.profession) return { label: `Stayed with the ${profession}`, loadout };
  const { weapons, dropped } = keptWeapons(loadout, options);
  const skills = {
    terrestrial: keptSkills(loadout.skills.terrestrial, options),
    aquatic: keptSkills(loadout.skills.aquatic, options),
  };
  const effects = Object.fromEntries(
    Object.entries(loadout.assumptions.effects).filter(([id]) => !isOfProfession(id)),
  );
  const next: Loadout = {
    ...emptyLoadout(profession, loadout.mode),
    skills,
    weapons,
    equipment: loadout.equipment,
    assumptions: { ...loadout.assumptions, effects },
  };
  return { label: labelled(`Changed to the ${profession}`, takenOut(loadout, next, dropped)), loadout: next };
}

/** Effects of traits and skills name their profession: `trait:guardian:zeal`. */
function isOfProfession(effect: string): boolean {
  return /^(?:trait|skill|specialization):/.test(effect);
}

function takenOut(before: Loadout, after: Loadout, weapons: readonly string[]): string[] {
  const count = ({ skills }: Loadout) =>
    [skills.terrestrial, skills.aquatic]
      .flatMap(({ heal, utility, elite }) => [heal, ...utility, elite])
      .filter((id) => id !== null).length;
  const isFilled = (pair: readonly unknown[] | undefined) => pair?.some((one) => one !== null) ?? false;
  return [
    before.specializations.some((line) => line !== null) && "specializations",
    count(after) < count(before) && "skills",
    weapons.length > 0 && weapons.join(", "),
    (isFilled(before.pets?.terrestrial) || isFilled(before.pets?.aquatic)) && "pets",
    (isFilled(before.legends?.terrestrial) || isFilled(before.legends?.aquatic)) && "legends",
    before.template !== null && "rotation template",
  ].filter((one) => one !== false);
}

function keptSkills({ heal, utility, elite }: SkillBar, { catalog, profession }: EditorOptions): SkillBar {
  const kept = <Id extends SkillBar["heal"]>(id: Id) =>
    id !== null && catalog.palettesOfSkill(profession, id).length > 0 ? id : null;
  return {
    heal: kept(heal),
    utility: [kept(utility[0]), kept(utility[1]), kept(utility[2])],
    elite: kept(elite),
  };
}

function keptWeapons(
  { weapons }: Loadout,
  { catalog, profession }: EditorOptions,
): { weapons: Loadout["weapons"]; dropped: readonly string[] } {
  const { weapons: held = [], flags = [] } = catalog.professions.get(profession) ?? {};
  const hasSecond = !flags.includes("NoWeaponSwap");
  const dropped = new Set<string>();
  const kept = (set: WeaponSet, environment: "land" | "water", isThere = true): WeaponSet => {
    const fits = (hand: "main" | "off") => {
      const piece = set[hand];
      const record = held.find(({ weapon }) => weapon === piece?.type);
      const isHeld = record?.hands.some((one) => (hand === "off" ? one === "off" : one !== "off")) ?? false;
      if (piece === null || (isThere && isHeld && record?.environments.includes(environment))) return piece;
      dropped.add(piece.type);
      return null;
    };
    return { main: fits("main"), off: fits("off") };
  };
  const next = {
    a: kept(weapons.a, "land"),
    b: kept(weapons.b, "land", hasSecond),
    aquaticA: kept(weapons.aquaticA, "water"),
    aquaticB: kept(weapons.aquaticB, "water", hasSecond),
  };
  return { weapons: next, dropped: [...dropped] };
}
