import type { MechanicEntry, Mechanics } from "./mechanics.ts";

/** Look-up of entries; lists keep the order of the data, which is the order of application. */
export interface MechanicsIndex {
  readonly mechanics: Mechanics;
  readonly byId: ReadonlyMap<string, MechanicEntry>;
}

export function indexMechanics(mechanics: Mechanics): MechanicsIndex {
  return { mechanics, byId: new Map(mechanics.entries.map((entry) => [entry.id, entry])) };
}
