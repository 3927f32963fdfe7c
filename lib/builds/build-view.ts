import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import { resolveFacts } from "#lib/catalog/resolve-facts.ts";
import type { Specialization, Trait } from "#lib/catalog/schema.ts";
import type { TraitId } from "#lib/shared/ids.ts";
import { companionViews } from "./companion-views.ts";
import { equipmentView } from "./equipment-view.ts";
import { factLines } from "./fact-lines.ts";
import type { Loadout, SkillBar } from "./loadout.ts";
import { type SkillContext, skillOrEmpty } from "./skill-view.ts";
import type { BuildView, SkillBarView, SpecializationView, TierView, TraitView } from "./view.ts";
import { weaponSetViews } from "./weapon-set-views.ts";

const TIERS = ["Adept", "Master", "Grandmaster"] as const;

/** What is known beyond the loadout itself. */
export interface ViewNotes {
  readonly warnings: readonly string[];
  /** False for links from before June 2023, which hold no weapons. Null where no link is the source. */
  readonly linkListsWeapons: boolean | null;
}

/** Resolves a loadout to names and figures for its mode. Pure. */
export function buildView(loadout: Loadout, catalog: Catalog, notes: ViewNotes): BuildView {
  const chosenTraits = loadout.specializations
    .flatMap((line) => line?.traits ?? [])
    .filter((id) => id !== null);
  const lines = loadout.specializations.flatMap((line) => {
    const record = line && catalog.specializations.get(line.id);
    return record ? [{ record, traits: line.traits }] : [];
  });
  const minors = lines.flatMap(({ record }) => record.minorTraits);
  const context: SkillContext = {
    catalog,
    mode: loadout.mode,
    traits: new Set([...chosenTraits, ...minors]),
  };
  const elite = lines.findLast(({ record }) => record.elite)?.record;
  const icon = elite?.professionIconBig ?? catalog.professions.get(loadout.profession)?.iconBig;
  return {
    profession: loadout.profession,
    title: elite?.name ?? loadout.profession,
    mode: loadout.mode,
    professionIcon: icon ? iconUrl(icon) : null,
    specializations: lines.map(({ record, traits }) => specializationView(record, traits, context)),
    skillBars: [
      slotSkillBar("On land", loadout.skills.terrestrial, context),
      ...(isEmpty(loadout.skills.aquatic)
        ? []
        : [slotSkillBar("Under water", loadout.skills.aquatic, context)]),
    ],
    weaponSets: weaponSetViews(loadout, context),
    linkListsWeapons: notes.linkListsWeapons,
    companions: companionViews(loadout, context),
    equipment: equipmentView(loadout, catalog),
    skillVariants: loadout.skillOverrides.flatMap((id) => {
      const view = skillOrEmpty(id, "Variant", context);
      return view.id === null ? [] : [view];
    }),
    warnings: notes.warnings,
  };
}

function specializationView(
  record: Specialization,
  chosen: readonly (TraitId | null)[],
  context: SkillContext,
): SpecializationView {
  const { icon, background } = record;
  return {
    id: record.id,
    name: record.name,
    elite: record.elite,
    icon: icon ? iconUrl(icon) : null,
    background: background ? iconUrl(background) : null,
    tiers: TIERS.map((name, tier): TierView => {
      const majors = record.majorTraits
        .slice(tier * 3, tier * 3 + 3)
        .flatMap((id) => traitView(context.catalog.traits.get(id), id === chosen[tier], context));
      const minorId = record.minorTraits[tier];
      const [minor] = minorId ? traitView(context.catalog.traits.get(minorId), true, context) : [];
      return { name, minor: minor ?? null, majors, chosen: majors.find((trait) => trait.chosen) ?? null };
    }),
  };
}

function traitView(trait: Trait | undefined, chosen: boolean, { mode, traits }: SkillContext): TraitView[] {
  if (!trait) return [];
  const facts = factLines(resolveFacts(trait, mode, traits).facts);
  return [{ id: trait.id, name: trait.name, icon: trait.icon ? iconUrl(trait.icon) : null, chosen, facts }];
}

function slotSkillBar(name: string, bar: SkillBar, context: SkillContext): SkillBarView {
  const [first, second, third] = bar.utility;
  return {
    name,
    skills: [
      skillOrEmpty(bar.heal, "Heal", context),
      skillOrEmpty(first, "Utility", context),
      skillOrEmpty(second, "Utility", context),
      skillOrEmpty(third, "Utility", context),
      skillOrEmpty(bar.elite, "Elite", context),
    ],
  };
}

function isEmpty(bar: SkillBar): boolean {
  return [bar.heal, ...bar.utility, bar.elite].every((id) => id === null);
}
