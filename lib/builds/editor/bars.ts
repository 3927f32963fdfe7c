import { ATTUNEMENTS, type Attunement, type Skill, WEAPONS } from "#lib/catalog/schema.ts";
import { weaponBar } from "#lib/catalog/weapon-bar.ts";
import type { WeaponSetName } from "#lib/engine/loadout.ts";
import type { SkillId, TraitId } from "#lib/shared/ids.ts";
import { kitSkills } from "../kit-skills.ts";
import type { Loadout } from "../loadout.ts";
import { burstOf, professionMechanics, toolbeltSkills } from "../profession-mechanics.ts";
import { eliteLine } from "./lines.ts";
import type { EditorOptions } from "./options.ts";

/** One place of a bar that follows from what is chosen elsewhere. */
export interface LiveSlot {
  /** "1" to "5", "F1" to "F5". */
  readonly key: string;
  /** Null where nothing fills the place. */
  readonly skill: Skill | null;
}

/** A bar that a skill swaps in: a kit, a tome, a shroud, a form. */
export interface SwappedBar {
  /** Of the skill that swaps it in. */
  readonly name: string;
  readonly slots: readonly LiveSlot[];
}

/** Specialization that holds two attunements at a time. */
const WEAVER = 56;

/** Attunements whose bars a loadout has, and whether a second one decides with the first. */
export function attunementsOf(
  loadout: Loadout,
  options: EditorOptions,
): { all: readonly Attunement[]; dual: boolean } {
  if (loadout.profession !== "Elementalist") return { all: [], dual: false };
  return { all: ATTUNEMENTS, dual: eliteLine(loadout, options)?.id === WEAVER };
}

/** The five skills that the weapons of a set give; empty if no weapon is chosen. */
export function weaponSlots(
  loadout: Loadout,
  options: EditorOptions,
  set: WeaponSetName,
  attunement?: Attunement,
  secondAttunement?: Attunement,
): readonly LiveSlot[] {
  const { catalog } = options;
  const profession = catalog.professions.get(loadout.profession);
  const { main, off } = loadout.weapons[set];
  if (!profession || (main === null && off === null)) return [];
  const nameOf = (type: string | undefined) => WEAPONS.find((weapon) => weapon === type);
  const bar = weaponBar(profession, (id) => catalog.skills.get(id), {
    main: nameOf(main?.type),
    off: nameOf(off?.type),
    environment: set.startsWith("aquatic") ? "water" : "land",
    specializations: loadout.specializations.flatMap((line) => (line ? [line.id] : [])),
    attunement,
    secondAttunement,
  });
  return bar.map(({ slot, skill }) => ({ key: String(slot), skill: skillOf(skill, options) }));
}

/** The profession mechanic skills on land, F1 first, bursts of the first weapon set and toolbelt skills among them. */
export function mechanicSlots(loadout: Loadout, options: EditorOptions): readonly LiveSlot[] {
  const { catalog } = options;
  const burst =
    loadout.profession === "Warrior" && loadout.weapons.a.main
      ? burstOf(loadout.weapons.a.main.type, loadout, catalog)
      : undefined;
  const skills = [
    ...(burst ? [burst] : []),
    ...toolbeltSkills(loadout, catalog),
    ...professionMechanics(loadout, catalog, activeTraits(loadout, options)).map(({ skill }) => skill),
  ];
  const slots = [...new Set(skills)].map((skill, index) => ({ key: mechanicKey(skill, index), skill }));
  return slots.toSorted((a, b) => a.key.localeCompare(b.key, "en"));
}

/** The bars that slotted skills and mechanics (those of `mechanicSlots`) swap in. */
export function swappedBars(
  loadout: Loadout,
  options: EditorOptions,
  mechanicsOf: readonly LiveSlot[] = mechanicSlots(loadout, options),
): readonly SwappedBar[] {
  const { heal, utility, elite } = loadout.skills.terrestrial;
  const slotted = [heal, ...utility, elite].flatMap((id) => skillOf(id ?? undefined, options) ?? []);
  const mechanics = mechanicsOf.flatMap(({ skill }) => skill ?? []);
  return [...new Set([...slotted, ...mechanics])].flatMap((skill) => {
    const slots = slotsBehind(skill, options);
    return slots.length > 0 ? [{ name: skill.name, slots }] : [];
  });
}

/** Chosen major traits and the minor traits of the chosen lines. */
export function activeTraits({ specializations }: Loadout, { catalog }: EditorOptions): ReadonlySet<TraitId> {
  const lines = specializations.filter((line) => line !== null);
  return new Set([
    ...lines.flatMap(({ traits }) => traits.filter((id) => id !== null)),
    ...lines.flatMap(({ id }) => catalog.specializations.get(id)?.minorTraits ?? []),
  ]);
}

function slotsBehind(skill: Skill, { catalog }: EditorOptions): LiveSlot[] {
  const ids = skill.bar ?? skill.bundle ?? skill.transform;
  if (!ids) return [];
  const skills = kitSkills({ ...skill, bundle: ids }, catalog).map((one) => one.skill);
  return skills
    .map((one, index) => ({
      key: one.slot?.match(/^(?:Weapon|Transform|Downed)_(\d)$/)?.[1] ?? String(index + 1),
      skill: one,
    }))
    .toSorted((a, b) => a.key.localeCompare(b.key, "en"));
}

/** A toolbelt skill has no number of its own in the game data; its place among them is its number. */
function mechanicKey({ slot }: Skill, index: number): string {
  const number = slot?.match(/^Profession_(\d)$/)?.[1];
  return `F${number ?? index + 1}`;
}

function skillOf(id: SkillId | undefined, { catalog }: EditorOptions): Skill | null {
  return (id === undefined ? undefined : catalog.skills.get(id)) ?? null;
}
