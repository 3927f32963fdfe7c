import type { SkillId } from "#lib/shared/ids.ts";
import type { Skill } from "./schema.ts";

/** Every skill that a skill leads to: chain, flip, tool belt, kit, form and mechanic bar. */
export function linksOf(skill: Skill): SkillId[] {
  const single = [skill.flip, skill.next, skill.previous, skill.toolbelt].filter((id) => id !== undefined);
  return [
    ...single,
    ...(skill.bundle ?? []),
    ...(skill.transform ?? []),
    ...(skill.bar ?? []),
    ...(skill.subskills?.map((sub) => sub.id) ?? []),
  ];
}
