import { evaluateGear, namedInfusions } from "#lib/engine/gear/evaluate-gear.ts";
import type { GearChoice, GearMeasure, GearProblem } from "#lib/engine/gear/problem.ts";
import type { DamageDistribution } from "#lib/engine/gear/value-scenario.ts";
import { EXTRA_SLOTS, type ExtraSlot } from "#lib/engine/mechanics.ts";
import type { ExtrasChoice, WornStat } from "./gear-kit.ts";
import type { SearchSlot, WeaponHands } from "./gear-slots.ts";
import { pieceName, type SlotPlan } from "./slot-plan.ts";

/** One gear that a search found, with everything its row and its details show. Plain data. */
export interface GearResult {
  /** The same for the same gear, extras and infusions. */
  readonly key: string;
  /** Value of the objective. */
  readonly value: number;
  readonly measures: Readonly<Record<GearMeasure, number>>;
  readonly hands: WeaponHands;
  readonly slots: Partial<Readonly<Record<SearchSlot, WornStat>>>;
  /** Infusions that the search placed, by attribute name; empty where it placed none. */
  readonly infusions: Readonly<Record<string, number>>;
  /** Ids of the extras; null for an empty slot. */
  readonly extras: Readonly<Record<ExtraSlot, string | null>>;
  /** Attributes in the first state of the fight, by the gear problem's names; durations and chances as fractions. */
  readonly attributes: Readonly<Record<string, number>>;
  readonly damage: DamageDistribution;
}

/** Works out what a found gear is and does. */
export function gearResultOf(
  problem: GearProblem,
  plan: SlotPlan,
  extras: ExtrasChoice,
  choice: GearChoice,
): GearResult {
  const value = evaluateGear(problem, choice);
  const slots: Partial<Record<SearchSlot, WornStat>> = {};
  plan.slots.forEach((planned, index) => {
    const option = planned.options[choice.options[index] ?? 0];
    planned.slots.forEach((slot, at) => {
      const piece = option?.pieces[at];
      if (piece) slots[slot] = piece;
    });
  });
  const infusions =
    problem.infusions?.mode === "choose" ? namedInfusions(problem.infusions, choice.infusions) : {};
  const ids = extrasIds(extras);
  return {
    key: [
      ...Object.values(slots).map(pieceName),
      ...Object.entries(infusions).flat(),
      ...EXTRA_SLOTS.map((slot) => ids[slot] ?? ""),
    ].join("|"),
    value: value.objective,
    measures: { Damage: value.Damage, Survivability: value.Survivability, Healing: value.Healing },
    hands: plan.hands,
    slots,
    infusions,
    extras: ids,
    attributes: value.attributes,
    damage: value.damageDistribution,
  };
}

function extrasIds(extras: ExtrasChoice): GearResult["extras"] {
  return {
    rune: extras.rune?.id ?? null,
    relic: extras.relic?.id ?? null,
    sigil1: extras.sigil1?.id ?? null,
    sigil2: extras.sigil2?.id ?? null,
    food: extras.food?.id ?? null,
    utility: extras.utility?.id ?? null,
  };
}
