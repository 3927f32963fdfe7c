import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Trait } from "#lib/catalog/schema.ts";
import {
  DEFAULT_ASSUMPTIONS,
  type SupportAssumptions,
  type SupportAttributes,
  type SupportInput,
  type SupportUse,
} from "#lib/engine/support/input.ts";
import { statusNamed } from "#lib/engine/support/statuses.ts";
import type { SkillId, TraitId } from "#lib/shared/ids.ts";
import type { Loadout } from "./loadout.ts";
import { addMechanics, addSlotSkills, addWeaponSkills, SupportDraft } from "./support-skills.ts";
import { bearerSource, type FactContext } from "./support-source.ts";

/**
 * What `supportOutput` needs of a loadout: its skills on land, profession mechanics, traits and relic, each with the
 * facts of the loadout's mode. Kits, forms, shrouds, tomes and pets are on bars that are only listed. Never throws: ids
 * that the catalogue does not know become gaps.
 */
export function supportInput(
  loadout: Loadout,
  catalog: Catalog,
  attributes: SupportAttributes,
  assumptions: Partial<SupportAssumptions> = {},
): SupportInput {
  const traits = chosenTraits(loadout, catalog);
  const context: FactContext = { mode: loadout.mode, traits: new Set(traits) };
  const draft = new SupportDraft(loadout, catalog, context);
  addSlotSkills(draft);
  addMechanics(draft);
  addWeaponSkills(draft);
  addTraits(draft, traits);
  addRelic(draft);
  return {
    mode: loadout.mode,
    attributes,
    assumptions: { ...DEFAULT_ASSUMPTIONS, ...assumptions },
    bars: draft.bars,
    sources: draft.sources,
    energyPerSecond: energyPerSecond(loadout),
    gaps: draft.gaps,
  };
}

/** Chosen major traits and the minor traits of the chosen lines, line by line. */
export function chosenTraits(loadout: Loadout, catalog: Catalog): TraitId[] {
  return loadout.specializations.flatMap((line) => {
    if (!line) return [];
    const minors = catalog.specializations.get(line.id)?.minorTraits ?? [];
    return [...minors, ...line.traits.filter((id) => id !== null)];
  });
}

/**
 * A revenant regains 5 energy a second; each legend swap, every 10 seconds at most, brings 50 more. Guild Wars 2 Wiki
 * "Energy" and "Legend", 2026.
 */
function energyPerSecond({ profession, legends }: Loadout): number | null {
  if (profession !== "Revenant") return null;
  return legends?.terrestrial.every((code) => code !== null) ? 10 : 5;
}

const TRIGGER: SupportUse = { kind: "trigger" };

function addTraits(draft: SupportDraft, traits: readonly TraitId[]): void {
  const { catalog, context } = draft;
  const bar = draft.bar("traits", "Traits", 1);
  const skillIds = new Set<number>(draft.sources.map(({ id }) => id));
  for (const id of new Set(traits)) {
    const trait = catalog.traits.get(id);
    if (!trait) {
      draft.gaps.push({ name: `Trait ${id}`, text: "not in the catalogue." });
      continue;
    }
    draft.add(bearerSource("trait", trait, bar, TRIGGER, context));
    for (const skillId of trait.skills ?? []) addTraitSkill(draft, trait, skillId, bar, skillIds);
  }
}

/** A skill that a trait casts. Mechanics that the trait brings are there already; figures of the trait itself go first. */
function addTraitSkill(
  draft: SupportDraft,
  trait: Trait,
  id: SkillId,
  bar: string,
  present: ReadonlySet<number>,
): void {
  const skill = draft.catalog.traitSkills.get(id);
  if (!skill || present.has(id) || draft.catalog.skills.get(id)?.slot?.startsWith("Profession_")) return;
  const why = `${trait.name} states its effects itself.`;
  const use: SupportUse = trait.facts.some(isEffect) ? { kind: "listed", why } : TRIGGER;
  draft.add(bearerSource("traitSkill", skill, bar, use, draft.context));
}

function isEffect(fact: Trait["facts"][number]): boolean {
  if (fact.kind === "heal" || fact.kind === "barrier") return true;
  return fact.kind === "buff" && statusNamed(fact.status) !== undefined;
}

/** The catalogue knows a relic's figures for PvE only. */
function addRelic(draft: SupportDraft): void {
  const id = draft.loadout.equipment.relic;
  if (id === null) return;
  const relic = draft.catalog.items.get(id);
  if (!relic) draft.gaps.push({ name: `Relic ${id}`, text: "not in the catalogue." });
  else if (draft.context.mode !== "pve") {
    draft.gaps.push({ name: relic.name, text: "its figures are known for PvE only and not counted." });
  } else {
    const bar = draft.bar("relic", "Relic", 1);
    draft.add(bearerSource("relic", { ...relic, facts: relic.facts ?? [] }, bar, TRIGGER, draft.context));
  }
}
