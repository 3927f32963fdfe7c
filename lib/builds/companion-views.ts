import { iconUrl } from "#lib/catalog/icon.ts";
import type { LegendCode, PetId } from "#lib/shared/ids.ts";
import type { Loadout } from "./loadout.ts";
import { type SkillContext, skillOrEmpty } from "./skill-view.ts";
import type { CompanionView, SkillView } from "./view.ts";

/** A ranger's pets and a revenant's legends, on land and under water. */
export function companionViews(loadout: Loadout, context: SkillContext): CompanionView[] {
  const { pets, legends } = loadout;
  return [
    ...(pets?.terrestrial ?? []).flatMap((id) => petView(id, "Pets", context)),
    ...(pets?.aquatic ?? []).flatMap((id) => petView(id, "Pets under water", context)),
    ...(legends?.terrestrial ?? []).flatMap((code, index) =>
      legendView(code, index, "Legends", loadout, context),
    ),
    ...(legends?.aquatic ?? []).flatMap((code, index) =>
      legendView(code, index, "Legends under water", loadout, context),
    ),
  ];
}

function petView(id: PetId | null, group: string, context: SkillContext): CompanionView[] {
  if (id === null) return [];
  const pet = context.catalog.pets.get(id);
  if (!pet) return [{ group, name: `Unknown pet ${id}`, icon: null, note: null, skills: [] }];
  return [
    {
      group,
      name: pet.name.replace(/^Juvenile /, ""),
      icon: pet.icon ? iconUrl(pet.icon) : null,
      note: pet.archetype ?? null,
      skills: pet.skills.map((skill) => skillOrEmpty(skill, "Pet", context)).filter(isSkill),
    },
  ];
}

/** The skills of the second legend are only here; those of the first are on the bar. */
function legendView(
  code: LegendCode | null,
  index: number,
  group: string,
  loadout: Loadout,
  context: SkillContext,
): CompanionView[] {
  if (code === null) return [];
  const legend = context.catalog.legends.get(code);
  const note = index === 0 ? "First legend" : "Second legend";
  if (!legend) return [{ group, name: `Unknown legend ${code}`, icon: null, note, skills: [] }];
  const chosen = loadout.legends?.inactiveUtility[group === "Legends" ? "terrestrial" : "aquatic"] ?? [];
  const utilities = chosen.some((id) => id !== null) ? chosen : legend.utilities;
  const skills =
    index === 0
      ? []
      : [
          skillOrEmpty(legend.heal, "Heal", context),
          ...utilities.map((id) => skillOrEmpty(id, "Utility", context)),
          skillOrEmpty(legend.elite, "Elite", context),
        ];
  return [
    {
      group,
      name: legend.name ?? legend.id,
      icon: legend.icon ? iconUrl(legend.icon) : null,
      note,
      skills: skills.filter(isSkill),
    },
  ];
}

function isSkill(slot: SkillView | { id: null }): slot is SkillView {
  return slot.id !== null;
}
