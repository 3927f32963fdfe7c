import { type AppliedSource, applyEntry } from "#lib/engine/applied-effects.ts";
import type { Calculated } from "#lib/engine/failures.ts";
import {
  type CalculatedMode,
  EXTRA_SLOTS,
  type ExtraSlot,
  type MechanicEntry,
  type MechanicKind,
} from "#lib/engine/mechanics.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import type { ExtraOption } from "./gear-kit.ts";

const KINDS: Readonly<Record<ExtraSlot, MechanicKind>> = {
  rune: "rune",
  relic: "relic",
  sigil1: "sigil",
  sigil2: "sigil",
  food: "food",
  utility: "utility",
};

/** How often something happens in this build, where somebody said so; undefined leaves it to the entry. */
export type AmountOf = (entry: MechanicEntry) => number | undefined;

/**
 * The extras a player may try: what the build or template names, first and in its order, then all others with curated
 * figures. Hundreds of further foods have the same points as one of these and are offered only where they are worn.
 */
export function extraOptions(
  named: Readonly<Record<ExtraSlot, readonly string[]>>,
  amountOf: AmountOf,
  mode: CalculatedMode,
  index: MechanicsIndex,
): Calculated<Readonly<Record<ExtraSlot, readonly ExtraOption[]>>> {
  const lists: Partial<Record<ExtraSlot, readonly ExtraOption[]>> = {};
  for (const slot of EXTRA_SLOTS) {
    const options: ExtraOption[] = [];
    for (const entry of candidates(slot, named[slot], index)) {
      const option = extraOption(entry, amountOf, mode, index);
      if (!option.ok) return option;
      options.push(option.value);
    }
    lists[slot] = options;
  }
  return { ok: true, value: lists as Record<ExtraSlot, readonly ExtraOption[]> };
}

function candidates(
  slot: ExtraSlot,
  named: readonly string[],
  index: MechanicsIndex,
): readonly MechanicEntry[] {
  const first = named.flatMap((id) => index.byId.get(id) ?? []);
  const others = index.mechanics.entries
    .filter(({ kind, source }) => kind === KINDS[slot] && source !== "catalog")
    .filter(({ defaultOn, composite, placeholder }) => defaultOn !== false && !composite && !placeholder)
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  return [...new Set([...first, ...others])].filter(({ placeholder }) => !placeholder);
}

function extraOption(
  entry: MechanicEntry,
  amountOf: AmountOf,
  mode: CalculatedMode,
  index: MechanicsIndex,
): Calculated<ExtraOption> {
  const sources: AppliedSource[] = [];
  for (const use of usesOf(entry, amountOf, index)) {
    const applied = applyEntry(use.entry, mode, use.amount);
    if (!applied.ok) return applied;
    sources.push(applied.value);
  }
  const isUnknown = entry.amount?.required === true && entry.amount.default === 0 && !amountOf(entry);
  const { id, name, situation, gw2id, composite } = entry;
  return {
    ok: true,
    value: {
      id,
      name: situation ? `${name} (${situation})` : name,
      ...(gw2id !== undefined && !composite ? { itemId: gw2id } : {}),
      sources,
      ...(isUnknown ? { amountUnknown: true } : {}),
    },
  };
}

function usesOf(entry: MechanicEntry, amountOf: AmountOf, index: MechanicsIndex) {
  const also = (entry.alsoApplies ?? []).flatMap((id) => index.byId.get(id) ?? []);
  return [entry, ...also]
    .map((each) => ({ entry: each, amount: amountOf(each) }))
    .filter(({ entry: each, amount }) => amount !== 0 || each.amount !== undefined);
}
