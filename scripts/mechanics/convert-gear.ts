import type { GearFile } from "./reference-files.ts";

/** Restrictions the source gives in words, as slots. */
const SLOTS_BY_RESTRICTION: Readonly<Record<string, readonly string[]>> = {
  "ascended amulet, rings and accessories only": ["amulet", "ring", "accessory"],
  "trinkets and back only": ["amulet", "ring", "accessory", "back"],
};

/** Points per slot, stat combinations and base values in our own schema. */
export function convertGear(gear: GearFile): Record<string, unknown> {
  const { totalWithTwoRingsTwoAccessoriesAndOneWeaponSet: _total, ...infusionSlots } = gear.infusionSlots;
  return {
    points: Object.fromEntries(
      Object.entries(gear.slots).map(([rarity, slots]) => [
        rarity,
        Object.fromEntries(
          Object.entries(slots).map(([slot, { attributeAdjustment: _adjustment, ...points }]) => [
            slot,
            points,
          ]),
        ),
      ]),
    ),
    combinations: gear.affixes.map(({ slots, ...affix }) => ({
      ...affix,
      ...(slots === undefined ? {} : { slots: restrictedSlots(slots) }),
    })),
    defense: Object.fromEntries(Object.entries(gear.defense).map(([weight, { total }]) => [weight, total])),
    armorWeight: gear.armorWeight,
    baseHealth: gear.baseHealth,
    infusionSlots,
  };
}

function restrictedSlots(restriction: string): readonly string[] {
  const slots = SLOTS_BY_RESTRICTION[restriction];
  if (slots === undefined) {
    throw new Error(`Unknown slot restriction "${restriction}": add it to SLOTS_BY_RESTRICTION.`);
  }
  return slots;
}
