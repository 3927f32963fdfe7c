import { z } from "zod";
import { type Loadout, loadoutSchema, STAT_SETS, type StatSetName } from "#lib/builds/schema.ts";
import { EXTRA_SLOTS, RARITIES } from "#lib/engine/mechanics.ts";
import { SEARCH_SLOTS } from "./gear-slots.ts";
import { INFUSION_ATTRIBUTES, type InfusionAttribute } from "./infusions.ts";

const itemId = z.int().min(1).max(0xff_ff_ff);

/** What a result puts on: stat sets by slot, item ids of extras, infusions. Slots and kinds left out stay as they are. */
export const gearToApplySchema = z.object({
  slots: z.partialRecord(
    z.enum(SEARCH_SLOTS),
    z.object({ stat: z.enum(STAT_SETS), rarity: z.enum(RARITIES) }),
  ),
  /** Null takes the item off. */
  extras: z.partialRecord(z.enum(EXTRA_SLOTS), itemId.nullable()),
  /** Item ids of infusions and how many of each; absent where the search did not place any. */
  infusions: z.partialRecord(z.enum(INFUSION_ATTRIBUTES), z.int().min(0).max(18)).optional(),
});

export type GearToApply = z.infer<typeof gearToApplySchema>;

/** Item of a stat infusion. */
export type InfusionItem = (attribute: InfusionAttribute) => number | undefined;

/** Infusion slots by equipment slot on ascended equipment, in the order in which infusions are put in. */
const INFUSION_SLOTS = [
  ["helm", 1],
  ["shoulders", 1],
  ["coat", 1],
  ["gloves", 1],
  ["leggings", 1],
  ["boots", 1],
  ["back", 2],
  ["ring1", 3],
  ["ring2", 3],
  ["accessory1", 1],
  ["accessory2", 1],
] as const;

/**
 * The loadout wearing a result. Weapons keep their types; only the drawn set changes, since only it was valued, and a
 * weapon slot without a weapon stays empty.
 */
export function wearGear(loadout: Loadout, gear: GearToApply, infusionItem: InfusionItem): Loadout {
  const infusions = queueOf(gear.infusions, infusionItem);
  const pieces: Record<string, unknown> = { ...loadout.equipment.pieces };
  for (const slot of SEARCH_SLOTS) {
    const worn = gear.slots[slot];
    if (slot === "mainHand" || slot === "offHand" || !worn) continue;
    pieces[slot] = { ...loadout.equipment.pieces[slot], statSet: worn.stat, rarity: worn.rarity };
  }
  if (infusions) {
    for (const [slot, count] of INFUSION_SLOTS) {
      pieces[slot] = { ...(pieces[slot] as object | undefined), infusions: infusions.splice(0, count) };
    }
  }
  const { extras } = gear;
  const { equipment } = loadout;
  return loadoutSchema.parse({
    ...loadout,
    weapons: wearWeapons(loadout, gear, infusions),
    equipment: {
      ...equipment,
      pieces,
      runes: extras.rune === undefined ? equipment.runes : extras.rune,
      relic: extras.relic === undefined ? equipment.relic : extras.relic,
      food: extras.food === undefined ? equipment.food : extras.food,
      utility: extras.utility === undefined ? equipment.utility : extras.utility,
    },
  });
}

function wearWeapons(loadout: Loadout, gear: GearToApply, infusions: number[] | undefined) {
  const name = loadout.weapons.a.main === null && loadout.weapons.a.off === null ? "b" : "a";
  const { main, off } = loadout.weapons[name];
  const { sigil1, sigil2 } = gear.extras;
  const dress = (
    weapon: typeof main,
    worn: { stat: StatSetName; rarity: (typeof RARITIES)[number] } | undefined,
    sigils: readonly (number | null | undefined)[],
    room: number,
  ) =>
    weapon && {
      ...weapon,
      ...(worn ? { statSet: worn.stat, rarity: worn.rarity } : {}),
      sigils: sigils.map((sigil, at) => (sigil === undefined ? (weapon.sigils[at] ?? null) : sigil)),
      ...(infusions ? { infusions: infusions.splice(0, room) } : {}),
    };
  const isPair = main !== null && off !== null;
  return {
    ...loadout.weapons,
    [name]: {
      main: dress(main, gear.slots.mainHand, isPair ? [sigil1] : [sigil1, sigil2], isPair ? 1 : 2),
      off: dress(off, gear.slots.offHand ?? gear.slots.mainHand, [isPair ? sigil2 : sigil1], 1),
    },
  };
}

function queueOf(infusions: GearToApply["infusions"], infusionItem: InfusionItem): number[] | undefined {
  if (!infusions) return undefined;
  return INFUSION_ATTRIBUTES.flatMap((attribute) => {
    const item = infusionItem(attribute);
    return item === undefined ? [] : Array.from({ length: infusions[attribute] ?? 0 }, () => item);
  });
}
