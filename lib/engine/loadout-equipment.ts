import type { GearAttribute } from "./attribute-ids.ts";
import { type PointGift, pointsOfGear, type WornPiece } from "./equipment.ts";
import type { Calculated } from "./failures.ts";
import type { GameFacts } from "./game-facts.ts";
import { gearSlotOf } from "./legality/equipment.ts";
import { isTwoHanded } from "./legality/weapons.ts";
import { EQUIPMENT_SLOTS, type LoadoutShape } from "./loadout.ts";
import { activeWeapons } from "./loadout-effects.ts";
import type { CalculatedMode, GearTables } from "./mechanics.ts";
import { apiKey, type MechanicsIndex } from "./mechanics-index.ts";

/** Points of everything worn, of the drawn weapon set only. Fails for stat sets that a slot cannot have. */
export function gearOfLoadout(
  loadout: LoadoutShape,
  mode: CalculatedMode,
  tables: GearTables,
  facts: GameFacts,
): Calculated<readonly PointGift[]> {
  const pieces: WornPiece[] = [];
  for (const slot of EQUIPMENT_SLOTS) {
    const piece = loadout.equipment.pieces[slot];
    if (!piece?.statSet) continue;
    pieces.push({ slot: gearSlotOf(slot), stat: piece.statSet, rarity: piece.rarity, label: slot });
  }
  const { main, off } = activeWeapons(loadout);
  for (const [hand, weapon] of [["mainHand", main] as const, ["offHand", off] as const]) {
    if (!weapon?.statSet) continue;
    const slot = isTwoHanded(weapon, loadout, facts) ? "weapon2h" : "weapon1h";
    pieces.push({ slot, stat: weapon.statSet, rarity: weapon.rarity, label: hand });
  }
  return pointsOfGear(tables, pieces, mode);
}

/** Points of the infusions worn, of the drawn weapon set only; agony resistance is not among them. */
export function infusionsOfLoadout(loadout: LoadoutShape, index: MechanicsIndex): readonly PointGift[] {
  const { main, off } = activeWeapons(loadout);
  const worn = [
    ...Object.values(loadout.equipment.pieces).flatMap((piece) => piece?.infusions ?? []),
    ...(main?.infusions ?? []),
    ...(off?.infusions ?? []),
  ];
  const points = new Map<GearAttribute, number>();
  for (const id of worn) {
    const entries = id === null ? [] : (index.byApiId.get(apiKey("infusion", id)) ?? []);
    for (const effect of entries.flatMap(({ effects }) => effects.pve)) {
      if (effect.op !== "add" || effect.target === "agonyResistance") continue;
      const attribute = effect.target as GearAttribute;
      points.set(attribute, (points.get(attribute) ?? 0) + effect.value);
    }
  }
  return [...points].map(([attribute, amount]) => ({
    source: `infusion:${attribute}`,
    attribute,
    points: amount,
  }));
}
