import type { GearAttribute } from "./attribute-ids.ts";
import { type Calculated, fail } from "./failures.ts";
import type { CalculatedMode, GearSlot, GearTables, Rarity, StatCombination } from "./mechanics.ts";

/** Attribute points from one source, such as `gear:helm:Berserker`. */
export interface PointGift {
  readonly source: string;
  readonly attribute: GearAttribute;
  readonly points: number;
}

export interface WornPiece {
  readonly slot: GearSlot;
  /** Name of the stat combination, such as "Berserker". */
  readonly stat: string;
  readonly rarity: Rarity;
  /** Tells two rings, accessories or weapons apart in a breakdown; the slot if absent. */
  readonly label?: string | undefined;
}

/**
 * Points one piece gives at level 80, summed per attribute in the order of the combination's lists. Integers, rounded
 * per item as on tooltips. Celestial lacks expertise and concentration in WvW, and in exotic jewels.
 * Fails with NO_POINTS_FOR_SLOT if the combination does not exist for slot and rarity.
 * Source: Discretize gear optimizer data, 2026-08-12.
 */
export function pointsOfPiece(
  tables: Pick<GearTables, "points">,
  combination: StatCombination,
  slot: GearSlot,
  rarity: Rarity,
  mode: CalculatedMode,
): Calculated<ReadonlyMap<GearAttribute, number>> {
  const table = tables.points[rarity][slot];
  const points = new Map<GearAttribute, number>();
  const give = (attributes: readonly GearAttribute[], amount: number): void => {
    for (const attribute of attributes) points.set(attribute, (points.get(attribute) ?? 0) + amount);
  };
  switch (combination.shape) {
    case "three":
    case "four":
      give(combination.major, table[combination.shape].major);
      give(combination.minor, table[combination.shape].minor);
      break;
    case "celestial": {
      const lists = mode === "wvw" ? combination.wvw : combination;
      give(lists.minor, table.celestial.each);
      if (table.celestial.jewelEach !== undefined) give(lists.exoticJewel, table.celestial.jewelEach);
      break;
    }
    case "mixedTrinket": {
      const mixed = table.mixedTrinket;
      if (mixed === undefined) {
        return fail(
          "NO_POINTS_FOR_SLOT",
          slot,
          `${combination.name} exists on ascended amulets, rings and accessories only, not on ${rarity} ${slot}.`,
        );
      }
      give(combination.major, mixed.major);
      give(combination.minor, mixed.minor);
      give(combination.jewelMajor, mixed.jewelMajor);
      give(combination.jewelMinor, mixed.jewelMinor);
      break;
    }
  }
  return { ok: true, value: points };
}

/** The points of everything worn, piece by piece. Fails with UNKNOWN_NAME for a stat combination that is not known. */
export function pointsOfGear(
  tables: GearTables,
  pieces: readonly WornPiece[],
  mode: CalculatedMode,
): Calculated<readonly PointGift[]> {
  const gifts: PointGift[] = [];
  for (const [index, piece] of pieces.entries()) {
    const combination = tables.combinations.find(({ name }) => name === piece.stat);
    if (combination === undefined) {
      return fail("UNKNOWN_NAME", `gear[${index}]`, `There is no stat set called "${piece.stat}".`);
    }
    const points = pointsOfPiece(tables, combination, piece.slot, piece.rarity, mode);
    if (!points.ok) return { ok: false, error: { ...points.error, field: `gear[${index}]` } };
    for (const [attribute, amount] of points.value) {
      gifts.push({ source: `gear:${piece.label ?? piece.slot}:${piece.stat}`, attribute, points: amount });
    }
  }
  return { ok: true, value: gifts };
}

/** Points of a stat infusion; the same for every variant, whatever its agony resistance. */
export const POINTS_PER_INFUSION = 5;

/** The points of stat infusions, in the order given. */
export function pointsOfInfusions(
  counts: readonly {
    readonly attribute: GearAttribute;
    readonly count: number;
    readonly pointsEach?: number;
  }[],
): readonly PointGift[] {
  return counts.map(({ attribute, count, pointsEach }) => ({
    source: `infusion:${attribute}`,
    attribute,
    points: count * (pointsEach ?? POINTS_PER_INFUSION),
  }));
}
