import { describe, expect, it } from "vitest";
import type { BuildLinkWarningCode } from "./build-link-warning.ts";
import { decodeBuildLink } from "./chat-link.ts";
import { vectorData } from "./fixtures/vectors.ts";
import { parseLinkRecord } from "./parse-link-record.ts";
import { type ResolvedBuildLink, resolveBuildLink } from "./resolve-build-link.ts";

const data = vectorData();
const NO_SKILLS = { heal: 0, utility: [0, 0, 0], elite: 0 };
const EMPTY_LINE = { id: 0, traits: [0, 0, 0] };

/** Resolves a record with everything empty but the given fields. */
function resolved(fields: Record<string, unknown>): ResolvedBuildLink {
  const link = parseLinkRecord({
    profession: "Guardian",
    specializations: [EMPTY_LINE, EMPTY_LINE, EMPTY_LINE],
    skills: { terrestrial: NO_SKILLS, aquatic: NO_SKILLS },
    ...fields,
  });
  if (!link.ok) throw new Error(link.error.message);
  if (link.value.type !== "build") throw new Error("not a build");
  return resolveBuildLink(link.value.build, data);
}

function codesOf(fields: Record<string, unknown>): BuildLinkWarningCode[] {
  return resolved(fields).warnings.map(({ code }) => code);
}

const lines = (...ids: number[]) => [0, 1, 2].map((index) => ({ ...EMPTY_LINE, id: ids[index] ?? 0 }));
const onLand = (skills: object) => ({ terrestrial: { ...NO_SKILLS, ...skills }, aquatic: NO_SKILLS });
const legends = (terrestrial: number[], inactive = [0, 0, 0]) => ({
  terrestrial,
  aquatic: [0, 0],
  inactiveUtility: { terrestrial: inactive, aquatic: [0, 0, 0] },
});

describe("resolveBuildLink", () => {
  it("names specializations and turns trait choices and palette ids into ids", () => {
    const link = resolved({
      specializations: [{ id: 62, traits: [2, 2, 1] }, EMPTY_LINE, EMPTY_LINE],
      skills: onLand({ heal: 5963 }),
    });
    expect(link.specializations[0]).toMatchObject({
      name: "Firebrand",
      profession: "Guardian",
      elite: true,
      traits: [{ choice: 2, id: 2101 }, { id: 2076 }, { id: 2105 }],
    });
    expect(link.specializations[1]).toBeNull();
    expect(link.skills.terrestrial.heal).toEqual({ paletteId: 5963, skillId: 41714, name: "Skill 41714" });
    expect(link.skills.aquatic.heal).toBeNull();
  });

  it("reads generic Revenant palette ids through the legend of their environment", () => {
    const link = resolved({
      profession: "Revenant",
      skills: onLand({ heal: 4572, utility: [4651, 4614, 4564], elite: 4554 }),
      legends: legends([5, 2], [4614, 4651, 4564]),
    });
    const { heal, utility, elite } = link.skills.terrestrial;
    expect([heal, ...utility, elite].map((skill) => skill?.skillId)).toEqual([
      45686, 40485, 42949, 41220, 45773,
    ]);
    expect(link.legends?.inactiveUtility.terrestrial.map((skill) => skill?.skillId)).toEqual([
      29209, 28231, 27107,
    ]);
    expect(link.warnings).toEqual([]);
  });

  it("reads legend codes of 2019 to 2021 as today's and says so", () => {
    const link = resolved({
      profession: "Revenant",
      skills: onLand({ heal: 4572 }),
      legends: legends([14, 17]),
    });
    expect(link.legends?.terrestrial).toEqual([
      { storedCode: 14, code: 1, name: "Dragon" },
      { storedCode: 17, code: 6, name: "Centaur" },
    ]);
    expect(link.skills.terrestrial.heal?.skillId).toBe(27220);
    expect(link.warnings).toMatchObject([
      { code: "legend-old-code", inferred: false },
      { code: "legend-old-code", inferred: true },
    ]);
  });

  it("keeps the palette id of an unknown skill", () => {
    const link = resolved({ profession: "Engineer", skills: onLand({ elite: 4857 }) });
    expect(link.skills.terrestrial.elite).toEqual({ paletteId: 4857, skillId: null, name: null });
    expect(link.warnings).toMatchObject([{ code: "palette-unknown", paletteId: 4857, slot: "elite" }]);
  });

  it.each<[BuildLinkWarningCode, Record<string, unknown>]>([
    ["specialization-unknown", { specializations: lines(250) }],
    ["specialization-of-other-profession", { specializations: lines(47) }],
    ["specialization-duplicate", { specializations: lines(13, 13) }],
    ["elite-not-in-line-3", { specializations: lines(62) }],
    [
      "traits-without-specialization",
      { specializations: [{ id: 0, traits: [1, 0, 0] }, ...lines().slice(1)] },
    ],
    ["unused-bits-set", { specializations: [{ ...EMPTY_LINE, unusedBits: 1 }, ...lines().slice(1)] }],
    ["unused-bits-set", { unusedBytes: [0, 1] }],
    ["palette-unknown", { skills: onLand({ heal: 65535 }) }],
    ["skill-duplicate", { skills: onLand({ utility: [278, 0, 278] }) }],
    ["legend-missing", { profession: "Revenant", skills: onLand({ heal: 4572 }) }],
    ["legend-unknown", { profession: "Revenant", skills: onLand({ heal: 4572 }), legends: legends([9, 0]) }],
    ["legend-duplicate", { profession: "Revenant", legends: legends([2, 2]) }],
    ["pet-unknown", { profession: "Ranger", pets: { terrestrial: [60, 0], aquatic: [0, 0] } }],
    ["pet-duplicate", { profession: "Ranger", pets: { terrestrial: [1, 1], aquatic: [0, 0] } }],
    ["weapon-unknown", { weapons: [999] }],
    ["weapon-duplicate", { weapons: ["Axe", 5] }],
  ])("warns of %s", (code, fields) => {
    const { warnings } = resolved(fields);
    expect(warnings.map((warning) => warning.code)).toEqual([code]);
    expect(warnings[0]?.message).toMatch(/\.$/);
  });

  it("warns of an unknown skill override", () => {
    const noSkills = { ...data, skill: () => undefined };
    const link = decodeBuildLink(
      "[&DQQIKR46TilUHXkAmgAAAIMdmgB1HQAAWx0AAEI3ARMAAAAAAAAAAAAAAAACMwAJAQNn9wAAm/YAAOj2AAA=]",
    );
    if (!link.ok) throw new Error(link.error.message);
    const { warnings } = resolveBuildLink(link.value, noSkills);
    expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill("skill-variant-unknown"));
  });

  it("has nothing to say about an empty build", () => {
    expect(codesOf({})).toEqual([]);
  });
});
