import { ATTUNEMENTS, type Environment, WEAPONS, type WeaponName } from "#lib/catalog/schema.ts";
import { weaponBar } from "#lib/catalog/weapon-bar.ts";
import type { Loadout, WeaponSet } from "./loadout.ts";
import { type SkillContext, skillOrEmpty } from "./skill-view.ts";
import type { SkillBarView, WeaponSetView } from "./view.ts";

const SETS = [
  { key: "a", name: "Weapon set 1", environment: "land" },
  { key: "b", name: "Weapon set 2", environment: "land" },
  { key: "aquaticA", name: "Under water, set 1", environment: "water" },
  { key: "aquaticB", name: "Under water, set 2", environment: "water" },
] as const;

/** The weapon sets in use, each with its bar, or one bar for each attunement. */
export function weaponSetViews(loadout: Loadout, context: SkillContext): WeaponSetView[] {
  return SETS.flatMap(({ key, name, environment }) => {
    const set = loadout.weapons[key];
    const weapons = [set.main?.type, set.off?.type].filter((type) => type !== undefined);
    if (weapons.length === 0) return [];
    return [{ name, weapons: weapons.join(" / "), bars: bars(loadout, set, environment, context) }];
  });
}

function bars(
  loadout: Loadout,
  set: WeaponSet,
  environment: Environment,
  context: SkillContext,
): SkillBarView[] {
  const profession = context.catalog.professions.get(loadout.profession);
  if (!profession) return [];
  const choice = {
    main: weaponName(set.main?.type),
    off: weaponName(set.off?.type),
    environment,
    specializations: loadout.specializations.flatMap((line) => (line ? [line.id] : [])),
  };
  const bar = (name: string, attunement?: (typeof ATTUNEMENTS)[number]): SkillBarView => ({
    name,
    skills: weaponBar(profession, (id) => context.catalog.skills.get(id), { ...choice, attunement }).map(
      ({ slot, skill }) => skillOrEmpty(skill ?? null, `Weapon ${slot}`, context),
    ),
  });
  return loadout.profession === "Elementalist"
    ? ATTUNEMENTS.map((attunement) => bar(`${attunement} attunement`, attunement))
    : [bar("Weapon skills")];
}

function weaponName(type: string | undefined): WeaponName | undefined {
  return WEAPONS.find((weapon) => weapon === type);
}
