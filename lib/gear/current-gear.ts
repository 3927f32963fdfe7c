import { evaluateGear, type GearValue } from "#lib/engine/gear/evaluate-gear.ts";
import type { EXTRA_SLOTS } from "#lib/engine/mechanics.ts";
import type { ExtrasChoice, GearKit } from "./gear-kit.ts";
import { gearProblemOf } from "./gear-problem.ts";
import { slotKind, slotName, slotsInUse } from "./gear-slots.ts";
import type { GearSettings } from "./schema.ts";
import { type PlannedSlot, pieceName, pointsOfStat } from "./slot-plan.ts";

/** The extras worn now. */
export function currentExtras(kit: GearKit): ExtrasChoice {
  const worn = (slot: (typeof EXTRA_SLOTS)[number]) =>
    kit.extras[slot].find(({ id }) => id === kit.current?.extras[slot]) ?? null;
  return {
    rune: worn("rune"),
    relic: worn("relic"),
    sigil1: worn("sigil1"),
    sigil2: worn("sigil2"),
    food: worn("food"),
    utility: worn("utility"),
  };
}

/**
 * The value of what is worn now under the same assumptions of the fight, with the infusions worn: what results are
 * compared with. Null where nothing is worn, as in a template.
 */
export function valueOfCurrentGear(kit: GearKit, settings: GearSettings): GearValue | null {
  if (!kit.current || Object.keys(kit.current.slots).length === 0) return null;
  const slots = slotsInUse(kit.hands).flatMap((slot): PlannedSlot[] => {
    const piece = kit.current?.slots[slot];
    const points =
      piece && pointsOfStat(kit.points, kit.mode, piece.stat, piece.rarity, slotKind(slot, kit.hands));
    if (!piece || !points) return [];
    const option = { stat: pieceName(piece), points, pieces: [piece] };
    return [{ name: slotName(slot, kit.hands), slots: [slot], options: [option] }];
  });
  const worn = { ...settings, infusions: { kind: "current" as const } };
  const problem = gearProblemOf(kit, worn, { hands: kit.hands, slots, symmetry: [] }, currentExtras(kit));
  return problem.ok ? evaluateGear(problem.value, { options: slots.map(() => 0), infusions: [] }) : null;
}
