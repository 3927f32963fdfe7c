import type { Rarity } from "#lib/engine/mechanics.ts";
import type { ItemId } from "#lib/shared/ids.ts";
import { ARMOR_SLOTS, type Equipment, type Loadout } from "../../loadout.ts";
import { GEAR_SLOT_NAMES } from "../../slot-names.ts";
import { type StatSetName, statSetTitle } from "../../stat-sets.ts";
import { type Edit, labelled } from "../edit.ts";
import type { EditorOptions } from "../options.ts";
import {
  ARMOR_PLACES,
  type GearPlace,
  hasStatSet,
  infusionRoom,
  pieceAt,
  placeName,
  placesOf,
  sigilRoom,
  slotsWith,
  TRINKET_PLACES,
  tableSlotOf,
  type WornPiece,
  weaponPlaces,
  withPiece,
} from "./gear-places.ts";

/** Which pieces a choice for many is for. */
export const GEAR_SCOPES = ["everything", "armor", "trinkets", "weapons"] as const;
export type GearScope = (typeof GEAR_SCOPES)[number];

export const SCOPE_NAMES: Readonly<Record<GearScope, string>> = {
  everything: "Everything",
  armor: "Armor",
  trinkets: "Trinkets",
  weapons: "Weapons",
};

export const RARITY_NAMES: Readonly<Record<Rarity, string>> = { exotic: "Exotic", ascended: "Ascended" };

/** A stat set for one piece; null takes it out. */
export function chooseStatSet(loadout: Loadout, place: GearPlace, statSet: StatSetName | null): Edit {
  const name = placeName(place, loadout);
  return {
    label: statSet ? `${name}: ${statSetTitle(statSet)}` : `${name}: no stat set`,
    loadout: withPiece(loadout, place, { ...pieceAt(loadout, place), statSet }),
  };
}

/** The rarity of one piece. A stat set that does not exist in it goes. */
export function chooseRarity(
  loadout: Loadout,
  options: EditorOptions,
  place: GearPlace,
  rarity: Rarity,
): Edit {
  const piece = pieceAt(loadout, place);
  const fits = fitting({ ...piece, rarity }, place, loadout, options);
  const gone = piece.statSet && !fits.statSet ? [statSetTitle(piece.statSet)] : [];
  return {
    label: labelled(`${placeName(place, loadout)}: ${RARITY_NAMES[rarity].toLowerCase()}`, gone),
    loadout: withPiece(loadout, place, fits),
  };
}

/** An infusion (on the amulet an enrichment) in one of a piece's slots; null takes it out. */
export function chooseInfusion(
  loadout: Loadout,
  options: EditorOptions,
  place: GearPlace,
  index: number,
  id: ItemId | null,
): Edit {
  const piece = pieceAt(loadout, place);
  return {
    label: `${placeName(place, loadout)}: ${itemName(id, options) ?? "infusion taken out"}`,
    loadout: withPiece(loadout, place, { ...piece, infusions: slotsWith(piece.infusions, index, id) }),
  };
}

/** A sigil in one of a weapon's slots; null takes it out. */
export function chooseSigil(
  loadout: Loadout,
  options: EditorOptions,
  place: GearPlace,
  index: number,
  id: ItemId | null,
): Edit {
  const piece = pieceAt(loadout, place);
  return {
    label: `${placeName(place, loadout)}: ${itemName(id, options) ?? "sigil taken out"}`,
    loadout: withPiece(loadout, place, { ...piece, sigils: slotsWith(piece.sigils, index, id) }),
  };
}

/** The places of a scope that can hold something. */
export function placesIn(scope: GearScope, loadout: Loadout): readonly GearPlace[] {
  switch (scope) {
    case "everything":
      return placesOf(loadout);
    case "armor":
      return ARMOR_PLACES;
    case "trinkets":
      return TRINKET_PLACES;
    case "weapons":
      return weaponPlaces(loadout);
  }
}

