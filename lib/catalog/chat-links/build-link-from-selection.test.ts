import { describe, expect, it } from "vitest";
import type { LegendCode, PaletteId, SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import {
  type BuildSelection,
  buildLinkFromSelection,
  type SelectedSkills,
} from "./build-link-from-selection.ts";
import { vectorData } from "./fixtures/vectors.ts";

const data = vectorData();
const NONE: SelectedSkills = { heal: null, utility: [null, null, null], elite: null };
const EMPTY: BuildSelection = {
  profession: "Guardian",
  specializations: [null, null, null],
  skills: { terrestrial: NONE, aquatic: NONE },
  pets: null,
  legends: null,
  weapons: [],
  skillVariants: [],
};

const skill = (skillId: number) => ({ skillId: skillId as SkillId });

function linkOf(selection: Partial<BuildSelection>) {
  const result = buildLinkFromSelection({ ...EMPTY, ...selection }, data);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe("buildLinkFromSelection", () => {
  it("writes zeros for what is not chosen and always the trailing lists", () => {
    const link = linkOf({});
    expect(link.specializations[0]).toEqual({ id: 0, traits: [0, 0, 0], unusedBits: 0 });
    expect(link.skills.terrestrial).toEqual({ heal: 0, utility: [0, 0, 0], elite: 0 });
    expect([link.weapons, link.skillVariants]).toEqual([[], []]);
  });

  it("turns trait ids into choices and skill ids into palette ids", () => {
    const link = linkOf({
      specializations: [
        { id: 62 as SpecializationId, traits: [2101 as TraitId, null, 2105 as TraitId] },
        null,
        null,
      ],
      skills: { terrestrial: { ...NONE, heal: skill(41714) }, aquatic: NONE },
    });
    expect(link.specializations[0].traits).toEqual([2, 0, 1]);
    expect(link.skills.terrestrial.heal).toBe(5963);
  });

  it("takes the lowest of several palette ids, or the one the skill came with", () => {
    const withSkill = (paletteId?: number) =>
      linkOf({
        skills: {
          terrestrial: { ...NONE, elite: { ...skill(10586), paletteId: paletteId as PaletteId } },
          aquatic: NONE,
        },
      }).skills.terrestrial.elite;
    expect(withSkill()).toBe(251);
    expect(withSkill(2966)).toBe(2966);
  });

  it("writes the generic palette id for a skill of the legend of that slot", () => {
    const link = linkOf({
      profession: "Revenant",
      skills: {
        terrestrial: { ...NONE, heal: skill(45686), utility: [skill(40485), null, null] },
        aquatic: NONE,
      },
      legends: {
        terrestrial: [5 as LegendCode, 2 as LegendCode],
        aquatic: [null, null],
        inactiveUtility: { terrestrial: [skill(29209), null, null], aquatic: [null, null, null] },
      },
    });
    expect(link.skills.terrestrial).toEqual({ heal: 4572, utility: [4651, 0, 0], elite: 0 });
    expect(link.legends?.inactiveUtility.terrestrial).toEqual([4614, 0, 0]);
  });

  it.each<[string, string, Partial<BuildSelection>]>([
    [
      "a trait of another column",
      "specializations[0].traits[1]",
      {
        specializations: [{ id: 62 as SpecializationId, traits: [null, 2101 as TraitId, null] }, null, null],
      },
    ],
    [
      "traits of an unknown specialization",
      "specializations[0]",
      { specializations: [{ id: 250 as SpecializationId, traits: [1 as TraitId, null, null] }, null, null] },
    ],
    [
      "a skill of another profession",
      "skills.terrestrial.heal",
      { skills: { terrestrial: { ...NONE, heal: skill(76979) }, aquatic: NONE } },
    ],
    [
      "a skill of a legend that is not chosen",
      "skills.aquatic.heal",
      { profession: "Revenant", skills: { terrestrial: NONE, aquatic: { ...NONE, heal: skill(77043) } } },
    ],
  ])("refuses %s and names the field", (_case, field, selection) => {
    const result = buildLinkFromSelection({ ...EMPTY, ...selection }, data);
    expect(result).toMatchObject({ ok: false, error: { field } });
  });
});
