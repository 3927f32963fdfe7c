import { type AttributeId, BOONS, DAMAGING_CONDITIONS } from "#lib/engine/attribute-ids.ts";
import type { BuildDamage } from "#lib/engine/build-damage.ts";
import type { SupportAttributes } from "#lib/engine/support/input.ts";

/** No bonus at all, for builds whose attributes cannot be calculated. */
export const UNKNOWN_SUPPORT_ATTRIBUTES: SupportAttributes = {
  boonDuration: 0,
  boonDurationOf: {},
  conditionDuration: 0,
  conditionDurationOf: {},
  healingPower: 0,
  outgoingHealing: 0,
};

/** The attributes in combat that support depends on, averaged over the scenarios. */
export function supportAttributes({ scenarios }: BuildDamage): SupportAttributes {
  const average = (id: AttributeId) =>
    scenarios.reduce((sum, { fraction, attributes }) => sum + fraction * attributes[id].value, 0);
  return {
    boonDuration: average("boonDuration"),
    boonDurationOf: Object.fromEntries(BOONS.map((boon) => [boon, average(`boonDuration.${boon}`)])),
    conditionDuration: average("conditionDuration"),
    conditionDurationOf: Object.fromEntries(
      DAMAGING_CONDITIONS.map((condition) => [condition, average(`conditionDuration.${condition}`)]),
    ),
    healingPower: average("healingPower"),
    outgoingHealing: average("outgoingHealing"),
  };
}
