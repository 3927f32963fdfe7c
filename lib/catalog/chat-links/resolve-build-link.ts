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
  type Environments,
  mapEnvironments,
  mapThree,
  mapTwo,
  type SkillPalettes,
  type Three,
  type TraitChoice,
  type Two,
} from "./build-link.ts";
import type { BuildLinkData } from "./build-link-data.ts";
import { type BuildLinkFinding, type BuildLinkWarning, buildLinkWarning } from "./build-link-warning.ts";
import { findRuleBreaches } from "./find-rule-breaches.ts";
import { apiWeaponName, type LinkWeapon, weaponNameOfType } from "./link-codes.ts";
import { resolveLegend, resolvePalette } from "./resolve-skills.ts";

/** A build link with the game's ids and names. Null: empty slot; a null id or name: unknown in this game data. */
export interface ResolvedBuildLink {
  readonly profession: Profession;
  readonly specializations: Three<ResolvedSpecialization | null>;
  readonly skills: Environments<ResolvedSkills>;
  readonly pets: Environments<Two<ResolvedPet | null>> | null;
  readonly legends: ResolvedLegends | null;
  /** Null: the link does not say (before June 2023). */
  readonly weapons: readonly ResolvedWeapon[] | null;
  readonly skillVariants: readonly ResolvedSkillVariant[] | null;
  readonly warnings: readonly BuildLinkWarning[];
}

export interface ResolvedSpecialization {
  readonly id: SpecializationId;
  readonly name: string | null;
  readonly profession: Profession | null;
  readonly elite: boolean | null;
  /** Adept, master, grandmaster. */
  readonly traits: Three<ResolvedTrait | null>;
}

export interface ResolvedTrait {
  readonly choice: Exclude<TraitChoice, 0>;
  readonly id: TraitId | null;
  readonly name: string | null;
}

export interface ResolvedSkills {
  readonly heal: ResolvedSkill | null;
  readonly utility: Three<ResolvedSkill | null>;
  readonly elite: ResolvedSkill | null;
}

export interface ResolvedSkill {
  readonly paletteId: PaletteId;
  readonly skillId: SkillId | null;
  readonly name: string | null;
}

export interface ResolvedPet {
  readonly id: PetId;
  readonly name: string | null;
}

export interface ResolvedLegends extends Environments<Two<ResolvedLegend | null>> {
  readonly inactiveUtility: Environments<Three<ResolvedSkill | null>>;
}

export interface ResolvedLegend {
  /** As the link has it, which may be a code of 2019 to 2021. */
  readonly storedCode: LegendCode;
  /** Today's code. */
  readonly code: LegendCode | null;
  readonly name: string | null;
}

export interface ResolvedWeapon {
  readonly id: WeaponTypeId;
  readonly weapon: LinkWeapon | null;
}

export interface ResolvedSkillVariant {
  readonly id: SkillId;
  readonly name: string | null;
}

/** Looks up every id of a link. Never fails: what is unknown keeps its id and gets a warning. */
export function resolveBuildLink(link: BuildLink, data: BuildLinkData): ResolvedBuildLink {
  const findings: BuildLinkFinding[] = [];
  const report = (finding: BuildLinkFinding) => findings.push(finding);
  const resolved = {
    profession: link.profession,
    specializations: resolveSpecializations(link, data, report),
    skills: resolveSkills(link, data, report),
    pets: resolvePets(link, data, report),
    legends: resolveLegends(link, data, report),
    weapons: link.weapons?.map((id) => resolveWeapon(id, report)) ?? null,
    skillVariants: link.skillVariants?.map((id) => resolveVariant(id, data, report)) ?? null,
  };
  if (link.unusedBytes.length > 0) report({ code: "unused-bits-set", where: "profession block" });
  findings.push(...findRuleBreaches(resolved));
  return { ...resolved, warnings: findings.map(buildLinkWarning) };
}

type Report = (finding: BuildLinkFinding) => void;

function resolveSpecializations(
  link: BuildLink,
  data: BuildLinkData,
  report: Report,
): Three<ResolvedSpecialization | null> {
  if (link.specializations.some((line) => line.unusedBits !== 0)) {
    report({ code: "unused-bits-set", where: "traits" });
  }
  return mapThree(link.specializations, ({ id, traits }, index) => {
    const line = index + 1;
    if (id === 0) {
      if (traits.some((choice) => choice !== 0)) report({ code: "traits-without-specialization", line });
      return null;
    }
    const known = data.specialization(id);
    if (known === undefined) {
      report({ code: "specialization-unknown", line, id });
    } else if (known.profession !== link.profession) {
      const { name, profession: belongsTo } = known;
      report({
        code: "specialization-of-other-profession",
        line,
        id,
        name,
        belongsTo,
        profession: link.profession,
      });
    }
    return {
      id,
      name: known?.name ?? null,
      profession: known?.profession ?? null,
      elite: known?.elite ?? null,
      traits: mapThree(traits, (choice, tier) => {
        if (choice === 0) return null;
        const traitId = known?.majorTraits[tier * 3 + choice - 1] ?? null;
        const name = traitId === null ? null : (data.trait(traitId)?.name ?? null);
        return { choice, id: traitId, name };
      }),
    };
  });
}

function resolveSkills(link: BuildLink, data: BuildLinkData, report: Report): Environments<ResolvedSkills> {
  return mapEnvironments(link.skills, (palettes: SkillPalettes, environment) => {
    const legend = link.legends?.[environment][0];
    const resolve = (paletteId: PaletteId, slot: string) =>
      resolvePalette({ profession: link.profession, environment, slot, paletteId, legend }, data, report);
    return {
      heal: resolve(palettes.heal, "heal"),
      utility: mapThree(palettes.utility, (paletteId, index) => resolve(paletteId, `utility ${index + 1}`)),
      elite: resolve(palettes.elite, "elite"),
    };
  });
}

function resolvePets(link: BuildLink, data: BuildLinkData, report: Report): ResolvedBuildLink["pets"] {
  if (link.pets === null) return null;
  return mapEnvironments(link.pets, (pets, environment) =>
    mapTwo(pets, (id) => {
      if (id === 0) return null;
      const name = data.pet(id)?.name ?? null;
      if (name === null) report({ code: "pet-unknown", environment, id });
      return { id, name };
    }),
  );
}

function resolveLegends(link: BuildLink, data: BuildLinkData, report: Report): ResolvedLegends | null {
  const { legends, profession } = link;
  if (legends === null) return null;
  const both = mapEnvironments(legends, (codes, environment) =>
    mapTwo(codes, (code) => resolveLegend(code, environment, data, report)),
  );
  const inactiveUtility = mapEnvironments(legends.inactiveUtility, (palettes, environment) => {
    const legend = legends[environment][1];
    return mapThree(palettes, (paletteId, index) => {
      const slot = `inactive utility ${index + 1}`;
      return resolvePalette({ profession, environment, slot, paletteId, legend }, data, report);
    });
  });
  return { ...both, inactiveUtility };
}

function resolveWeapon(id: WeaponTypeId, report: Report): ResolvedWeapon {
  const name = weaponNameOfType(id);
  if (name === undefined) report({ code: "weapon-unknown", id });
  return { id, weapon: name === undefined ? null : apiWeaponName(name) };
}

function resolveVariant(id: SkillId, data: BuildLinkData, report: Report): ResolvedSkillVariant {
  const name = data.skill(id)?.name ?? null;
  if (name === null) report({ code: "skill-variant-unknown", id });
  return { id, name };
}
