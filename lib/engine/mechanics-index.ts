import type { MechanicEntry, Mechanics } from "./mechanics.ts";

/** Look-up of entries; lists keep the order of the data, which is the order of application. */
export interface MechanicsIndex {
  readonly mechanics: Mechanics;
  readonly byId: ReadonlyMap<string, MechanicEntry>;
  /** Trait entries by the id of their specialization. */
  readonly bySpecialization: ReadonlyMap<number, readonly MechanicEntry[]>;
}

export function indexMechanics(mechanics: Mechanics): MechanicsIndex {
  const bySpecialization = new Map<number, MechanicEntry[]>();
  for (const entry of mechanics.entries) {
    if (entry.kind !== "trait" || entry.specialization === undefined) continue;
    const list = bySpecialization.get(entry.specialization.id);
    if (list === undefined) bySpecialization.set(entry.specialization.id, [entry]);
    else list.push(entry);
  }
  return {
    mechanics,
    byId: new Map(mechanics.entries.map((entry) => [entry.id, entry])),
    bySpecialization,
  };
}
