/** Effects that follow from the names of what a build wears and has chosen. */
import { z } from "zod";
import { loadMechanicsIndex } from "#lib/catalog/mechanics/load.ts";
import { findItemEntries, isSameName } from "#lib/catalog/mechanics/names.ts";
import type { AppliedSource } from "#lib/engine/applied-effects.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import { type ChosenBuild, isMet, traitEntriesByDefault } from "#lib/engine/free-build.ts";
import { heroPanelSources, type UsedEntry } from "#lib/engine/hero-panel.ts";
import type { MechanicEntry } from "#lib/engine/mechanics.ts";
import type { Profession } from "#lib/shared/game.ts";
import { isKnownItem, noteUnknownTraits } from "./known-names.ts";

/** Names of which some may be missing; null is an empty place. */
const names = z
  .array(z.string().nullable())
  .nullish()
  .transform((list) => list ?? []);

const namesOnly = names.transform((list) => list.filter((name) => name !== null));

export const buildNames = z.object({
  rune: z.string().nullish(),
  food: z.string().nullish(),
  utility: z.string().nullish(),
  sigils: names,
  /** Tier of the core. */
  jadeBotCore: z.number().int().min(0).max(10).nullish(),
  specializations: z
    .array(z.object({ name: z.string(), majorTraits: namesOnly }).nullable())
    .nullish()
    .transform((list) => (list ?? []).filter((line) => line !== null)),
  skills: namesOnly,
});

type BuildNames = z.infer<typeof buildNames>;

const JADE_BOT = { base: "jadeBot:jade-bot-base", perTier: "jadeBot:jade-bot-per-tier" } as const;

/**
 * The effects on the hero panel of a build given by names, in the order of templates: jade bot, skills, traits, rune,
 * sigils, food, utility. Traits act with what is on by default; names without numbers have no effect here. Notes
 * specializations and traits that do not exist; fails with UNKNOWN_NAME for such an item.
 */
export function sourcesOfNames(
  profession: Profession,
  names: BuildNames,
  note: (text: string) => void,
): Calculated<readonly AppliedSource[]> {
  noteUnknownTraits(profession, names, note);
  const chosen = chosenBuild(profession, names);
  const items = itemsOf(names);
  if (!items.ok) return items;
  const used = [
    ...jadeBotOf(names),
    ...skillsOf(profession, names, chosen),
    ...traitEntriesByDefault(chosen, loadMechanicsIndex()).map((entry) => ({ entry })),
    ...items.value,
  ];
  return heroPanelSources(used, "pve");
}

function chosenBuild(profession: Profession, names: BuildNames): ChosenBuild {
  const specializations: number[] = [];
  const traits: number[] = [];
  const ofProfession = loadMechanicsIndex().mechanics.entries.filter(
    (entry) => entry.kind === "trait" && entry.profession === profession,
  );
  for (const { name, majorTraits } of names.specializations) {
    const ofLine = ofProfession.filter(
      ({ specialization }) => specialization !== undefined && isSameName(specialization.name, name),
    );
    const id = ofLine[0]?.specialization?.id;
    if (id !== undefined) specializations.push(id);
    for (const trait of majorTraits) {
      const entry = ofLine.find((candidate) => !candidate.minor && isSameName(candidate.name, trait));
      if (entry?.gw2id !== undefined) traits.push(entry.gw2id);
    }
  }
  return { specializations, traits };
}

function skillsOf(profession: Profession, names: BuildNames, chosen: ChosenBuild): readonly UsedEntry[] {
  const index = loadMechanicsIndex();
  const skills = index.mechanics.entries.filter(
    (entry) => entry.kind === "skill" && entry.profession === profession,
  );
  return names.skills.flatMap((name) =>
    skills
      .filter((entry) => isSameName(entry.name, name) && isMet(entry.requires, chosen, index))
      .map((entry) => ({ entry })),
  );
}

function jadeBotOf({ jadeBotCore }: BuildNames): readonly UsedEntry[] {
  if (jadeBotCore === null || jadeBotCore === undefined) return [];
  const { byId } = loadMechanicsIndex();
  const base = byId.get(JADE_BOT.base);
  const perTier = byId.get(JADE_BOT.perTier);
  return [
    ...(base === undefined ? [] : [{ entry: base }]),
    ...(perTier === undefined ? [] : [{ entry: perTier, amount: jadeBotCore }]),
  ];
}

function itemsOf(names: BuildNames): Calculated<readonly UsedEntry[]> {
  const wanted = [
    { kind: "rune", name: names.rune, field: "rune" },
    ...names.sigils.map((name, index) => ({ kind: "sigil" as const, name, field: `sigils[${index}]` })),
    { kind: "food", name: names.food, field: "food" },
    { kind: "utility", name: names.utility, field: "utility" },
  ] as const;
  const used: UsedEntry[] = [];
  for (const { kind, name, field } of wanted) {
    if (name === null || name === undefined) continue;
    const entry = itemEntry(kind, name);
    if (entry !== undefined) used.push({ entry });
    else if (!isKnownItem(kind, name)) {
      return fail("UNKNOWN_NAME", field, `There is no ${kind} called "${name}".`);
    }
  }
  return { ok: true, value: used };
}

/** Of alternatives, the first that the hero panel can show. */
function itemEntry(kind: "rune" | "sigil" | "food" | "utility", name: string): MechanicEntry | undefined {
  const found = findItemEntries(loadMechanicsIndex().mechanics.entries, kind, name);
  return found.find(({ heroPanel }) => heroPanel !== undefined) ?? found[0];
}
