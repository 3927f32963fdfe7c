import type { Profession } from "#lib/shared/game.ts";
import type { LegendCode, PaletteId, PetId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import type { Three } from "./build-link.ts";

/**
 * What resolving a build link asks of the game data. The catalogue supplies it (`buildLinkDataFromCatalog`); a
 * part of it, such as one profession, is enough: the rest is then reported as unknown.
 */
export interface BuildLinkData {
  specialization(id: SpecializationId): LinkSpecialization | undefined;
  trait(id: TraitId): Named | undefined;
  skill(id: SkillId): Named | undefined;
  pet(id: PetId): Named | undefined;
  /** @param code today's code, 1 to 8 */
  legend(code: LegendCode): LinkLegend | undefined;
  skillOfPalette(profession: Profession, paletteId: PaletteId): SkillId | undefined;
  /** Palette ids that lead to a skill, ascending; empty if there is none. */
  palettesOfSkill(profession: Profession, skillId: SkillId): readonly PaletteId[];
}

export interface Named {
  readonly name: string;
}

export interface LinkSpecialization extends Named {
  readonly profession: Profession;
  readonly elite: boolean;
  /** Three adept, three master, three grandmaster, each from top to bottom. */
  readonly majorTraits: readonly TraitId[];
}

export interface LinkLegend extends Named {
  readonly heal: SkillId;
  readonly utilities: Three<SkillId>;
  readonly elite: SkillId;
}
