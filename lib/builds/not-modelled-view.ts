import type { LoadoutEffect } from "#lib/engine/loadout-effects.ts";
import type { LoadoutGap } from "#lib/engine/loadout-gaps.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import { NOT_MODELLED_REASONS } from "#lib/engine/mechanics.ts";
import { assertNever } from "#lib/shared/assert-never.ts";

/** What the numbers of a build leave out. */
export interface NotModelledView {
  /** Effects that act in the calculation. */
  readonly modelled: number;
  /** By reason: names of traits and items. */
  readonly groups: readonly { readonly reason: string; readonly names: readonly string[] }[];
  readonly limits: readonly string[];
  /** Effects that are modelled but do not act as the loadout stands. */
  readonly inactive: readonly { readonly name: string; readonly reason: string }[];
}

/** Null: nothing was calculated. */
export function notModelledView(numbers: LoadoutNumbers | null): NotModelledView {
  const gaps = numbers?.gaps ?? [];
  const effects = numbers?.effects ?? [];
  const groups = Map.groupBy(gaps.filter(isReasoned), ({ reason }) => NOT_MODELLED_REASONS[reason]);
  return {
    modelled: effects.filter(({ inactive }) => inactive === undefined).length,
    groups: [...groups].map(([reason, list]) => ({
      reason,
      names: [...new Set(list.map(({ name }) => name))],
    })),
    limits: gaps.filter((gap) => !isReasoned(gap)).map(({ name, detail }) => `${name}: ${detail ?? ""}`),
    inactive: effects.flatMap(({ entry, inactive }) =>
      inactive
        ? [
            {
              name: entry.situation ? `${entry.name} (${entry.situation})` : entry.name,
              reason: inactiveText(inactive),
            },
          ]
        : [],
    ),
  };
}

function isReasoned(gap: LoadoutGap): gap is LoadoutGap & { reason: NonNullable<LoadoutGap["reason"]> } {
  return gap.reason !== undefined;
}

function inactiveText(reason: NonNullable<LoadoutEffect["inactive"]>): string {
  switch (reason) {
    case "switchedOff":
      return "switched off";
    case "requirementNotMet":
      return "the loadout lacks what it takes";
    case "offByDefault":
      return "temporary, or one of several; acts only if you say so";
    case "amountNeeded":
      return "how often it happens is unknown";
    case "notInTemplate":
      return "the measured rotation does without it";
    default:
      return assertNever(reason);
  }
}