/** A stat set for all pieces of a scope; those that cannot have it stay as they are. */
export function statSetForAll(
  loadout: Loadout,
  options: EditorOptions,
  scope: GearScope,
  statSet: StatSetName,
): Edit {
  const { tables } = options.gear;
  const places = placesIn(scope, loadout);
  const able = places.filter((place) =>
    hasStatSet(statSet, tableSlotOf(place, loadout, options), pieceAt(loadout, place).rarity, tables),
  );
  const left = places.length - able.length;
  const rest = left > 0 ? ` (${left} ${left === 1 ? "piece" : "pieces"} cannot have it)` : "";
  return {
    label: `${SCOPE_NAMES[scope]}: ${statSetTitle(statSet)}${rest}`,
    loadout: able.reduce(
      (made, place) => withPiece(made, place, { ...pieceAt(made, place), statSet }),
      loadout,
    ),
  };
}

/** The rarity of all pieces of a scope. Stat sets that do not exist in it go. */
export function rarityForAll(
  loadout: Loadout,
  options: EditorOptions,
  scope: GearScope,
  rarity: Rarity,
): Edit {
  return {
    label: `${SCOPE_NAMES[scope]}: ${RARITY_NAMES[rarity].toLowerCase()}`,
    loadout: placesIn(scope, loadout).reduce(
      (made, place) => chooseRarity(made, options, place, rarity).loadout,
      loadout,
    ),
  };
}

/** Puts an infusion into every slot for infusions, or into the empty ones only. The amulet has none. */
export function infusionForAll(
  loadout: Loadout,
  options: EditorOptions,
  id: ItemId,
  which: "all" | "empty",
): Edit {
  let filled = 0;
  const next = placesOf(loadout).reduce((made, place) => {
    const slot = tableSlotOf(place, made, options);
    if (slot === "amulet") return made;
    const piece = pieceAt(made, place);
    const room = infusionRoom(slot, options.gear.tables);
    const worn = Array.from({ length: room }, (_, index) => piece.infusions[index] ?? null);
    const infusions = worn.map((one) => (which === "empty" && one !== null ? one : id));
    const changed = infusions.filter((one, index) => one !== worn[index]).length;
    filled += changed;
    return changed === 0 ? made : withPiece(made, place, { ...piece, infusions });
  }, loadout);
  const count = `${filled} ${filled === 1 ? "slot" : "slots"}`;
  return { label: `${itemName(id, options) ?? "Infusion"} in ${count}`, loadout: next };
}

/**
 * What was copied, in another place: stat set, rarity, and as many infusions and sigils as fit there, in place of what was
 * there; a stat set that does not exist there is left out. What the copied piece cannot have stays: sigils where armor or
 * trinkets were copied, infusions between the amulet and the others.
 */
export function pastePiece(
  loadout: Loadout,
  options: EditorOptions,
  place: GearPlace,
  copied: CopiedPiece,
): Edit {
  const before = pieceAt(loadout, place);
  const sigils = copied.kind === "weapon" ? copied.piece.sigils : before.sigils;
  const infusions = copied.isAmulet === isAmulet(place) ? copied.piece.infusions : before.infusions;
  const piece = fitting({ ...copied.piece, sigils, infusions }, place, loadout, options);
  return {
    label: `${placeName(place, loadout)}: like ${copied.name}`,
    loadout: withPiece(loadout, place, piece),
  };
}

/** A piece taken into the editor's own clipboard. */
export interface CopiedPiece {
  readonly name: string;
  readonly kind: GearPlace["kind"];
  readonly isAmulet: boolean;
  readonly piece: WornPiece;
}

export function copyPiece(loadout: Loadout, place: GearPlace): CopiedPiece {
  const piece = pieceAt(loadout, place);
  return { name: placeName(place, loadout), kind: place.kind, isAmulet: isAmulet(place), piece };
}

/** The amulet takes an enrichment, the others infusions. */
function isAmulet(place: GearPlace): boolean {
  return place.kind !== "weapon" && place.slot === "amulet";
}

