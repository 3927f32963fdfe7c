/** Which entries act in a build put together by hand, from what is chosen in it. */
import type { MechanicEntry, Requirement } from "./mechanics.ts";
import type { MechanicsIndex } from "./mechanics-index.ts";

/** What is known of a build. Absent lists are unknown; conditions on them count as met. */
export interface ChosenBuild {
  readonly specializations: readonly number[];
  /** Major traits. */
  readonly traits: readonly number[];
  /** Types of the weapons held. */
  readonly weapons?: readonly string[] | undefined;
  readonly legends?: readonly string[] | undefined;
}

/**
 * The trait entries that act unless the player says otherwise: those of chosen specializations that are minor or belong
 * to a chosen major trait and are switched on by default, line by line in the order of the data.
 */
export function traitEntriesByDefault(chosen: ChosenBuild, index: MechanicsIndex): readonly MechanicEntry[] {
  return traitEntries(chosen, index).filter(
    ({ defaultOn, requires }) => defaultOn !== false && isMet(requires, chosen, index),
  );
}

/** All entries of the chosen traits, switched on or not. */
export function traitEntries(chosen: ChosenBuild, index: MechanicsIndex): readonly MechanicEntry[] {
  return chosen.specializations.flatMap((specialization) =>
    (index.bySpecialization.get(specialization) ?? []).filter(
      ({ minor, gw2id }) => minor === true || (gw2id !== undefined && chosen.traits.includes(gw2id)),
    ),
  );
}

/** Whether a build meets a requirement; conditions on what is not known of it count as met. */
export function isMet(
  requires: Requirement | undefined,
  chosen: ChosenBuild,
  index: MechanicsIndex,
): boolean {
  if (requires === undefined) return true;
  const hasTrait = (id: number): boolean => chosen.traits.includes(id) || isMinorOfBuild(id, chosen, index);
  return (
    (requires.traits?.some(hasTrait) ?? true) &&
    !(requires.withoutTraits?.some(hasTrait) ?? false) &&
    (requires.specializations?.some((id) => chosen.specializations.includes(id)) ?? true) &&
    !(requires.withoutSpecializations?.some((id) => chosen.specializations.includes(id)) ?? false) &&
    anyKnown(requires.weapons, chosen.weapons) &&
    anyKnown(requires.legends, chosen.legends)
  );
}

function anyKnown(wanted: readonly string[] | undefined, known: readonly string[] | undefined): boolean {
  return wanted === undefined || known === undefined || wanted.some((name) => known.includes(name));
}

function isMinorOfBuild(trait: number, chosen: ChosenBuild, index: MechanicsIndex): boolean {
  return chosen.specializations.some((specialization) =>
    (index.bySpecialization.get(specialization) ?? []).some(
      ({ minor, gw2id }) => minor === true && gw2id === trait,
    ),
  );
}
