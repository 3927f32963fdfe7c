import type { Calculated } from "#lib/engine/failures.ts";
import type { GameFacts, LegendFacts, ProfessionFacts, SpecializationFacts } from "#lib/engine/game-facts.ts";
import { type LoadoutData, type LoadoutNumbers, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { GearTables, MechanicEntry, NotModelled, Template } from "#lib/engine/mechanics.ts";
import { indexMechanics } from "#lib/engine/mechanics-index.ts";
import type { RotationInput } from "#lib/engine/rotation/input.ts";
import type { Loadout } from "./loadout.ts";

/**
 * A loadout with exactly the facts that its numbers depend on, as plain data, so that a browser can calculate them again
 * with other assumptions. Other equipment, traits or skills need another parcel.
 */
export interface EngineParcel {
  readonly loadout: Loadout;
  readonly entries: readonly MechanicEntry[];
  readonly limits: Readonly<Record<string, string>>;
  readonly tables: GearTables;
  readonly templates: readonly Template[];
  readonly notModelled: readonly NotModelled[];
  readonly profession: ProfessionFacts | null;
  readonly specializations: readonly SpecializationFacts[];
  readonly legends: readonly LegendFacts[];
  readonly rotation: RotationInput;
}

/**
 * Numbers of a packed loadout, with its assumptions or others: the same as `loadoutNumbers` gives from all the data. Fails
 * as that does.
 */
export function parcelNumbers(
  parcel: EngineParcel,
  assumptions: Loadout["assumptions"] = parcel.loadout.assumptions,
): Calculated<LoadoutNumbers> {
  return loadoutNumbers({ ...parcel.loadout, assumptions }, dataOf(parcel), parcel.rotation);
}

function dataOf(parcel: EngineParcel): LoadoutData {
  const { entries, limits, tables, templates, notModelled } = parcel;
  return {
    index: indexMechanics({ sources: {}, limits, entries }),
    tables,
    templates,
    notModelled,
    facts: factsOf(parcel),
  };
}

function factsOf({ loadout, profession, specializations, legends }: EngineParcel): GameFacts {
  const byCode = new Map(legends.map((legend) => [legend.code, legend]));
  return {
    professions: new Map(profession ? [[loadout.profession, profession]] : []),
    specializations: new Map(specializations.map((record) => [record.id, record])),
    legends: { all: legends, get: (code) => byCode.get(code) },
    traits: new Map(),
    skills: new Map(),
    pets: new Map(),
    items: new Map(),
  };
}
