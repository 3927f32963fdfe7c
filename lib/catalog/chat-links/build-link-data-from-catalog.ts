import type { Profession } from "#lib/shared/game.ts";
import type { LegendCode, PaletteId, PetId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import type { BuildLinkData, LinkLegend } from "./build-link-data.ts";
import { linkOrderOfTraits, newerPalettes } from "./link-corrections.ts";

/** The lists of the catalogue that build links need; the whole catalogue or the part of one profession fits. */
export interface BuildLinkTables {
  readonly specializations: readonly {
    readonly id: SpecializationId;
    readonly name: string;
    readonly profession: Profession;
    readonly elite: boolean;
    readonly majorTraits: readonly TraitId[];
  }[];
  readonly traits: readonly { readonly id: TraitId; readonly name: string }[];
  readonly skills: readonly { readonly id: SkillId; readonly name: string }[];
  readonly pets: readonly { readonly id: PetId; readonly name: string }[];
  readonly legends: readonly {
    /** Of the API: "Legend1". */
    readonly id: string;
    readonly code: LegendCode;
    readonly name?: string | undefined;
    readonly heal: SkillId;
    readonly utilities: readonly SkillId[];
    readonly elite: SkillId;
  }[];
  readonly palettes: readonly {
    readonly profession: Profession;
    readonly pairs: readonly (readonly [PaletteId, SkillId])[];
  }[];
}

/** Indexes the catalogue's lists for `resolveBuildLink`. Build it once and keep it; it takes a pass over every list. */
export function buildLinkDataFromCatalog(tables: BuildLinkTables): BuildLinkData {
  const specializations = new Map(
    tables.specializations.map(({ id, name, profession, elite, majorTraits }) => [
      id,
      { name, profession, elite, majorTraits: linkOrderOfTraits(id, majorTraits) },
    ]),
  );
  const traits = new Map(tables.traits.map((trait) => [trait.id, trait]));
  const skills = new Map(tables.skills.map((skill) => [skill.id, skill]));
  const pets = new Map(tables.pets.map((pet) => [pet.id, pet]));
  const legends = new Map(tables.legends.flatMap((legend) => legendEntry(legend)));
  const palettes = new Map(
    tables.palettes.map(({ profession, pairs }) => [profession, indexPalette(profession, pairs)]),
  );
  return {
    specialization: (id) => specializations.get(id),
    trait: (id) => traits.get(id),
    skill: (id) => skills.get(id),
    pet: (id) => pets.get(id),
    legend: (code) => legends.get(code),
    skillOfPalette: (profession, paletteId) => palettes.get(profession)?.skillByPalette.get(paletteId),
    palettesOfSkill: (profession, skillId) => palettes.get(profession)?.palettesBySkill.get(skillId) ?? [],
  };
}

function legendEntry(legend: BuildLinkTables["legends"][number]): [LegendCode, LinkLegend][] {
  const { id, code, name, heal, elite } = legend;
  const [first, second, third] = legend.utilities;
  if (first === undefined || second === undefined || third === undefined) return [];
  return [[code, { name: name ?? id, heal, utilities: [first, second, third], elite }]];
}

interface PaletteIndex {
  readonly skillByPalette: ReadonlyMap<PaletteId, SkillId>;
  readonly palettesBySkill: ReadonlyMap<SkillId, readonly PaletteId[]>;
}

function indexPalette(
  profession: Profession,
  pairs: readonly (readonly [PaletteId, SkillId])[],
): PaletteIndex {
  // The catalogue's own pairs come last: they win over the additions.
  const skillByPalette = new Map([...newerPalettes(profession), ...pairs]);
  const palettesBySkill = new Map<SkillId, PaletteId[]>();
  for (const [palette, skill] of [...skillByPalette].sort(([a], [b]) => a - b)) {
    const palettes = palettesBySkill.get(skill);
    if (palettes === undefined) palettesBySkill.set(skill, [palette]);
    else palettes.push(palette);
  }
  return { skillByPalette, palettesBySkill };
}
