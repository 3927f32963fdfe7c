import type { Profession } from "#lib/shared/game.ts";
import type {
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  TraitId,
  WeaponTypeId,
} from "#lib/shared/ids.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  type BuildLink,
  type Environments,
  mapEnvironments,
  mapThree,
  mapTwo,
  type SpecializationChoice,
  type Three,
  type TraitChoice,
  type Two,
} from "./build-link.ts";
import type { BuildLinkData } from "./build-link-data.ts";
import { legendSkillOfPalette, paletteOfLegendSkill } from "./link-codes.ts";
import type { ResolvedBuildLink, ResolvedSkill } from "./resolve-build-link.ts";
import { skillOfLegend } from "./resolve-skills.ts";

/** What a player chose, in the game's ids. Null: nothing chosen. */
export interface BuildSelection {
  readonly profession: Profession;
  readonly specializations: Three<SelectedSpecialization | null>;
  readonly skills: Environments<SelectedSkills>;
  /** Ranger only. */
  readonly pets: Environments<Two<PetId | null>> | null;
  /** Revenant only; first active, second inactive, in today's codes. */
  readonly legends: SelectedLegends | null;
  /** Null leaves the trailing part out, as links before June 2023 do. New links always have lists. */
  readonly weapons: readonly WeaponTypeId[] | null;
  readonly skillVariants: readonly SkillId[] | null;
}

export interface SelectedSpecialization {
  readonly id: SpecializationId;
  readonly traits: Three<TraitId | null>;
}

export interface SelectedSkills {
  readonly heal: SelectedSkill | null;
  readonly utility: Three<SelectedSkill | null>;
  readonly elite: SelectedSkill | null;
}

export interface SelectedSkill {
  /** Null for a skill that is known by its palette id only. */
  readonly skillId: SkillId | null;
  /** Where the skill came from a link: kept, because several palette ids may lead to one skill. */
  readonly paletteId?: PaletteId;
}

export interface SelectedLegends extends Environments<Two<LegendCode | null>> {
  readonly inactiveUtility: Environments<Three<SelectedSkill | null>>;
}

