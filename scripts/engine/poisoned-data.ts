import type { CalculatedMode, Effect, GearTables, MechanicEntry, Mechanics } from "#lib/engine/mechanics.ts";
import { indexMechanics } from "#lib/engine/mechanics-index.ts";
import type { EngineData } from "#lib/engine/template-damage.ts";
import { realData } from "./random-builds.ts";

const cache = new Map<CalculatedMode, EngineData>();

/**
 * The real data in which every figure that only the other mode may read is not a number: a calculation that touches one
 * is not a number either. PvE figures without a WvW counterpart hold in both modes and stay.
 */
export function poisonedData(mode: CalculatedMode): EngineData {
  const known = cache.get(mode);
  if (known !== undefined) return known;
  const { index, tables } = realData();
  const entries = index.mechanics.entries.map((entry) => poisonEntry(entry, mode));
  const mechanics: Mechanics = { ...index.mechanics, entries };
  const data = { index: indexMechanics(mechanics), tables: poisonTables(tables, mode) };
  cache.set(mode, data);
  return data;
}

function poisonEntry(entry: MechanicEntry, mode: CalculatedMode): MechanicEntry {
  const { pve, wvw } = entry.effects;
  if (wvw === undefined) return entry;
  const effects = mode === "pve" ? { pve, wvw: wvw.map(poisonEffect) } : { pve: pve.map(poisonEffect), wvw };
  return { ...entry, effects };
}

function poisonEffect(effect: Effect): Effect {
  return { ...effect, value: Number.NaN };
}

/** Celestial gives other attributes in WvW: the other mode's list is empty. */
function poisonTables(tables: GearTables, mode: CalculatedMode): GearTables {
  const combinations = tables.combinations.map((combination) => {
    if (combination.shape !== "celestial") return combination;
    return mode === "pve"
      ? { ...combination, wvw: { minor: [], exoticJewel: [] } }
      : { ...combination, minor: [], exoticJewel: [] };
  });
  return { ...tables, combinations };
}
