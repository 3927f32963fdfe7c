import type { Catalog } from "#lib/catalog/catalog-index.ts";
import { iconUrl } from "#lib/catalog/icon.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import { ARMOR_SLOTS, type GearSlot, type Loadout, TRINKET_SLOTS, type WeaponPiece } from "./loadout.ts";
import { GEAR_SLOT_NAMES, WEAPON_SET_NAMES } from "./slot-names.ts";
import type { EquipmentItemView, EquipmentPieceView, EquipmentView } from "./view.ts";

/** Equipment of a loadout by name; null where none is stated. Pure. */
export function equipmentView(loadout: Loadout, catalog: Catalog): EquipmentView | null {
  const { runes, relic, food, utility, jadeBotCore, pvpAmulet } = loadout.equipment;
  const amulet = pvpAmulet ? catalog.pvpAmulets.get(pvpAmulet) : undefined;
  const groups = [
    { name: "Weapons", pieces: weaponPieces(loadout, catalog) },
    { name: "Armor", pieces: pieces(ARMOR_SLOTS, loadout, catalog, "All six pieces") },
    { name: "Trinkets", pieces: pieces(TRINKET_SLOTS, loadout, catalog, "All six trinkets") },
  ].filter((group) => group.pieces.length > 0);
  const extras = [
    ...runeItems(runes).map(([id, count]) =>
      item(count === 6 ? "Rune, all six pieces" : `Rune, ${count} of 6 pieces`, id, catalog),
    ),
    ...(relic ? [item("Relic", relic, catalog)] : []),
    ...(food ? [item("Food", food, catalog)] : []),
    ...(utility ? [item("Utility item", utility, catalog)] : []),
    ...(jadeBotCore ? [{ label: "Jade bot", name: `Core of tier ${jadeBotCore}`, icon: null }] : []),
    ...(amulet ? [{ label: "PvP amulet", name: amulet.name, icon: null }] : []),
  ];
  return groups.length + extras.length === 0 ? null : { groups, extras };
}

function weaponPieces({ weapons }: Loadout, catalog: Catalog): EquipmentPieceView[] {
  const keys = ["a", "b", "aquaticA", "aquaticB"] as const;
  return keys.flatMap((key) => {
    const { main, off } = weapons[key];
    return [main, off].flatMap((weapon) =>
      weapon && isEquipped(weapon)
        ? [{ slot: `${weapon.type}, ${WEAPON_SET_NAMES[key]}`, ...piece(weapon, weapon.sigils, catalog) }]
        : [],
    );
  });
}

function isEquipped({ statSet, sigils, infusions }: WeaponPiece): boolean {
  return statSet !== null || sigils.length > 0 || infusions.length > 0;
}

/** One line for each piece, or a single one where all are alike. */
function pieces(
  slots: readonly GearSlot[],
  { equipment }: Loadout,
  catalog: Catalog,
  nameOfAll: string,
): EquipmentPieceView[] {
  const filled = slots.flatMap((slot) => {
    const worn = equipment.pieces[slot];
    return worn ? [{ slot: GEAR_SLOT_NAMES[slot], ...piece(worn, [], catalog) }] : [];
  });
  const [first] = filled;
  const alike = filled.length === slots.length && filled.every((worn) => isAlike(worn, first));
  return first && alike ? [{ ...first, slot: nameOfAll }] : filled;
}

function isAlike(one: EquipmentPieceView, other: EquipmentPieceView | undefined): boolean {
  return (
    one.statSet === other?.statSet && one.rarity === other.rarity && one.items.join() === other.items.join()
  );
}

function piece(
  { statSet, rarity, infusions }: Pick<WeaponPiece, "statSet" | "rarity" | "infusions">,
  sigils: WeaponPiece["sigils"],
  catalog: Catalog,
): Omit<EquipmentPieceView, "slot"> {
  const items = [...sigils, ...infusions].flatMap((id) => (id === null ? [] : [itemName(id, catalog)]));
  return { statSet, rarity: rarity === "ascended" ? "Ascended" : "Exotic", items };
}

function runeItems(runes: Loadout["equipment"]["runes"]): (readonly [ItemId, number])[] {
  if (runes === null) return [];
  if (!Array.isArray(runes)) return [[runes, 6]];
  const worn = runes.filter((rune) => rune !== null);
  return [...new Set(worn)].map((rune) => [rune, worn.filter((other) => other === rune).length]);
}

function item(label: string, id: ItemId, catalog: Catalog): EquipmentItemView {
  const icon = catalog.items.get(id)?.icon;
  return { label, name: itemName(id, catalog), icon: icon ? iconUrl(icon) : null };
}

function itemName(id: ItemId, catalog: Catalog): string {
  return catalog.items.get(id)?.name ?? `Unknown item ${id}`;
}
