import type { ItemId } from "#lib/shared/ids.ts";
import {
  ARMOR_SLOTS,
  type Equipment,
  GEAR_SLOTS,
  type GearPiece,
  type Loadout,
  type Runes,
  type WeaponPiece,
  type WeaponSet,
} from "../loadout.ts";
import type { StatSetName } from "../stat-sets.ts";
import { BitWriter } from "./bits.ts";
import { type Codec, fields, idOf, list, orNull, partial, unless, word } from "./codec.ts";
import { RARITY_CODES, STAT_SET_CODES, WEAPON_CODES } from "./word-codes.ts";

/** Everything that carries stat sets and upgrades. */
export interface Gear {
  readonly weapons: Loadout["weapons"];
  readonly pieces: Equipment["pieces"];
  readonly runes: Runes;
}

/** More different items than a loadout has places for. */
const MAX_DIFFERENT = 128;

const statSetList = list<StatSetName>(word(STAT_SET_CODES, 6, "a stat set"), 3, MAX_DIFFERENT);
const itemList = list<ItemId>(idOf(17), 3, MAX_DIFFERENT);

/**
 * Loadouts repeat few stat sets and upgrades many times: each different one is written once, ascending by number, and
 * every place refers to it by position from 1 (0 for none) in as few bits as the count needs.
 */
export const gear: Codec<Gear> = {
  write: (out, value) => {
    const { statSets, items } = usedIn(value);
    statSetList.write(out, statSets);
    itemList.write(out, items);
    gearBy({ statSet: reference(statSets), item: reference(items) }).write(out, value);
  },
  read: (from) => {
    const statSets = statSetList.read(from);
    const items = itemList.read(from);
    return gearBy({ statSet: reference(statSets), item: reference(items) }).read(from);
  },
};

export function isBare({ weapons, pieces, runes }: Gear): boolean {
  const sets = [weapons.a, weapons.b, weapons.aquaticA, weapons.aquaticB];
  return sets.every(isEmptySet) && Object.keys(pieces).length === 0 && runes === null;
}

export function bareGear(): Gear {
  const weapons = { a: emptySet(), b: emptySet(), aquaticA: emptySet(), aquaticB: emptySet() };
  return { weapons, pieces: {}, runes: null };
}

interface References {
  readonly statSet: Codec<StatSetName | null>;
  readonly item: Codec<ItemId | null>;
}

function gearBy({ statSet, item }: References): Codec<Gear> {
  const rarity = unless<GearPiece["rarity"]>(
    () => "ascended",
    (value) => value === "ascended",
    word(RARITY_CODES, 1, "a rarity"),
  );
  const slots = (max: number) => list(item, 2, max);
  const weapon = fields<WeaponPiece>({
    type: word(WEAPON_CODES, 5, "a weapon type"),
    statSet,
    rarity,
    sigils: slots(2),
    infusions: slots(2),
  });
  const set = unless(emptySet, isEmptySet, fields<WeaponSet>({ main: orNull(weapon), off: orNull(weapon) }));
  const piece = fields<GearPiece>({ statSet, rarity, infusions: slots(3) });
  return fields<Gear>({
    weapons: fields<Loadout["weapons"]>({ a: set, b: set, aquaticA: set, aquaticB: set }),
    pieces: partial(GEAR_SLOTS.map((slot) => [slot, piece] as const)),
    runes: runesBy(item),
  });
}

/** Two bits: none, one kind, or one for each of the six pieces. */
function runesBy(item: Codec<ItemId | null>): Codec<Runes> {
  return {
    write: (out, runes) => {
      const kind = runes === null ? 0 : Array.isArray(runes) ? 2 : 1;
      out.bits(kind, 2);
      const written = Array.isArray(runes) ? runes : kind === 0 ? [] : [runes];
      for (const rune of written) item.write(out, rune);
    },
    read: (from) => {
      const kind = from.bits(2);
      if (kind === 2) return ARMOR_SLOTS.map(() => item.read(from));
      return kind === 1 ? item.read(from) : null;
    },
  };
}

/** The position in a list, from 1; 0 for none. */
function reference<Value>(values: readonly Value[]): Codec<Value | null> {
  const width = values.length.toString(2).length;
  const positions = new Map(values.map((value, index) => [value, index + 1]));
  return {
    write: (out, value) => out.bits(value === null ? 0 : (positions.get(value) ?? 0), width),
    read: (from) => {
      const position = from.bits(width);
      const value = position === 0 ? null : values[position - 1];
      if (value === undefined) from.fail("it refers to an item it does not list");
      return value ?? null;
    },
  };
}

/** What the gear refers to, found by writing it to nowhere. */
function usedIn(value: Gear): { statSets: StatSetName[]; items: ItemId[] } {
  const statSets = new Set<StatSetName>();
  const items = new Set<ItemId>();
  gearBy({ statSet: collector(statSets), item: collector(items) }).write(new BitWriter(), value);
  return {
    statSets: [...statSets].sort((a, b) => STAT_SET_CODES[a] - STAT_SET_CODES[b]),
    items: [...items].sort((a, b) => a - b),
  };
}

function collector<Value>(found: Set<Value>): Codec<Value | null> {
  return {
    write: (_out, value) => {
      if (value !== null) found.add(value);
    },
    read: () => null,
  };
}

function isEmptySet({ main, off }: WeaponSet): boolean {
  return main === null && off === null;
}

function emptySet(): WeaponSet {
  return { main: null, off: null };
}
