import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { type EquipmentPack, equipmentPack } from "#lib/catalog/profession-pack.ts";
import type { GearTables } from "#lib/engine/mechanics.ts";

/** Equipment that the editor can choose from, and the game's tables of points and slots. */
export interface GearOptions {
  readonly equipment: EquipmentPack;
  readonly tables: GearTables;
}

/** Server only. */
export function gearOptions(catalog: Catalog): GearOptions {
  return { equipment: equipmentPack(catalog), tables: loadGearTables() };
}
