import type { BuildLinkData } from "#lib/catalog/chat-links/build-link-data.ts";
import {
  buildLinkFromSelection,
  type SelectedSkill,
  type SelectedSkills,
  type SelectionError,
} from "#lib/catalog/chat-links/build-link-from-selection.ts";
import { encodeBuildLink } from "#lib/catalog/chat-links/chat-link.ts";
import { weaponTypeOfName } from "#lib/catalog/chat-links/link-codes.ts";
import type { SkillId, WeaponTypeId } from "#lib/shared/ids.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import type { Loadout, SkillBar } from "./loadout.ts";

/** The build template link of a loadout. Fails where a skill or trait has no place in a link. Equipment is not in links. */
export function linkOfLoadout(loadout: Loadout, data: BuildLinkData): Result<string, SelectionError> {
  const strange = idBeyondLinks(loadout);
  if (strange) return err(strange);
  const { skills, legends } = loadout;
  const link = buildLinkFromSelection(
    {
      profession: loadout.profession,
      specializations: loadout.specializations,
      skills: { terrestrial: selectedBar(skills.terrestrial), aquatic: selectedBar(skills.aquatic) },
      pets: loadout.pets,
      legends: legends && {
        terrestrial: legends.terrestrial,
        aquatic: legends.aquatic,
        inactiveUtility: {
          terrestrial: selectedThree(legends.inactiveUtility.terrestrial),
          aquatic: selectedThree(legends.inactiveUtility.aquatic),
        },
      },
      weapons: weaponTypesOnLand(loadout),
      skillVariants: loadout.skillOverrides,
    },
    data,
  );
  return link.ok ? ok(encodeBuildLink(link.value)) : link;
}

/** Links keep one byte for a specialization or pet; the game has none beyond that, but a loadout may state any id. */
const MAX_BYTE = 255;

function idBeyondLinks({ specializations, pets }: Loadout): SelectionError | undefined {
  const line = specializations.findIndex((one) => one !== null && one.id > MAX_BYTE);
  if (line >= 0) return beyond("specialization-unknown", `specializations[${line}]`, "specialization");
  const pet = [...(pets?.terrestrial ?? []), ...(pets?.aquatic ?? [])].some(
    (id) => id !== null && id > MAX_BYTE,
  );
  return pet ? beyond("pet-unknown", "pets", "pet") : undefined;
}

function beyond(code: SelectionError["code"], field: string, what: string): SelectionError {
  return {
    code,
    field,
    message: `The game has no ${what} of this number, so there is no build link of it.`,
    mend: `Choose another ${what}.`,
  };
}

/** Each type once, in the order of the sets, as the game lists them. */
function weaponTypesOnLand({ weapons }: Loadout): WeaponTypeId[] {
  const pieces = [weapons.a.main, weapons.a.off, weapons.b.main, weapons.b.off];
  const types = pieces.flatMap((piece) => (piece ? (weaponTypeOfName(piece.type) ?? []) : []));
  return [...new Set(types)];
}

function selectedBar(bar: SkillBar): SelectedSkills {
  return { heal: selected(bar.heal), utility: selectedThree(bar.utility), elite: selected(bar.elite) };
}

function selectedThree(
  ids: readonly [SkillId | null, SkillId | null, SkillId | null],
): [SelectedSkill | null, SelectedSkill | null, SelectedSkill | null] {
  return [selected(ids[0]), selected(ids[1]), selected(ids[2])];
}

function selected(skillId: SkillId | null): SelectedSkill | null {
  return skillId === null ? null : { skillId };
}
