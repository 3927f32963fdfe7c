import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Skill } from "#lib/catalog/schema.ts";
import type { SkillId, SpecializationId, TraitId } from "#lib/shared/ids.ts";
import type { Loadout } from "./loadout.ts";

/**
 * Mechanic skills of a profession without elite specialization. Bursts, toolbelt skills and pets follow from weapons,
 * slotted skills and companions instead.
 */
const CORE: Partial<Readonly<Record<Loadout["profession"], readonly number[]>>> = {
  Guardian: [9115, 9120, 9118],
  Mesmer: [10191, 10190, 10287, 10192],
  Necromancer: [10574],
  Thief: [13014],
  Elementalist: [5492, 5493, 5494, 5495],
  Revenant: [55029],
};

/** Mechanic skills that the official API lists without their elite specialization (specialization id → skills). */
const UNLABELLED: Readonly<Record<number, readonly number[]>> = {
  68: [62745, 62803], // Bladesworn
  72: [63209, 63258, 63094], // Untamed, skills of the pet while the ranger is unleashed
  74: [77342, 76782, 77155], // Paragon
  78: [76787], // Galeshot
  79: [78895], // Conduit
  81: [78837, 78604, 78358, 77073], // Luminary
};

/** Engineer's elite specializations and the toolbelt slots they leave: 1 heal, 2 to 4 utility, 5 elite. */
const TOOLBELT_LEFT: Readonly<Record<number, readonly number[]>> = {
  43: [1, 2, 3, 4], // Scrapper
  57: [1, 2, 3, 4], // Holosmith
  70: [], // Mechanist
  75: [1], // Amalgam
};

const SOULBEAST = 55;
const TEMPEST = 48;

export interface MechanicSkill {
  readonly skill: Skill;
  /** Set when several skills share the slot and the loadout does not tell which one is there. */
  readonly sharesSlot: boolean;
}

/**
 * The profession mechanic skills (F1 to F5) that a loadout has on land, without bursts, pets and legend swaps: those of
 * its elite specialization and of its traits, then those of the core profession in the slots left.
 */
export function professionMechanics(
  loadout: Loadout,
  catalog: Catalog,
  traits: ReadonlySet<TraitId>,
): MechanicSkill[] {
  const elite = eliteOf(loadout, catalog);
  const own = elite === SOULBEAST ? [] : eliteSkills(loadout, catalog, elite, traits);
  const taken = new Set(own.map((skill) => skill.slot));
  const core = (CORE[loadout.profession] ?? []).flatMap((id) => skillOf(id, catalog));
  const skills = [
    ...own,
    ...core.filter((skill) => !taken.has(skill.slot)).flatMap((skill) => withOverload(skill, elite, catalog)),
  ];
  return skills.map((skill) => ({ skill, sharesSlot: sharesSlot(skill, own) }));
}

/** The chosen elite specialization, or undefined. */
export function eliteOf(loadout: Loadout, catalog: Catalog): SpecializationId | undefined {
  return loadout.specializations.findLast((line) => line && catalog.specializations.get(line.id)?.elite)?.id;
}

/** Toolbelt skills of the slotted skills, in the slots that the elite specialization leaves. */
export function toolbeltSkills(loadout: Loadout, catalog: Catalog): Skill[] {
  if (loadout.profession !== "Engineer") return [];
  const { heal, utility, elite } = loadout.skills.terrestrial;
  const left = TOOLBELT_LEFT[eliteOf(loadout, catalog) ?? 0] ?? [1, 2, 3, 4, 5];
  return [heal, ...utility, elite].flatMap((id, index) => {
    const toolbelt = id === null ? undefined : catalog.skills.get(id)?.toolbelt;
    return toolbelt !== undefined && left.includes(index + 1) ? skillOf(toolbelt, catalog) : [];
  });
}

/** The warrior's burst of a main-hand or two-handed weapon; undefined where the catalogue names none. */
export function burstOf(weapon: string, loadout: Loadout, catalog: Catalog): Skill | undefined {
  const elite = eliteOf(loadout, catalog);
  const bursts = (catalog.professions.get("Warrior")?.skills ?? []).flatMap((entry) => {
    const [skill] = entry.slot === "Profession_1" ? skillOf(entry.id, catalog) : [];
    return skill?.weapon === weapon ? [skill] : [];
  });
  return (
    bursts.find((skill) => skill.specialization !== undefined && skill.specialization === elite) ??
    bursts.find((skill) => skill.specialization === undefined)
  );
}

function eliteSkills(
  loadout: Loadout,
  catalog: Catalog,
  elite: SpecializationId | undefined,
  traits: ReadonlySet<TraitId>,
): Skill[] {
  const entries = catalog.professions.get(loadout.profession)?.skills ?? [];
  const labelled = entries.flatMap((entry) => {
    const [skill] = skillOf(entry.id, catalog);
    return elite !== undefined && skill?.specialization === elite ? [skill] : [];
  });
  const unlabelled = (UNLABELLED[elite ?? 0] ?? []).flatMap((id) => skillOf(id, catalog));
  const ofTraits = [...traits].flatMap((id) =>
    (catalog.traits.get(id)?.skills ?? []).flatMap((skill) => skillOf(skill, catalog)),
  );
  const candidates = [...labelled, ...unlabelled, ...ofTraits].filter(isMechanic);
  const flips = new Set(
    candidates.flatMap(({ id, flip }) => (flip === undefined || flip === id ? [] : [flip])),
  );
  return oneOfEachName(candidates.filter(({ id }) => !flips.has(id)));
}

/** Bursts, full counters by weapon, empty and leaving skills are no mechanics of their own. */
function isMechanic(skill: Skill): boolean {
  if (!skill.slot?.startsWith("Profession_") || skill.weapon) return false;
  if (skill.categories.some((category) => category.endsWith("Burst")) && skill.name !== "Full Counter") {
    return false;
  }
  return skill.facts.length > 0 || (skill.bar ?? skill.transform ?? skill.bundle) !== undefined;
}

/** Of several versions with the same name, slot and attunement the one with most facts. */
function oneOfEachName(skills: readonly Skill[]): Skill[] {
  const best = new Map<string, Skill>();
  for (const skill of skills) {
    const key = `${skill.slot} ${skill.name} ${skill.attunement ?? ""}`;
    const known = best.get(key);
    if (!known || skill.facts.length > known.facts.length) best.set(key, skill);
  }
  return [...best.values()];
}

function sharesSlot(skill: Skill, own: readonly Skill[]): boolean {
  return own.some(
    (other) => other !== skill && other.slot === skill.slot && other.attunement === skill.attunement,
  );
}

function withOverload(attunement: Skill, elite: SpecializationId | undefined, catalog: Catalog): Skill[] {
  if (elite !== TEMPEST || attunement.flip === undefined) return [attunement];
  return [attunement, ...skillOf(attunement.flip, catalog)];
}

function skillOf(id: number, catalog: Catalog): Skill[] {
  const skill = catalog.skills.get(id as SkillId);
  return skill ? [skill] : [];
}
