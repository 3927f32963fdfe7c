import { resolveFacts } from "#lib/catalog/resolve-facts.ts";
import type { PetId, SkillId, TraitId } from "#lib/shared/ids.ts";
import { factLines } from "../fact-lines.ts";
import type { Loadout } from "../loadout.ts";
import { skillView } from "../skill-view.ts";
import type { FactLine } from "../view.ts";
import { activeTraits } from "./bars.ts";
import { petName } from "./companions.ts";
import type { EditorOptions } from "./options.ts";

/** Names something that has figures: `skill:9102`, `trait:565`, `pet:1`. */
export type FactRef = `${"skill" | "trait" | "pet"}:${number}`;

/** What a card says of a skill, trait or pet, in the mode and with the traits of a loadout. */
export interface FactsOf {
  readonly name: string;
  readonly kind: string;
  readonly facts: readonly FactLine[];
  readonly note: string | null;
}

const TIERS = ["Minor trait", "Adept trait", "Master trait", "Grandmaster trait"];

/** Undefined where the game data knows no such thing. */
export function factsOf(ref: string, loadout: Loadout, options: EditorOptions): FactsOf | undefined {
  const [what, number] = ref.split(":");
  const id = Number(number);
  if (what === "trait") return traitFacts(id as TraitId, loadout, options);
  if (what === "pet") return petFacts(id as PetId, loadout, options);
  const skill = options.catalog.skills.get(id as SkillId);
  if (!skill) return undefined;
  const context = { catalog: options.catalog, mode: loadout.mode, traits: activeTraits(loadout, options) };
  const { name, facts, note } = skillView(skill, skill.slot ?? "", context);
  return { name, kind: skillKind(skill.slot), facts, note };
}

function skillKind(slot: string | undefined): string {
  if (slot === undefined) return "Skill";
  const [kind = "", number] = slot.split("_");
  if (kind === "Profession") return `Mechanic skill ${number ?? ""}`.trim();
  return `${kind}${number ? ` ${number}` : ""} skill`;
}

function traitFacts(id: TraitId, { mode, ...loadout }: Loadout, options: EditorOptions): FactsOf | undefined {
  const trait = options.catalog.traits.get(id);
  if (!trait) return undefined;
  const { facts } = resolveFacts(trait, mode, activeTraits({ mode, ...loadout }, options));
  const kind = trait.slot === "Minor" ? "Minor trait" : (TIERS[trait.tier] ?? "Trait");
  return { name: trait.name, kind, facts: factLines(facts), note: null };
}

function petFacts(id: PetId, loadout: Loadout, { catalog }: EditorOptions): FactsOf | undefined {
  const pet = catalog.pets.get(id);
  if (!pet) return undefined;
  const named = pet.skills.flatMap((skill) => catalog.skills.get(skill)?.name ?? []);
  const skill = pet.skills[0] === undefined ? undefined : catalog.skills.get(pet.skills[0]);
  return {
    name: petName(pet.name),
    kind: [pet.archetype, pet.family].filter(Boolean).join(", ") || "Pet",
    facts: skill ? factLines(resolveFacts(skill, loadout.mode).facts) : [],
    note: named.length > 0 ? `Skills: ${named.join(", ")}.` : null,
  };
}
