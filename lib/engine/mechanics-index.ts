import type { MechanicEntry, MechanicKind, Mechanics } from "./mechanics.ts";

/** Look-up of entries; lists keep the order of the data, which is the order of application. */
export interface MechanicsIndex {
  readonly mechanics: Mechanics;
  readonly byId: ReadonlyMap<string, MechanicEntry>;
  /** Trait entries by the id of their specialization. */
  readonly bySpecialization: ReadonlyMap<number, readonly MechanicEntry[]>;
  /** Parts and alternatives of a thing by kind and id in the official API; see `apiKey`. */
  readonly byApiId: ReadonlyMap<string, readonly MechanicEntry[]>;
}

/** Key of `byApiId`. */
export function apiKey(kind: MechanicKind, id: number): string {
  return `${kind}:${id}`;
}

export function indexMechanics(mechanics: Mechanics): MechanicsIndex {
  const bySpecialization = new Map<number, MechanicEntry[]>();
  const byApiId = new Map<string, MechanicEntry[]>();
  for (const entry of mechanics.entries) {
    if (entry.kind === "trait" && entry.specialization !== undefined) {
      append(bySpecialization, entry.specialization.id, entry);
    }
    for (const id of [entry.gw2id, ...(entry.alsoIds ?? [])]) {
      if (id !== undefined) append(byApiId, apiKey(entry.kind, id), entry);
    }
  }
  return {
    mechanics,
    byId: new Map(mechanics.entries.map((entry) => [entry.id, entry])),
    bySpecialization,
    byApiId,
  };
}

function append<Key>(lists: Map<Key, MechanicEntry[]>, key: Key, entry: MechanicEntry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}
