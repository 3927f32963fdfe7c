import type { FactMarks, SupportFact } from "./facts.ts";
import type { Counted, SupportInput, SupportSource } from "./input.ts";
import type {
  CapabilityEntry,
  EntryMark,
  NotKnown,
  SharedEntry,
  Shares,
  SourceRef,
  Targets,
  Totals,
} from "./output.ts";
import { partyFactor, targetsOf } from "./targets.ts";
import { pulsesOf, type UseTiming } from "./timing.ts";

/** One source with all that its lines are read with. */
export interface SourceUse {
  readonly input: SupportInput;
  readonly source: SupportSource;
  readonly barName: string;
  readonly timing: UseTiming;
  readonly targets: Targets;
  readonly pulses: number;
  /** Lines of which another one with the same name is the smaller; which of them holds is not stated. */
  readonly ambiguous: ReadonlySet<SupportFact>;
  /** Timing of a source by name, for lines that hold with another skill. */
  timingNamed(name: string): UseTiming | undefined;
}

export function sourceUses(input: SupportInput, timings: ReadonlyMap<string, UseTiming>): SourceUse[] {
  const barNames = new Map(input.bars.map((bar) => [bar.id, bar.name]));
  const byName = timingsByName(input.sources, timings);
  return input.sources.flatMap((source) => {
    const timing = timings.get(source.key);
    if (!timing) return [];
    return [
      {
        input,
        source,
        barName: barNames.get(source.bar) ?? source.bar,
        timing,
        targets: targetsOf(source),
        ambiguous: ambiguousLines(source),
        pulses: source.use.kind === "upkeep" ? 1 : pulsesOf(source.facts),
        timingNamed: (name: string) => byName.get(name.toLowerCase()),
      },
    ];
  });
}

function timingsByName(
  sources: readonly SupportSource[],
  timings: ReadonlyMap<string, UseTiming>,
): ReadonlyMap<string, UseTiming> {
  const byName = new Map<string, UseTiming>();
  for (const { key, name, kind } of sources) {
    const timing = timings.get(key);
    const id = name.toLowerCase();
    const known = byName.get(id);
    if (kind !== "skill" || !timing || (known && known.usesPerSecond !== null)) continue;
    byName.set(id, timing);
  }
  return byName;
}

export function refOf({ source, barName }: SourceUse, fact?: FactMarks): SourceRef {
  const { key, kind, id, name } = source;
  return { key, kind, id, name, bar: barName, fromTrait: fact?.fromTrait ?? null };
}

/** The entry of one line: counted like its source, unless the line holds only sometimes. */
export function entryOf(use: SourceUse, fact: SupportFact): CapabilityEntry {
  const base = { source: refOf(use, fact), marks: marksOf(fact) };
  const prefix = fact.kind === "prefixedBuff" ? fact.prefix : undefined;
  const linked = prefix === undefined ? undefined : use.timingNamed(prefix);
  const condition = use.ambiguous.has(fact) || fact.alternative ? ANOTHER_FIGURE : conditionOf(fact);
  if (linked && linked.usesPerSecond !== null && condition !== ANOTHER_FIGURE) {
    return {
      ...base,
      counted: "potential",
      assumption: `With each use of ${prefix}. ${linked.assumption}`,
      rechargeSeconds: linked.rechargeSeconds,
      usesPerSecond: linked.usesPerSecond,
      note: `With ${prefix}.`,
    };
  }
  const { timing } = use;
  return {
    ...base,
    counted: condition === null ? timing.counted : "listed",
    assumption: timing.assumption,
    rechargeSeconds: timing.rechargeSeconds,
    usesPerSecond: condition === null ? timing.usesPerSecond : null,
    note: condition,
  };
}

/** Marks of a line for which the reader should be careful. */
function marksOf(fact: SupportFact): EntryMark[] {
  return [
    ...(fact.unconfirmed ? (["unconfirmed"] as const) : []),
    ...(fact.assumed ? (["assumed"] as const) : []),
    ...(fact.actor ? [fact.actor] : []),
  ];
}

const ANOTHER_FIGURE = "Another figure of the same line; which one holds is not stated.";

