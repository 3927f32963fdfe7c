import type { WeaponName } from "#lib/catalog/schema.ts";
import { WEAPON_SETS } from "#lib/engine/loadout.ts";
import { GAME_MODES } from "#lib/shared/game.ts";
import type { Loadout } from "../../loadout.ts";
import { drawFrom } from "../../testing/draw.ts";
import { chooseLegend, choosePet, legendsFor, swapInactiveUtility, swapLegends } from "../companions.ts";
import { type Edit, ENVIRONMENTS, THREE } from "../edit.ts";
import { chooseLine, chooseTrait, linesFor, swapLines } from "../lines.ts";
import { changeMode } from "../new-loadout.ts";
import type { EditorOptions } from "../options.ts";
import { skillChoices } from "../skill-choices.ts";
import { chooseSkill, copyBarToWater, slotsOf, swapUtility } from "../skill-slots.ts";
import { chooseWeapon, swapSets, weaponsFor } from "../weapon-sets.ts";

/** Some step that the editor offers for a loadout; the same for the same seed. */
export function anyEdit(loadout: Loadout, options: EditorOptions, seed: number): Edit {
  const draw = drawFrom(seed);
  const environment = draw.pick(ENVIRONMENTS);
  const [first, second] = [draw.pick(THREE), draw.pick(THREE)];
  const lineSteps = [
    () => chooseLine(loadout, options, first, draw.pick(linesFor(options, first)).id),
    () =>
      chooseLine(
        loadout,
        options,
        first,
        loadout.specializations[first] ? null : draw.pick(linesFor(options, first)).id,
      ),
    () => swapLines(loadout, options, first, second),
    () => {
      const line = loadout.specializations[first];
      const traits =
        line && options.catalog.specializations.get(line.id)?.majorTraits.slice(second * 3, second * 3 + 3);
      return traits
        ? chooseTrait(loadout, options, first, second, draw.pick(traits))
        : changeMode(loadout, draw.pick(GAME_MODES));
    },
  ];
  const weaponSteps = [
    () => {
      const set = draw.pick(WEAPON_SETS);
      const hand = draw.pick(
        set.startsWith("a") && set.length === 1 ? (["main", "off"] as const) : (["main"] as const),
      );
      const names: (WeaponName | null)[] = weaponsFor(options, set, hand).map(({ weapon }) => weapon);
      return chooseWeapon(loadout, options, set, hand, draw.pick([...names, null]));
    },
    () => swapSets(loadout, draw.pick(["land", "water"])),
  ];
  const skillSteps = loadout.profession === "Revenant" ? revenantSteps() : slotSteps();
  const petSteps = loadout.profession === "Ranger" ? [petStep] : [];
  return draw.pick([...lineSteps, ...weaponSteps, ...skillSteps, ...petSteps])();

  function slotSteps(): (() => Edit)[] {
    return [
      () => {
        const slot = draw.pick(slotsOf(environment));
        const ids = skillChoices(options, slot.kind, loadout.mode).map(({ id }) => id);
        return chooseSkill(loadout, options, slot, draw.pick([...ids, null]));
      },
      () => swapUtility(loadout, environment, first, second),
      () => copyBarToWater(loadout, options),
    ];
  }

  function revenantSteps(): (() => Edit)[] {
    const codes = legendsFor(loadout, options).map(({ code }) => code);
    return [
      () => chooseLegend(loadout, options, environment, draw.pick([0, 1]), draw.pick([...codes, null])),
      () => swapLegends(loadout, options, environment),
      () => swapUtility(loadout, environment, first, second),
      () => swapInactiveUtility(loadout, environment, first, second),
    ];
  }

  function petStep(): Edit {
    const ids = options.catalog.pets.all.map(({ id }) => id);
    return choosePet(loadout, options, environment, draw.pick([0, 1]), draw.pick([...ids, null]));
  }
}
