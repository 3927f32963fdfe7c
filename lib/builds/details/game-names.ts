import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { resolveFacts } from "#lib/catalog/resolve-facts.ts";
import type { Skill, Trait } from "#lib/catalog/schema.ts";
import { factLines } from "../fact-lines.ts";
import type { Loadout } from "../loadout.ts";
import { type SkillContext, skillView } from "../skill-view.ts";
import type { NoteCard, NoteSpan } from "./notes-tree.ts";

/** The card of a name, such as `Symbol of Swiftness` or `trait:Virtue of Resolve`; undefined where it is none of the game. */
export type GameNames = (name: string) => NoteCard | undefined;

const IN_BRACKETS = /\[\[([^[\]\n]{1,120})\]\]/g;
const KIND = /^(skill|trait):\s*/i;
const TIERS = ["Adept", "Master", "Grandmaster"] as const;

/** Cuts a text at its names in double brackets: `[[Name]]`, or `[[Name|what to show]]`. */
export function withGameNames(text: string, card: (name: string, shown: string) => NoteSpan): NoteSpan[] {
  const spans: NoteSpan[] = [];
  let from = 0;
  for (const match of text.matchAll(IN_BRACKETS)) {
    if (match.index > from) spans.push({ kind: "text", text: text.slice(from, match.index) });
    const [name = "", shown] = (match[1] ?? "").split("|", 2);
    spans.push(card(name.trim(), (shown ?? name.replace(KIND, "")).trim()));
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ kind: "text", text: text.slice(from) });
  return spans;
}

/** The name behind `[Name](skill)`, `[shown](trait:Name)` or `[shown](<skill:Name of two words>)`; undefined for other links. */
export function nameInMarkdownLink(url: string, shown: string): string | undefined {
  const match = /^(skill|trait)(?::(.*))?$/is.exec(url);
  if (!match) return undefined;
  return `${match[1]}:${match[2] ? decoded(match[2]) : shown}`;
}

/**
 * Looks names up for the notes of a loadout, in its mode. Of namesakes the one in the loadout is meant, then one of the
 * profession that can be slotted, then one of the profession.
 */
export function gameNames(loadout: Loadout, context: SkillContext): GameNames {
  const { catalog } = context;
  const slotted = new Set(slottedSkills(loadout));
  const bestSkill = (name: string) =>
    best(catalog.skills.named(name), ({ id, professions }) => {
      if (slotted.has(id)) return 3;
      if (catalog.palettesOfSkill(loadout.profession, id).length > 0) return 2;
      return professions.includes(loadout.profession) ? 1 : 0;
    });
  const bestTrait = (name: string) =>
    best(catalog.traits.named(name), ({ id, specialization }) => {
      if (context.traits.has(id)) return 3;
      return catalog.specializations.get(specialization)?.profession === loadout.profession ? 1 : 0;
    });
  return (text) => {
    const kind = KIND.exec(text)?.[1]?.toLowerCase();
    const name = text.replace(KIND, "");
    const skill = kind === "trait" ? undefined : bestSkill(name);
    const trait = kind === "skill" ? undefined : bestTrait(name);
    if (trait && (!skill || trait.score > skill.score)) return traitCard(trait.item, context);
    return skill && skillCard(skill.item, context);
  };
}

function best<Item>(
  items: readonly Item[],
  score: (item: Item) => number,
): { item: Item; score: number } | undefined {
  return items
    .map((item) => ({ item, score: score(item) }))
    .reduce<{ item: Item; score: number } | undefined>(
      (top, one) => (top === undefined || one.score > top.score ? one : top),
      undefined,
    );
}

function slottedSkills({ skills, skillOverrides }: Loadout) {
  const bars = [skills.terrestrial, skills.aquatic];
  return [...bars.flatMap(({ heal, utility, elite }) => [heal, ...utility, elite]), ...skillOverrides].filter(
    (id) => id !== null,
  );
}

function skillCard(skill: Skill, context: SkillContext): NoteCard {
  const slot = skill.slot?.replace(/_(\d)$/, " $1") ?? "";
  const { facts, note } = skillView(skill, slot, context);
  const kind = [slot, slot ? "skill" : "Skill"].filter(Boolean).join(" ");
  return { key: `skill:${skill.id}`, name: skill.name, kind, facts, note };
}

function traitCard(trait: Trait, { catalog, mode, traits }: SkillContext): NoteCard {
  const facts = factLines(resolveFacts(trait, mode, traits).facts);
  return { key: `trait:${trait.id}`, name: trait.name, kind: traitKind(trait, catalog), facts, note: null };
}

function traitKind({ id, specialization }: Trait, catalog: Catalog): string {
  const line = catalog.specializations.get(specialization);
  if (!line) return "Trait";
  const place = line.majorTraits.indexOf(id);
  const tier = TIERS[place < 0 ? line.minorTraits.indexOf(id) : Math.floor(place / 3)];
  return `${tier ?? "Minor"} trait of ${line.name}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).replaceAll("_", " ");
  } catch {
    return text;
  }
}
