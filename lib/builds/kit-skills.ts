import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Skill } from "#lib/catalog/schema.ts";
import type { RotationUse } from "#lib/engine/rotation/input.ts";
import type { SkillId } from "#lib/shared/ids.ts";

export interface SwappedBar {
  /** The skill that swaps the bar in. */
  readonly skill: Skill;
  /** An engineer's kit: put on and off without a recharge. */
  readonly isKit: boolean;
}

/** The skill behind a bar of support called `swapped-<skill id>`; undefined if there is none. */
export function swappedBar(bar: string, catalog: Catalog): SwappedBar | undefined {
  const id = Number(bar.slice("swapped-".length));
  const skill = catalog.skills.get(id as SkillId);
  if (!skill) return undefined;
  const isKit = skill.bundle !== undefined && skill.professions.every((name) => name === "Engineer");
  return { skill, isKit: isKit && skill.professions.length > 0 };
}

export interface KitSkill {
  readonly skill: Skill;
  readonly use: RotationUse;
}

/**
 * The skills of a kit on land, one for each place of the bar: the catalogue lists versions for land and water beside each
 * other. The first is the auto attack.
 */
export function kitSkills({ bundle }: Skill, catalog: Catalog): KitSkill[] {
  const skills = (bundle ?? []).flatMap((id) => catalog.skills.get(id) ?? []);
  return [...Map.groupBy(skills, ({ slot }) => slot).values()].flatMap((versions) => {
    const [skill] = versions.toSorted((a, b) => rank(b) - rank(a));
    if (!skill) return [];
    const isAuto = skill.slot === "Weapon_1" && !skill.rechargeSeconds;
    return [{ skill, use: isAuto ? { kind: "auto", place: 0 } : { kind: "recharge" } }];
  });
}

/** Higher is better: not for use under water, measured. */
function rank({ flags, castTimeMs }: Skill): number {
  return (flags?.includes("NoUnderwater") ? 2 : 0) + (castTimeMs === undefined ? 0 : 1);
}
