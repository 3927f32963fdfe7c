import { GEAR_ATTRIBUTES } from "./attribute-ids.ts";
import { type PointGift, pointsOfPiece } from "./equipment.ts";
import { type Calculated, fail } from "./failures.ts";
import type { FastEvaluator } from "./fast-evaluator.ts";
import type { CalculatedMode, GearSlot, GearTables, Rarity } from "./mechanics.ts";

/** Equipment slots of a character with one weapon set, in the order in which gear is chosen. */
export function equipmentSlots(weaponHands: "two-handed" | "dual"): readonly GearSlot[] {
  return [
    "helm",
    "shoulders",
    "coat",
    "gloves",
    "leggings",
    "boots",
    "amulet",
    "ring",
    "ring",
    "accessory",
    "accessory",
    "back",
    ...(weaponHands === "two-handed" ? (["weapon2h"] as const) : (["weapon1h", "weapon1h"] as const)),
  ];
}

/** What a gear choice offers: the same stat sets in every slot. */
export interface GearOffer {
  readonly slots: readonly GearSlot[];
  /** Names of stat combinations. */
  readonly stats: readonly string[];
  readonly rarity: Rarity;
  readonly mode: CalculatedMode;
  /** Points that every choice has besides, such as infusions. */
  readonly besides: readonly PointGift[];
}

const WIDTH = GEAR_ATTRIBUTES.length;

/**
 * Gear of one loadout that changes piece by piece: keeps the sum of points up to date, so that an evaluation costs the
 * calculation alone. Points are integers, so the running sum stays exact. Starts with the first stat set everywhere.
 */
export class GearChoice {
  /** Points of `GEAR_ATTRIBUTES` of the present choice. */
  readonly points: Float64Array;
  private readonly options: Float64Array;
  private readonly statCount: number;
  private readonly chosen: Int32Array;

  constructor(options: Float64Array, slotCount: number, statCount: number, besides: Float64Array) {
    this.options = options;
    this.statCount = statCount;
    this.chosen = new Int32Array(slotCount);
    this.points = besides.slice();
    for (let slot = 0; slot < slotCount; slot++) this.addOption(slot, 0, 1);
  }

  /** Puts a stat set (index into the offer) into a slot (index into the offer). */
  choose(slot: number, stat: number): void {
    this.addOption(slot, this.chosen[slot] ?? 0, -1);
    this.addOption(slot, stat, 1);
    this.chosen[slot] = stat;
  }

  private addOption(slot: number, stat: number, sign: 1 | -1): void {
    const start = (slot * this.statCount + stat) * WIDTH;
    for (let i = 0; i < WIDTH; i++) {
      this.points[i] = (this.points[i] ?? 0) + sign * (this.options[start + i] ?? 0);
    }
  }
}

/** Prepares a gear choice. Fails with UNKNOWN_NAME or NO_POINTS_FOR_SLOT for stat sets that a slot cannot have. */
export function offerGear(tables: GearTables, offer: GearOffer): Calculated<GearChoice> {
  const options = new Float64Array(offer.slots.length * offer.stats.length * WIDTH);
  for (const [slotIndex, slot] of offer.slots.entries()) {
    for (const [statIndex, stat] of offer.stats.entries()) {
      const combination = tables.combinations.find(({ name }) => name === stat);
      if (combination === undefined)
        return fail("UNKNOWN_NAME", stat, `There is no stat set called "${stat}".`);
      const points = pointsOfPiece(tables, combination, slot, offer.rarity, offer.mode);
      if (!points.ok) return points;
      const start = (slotIndex * offer.stats.length + statIndex) * WIDTH;
      for (const [i, attribute] of GEAR_ATTRIBUTES.entries()) {
        options[start + i] = points.value.get(attribute) ?? 0;
      }
    }
  }
  return {
    ok: true,
    value: new GearChoice(options, offer.slots.length, offer.stats.length, pointTotals(offer.besides)),
  };
}

/** Sums gifts per attribute, in the order of `GEAR_ATTRIBUTES`. */
export function pointTotals(gifts: readonly PointGift[]): Float64Array {
  const totals = new Float64Array(WIDTH);
  for (const { attribute, points } of gifts) {
    const index = GEAR_ATTRIBUTES.indexOf(attribute);
    totals[index] = (totals[index] ?? 0) + points;
  }
  return totals;
}

/** Evaluates a choice; the results stand in the evaluator. */
export function evaluateChoice(evaluator: FastEvaluator, choice: GearChoice): void {
  evaluator.evaluate(choice.points);
}