/** Why a selection has no link. `mend` says what to change. */
export interface SelectionError {
  readonly code: "trait-not-in-place" | "specialization-unknown" | "skill-without-palette" | "pet-unknown";
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

/** The link of a selection, every skill turned into its palette id (Revenant: the generic one of its legend). */
export function buildLinkFromSelection(
  selection: BuildSelection,
  data: BuildLinkData,
): Result<BuildLink, SelectionError> {
  const errors: SelectionError[] = [];
  const report = (error: SelectionError) => errors.push(error);
  const { profession, pets, legends, weapons, skillVariants } = selection;
  const palette = (skill: SelectedSkill | null, legend: LegendCode | null | undefined, field: string) =>
    paletteOf(skill, { profession, legend: legend ?? null, field }, data, report);
  const link: BuildLink = {
    profession,
    specializations: mapThree(selection.specializations, (line, index) =>
      specializationChoice(line, `specializations[${index}]`, data, report),
    ),
    skills: mapEnvironments(selection.skills, (skills, environment) => {
      const legend = legends?.[environment][0];
      const field = `skills.${environment}`;
      return {
        heal: palette(skills.heal, legend, `${field}.heal`),
        utility: mapThree(skills.utility, (skill, index) =>
          palette(skill, legend, `${field}.utility[${index}]`),
        ),
        elite: palette(skills.elite, legend, `${field}.elite`),
      };
    }),
    pets: profession === "Ranger" ? zeroed(pets ?? NONE_OF_TWO) : null,
    legends:
      profession === "Revenant"
        ? {
            ...zeroed(legends ?? NONE_OF_TWO),
            inactiveUtility: mapEnvironments(
              legends?.inactiveUtility ?? NONE_OF_THREE,
              (skills, environment) =>
                mapThree(skills, (skill, index) =>
                  palette(
                    skill,
                    legends?.[environment][1],
                    `legends.inactiveUtility.${environment}[${index}]`,
                  ),
                ),
            ),
          }
        : null,
    unusedBytes: [],
    weapons: weapons === null && skillVariants !== null ? [] : weapons,
    skillVariants: skillVariants === null && weapons !== null ? [] : skillVariants,
  };
  const [first] = errors;
  return first === undefined ? ok(link) : err(first);
}

/** The selection that a resolved link stands for, to be edited. Traits of unknown specializations are lost. */
export function selectionOfResolvedLink(resolved: ResolvedBuildLink): BuildSelection {
  const { profession, specializations, skills, pets, legends, weapons, skillVariants } = resolved;
  return {
    profession,
    specializations: mapThree(
      specializations,
      (line) => line && { id: line.id, traits: mapThree(line.traits, (trait) => trait?.id ?? null) },
    ),
    skills: mapEnvironments(skills, ({ heal, utility, elite }) => ({
      heal: selected(heal),
      utility: mapThree(utility, selected),
      elite: selected(elite),
    })),
    pets: pets && mapEnvironments(pets, (both) => mapTwo(both, (pet) => pet?.id ?? null)),
    legends: legends && {
      ...mapEnvironments(legends, (both) =>
        mapTwo(both, (legend) => legend?.code ?? legend?.storedCode ?? null),
      ),
      inactiveUtility: mapEnvironments(legends.inactiveUtility, (utility) => mapThree(utility, selected)),
    },
    weapons: weapons?.map(({ id }) => id) ?? null,
    skillVariants: skillVariants?.map(({ id }) => id) ?? null,
  };
}

const NONE_OF_TWO: Environments<Two<null>> = { terrestrial: [null, null], aquatic: [null, null] };
const NONE_OF_THREE: Environments<Three<null>> = {
  terrestrial: [null, null, null],
  aquatic: [null, null, null],
};

function selected(skill: ResolvedSkill | null): SelectedSkill | null {
  return skill && { skillId: skill.skillId, paletteId: skill.paletteId };
}

function zeroed<Id extends number>(both: Environments<Two<Id | null>>): Environments<Two<Id>> {
  return mapEnvironments(both, (two) => mapTwo(two, (id) => id ?? (0 as Id)));
}

type Report = (error: SelectionError) => void;

function specializationChoice(
  line: SelectedSpecialization | null,
  field: string,
  data: BuildLinkData,
  report: Report,
): SpecializationChoice {
  if (line === null) return { id: 0 as SpecializationId, traits: [0, 0, 0], unusedBits: 0 };
  const known = data.specialization(line.id);
  if (known === undefined && line.traits.some((trait) => trait !== null)) {
    report({
      code: "specialization-unknown",
      field,
      message: `Specialization ${line.id} is unknown, so its traits cannot be placed.`,
      mend: "Choose a specialization of the profession.",
    });
  }
  const traits = mapThree(line.traits, (traitId, tier): TraitChoice => {
    if (traitId === null || known === undefined) return 0;
    const row = known.majorTraits.slice(3 * tier, 3 * tier + 3).indexOf(traitId);
    if (row !== -1) return ([1, 2, 3] as const)[row] ?? 0;
    report({
      code: "trait-not-in-place",
      field: `${field}.traits[${tier}]`,
      message: `Trait ${traitId} is not a choice of tier ${tier + 1} of ${known.name}.`,
      mend: "Choose one of the three traits of that column.",
    });
    return 0;
  });
  return { id: line.id, traits, unusedBits: 0 };
}

interface PaletteSlot {
  readonly profession: Profession;
  readonly legend: LegendCode | null;
  readonly field: string;
}

function paletteOf(
  skill: SelectedSkill | null,
  slot: PaletteSlot,
  data: BuildLinkData,
  report: Report,
): PaletteId {
  if (skill === null) return 0 as PaletteId;
  if (skill.paletteId !== undefined && leadsTo(skill.paletteId, skill.skillId, slot, data))
    return skill.paletteId;
  const [palette] = skill.skillId === null ? [] : palettesOf(skill.skillId, slot, data);
  if (palette !== undefined) return palette;
  report({
    code: "skill-without-palette",
    field: slot.field,
    message: `${slot.profession} cannot have skill ${skill.skillId ?? "(unknown)"} in this slot of a build link.`,
    mend: "Choose a skill of the profession, and for a Revenant one of the legend of that slot.",
  });
  return 0 as PaletteId;
}

function leadsTo(
  paletteId: PaletteId,
  skillId: SkillId | null,
  slot: PaletteSlot,
  data: BuildLinkData,
): boolean {
  const legend = slot.legend === null ? undefined : data.legend(slot.legend);
  const legendSkill = slot.profession === "Revenant" ? legendSkillOfPalette(paletteId) : undefined;
  if (legendSkill === undefined) return (data.skillOfPalette(slot.profession, paletteId) ?? null) === skillId;
  return (legend === undefined ? null : skillOfLegend(legend, legendSkill)) === skillId;
}

function palettesOf(skillId: SkillId, slot: PaletteSlot, data: BuildLinkData): readonly PaletteId[] {
  const legend = slot.legend === null ? undefined : data.legend(slot.legend);
  if (legend !== undefined && slot.profession === "Revenant") {
    const position = (["heal", 0, 1, 2, "elite"] as const).find(
      (skill) => skillOfLegend(legend, skill) === skillId,
    );
    const palette = position === undefined ? undefined : paletteOfLegendSkill(position);
    if (palette !== undefined) return [palette];
  }
  const palettes = data.palettesOfSkill(slot.profession, skillId);
  // The generic palette ids of a Revenant mean the legend's skill, whatever the palette table says of them.
  return slot.profession === "Revenant"
    ? palettes.filter((palette) => legendSkillOfPalette(palette) === undefined)
    : palettes;
}
