import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import type { EquipmentPack } from "#lib/catalog/profession-pack.ts";
import type { Item } from "#lib/catalog/schema.ts";
import type { GearTables } from "#lib/engine/mechanics.ts";

/** Equipment that the editor can choose from, and the game's tables of stat sets, points and slots. */
export interface GearOptions {
  readonly equipment: EquipmentPack;
  readonly tables: GearTables;
}

/** Server only. Stat sets come from the tables: those of the official API have several ids for one name. */
export function gearOptions(catalog: Catalog): GearOptions {
  return {
    equipment: {
      items: catalog.data.items.map(editorItem),
      statSets: [],
      pvpAmulets: catalog.data.pvpAmulets,
      effectIcons: { kinds: {}, statuses: {}, labels: {} },
    },
    tables: loadGearTables(),
  };
}

/** What the editor shows, judges and calculates of an item; about half of what the catalogue knows. */
function editorItem(item: Item): Item {
  const { id, name, group, icon, gameTypes, infusionSlot, bonuses, proc, facts, inGame } = item;
  return {
    id,
    name,
    group,
    ...(icon && { icon }),
    ...(gameTypes && { gameTypes: gameTypes.filter((type) => JUDGED_GAME_TYPES.has(type)) }),
    ...(infusionSlot && { infusionSlot }),
    ...(bonuses && { bonuses }),
    ...(proc && { proc }),
    ...(facts && { facts }),
    ...(inGame && { inGame }),
  };
}

/** Of the kinds of play that the official API names, those that legality asks for. */
const JUDGED_GAME_TYPES: ReadonlySet<string> = new Set(["Pve", "Wvw"]);
