import { type AttributeId, BOONS, DAMAGING_CONDITIONS, POINT_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import { ATTRIBUTE_NAMES } from "#lib/engine/attribute-names.ts";

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * What the gear problem calls the engine's attributes (format "gear-problem v1"). Attributes that no value and no
 * limit of that format reads have no name there.
 */
const NAMES: Partial<Readonly<Record<AttributeId, string>>> = {
  ...ATTRIBUTE_NAMES,
  // Toughness is added to it when the other derived values are made.
  defense: "Armor",
  "shroud.power": "Alternative Power",
  "shroud.precision": "Alternative Precision",
  "shroud.ferocity": "Alternative Ferocity",
  "criticalChance.clone": "Clone Critical Chance",
  "criticalChance.phantasm": "Phantasm Critical Chance",
  "criticalChance.shroud": "Alternative Critical Chance",
  "conditionDuration.uncapped": "Condition Duration Uncapped",
  outgoingHealing: "Outgoing Healing",
  "coefficient.strike": "Power Coefficient",
  "coefficient.strikeNoCrit": "NonCrit Power Coefficient",
  "coefficient.strike2": "Power2 Coefficient",
  "coefficient.siphonBase": "Siphon Base Coefficient",
  "coefficient.siphonPerPower": "Siphon Coefficient",
  "dps.flat": "Flat DPS",
  ...Object.fromEntries(BOONS.map((boon) => [`boonDuration.${boon}`, `${capitalised(boon)} Duration`])),
  ...Object.fromEntries(
    DAMAGING_CONDITIONS.flatMap((condition) => [
      [`conditionDuration.${condition}`, `${capitalised(condition)} Duration`],
      [`coefficient.${condition}`, `${capitalised(condition)} Coefficient`],
    ]),
  ),
};

/** The name in a gear problem; the engine's own where the format has none, which then no value reads. */
export function problemAttribute(id: AttributeId): string {
  return NAMES[id] ?? id;
}

/** Conversions into these are rounded. */
export const PROBLEM_POINT_ATTRIBUTES: readonly string[] = POINT_ATTRIBUTES.map(problemAttribute);
