import { pointsOfPiece } from "#lib/engine/equipment.ts";
import type { AttributePoints, GearOption } from "#lib/engine/gear/problem.ts";
import type { CalculatedMode, GearSlot, Rarity } from "#lib/engine/mechanics.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { problemAttribute } from "./attribute-names.ts";
import type { GearKit, WornStat } from "./gear-kit.ts";
import {
  EXCHANGEABLE_SLOTS,
  type SearchSlot,
  slotKind,
  slotName,
  slotsInUse,
  type WeaponHands,
} from "./gear-slots.ts";
import type { GearRefusal, GearSettings } from "./schema.ts";

/** A slot of the gear problem: one equipment slot, or several that share a limited stock of owned pieces. */
export interface PlannedSlot {
  readonly name: string;
  readonly slots: readonly SearchSlot[];
  readonly options: readonly PlannedOption[];
}

export interface PlannedOption extends GearOption {
  /** What goes into each slot of the planned slot. */
  readonly pieces: readonly WornStat[];
}

export interface SlotPlan {
  readonly hands: WeaponHands;
  readonly slots: readonly PlannedSlot[];
  /** Groups of indexes into `slots` whose options are the same. */
  readonly symmetry: readonly (readonly number[])[];
}

/**
 * Which stat sets each slot may take, with their points. Stat sets that do not exist for a slot are left out there.
 * Fails on `slotStatSets.helm` and the like where nothing remains for a slot, and on `keptSlots` or `owned`.
 */
export function planSlots(given: GearKit, settings: GearSettings): Result<SlotPlan, GearRefusal> {
  const kit = { ...given, hands: settings.hands ?? given.hands };
  const allowed = new Map<SearchSlot, readonly Offer[]>();
  for (const slot of slotsInUse(kit.hands)) {
    const offers = offersFor(slot, kit, settings);
    if (!offers.ok) return offers;
    allowed.set(slot, offers.value);
  }
  const slots: PlannedSlot[] = [];
  for (const group of groupedByStock(kit, allowed)) {
    const options = group.length === 1 ? singleOptions(group, allowed) : sharedOptions(group, allowed);
    if (options.length === 0) {
      return err({
        field: "owned",
        message: `The pieces you own do not fill ${group.map((slot) => slotName(slot, kit.hands)).join(" and ")}.`,
      });
    }
    slots.push({ name: group.map((slot) => slotName(slot, kit.hands)).join(" + "), slots: group, options });
  }
  return ok({ hands: kit.hands, slots, symmetry: symmetryOf(slots) });
}

/** A stat set that may go into a slot, with how many pieces of it there are. */
interface Offer {
  readonly piece: WornStat;
  readonly points: AttributePoints;
  readonly stock: number;
}

function offersFor(
  slot: SearchSlot,
  kit: GearKit,
  settings: GearSettings,
): Result<readonly Offer[], GearRefusal> {
  const kind = slotKind(slot, kit.hands);
  const name = slotName(slot, kit.hands);
  if (settings.keptSlots.includes(slot)) {
    const worn = kit.current?.slots[slot];
    const points = worn && pointsOf(kit, worn, kind);
    if (!worn || !points) {
      return err({ field: "keptSlots", message: `Nothing is worn in ${name}, so it cannot be kept.` });
    }
    return ok([{ piece: worn, points, stock: Number.POSITIVE_INFINITY }]);
  }
  const wanted = settings.slotStatSets[slot] ?? settings.statSets;
  const offers = [...new Set(wanted)].flatMap((stat) =>
    stockOf(stat, kind, settings).flatMap(({ rarity, stock }): Offer[] => {
      const piece = { stat, rarity };
      const points = pointsOf(kit, piece, kind);
      return points ? [{ piece, points, stock }] : [];
    }),
  );
  if (offers.length > 0) return ok(offers);
  return err(
    settings.owned.length > 0
      ? {
          field: "owned",
          message: `You own no ${name.toLowerCase()} of the chosen stat sets. Add one, or allow other stat sets.`,
        }
      : {
          field: settings.slotStatSets[slot] ? `slotStatSets.${slot}` : "statSets",
          message: `None of the chosen stat sets exists for ${name.toLowerCase()}. Allow another one there.`,
        },
  );
}

/** Rarities a stat set can be had in, and how many pieces of each. */
function stockOf(
  stat: string,
  kind: GearSlot,
  { owned, rarity }: GearSettings,
): readonly { readonly rarity: Rarity; readonly stock: number }[] {
  if (owned.length === 0) return [{ rarity, stock: Number.POSITIVE_INFINITY }];
  const stocks = new Map<Rarity, number>();
  for (const piece of owned) {
    if (piece.stat !== stat || (piece.slot !== kind && piece.slot !== "any")) continue;
    const stock = piece.slot === "any" ? Number.POSITIVE_INFINITY : piece.count;
    stocks.set(piece.rarity, (stocks.get(piece.rarity) ?? 0) + stock);
  }
  return [...stocks].map(([found, stock]) => ({ rarity: found, stock }));
}

