import { gearSlotOf } from "#lib/engine/legality/equipment.ts";
import { WEAPON_SETS, type WeaponSetName } from "#lib/engine/loadout.ts";
import type { GearTables, Rarity, GearSlot as TableSlot } from "#lib/engine/mechanics.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import {
  ARMOR_SLOTS,
  type GearPiece,
  type GearSlot,
  type Loadout,
  TRINKET_SLOTS,
  type WeaponPiece,
} from "../../loadout.ts";
import { GEAR_SLOT_NAMES, WEAPON_SET_NAMES } from "../../slot-names.ts";
import type { StatSetName } from "../../stat-sets.ts";
import type { EditorOptions } from "../options.ts";
import { type Hand, isTwoHanded } from "../weapon-sets.ts";

/** Where a piece of equipment is worn or held. */
export type GearPlace =
  | { readonly kind: "armor" | "trinket"; readonly slot: GearSlot }
  | { readonly kind: "weapon"; readonly set: WeaponSetName; readonly hand: Hand };

export const ARMOR_PLACES: readonly GearPlace[] = ARMOR_SLOTS.map((slot) => ({ kind: "armor", slot }));
export const TRINKET_PLACES: readonly GearPlace[] = TRINKET_SLOTS.map((slot) => ({ kind: "trinket", slot }));
const WEAPON_PLACES = WEAPON_SETS.flatMap((set) =>
  (["main", "off"] as const).map((hand) => ({ kind: "weapon", set, hand }) as const),
);

/** What can be worn in a place. Sigils are on weapons only. */
export interface WornPiece {
  readonly statSet: StatSetName | null;
  readonly rarity: Rarity;
  readonly infusions: readonly (ItemId | null)[];
  readonly sigils: readonly (ItemId | null)[];
}

const NOTHING_WORN: WornPiece = { statSet: null, rarity: "ascended", infusions: [], sigils: [] };

/** The places of weapons that are held, set by set. */
export function weaponPlaces({ weapons }: Pick<Loadout, "weapons">): readonly GearPlace[] {
  return WEAPON_PLACES.filter(({ set, hand }) => weapons[set][hand] !== null);
}

/** All places that can hold something: weapons held, armor, trinkets. */
export function placesOf(loadout: Loadout): readonly GearPlace[] {
  return [...weaponPlaces(loadout), ...ARMOR_PLACES, ...TRINKET_PLACES];
}

/** Unique among the places; `weapon-a-main`, `armor-helm`. */
export function placeKey(place: GearPlace): string {
  return place.kind === "weapon" ? `weapon-${place.set}-${place.hand}` : `${place.kind}-${place.slot}`;
}

/** For instance `Helm` or `Sword, set 1`; with both hands full of the same weapon, which hand. */
export function placeName(place: GearPlace, { weapons }: Pick<Loadout, "weapons">): string {
  if (place.kind !== "weapon") return GEAR_SLOT_NAMES[place.slot];
  const { main, off } = weapons[place.set];
  const type = weapons[place.set][place.hand]?.type ?? "Weapon";
  const hand = main && main.type === off?.type ? `, ${place.hand} hand` : "";
  return `${type}${hand}, ${WEAPON_SET_NAMES[place.set]}`;
}

const wornPieces = new WeakMap<GearPiece, WornPiece>();

/**
 * What is in a place; nothing chosen yet reads as an ascended piece without a stat set. The same object for as long as
 * the piece is the same.
 */
export function pieceAt(loadout: Loadout, place: GearPlace): WornPiece {
  if (place.kind === "weapon") return loadout.weapons[place.set][place.hand] ?? NOTHING_WORN;
  const piece = loadout.equipment.pieces[place.slot];
  if (!piece) return NOTHING_WORN;
  const worn = wornPieces.get(piece) ?? { ...piece, sigils: [] };
  wornPieces.set(piece, worn);
  return worn;
}

/** The same loadout with another piece in a place. A hand that holds no weapon stays empty. */
export function withPiece(loadout: Loadout, place: GearPlace, piece: WornPiece): Loadout {
  const { statSet, rarity } = piece;
  const infusions = withoutEmptyEnd(piece.infusions);
  if (place.kind !== "weapon") {
    const next: GearPiece = { statSet, rarity, infusions };
    const pieces = { ...loadout.equipment.pieces, [place.slot]: next };
    return { ...loadout, equipment: { ...loadout.equipment, pieces } };
  }
  const held = loadout.weapons[place.set][place.hand];
  if (!held) return loadout;
  const next: WeaponPiece = { ...held, statSet, rarity, infusions, sigils: withoutEmptyEnd(piece.sigils) };
  const set = { ...loadout.weapons[place.set], [place.hand]: next };
  return { ...loadout, weapons: { ...loadout.weapons, [place.set]: set } };
}

/** The slot of the tables of points that a place counts as. */
export function tableSlotOf(place: GearPlace, { weapons }: Loadout, options: EditorOptions): TableSlot {
  if (place.kind !== "weapon") return gearSlotOf(place.slot);
  return isTwoHanded(options, weapons[place.set][place.hand]?.type) ? "weapon2h" : "weapon1h";
}

/** How many infusions there is room for; on the amulet one enrichment. */
export function infusionRoom(slot: TableSlot, tables: GearTables): number {
  return slot === "amulet" ? 1 : tables.infusionSlots[slot];
}

/** How many sigils there is room for: none but on weapons. */
export function sigilRoom(slot: TableSlot): number {
  if (slot === "weapon2h") return 2;
  return slot === "weapon1h" ? 1 : 0;
}

/** Whether a stat set exists for slot and rarity: the rule of the engine's legality. */
export function hasStatSet(name: StatSetName, slot: TableSlot, rarity: Rarity, tables: GearTables): boolean {
  const combination = tables.combinations.find((one) => one.name === name);
  if (!combination || combination.slots?.includes(slot) === false) return false;
  return combination.shape !== "mixedTrinket" || tables.points[rarity][slot].mixedTrinket !== undefined;
}

/** A list with another value in one place; null for empty places before it, none at its end. */
export function slotsWith<Value extends number>(
  slots: readonly (Value | null)[],
  index: number,
  value: Value | null,
): (Value | null)[] {
  const next = Array.from({ length: Math.max(slots.length, index + 1) }, (_, at) => slots[at] ?? null);
  next[index] = value;
  return withoutEmptyEnd(next);
}

function withoutEmptyEnd<Value extends number>(slots: readonly (Value | null)[]): (Value | null)[] {
  return slots.slice(0, slots.findLastIndex((slot) => slot !== null) + 1);
}
