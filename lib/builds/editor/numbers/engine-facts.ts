import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { LoadoutData } from "#lib/engine/loadout-numbers.ts";
import type { GearTables, MechanicEntry, NotModelled, Template } from "#lib/engine/mechanics.ts";
import { indexMechanics } from "#lib/engine/mechanics-index.ts";

/** What the engine needs to calculate any loadout of one profession, besides the catalogue; plain data. */
export interface EngineFacts {
  readonly entries: readonly MechanicEntry[];
  readonly limits: Readonly<Record<string, string>>;
  readonly templates: readonly Template[];
  readonly notModelled: readonly NotModelled[];
  /** State of the game data; null if it states none. */
  readonly dataDate: string | null;
}

/** The facts indexed, with the catalogue they belong to. */
export interface EngineData extends LoadoutData {
  readonly catalog: Catalog;
  readonly dataDate: string | null;
}

/** Indexes the facts once, for all calculations. Pure; some milliseconds. */
export function engineData(facts: EngineFacts, tables: GearTables, catalog: Catalog): EngineData {
  const { entries, limits, templates, notModelled, dataDate } = facts;
  return {
    index: indexMechanics({ sources: {}, limits, entries }),
    tables,
    facts: catalog,
    templates,
    notModelled,
    catalog,
    dataDate,
  };
}