/** Points in the words of the gear problem; undefined where the stat set does not exist for the slot. */
function pointsOf(kit: GearKit, { stat, rarity }: WornStat, kind: GearSlot): AttributePoints | undefined {
  return pointsOfStat(kit.points, kit.mode, stat, rarity, kind);
}

/** Points of one piece in the words of the gear problem; undefined where the stat set does not exist for the slot. */
export function pointsOfStat(
  tables: GearKit["points"],
  mode: CalculatedMode,
  stat: string,
  rarity: Rarity,
  kind: GearSlot,
): AttributePoints | undefined {
  const combination = tables.combinations.find(({ name }) => name === stat);
  if (combination === undefined || combination.slots?.includes(kind) === false) return undefined;
  const points = pointsOfPiece(tables, combination, kind, rarity, mode);
  if (!points.ok) return undefined;
  return Object.fromEntries([...points.value].map(([id, amount]) => [problemAttribute(id), amount]));
}

/** Exchangeable slots become one where the stock of a piece does not last for all of them. */
function groupedByStock(
  { hands }: GearKit,
  allowed: ReadonlyMap<SearchSlot, readonly Offer[]>,
): readonly (readonly SearchSlot[])[] {
  const groups: SearchSlot[][] = [];
  for (const slot of allowed.keys()) {
    const kind = slotKind(slot, hands);
    const partners = [...allowed.keys()].filter((other) => slotKind(other, hands) === kind);
    const isShort = partners.some((other) =>
      allowed.get(other)?.some(({ stock }) => stock < partners.length),
    );
    if (!isShort) groups.push([slot]);
    else if (partners[0] === slot) groups.push(partners);
  }
  return groups;
}

function singleOptions(
  group: readonly SearchSlot[],
  allowed: ReadonlyMap<SearchSlot, readonly Offer[]>,
): PlannedOption[] {
  const [slot] = group;
  return (slot ? (allowed.get(slot) ?? []) : []).map(({ piece, points }) => ({
    stat: pieceName(piece),
    points,
    pieces: [piece],
  }));
}

/** Every way to fill the slots from the stock; fillings that differ only by order count once. */
function sharedOptions(
  group: readonly SearchSlot[],
  allowed: ReadonlyMap<SearchSlot, readonly Offer[]>,
): PlannedOption[] {
  const found = new Map<string, PlannedOption>();
  const fill = (chosen: readonly Offer[]): void => {
    const slot = group[chosen.length];
    if (slot === undefined) {
      const names = chosen.map(({ piece }) => pieceName(piece));
      const key = names.toSorted().join(" + ");
      if (!found.has(key)) {
        found.set(key, {
          stat: key,
          points: sumOf(chosen.map(({ points }) => points)),
          pieces: chosen.map(({ piece }) => piece),
        });
      }
      return;
    }
    for (const offer of allowed.get(slot) ?? []) {
      const used = chosen.filter(({ piece }) => pieceName(piece) === pieceName(offer.piece)).length;
      if (used < offer.stock) fill([...chosen, offer]);
    }
  };
  fill([]);
  return [...found.values()];
}

function sumOf(list: readonly AttributePoints[]): AttributePoints {
  const sum: Record<string, number> = {};
  for (const points of list) {
    for (const [name, amount] of Object.entries(points)) sum[name] = (sum[name] ?? 0) + amount;
  }
  return sum;
}

/** How a piece is called: its stat set, and its rarity where that is not the best. */
export function pieceName({ stat, rarity }: WornStat): string {
  return rarity === "exotic" ? `${stat} (exotic)` : stat;
}

/**
 * Exchangeable slots with the same options form one group: gear enters a value only through sums of points, so
 * assignments that differ by a permutation inside the group are the same gear.
 */
function symmetryOf(slots: readonly PlannedSlot[]): readonly (readonly number[])[] {
  return EXCHANGEABLE_SLOTS.flatMap((exchangeable) => {
    const byOptions = new Map<string, number[]>();
    slots.forEach((planned, index) => {
      const [slot] = planned.slots;
      if (planned.slots.length !== 1 || slot === undefined || !exchangeable.includes(slot)) return;
      const key = JSON.stringify(planned.options.map(({ stat, points }) => [stat, points]));
      byOptions.set(key, [...(byOptions.get(key) ?? []), index]);
    });
    return [...byOptions.values()].filter((group) => group.length > 1);
  });
}