/**
 * A trait may have several unmarked lines for the same status (with the same prefix): other modes or other triggers. So
 * may a trait that adds lines to a skill. Only the smallest counts.
 */
function ambiguousLines({ kind, facts }: SupportSource): ReadonlySet<SupportFact> {
  const smallest = new Map<string, { readonly fact: SupportFact; readonly size: number }>();
  const others = new Set<SupportFact>();
  for (const fact of facts) {
    if ((fact.kind !== "buff" && fact.kind !== "prefixedBuff") || fact.alternative) continue;
    if (kind !== "trait" && fact.fromTrait === undefined) continue;
    const prefix = fact.kind === "prefixedBuff" ? fact.prefix : undefined;
    const line = `${prefix ?? ""}/${fact.status}/${fact.label ?? ""}/${fact.variant ?? ""}`;
    const name = `${fact.fromTrait ?? ""}/${line}`;
    const size = Math.max(1, fact.stacks) * (fact.applications ?? 1) * (fact.seconds ?? 0);
    const known = smallest.get(name);
    if (known && known.size <= size) others.add(fact);
    else {
      if (known) others.add(known.fact);
      smallest.set(name, { fact, size });
    }
  }
  return others;
}

/** Labels that name a part of each use. Every other label of a status says when it holds. */
const PART_OF_EACH_USE = /^(initial|base|first|final|impact|pulse|pulsing)\b/i;

/** When a line holds, if not with each use; null if it does. */
function conditionOf(fact: SupportFact): string | null {
  if (fact.variant) return `Only as ${fact.variant}.`;
  if (fact.kind === "prefixedBuff")
    return fact.prefix ? `Only with ${fact.prefix}.` : "Only with what its icon shows.";
  if (fact.kind === "buff" && fact.label && !PART_OF_EACH_USE.test(fact.label)) return `${fact.label}.`;
  return null;
}

/** The entry of a line that reaches players: what one use gives, spread over the time. */
export function sharedEntry(
  use: SourceUse,
  entry: CapabilityEntry,
  targets: Targets,
  perUse: Shares,
): SharedEntry {
  const { groupSize } = use.input.assumptions;
  const rate = entry.counted === "listed" ? 0 : (entry.usesPerSecond ?? 0);
  const factor = targets.kind === "allies" ? partyFactor(targets.count, groupSize) : 0;
  const factorIfShared = targets.kind === "unknown" ? partyFactor(targets.mostAllies, groupSize) : factor;
  return {
    ...entry,
    targets,
    self: perUse.self * rate,
    party: perUse.party * rate * factor,
    partyIfShared: perUse.party * rate * factorIfShared,
  };
}

/** Sums in the order of the entries. */
export function sumShares(entries: readonly SharedEntry[]): Totals {
  const baseline = entries.filter(({ counted }) => counted === "baseline");
  const potential = entries.filter(({ counted }) => counted !== "listed");
  return {
    baseline: { self: sum(baseline, ({ self }) => self), party: sum(baseline, ({ party }) => party) },
    potential: {
      self: sum(potential, ({ self }) => self),
      party: sum(potential, ({ partyIfShared }) => partyIfShared),
    },
  };
}

/** Sums of a figure over the entries, in their order. */
export function sumCounted<Entry extends { readonly counted: Counted }>(
  entries: readonly Entry[],
  of: (entry: Entry) => number,
): { readonly baseline: number; readonly potential: number } {
  return {
    baseline: sum(
      entries.filter(({ counted }) => counted === "baseline"),
      of,
    ),
    potential: sum(
      entries.filter(({ counted }) => counted !== "listed"),
      of,
    ),
  };
}

export function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Entry for the pulses after the first, which count only if each pulse applies the line; null where there are none. */
export function furtherPulses(use: SourceUse, entry: CapabilityEntry): CapabilityEntry | null {
  if (use.pulses <= 1 || entry.counted === "listed") return null;
  return { ...entry, counted: "potential", note: `If each of ${use.pulses} pulses applies it.` };
}

export function notKnownOf(use: SourceUse, code: NotKnown["code"], text: string): NotKnown {
  return { code, source: refOf(use), text };
}
