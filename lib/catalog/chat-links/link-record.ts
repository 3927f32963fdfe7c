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
import {
  type BuildLink,
  buildLinkByteLength,
  type Environments,
  mapEnvironments,
  mapThree,
  professionCode,
  type SkillPalettes,
  type Three,
  type TraitChoice,
  type Two,
} from "./build-link.ts";
import type { BuildLinkWarning } from "./build-link-warning.ts";
import { type LinkWeaponName, weaponNameOfType } from "./link-codes.ts";
import type { ResolvedBuildLink, ResolvedSkill } from "./resolve-build-link.ts";

/**
 * A build link as plain JSON, the shape that public test vectors and the command line use. Ids are numbers;
 * 0 is an empty slot, null an id that the game data does not know.
 */
export interface BuildLinkRecord {
  readonly profession: Profession;
  readonly professionCode: number;
  readonly specializations: Three<{
    readonly id: SpecializationId;
    readonly traits: Three<TraitChoice>;
    readonly unusedBits?: number;
  }>;
  /** Palette ids. */
  readonly skills: Environments<SkillPalettes>;
  readonly traitIds: Three<Three<TraitId | 0 | null>>;
  readonly skillIds: Environments<{
    readonly heal: SkillId | 0 | null;
    readonly utility: Three<SkillId | 0 | null>;
    readonly elite: SkillId | 0 | null;
  }>;
  readonly pets?: Environments<Two<PetId>>;
  readonly legends?: Environments<Two<LegendCode>> & {
    readonly inactiveUtility: Environments<Three<PaletteId>>;
  };
  readonly inactiveSkillIds?: Environments<Three<SkillId | 0 | null>>;
  readonly unusedBytes?: readonly number[];
  /** Null: the link has no trailing part; empty: it has one without weapons. */
  readonly weapons: readonly WeaponTypeId[] | null;
  readonly weaponTypes: readonly (LinkWeaponName | null)[] | null;
  readonly skillVariants: readonly SkillId[] | null;
  /** Of the link as it was read. */
  readonly byteLength: number;
  /** What could not be told for certain; absent if nothing. */
  readonly warnings?: readonly BuildLinkWarning[];
}

export interface LinkReadingDetails {
  /** Length of the content that was read; by default that of the link as it is written. */
  readonly byteLength?: number;
  /** Of the reading itself (`noteWarnings`). */
  readonly warnings?: readonly BuildLinkWarning[];
}

/** The record of a link. Of the warnings it holds those about content; legality is another question. */
export function buildLinkRecord(
  link: BuildLink,
  resolved: ResolvedBuildLink,
  details: LinkReadingDetails = {},
): BuildLinkRecord {
  const { profession, pets, legends, weapons, skillVariants, unusedBytes } = link;
  const { byteLength = buildLinkByteLength(link) } = details;
  const warnings = [...(details.warnings ?? []), ...resolved.warnings].filter(
    ({ about }) => about === "content",
  );
  return {
    profession,
    professionCode: professionCode(profession),
    specializations: mapThree(link.specializations, ({ id, traits, unusedBits }) => ({
      id,
      traits,
      ...(unusedBits === 0 ? {} : { unusedBits }),
    })),
    skills: link.skills,
    traitIds: mapThree(link.specializations, ({ traits }, line) =>
      mapThree(traits, (choice, tier) =>
        choice === 0 ? 0 : (resolved.specializations[line]?.traits[tier]?.id ?? null),
      ),
    ),
    skillIds: mapEnvironments(resolved.skills, ({ heal, utility, elite }) => ({
      heal: skillIdOf(heal),
      utility: mapThree(utility, skillIdOf),
      elite: skillIdOf(elite),
    })),
    ...(pets === null ? {} : { pets }),
    ...(legends === null ? {} : { legends }),
    ...(resolved.legends === null
      ? {}
      : {
          inactiveSkillIds: mapEnvironments(resolved.legends.inactiveUtility, (utility) =>
            mapThree(utility, skillIdOf),
          ),
        }),
    ...(unusedBytes.length === 0 ? {} : { unusedBytes }),
    weapons,
    weaponTypes: weapons?.map((id) => weaponNameOfType(id) ?? null) ?? null,
    skillVariants,
    byteLength,
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function skillIdOf(skill: ResolvedSkill | null): SkillId | 0 | null {
  return skill === null ? 0 : skill.skillId;
}
