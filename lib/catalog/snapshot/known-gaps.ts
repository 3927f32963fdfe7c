import { GAP_MEANINGS, type GapCode } from "../gaps.ts";
import type { CatalogData, CatalogGap, Fact, Skill, Trait, TraitSkill } from "../schema.ts";
import { linksOf } from "../skill-links.ts";

/** The gaps that the data itself shows, in the order of `GAP_MEANINGS`; gaps of size 0 are left out. */
export function knownGaps(data: CatalogData): CatalogGap[] {
  const all = [...skillGaps(data), ...splitGaps(data), ...otherGaps(data)].filter((gap) => gap.count > 0);
  const order = Object.keys(GAP_MEANINGS);
  return all.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code) || (a.kind < b.kind ? -1 : 1));
}

function gap(code: GapCode, kind: string, records: readonly { readonly id: number | string }[]): CatalogGap {
  return { code, kind, count: records.length, ids: records.map((record) => record.id) };
}

function countOnly(code: GapCode, kind: string, count: number): CatalogGap {
  return { code, kind, count };
}

function skillGaps({ skills }: CatalogData): CatalogGap[] {
  const withFacts = skills.filter((skill) => skill.facts.length > 0);
  const figures = (skill: Skill) => skill.facts.filter((fact) => fact.kind !== "recharge");
  const isWvwOnly = (fact: Fact) => fact.modes !== undefined && !fact.modes.includes("pve") && !fact.inferred;
  const since2023 = (skill: Skill) => skill.factsSource?.startsWith("api-2023") ?? false;
  return [
    gap(
      "skill-without-facts",
      "skills",
      skills.filter((skill) => skill.facts.length === 0),
    ),
    gap(
      "skill-recharge-only",
      "skills",
      withFacts.filter((skill) => figures(skill).length === 0),
    ),
    gap(
      "skill-wvw-figures-only",
      "skills",
      withFacts.filter((skill) => figures(skill).length > 0 && figures(skill).every(isWvwOnly)),
    ),
    gap(
      "skill-some-wvw-figures-only",
      "skills",
      withFacts.filter((skill) => figures(skill).some(isWvwOnly)),
    ),
    countOnly("skill-flags-unknown", "skills", skills.filter((skill) => skill.flags === undefined).length),
    gap(
      "skill-outside-api",
      "skills",
      skills.filter((skill) => skill.notInApi),
    ),
    gap(
      "skill-profession-unknown",
      "skills",
      skills.filter((skill) => skill.professions.length === 0),
    ),
    gap(
      "skill-damage-disputed",
      "skills",
      skills.filter((skill) => skill.simulatorCoefficient !== undefined),
    ),
    countOnly(
      "skill-traited-facts-dated",
      "skills",
      skills.filter((skill) => skill.traitedFacts && (skill.traitedFactsSource || since2023(skill))).length,
    ),
    countOnly("skill-facts-dated", "skills", skills.filter(since2023).length),
    countOnly(
      "fact-unconfirmed",
      "skills",
      skills.flatMap((skill) => skill.facts).filter((fact) => fact.unconfirmed).length,
    ),
  ];
}

function splitGaps({ skills, traits, traitSkills }: CatalogData): CatalogGap[] {
  const kinds: readonly (readonly [string, readonly (Skill | Trait | TraitSkill)[]])[] = [
    ["skills", skills],
    ["traits", traits],
    ["traitSkills", traitSkills],
  ];
  return kinds.flatMap(([kind, records]) => [
    countOnly(
      "fact-mode-inferred",
      kind,
      countFacts(records, (fact) => fact.inferred === true),
    ),
    countOnly(
      "fact-alternative",
      kind,
      countFacts(records, (fact) => fact.alternative === true),
    ),
    countOnly("wvw-recharge-assumed", kind, records.filter(assumesRecharge).length),
    countOnly(
      "wvw-incomplete",
      kind,
      records.filter((record) => record.modes?.wvw?.basis === "adjusted").length,
    ),
    countOnly("pvp-damage-only", kind, records.filter((record) => record.modes?.pvp).length),
  ]);
}

function countFacts(records: readonly (Skill | Trait | TraitSkill)[], test: (fact: Fact) => boolean): number {
  return records.reduce((sum, record) => sum + record.facts.filter(test).length, 0);
}

function assumesRecharge(record: Skill | Trait | TraitSkill): boolean {
  return record.modes?.wvw?.assumed?.some((index) => record.facts[index]?.kind === "recharge") ?? false;
}

function otherGaps(data: CatalogData): CatalogGap[] {
  const mute = data.items.filter(
    (item) => !item.bonuses && !item.attributes && !item.effects && !item.proc && !item.facts,
  );
  return [
    gap(
      "trait-without-facts",
      "traits",
      data.traits.filter((trait) => trait.facts.length === 0 && !trait.skills && !trait.traitedFacts),
    ),
    countOnly("pvp-amulets-missing", "pvpAmulets", data.pvpAmulets.length === 0 ? 1 : 0),
    ...[...new Set(mute.map((item) => item.group))].map((group) =>
      countOnly("item-without-effect", group, mute.filter((item) => item.group === group).length),
    ),
    ...unresolved(data),
  ];
}

function unresolved(data: CatalogData): CatalogGap[] {
  const skills = new Set<number>(data.skills.map((skill) => skill.id));
  const traits = new Set<number>(data.traits.map((trait) => trait.id));
  const missingSkills = (ids: readonly (number | undefined)[]) =>
    ids.some((id) => id !== undefined && !skills.has(id));
  return [
    gap(
      "reference-unresolved",
      "skills",
      data.skills.filter((skill) => missingSkills(linksOf(skill))),
    ),
    gap(
      "reference-unresolved",
      "specializations",
      data.specializations.filter((line) =>
        [...line.minorTraits, ...line.majorTraits].some((trait) => !traits.has(trait)),
      ),
    ),
    gap(
      "reference-unresolved",
      "professions",
      data.professions.filter((profession) =>
        missingSkills([
          ...profession.skills.map((skill) => skill.id),
          ...profession.weapons.flatMap((weapon) => weapon.skills.map((skill) => skill.id)),
        ]),
      ),
    ),
    gap(
      "reference-unresolved",
      "pets",
      data.pets.filter((pet) => missingSkills(pet.skills)),
    ),
    gap(
      "reference-unresolved",
      "palettes",
      data.palettes.flatMap(({ pairs }) =>
        pairs.flatMap(([id, skill]) => (skills.has(skill) ? [] : [{ id }])),
      ),
    ),
  ];
}
