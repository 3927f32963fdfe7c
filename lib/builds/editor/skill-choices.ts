import { resolveFacts } from "#lib/catalog/resolve-facts.ts";

import type { Fact, Skill } from "#lib/catalog/schema.ts";
import { BOONS } from "#lib/engine/attribute-ids.ts";
import type { GameMode } from "#lib/shared/game.ts";
import type { SkillId, SpecializationId } from "#lib/shared/ids.ts";
import type { EditorOptions } from "./options.ts";

/** A skill that a slot can hold, with what it can be found by. */
export interface SkillChoice {
  readonly id: SkillId;
  readonly name: string;
  /** Of the catalogue; see `iconUrl`. */
  readonly icon: string | undefined;
  /** Elite specialization that it needs. */
  readonly specialization: SpecializationId | undefined;
  /** Elite specialization, profession or "Racial". */
  readonly group: string;
  readonly isRacial: boolean;
  readonly worksUnderWater: boolean;
  readonly rechargeSeconds: number | undefined;
  /** In the game's words: "Signet", "Spirit weapon", "Kit". */
  readonly categories: readonly string[];
  readonly boons: readonly string[];
  readonly fields: readonly string[];
  /** "Stun", "Pull" and so on, and "Breaks stun". */
  readonly controls: readonly string[];
}

export type SkillKind = "heal" | "utility" | "elite";

/** What a list of skills is narrowed to; null: everything. */
export interface SkillFilter {
  readonly category: string | null;
  readonly boon: string | null;
  readonly field: string | null;
  readonly control: string | null;
}

export const NO_FILTER: SkillFilter = { category: null, boon: null, field: null, control: null };

const BOON_NAMES: ReadonlySet<string> = new Set(BOONS.map(sentenceCase));

const SLOTS = { heal: "Heal", utility: "Utility", elite: "Elite" } as const;

/**
 * Every skill of a profession that a slot of this kind can hold in a build link: the core ones, then those of elite
 * specializations, then racial ones; within them by category and name. Figures are those of the mode without traits.
 */
export function skillChoices(
  { catalog, profession }: EditorOptions,
  kind: SkillKind,
  mode: GameMode,
): SkillChoice[] {
  const skills = catalog
    .skillsOf(profession)
    .filter(({ id, slot }) => slot === SLOTS[kind] && catalog.palettesOfSkill(profession, id).length > 0);
  const choice = (skill: Skill): SkillChoice => {
    const { facts } = resolveFacts(skill, mode);
    const linked = [skill.flip, ...(skill.subskills ?? []).map(({ id }) => id), ...(skill.bundle ?? [])];
    const all = linked.flatMap((id) => {
      const other = id === undefined || id === skill.id ? undefined : catalog.skills.get(id);
      return other ? resolveFacts(other, mode).facts : [];
    });
    const isRacial = skill.professions.length !== 1;
    const line = skill.specialization && catalog.specializations.get(skill.specialization);
    return {
      id: skill.id,
      name: skill.name,
      icon: skill.icon,
      specialization: skill.specialization,
      group: isRacial ? "Racial" : line ? line.name : profession,
      isRacial,
      worksUnderWater: !skill.flags?.includes("NoUnderwater"),
      rechargeSeconds: facts.find((fact) => fact.kind === "recharge")?.seconds,
      categories: categoriesOf(skill),
      ...tagsOf([...facts, ...all]),
    };
  };
  return skills.map(choice).toSorted(inOrder);
}

/** Skills whose name, category or group holds every word of the text, and that fit the filter. Names that begin with it come first. */
export function findSkills(
  choices: readonly SkillChoice[],
  text: string,
  filter: SkillFilter,
): SkillChoice[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const fits = ({ categories, boons, fields, controls }: SkillChoice) =>
    has(categories, filter.category) &&
    has(boons, filter.boon) &&
    has(fields, filter.field) &&
    has(controls, filter.control);
  const found = choices.filter((choice) => {
    const all = plain([choice.name, ...choice.categories, choice.group].join(" "));
    return fits(choice) && words.every((word) => all.includes(word));
  });
  if (words.length === 0) return found;
  const rank = ({ name }: SkillChoice) =>
    plain(name).startsWith(words.join(" ")) ? 0 : plain(name).includes(words[0] ?? "") ? 1 : 2;
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** What the filters can offer for a list, in order of the alphabet. */
export function filterChoices(
  choices: readonly SkillChoice[],
): Readonly<Record<keyof SkillFilter, readonly string[]>> {
  const all = (of: (choice: SkillChoice) => readonly string[]) =>
    [...new Set(choices.flatMap(of))].toSorted((a, b) => a.localeCompare(b, "en"));
  return {
    category: all(({ categories }) => categories),
    boon: all(({ boons }) => boons),
    field: all(({ fields }) => fields),
    control: all(({ controls }) => controls),
  };
}

function has(values: readonly string[], wanted: string | null): boolean {
  return wanted === null || values.includes(wanted);
}

/** "SpiritWeapon" of the API is "Spirit weapon"; an engineer's kit has no category there. */
function categoriesOf({ categories, bundle, professions }: Skill): string[] {
  const words = categories.map((category) =>
    sentenceCase(category.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase()),
  );
  const isKit = bundle !== undefined && professions.length === 1 && professions[0] === "Engineer";
  return isKit && !words.includes("Kit") ? [...words, "Kit"] : words;
}

function tagsOf(facts: readonly Fact[]): Pick<SkillChoice, "boons" | "fields" | "controls"> {
  const boons = new Set<string>();
  const fields = new Set<string>();
  const controls = new Set<string>();
  for (const fact of facts) {
    if ((fact.kind === "buff" || fact.kind === "prefixedBuff") && BOON_NAMES.has(fact.status))
      boons.add(fact.status);
    if (fact.kind === "comboField") fields.add(fact.field);
    if (fact.kind === "control") controls.add(sentenceCase(fact.control));
    if (fact.kind === "stunBreak") controls.add("Breaks stun");
  }
  return { boons: [...boons], fields: [...fields], controls: [...controls] };
}

function inOrder(a: SkillChoice, b: SkillChoice): number {
  const rank = ({ isRacial, specialization }: SkillChoice) =>
    isRacial ? Number.MAX_SAFE_INTEGER : (specialization ?? 0);
  const category = ({ categories }: SkillChoice) => categories[0] ?? "~";
  return (
    rank(a) - rank(b) || category(a).localeCompare(category(b), "en") || a.name.localeCompare(b.name, "en")
  );
}

/** Small letters without accents and marks, for comparing. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, "")
    .trim();
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
