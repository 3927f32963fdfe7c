import { STAT_SETS } from "#lib/builds/schema.ts";
import { EXTRA_SLOTS } from "#lib/engine/mechanics.ts";
import type { GearToApply } from "./apply-result.ts";
import { problemAttribute } from "./attribute-names.ts";
import type { GearKit } from "./gear-kit.ts";
import type { GearResult } from "./gear-result.ts";
import { SEARCH_SLOTS } from "./gear-slots.ts";
import { INFUSION_ATTRIBUTES } from "./infusions.ts";
import type { GearSettings } from "./schema.ts";

/**
 * What a result changes, by item ids. Extras that are as worn now stay untouched, and so do those that stand for
 * several items at once, which nobody can wear.
 */
export function gearToApply(kit: GearKit, settings: GearSettings, result: GearResult): GearToApply {
  const slots: GearToApply["slots"] = {};
  for (const slot of SEARCH_SLOTS) {
    const piece = result.slots[slot];
    const stat = STAT_SETS.find((name) => name === piece?.stat);
    if (piece && stat) slots[slot] = { stat, rarity: piece.rarity };
  }
  const extras: GearToApply["extras"] = {};
  for (const slot of EXTRA_SLOTS) {
    const id = result.extras[slot];
    if (kit.current && kit.current.extras[slot] === id) continue;
    const item = id === null ? null : kit.extras[slot].find((option) => option.id === id)?.itemId;
    if (item !== undefined) extras[slot] = item;
  }
  return { slots, extras, ...infusionsOf(settings, result) };
}

function infusionsOf({ infusions }: GearSettings, result: GearResult): Pick<GearToApply, "infusions"> {
  if (infusions.kind === "current") return {};
  if (infusions.kind === "fixed") return { infusions: infusions.counts };
  if (infusions.kind === "none") return {};
  return {
    infusions: Object.fromEntries(
      INFUSION_ATTRIBUTES.flatMap((attribute) => {
        const count = result.infusions[problemAttribute(attribute)] ?? 0;
        return count > 0 ? [[attribute, count]] : [];
      }),
    ),
  };
}
