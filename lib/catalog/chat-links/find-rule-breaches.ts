import { ENVIRONMENTS } from "./build-link.ts";
import type { BuildLinkFinding } from "./build-link-warning.ts";
import type { ResolvedBuildLink } from "./resolve-build-link.ts";

/** What the link alone shows to be against the game's rules. Full legality of a loadout is the engine's question. */
export function findRuleBreaches(resolved: Omit<ResolvedBuildLink, "warnings">): BuildLinkFinding[] {
  return [
    ...specializationBreaches(resolved.specializations),
    ...skillBreaches(resolved.skills),
    ...legendBreaches(resolved.legends),
    ...petBreaches(resolved.pets),
    ...weaponBreaches(resolved.weapons ?? []),
  ];
}

function specializationBreaches(lines: ResolvedBuildLink["specializations"]): BuildLinkFinding[] {
  const findings: BuildLinkFinding[] = [];
  const seen = new Set<number>();
  for (const [index, specialization] of lines.entries()) {
    if (specialization === null) continue;
    const { id, name, elite } = specialization;
    const line = index + 1;
    if (seen.has(id)) findings.push({ code: "specialization-duplicate", line, id });
    if (elite === true && line !== 3) findings.push({ code: "elite-not-in-line-3", line, name: name ?? "" });
    seen.add(id);
  }
  return findings;
}

function skillBreaches(skills: ResolvedBuildLink["skills"]): BuildLinkFinding[] {
  return ENVIRONMENTS.flatMap((environment) => {
    const skillIds = skills[environment].utility.flatMap((slot) => slot?.skillId ?? []);
    return repeated(skillIds).map((skillId) => ({ code: "skill-duplicate", environment, skillId }) as const);
  });
}

function legendBreaches(legends: ResolvedBuildLink["legends"]): BuildLinkFinding[] {
  if (legends === null) return [];
  return ENVIRONMENTS.flatMap((environment) => {
    const [first, second] = legends[environment];
    if (first?.code == null || first.code !== second?.code) return [];
    return [{ code: "legend-duplicate", environment, name: first.name ?? "" } as const];
  });
}

function petBreaches(pets: ResolvedBuildLink["pets"]): BuildLinkFinding[] {
  if (pets === null) return [];
  return ENVIRONMENTS.flatMap((environment) => {
    const [first, second] = pets[environment];
    if (first === null || first.id !== second?.id) return [];
    return [{ code: "pet-duplicate", environment, name: first.name ?? `Pet ${first.id}` } as const];
  });
}

function weaponBreaches(weapons: NonNullable<ResolvedBuildLink["weapons"]>): BuildLinkFinding[] {
  return repeated(weapons.map(({ id }) => id)).map((id) => {
    const name = weapons.find((weapon) => weapon.id === id)?.weapon ?? `Weapon type ${id}`;
    return { code: "weapon-duplicate", id, name } as const;
  });
}

function repeated<Id extends number>(ids: readonly Id[]): Id[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
