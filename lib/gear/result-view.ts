import { statSetTitle } from "#lib/builds/schema.ts";
import { EXTRA_SLOTS, type ExtraSlot } from "#lib/engine/mechanics.ts";
import type { GearKit } from "./gear-kit.ts";
import type { GearResult } from "./gear-result.ts";
import { type SearchSlot, slotName, slotsInUse, type WeaponHands } from "./gear-slots.ts";
import { pieceName } from "./slot-plan.ts";

export const EXTRA_NAMES: Readonly<Record<ExtraSlot, string>> = {
  rune: "Rune",
  relic: "Relic",
  sigil1: "Sigil 1",
  sigil2: "Sigil 2",
  food: "Food",
  utility: "Utility item",
};

/** How often each stat set is worn, the most frequent first. */
export function statSetCounts(
  result: GearResult,
): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const piece of Object.values(result.slots)) {
    const name = statSetTitle(pieceName(piece));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
}

/** One line of a result's gear beside what it is compared with. */
export interface WornLine {
  readonly id: SearchSlot | ExtraSlot | "infusions";
  readonly slot: string;
  readonly result: string;
  /** What is worn there now; null where nothing is compared. */
  readonly before: string | null;
  readonly isChanged: boolean;
}

/** What a result is compared with: the gear worn now, or another result. */
export type ComparedGear = Pick<GearResult, "slots" | "extras"> & {
  readonly infusions?: GearResult["infusions"];
};

const EMPTY = "empty";

/** Every slot, extra and the infusions of a result, with the difference to other gear. */
export function wornLines(
  kit: GearKit,
  hands: WeaponHands,
  result: GearResult,
  before: ComparedGear | null,
): readonly WornLine[] {
  const line = (id: WornLine["id"], slot: string, after: string, was: string | null): WornLine => ({
    id,
    slot,
    result: after,
    before: was,
    isChanged: was !== null && was !== after,
  });
  const pieces = slotsInUse(hands).map((slot) => {
    const name = (gear: ComparedGear) => {
      const piece = gear.slots[slot];
      return piece ? statSetTitle(pieceName(piece)) : EMPTY;
    };
    return line(slot, slotName(slot, hands), name(result), before && name(before));
  });
  const extras = EXTRA_SLOTS.map((slot) =>
    line(
      slot,
      EXTRA_NAMES[slot],
      extraName(kit, slot, result.extras[slot]),
      before && extraName(kit, slot, before.extras[slot]),
    ),
  );
  const placed = infusionsText(result.infusions);
  if (placed === "") return [...pieces, ...extras];
  const was = before?.infusions ? infusionsText(before.infusions) : null;
  return [...pieces, ...extras, line("infusions", "Infusions", placed, was)];
}

export function extraName(kit: GearKit, slot: ExtraSlot, id: string | null): string {
  if (id === null) return EMPTY;
  return kit.extras[slot].find((option) => option.id === id)?.name ?? id;
}

/** "12 Power, 6 Precision"; empty without infusions. */
export function infusionsText(infusions: GearResult["infusions"]): string {
  return Object.entries(infusions)
    .map(([attribute, count]) => `${count} ${attribute}`)
    .join(", ");
}

type Unit = "points" | "percent";

/** Attributes shown of a result, in the order of the hero panel, by their names in gear problems. */
export const SHOWN_ATTRIBUTES = [
  ["Power", "points"],
  ["Precision", "points"],
  ["Toughness", "points"],
  ["Vitality", "points"],
  ["Ferocity", "points"],
  ["Condition Damage", "points"],
  ["Expertise", "points"],
  ["Concentration", "points"],
  ["Healing Power", "points"],
  ["Critical Chance", "percent"],
  ["Critical Damage", "percent"],
  ["Boon Duration", "percent"],
  ["Condition Duration", "percent"],
  ["Armor", "points"],
  ["Health", "points"],
] as const satisfies readonly (readonly [string, Unit])[];

export const DAMAGE_SOURCES = [
  ["strike", "Strikes"],
  ["secondStrike", "Second strikes (phantasms, shroud)"],
  ["siphon", "Life siphon"],
  ["flat", "Flat damage"],
  ["bleeding", "Bleeding"],
  ["burning", "Burning"],
  ["confusion", "Confusion"],
  ["poison", "Poison"],
  ["torment", "Torment"],
] as const satisfies readonly (readonly [keyof GearResult["damage"], string])[];

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

export function wholeNumber(value: number): string {
  return WHOLE.format(value);
}

export function percentText(fraction: number): string {
  return `${FINE.format(fraction * 100)} %`;
}

/** A figure in its unit. */
export function figureText(value: number, unit: Unit): string {
  return unit === "points" ? WHOLE.format(value) : percentText(value);
}

/** A difference with its sign, for instance `+120`; `±0` for none that shows. */
export function differenceText(difference: number, unit: Unit = "points"): string {
  const text = figureText(Math.abs(difference), unit);
  if (text === figureText(0, unit)) return "±0";
  return `${difference > 0 ? "+" : "−"}${text}`;
}

/** A result as plain text for chats and notes. */
export function resultText(kit: GearKit, hands: WeaponHands, result: GearResult, address: string): string {
  const { Damage, Survivability, Healing } = result.measures;
  const shown = SHOWN_ATTRIBUTES.map(
    ([name, unit]) => `${name} ${figureText(result.attributes[name] ?? 0, unit)}`,
  );
  return [
    `${kit.name} (${kit.profession}, ${kit.mode === "pve" ? "PvE" : "WvW"})`,
    `Damage ${WHOLE.format(Damage)} · Survivability ${WHOLE.format(Survivability)} · Healing ${WHOLE.format(Healing)}`,
    ...wornLines(kit, hands, result, null)
      .filter((line) => line.result !== EMPTY)
      .map((line) => `${line.slot}: ${line.result}`),
    shown.join(", "),
    address,
  ].join("\n");
}
