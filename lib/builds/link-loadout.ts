import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { ResolvedBuildLink, ResolvedSkills } from "#lib/catalog/chat-links/resolve-build-link.ts";
import { type ProposedWeaponSet, proposeWeaponSets } from "#lib/catalog/chat-links/weapon-sets.ts";
import type { WeaponName } from "#lib/catalog/schema.ts";
import type { GameMode } from "#lib/shared/game.ts";
import { LOADOUT_VERSION, type Loadout, type LoadoutInput, loadoutSchema, type SkillBar } from "./loadout.ts";

/** Elite specialization that holds a gunsaber in place of a second set. */
const BLADESWORN = 68;

/**
 * The loadout that a build link describes. Weapons are proposed sets, since a link only lists their types; what the
 * catalogue does not know stays empty (the link's warnings name it); equipment is not in links at all.
 */
export function loadoutFromLink(link: ResolvedBuildLink, mode: GameMode, catalog: Catalog): Loadout {
  const { specializations, skills, pets, legends } = link;
  const [first, second, third] = specializations.map(
    (line) => line && { id: line.id, traits: line.traits.map((trait) => trait?.id ?? null) },
  );
  return loadoutSchema.parse({
    version: LOADOUT_VERSION,
    profession: link.profession,
    mode,
    specializations: [first, second, third],
    skills: { terrestrial: skillBar(skills.terrestrial), aquatic: skillBar(skills.aquatic) },
    weapons: weaponSets(link, catalog),
    skillOverrides: link.skillVariants?.map(({ id }) => id) ?? [],
    pets: pets && {
      terrestrial: pets.terrestrial.map((pet) => pet?.id ?? null),
      aquatic: pets.aquatic.map((pet) => pet?.id ?? null),
    },
    legends: legends && {
      terrestrial: legends.terrestrial.map((legend) => legend?.code ?? null),
      aquatic: legends.aquatic.map((legend) => legend?.code ?? null),
      inactiveUtility: {
        terrestrial: legends.inactiveUtility.terrestrial.map((skill) => skill?.skillId ?? null),
        aquatic: legends.inactiveUtility.aquatic.map((skill) => skill?.skillId ?? null),
      },
    },
  });
}

function skillBar(skills: ResolvedSkills): SkillBar {
  const [first, second, third] = skills.utility;
  return {
    heal: skills.heal?.skillId ?? null,
    utility: [first?.skillId ?? null, second?.skillId ?? null, third?.skillId ?? null],
    elite: skills.elite?.skillId ?? null,
  };
}

/** What the reader should know of the weapons in a link: those that no set of the profession has room for. */
export function weaponWarnings(link: ResolvedBuildLink, catalog: Catalog): string[] {
  const { left } = proposal(link, catalog);
  if (left.length === 0) return [];
  return [`The link also lists ${left.join(", ")}, which no weapon set of this build has room for.`];
}

function weaponSets(link: ResolvedBuildLink, catalog: Catalog): LoadoutInput["weapons"] {
  const { sets } = proposal(link, catalog);
  return { a: weaponSet(sets[0]), b: weaponSet(sets[1]) };
}

/** A profession that cannot swap has one set. */
function proposal(link: ResolvedBuildLink, catalog: Catalog) {
  const profession = catalog.professions.get(link.profession);
  const weapons = profession?.weapons ?? [];
  const hands = new Map(weapons.map(({ weapon, hands }) => [weapon, hands]));
  const listed = link.weapons?.flatMap(({ weapon }) => (weapon ? [weapon] : [])) ?? [];
  const { sets, unplaced } = proposeWeaponSets<WeaponName>(listed, hands);
  const bladesworn = link.specializations.some((line) => line?.id === BLADESWORN);
  if (!bladesworn && !profession?.flags.includes("NoWeaponSwap")) return { sets, left: unplaced };
  const worn = sets.slice(0, 1);
  const placed = worn.flatMap(({ mainHand, offHand }) => [mainHand, offHand]);
  return { sets: worn, left: listed.filter((weapon) => !placed.includes(weapon)) };
}

function weaponSet(set: ProposedWeaponSet<WeaponName> | undefined) {
  const { mainHand, offHand } = set ?? { mainHand: null, offHand: null };
  return { main: mainHand ? { type: mainHand } : null, off: offHand ? { type: offHand } : null };
}