/** One rune for all six pieces; null takes them out. */
export function chooseRune(loadout: Loadout, options: EditorOptions, id: ItemId | null): Edit {
  return {
    label: id === null ? "Runes taken out" : `All six runes: ${itemName(id, options) ?? id}`,
    loadout: withEquipment(loadout, { runes: id }),
  };
}

/** A rune for one piece of armor; six equal ones become one choice again. */
export function chooseRuneOf(
  loadout: Loadout,
  options: EditorOptions,
  index: number,
  id: ItemId | null,
): Edit {
  const slot = ARMOR_SLOTS[index];
  const next = runesOf(loadout).map((rune, at) => (at === index ? id : rune));
  const first = next[0] ?? null;
  return {
    label: `${slot ? GEAR_SLOT_NAMES[slot] : "Armor"}: ${itemName(id, options) ?? "rune taken out"}`,
    loadout: withEquipment(loadout, { runes: next.every((rune) => rune === first) ? first : next }),
  };
}

/** The runes of the six pieces of armor, in the order of the slots. */
export function runesOf({ equipment: { runes } }: Loadout): readonly (ItemId | null)[] {
  return Array.isArray(runes) ? runes : ARMOR_SLOTS.map(() => runes);
}

const EXTRA_WORDS = { relic: "Relic", food: "Food", utility: "Utility item" } as const;
export type ExtraKind = keyof typeof EXTRA_WORDS;
export const EXTRA_NAMES: Readonly<Record<ExtraKind, string>> = EXTRA_WORDS;

/** Relic, food or utility item; null takes it out. */
export function chooseExtra(
  loadout: Loadout,
  options: EditorOptions,
  kind: ExtraKind,
  id: ItemId | null,
): Edit {
  const name = itemName(id, options);
  return {
    label: name ? `${EXTRA_NAMES[kind]}: ${name}` : `${EXTRA_NAMES[kind]} taken out`,
    loadout: withEquipment(loadout, { [kind]: id }),
  };
}

/** Tier of the jade bot core, 1 to 10; null for none. */
export function chooseJadeBotCore(loadout: Loadout, tier: number | null): Edit {
  return {
    label: tier === null ? "Jade bot core taken out" : `Jade bot core: tier ${tier}`,
    loadout: withEquipment(loadout, { jadeBotCore: tier }),
  };
}

/** Amulet of structured PvP; null for none. */
export function choosePvpAmulet(loadout: Loadout, options: EditorOptions, id: number | null): Edit {
  const name = id === null ? null : (options.catalog.pvpAmulets.get(id)?.name ?? `amulet ${id}`);
  return {
    label: name === null ? "PvP amulet taken out" : `PvP amulet: ${name}`,
    loadout: withEquipment(loadout, { pvpAmulet: id }),
  };
}

/** The piece as far as it fits a place: stat set, infusions and sigils that cannot be there are left out. */
function fitting(piece: WornPiece, place: GearPlace, loadout: Loadout, options: EditorOptions): WornPiece {
  const { tables } = options.gear;
  const slot = tableSlotOf(place, loadout, options);
  const isEnrichment = (id: ItemId) => options.catalog.items.get(id)?.infusionSlot === "Enrichment";
  const { statSet, rarity } = piece;
  return {
    rarity,
    statSet: statSet && hasStatSet(statSet, slot, rarity, tables) ? statSet : null,
    infusions: piece.infusions
      .filter((id) => id === null || isEnrichment(id) === (slot === "amulet"))
      .slice(0, infusionRoom(slot, tables)),
    sigils: piece.sigils.slice(0, sigilRoom(slot)),
  };
}

function withEquipment(loadout: Loadout, change: Partial<Equipment>): Loadout {
  return { ...loadout, equipment: { ...loadout.equipment, ...change } };
}

function itemName(id: ItemId | null, { catalog }: EditorOptions): string | null {
  return id === null ? null : (catalog.items.get(id)?.name ?? `item ${id}`);
}
