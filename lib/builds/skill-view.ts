import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import { rechargeOf, resolveFacts } from "#lib/catalog/resolve-facts.ts";
import type { Skill } from "#lib/catalog/schema.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SkillId, TraitId } from "#lib/shared/ids.ts";
import { factLines } from "./fact-lines.ts";
import type { EmptySlotView, SkillView } from "./view.ts";

/** What the figures of a skill depend on. */
export interface SkillContext {
  readonly catalog: Catalog;
  readonly mode: GameMode;
  /** Chosen major traits and the minor traits of the chosen lines. */
  readonly traits: ReadonlySet<TraitId>;
}

/** A slot with its skill; empty, or with the id where the catalogue does not know the skill. */
export function skillOrEmpty(
  id: SkillId | null,
  slot: string,
  context: SkillContext,
): SkillView | EmptySlotView {
  if (id === null) return { id: null, slot, name: "Empty" };
  const skill = context.catalog.skills.get(id);
  return skill ? skillView(skill, slot, context) : { id: null, slot, name: `Unknown skill ${id}` };
}

export function skillView(skill: Skill, slot: string, { catalog, mode, traits }: SkillContext): SkillView {
  const resolved = resolveFacts(skill, mode, traits);
  return {
    id: skill.id,
    name: skill.name,
    icon: skill.icon ? iconUrl(skill.icon) : null,
    slot,
    rechargeSeconds: rechargeOf(skill, mode, traits) ?? null,
    facts: factLines(resolved.facts),
    note: notes(skill, resolved.unknown.length, catalog),
  };
}

/** What the tooltip adds: chains and flips by name, and how many figures are unknown in this mode. */
function notes(skill: Skill, unknownFigures: number, catalog: Catalog): string | null {
  const name = (id: SkillId | undefined) => (id === undefined ? undefined : catalog.skills.get(id)?.name);
  const next = skill.next === skill.id ? undefined : name(skill.next);
  const flip = name(skill.flip);
  const lines = [
    next && `Chains into ${next}.`,
    flip && flip !== skill.name && `Turns into ${flip}.`,
    unknownFigures > 0 && `${unknownFigures} more known for another game mode only.`,
  ].filter(Boolean);
  return lines.length > 0 ? lines.join(" ") : null;
}
