import type { SupportFact, SupportFactOf } from "./facts.ts";
import type { SupportAttributes } from "./input.ts";
import type {
  CapabilityEntry,
  ConditionEntry,
  ConditionTotal,
  EffectEntry,
  EffectTotal,
  OtherEffectEntry,
} from "./output.ts";
import { entryOf, furtherPulses, type SourceUse, sharedEntry, sumCounted, sumShares } from "./source-use.ts";
import { type Status, statusNamed } from "./statuses.ts";
import { targetsOfLine } from "./targets.ts";

type BuffFact = SupportFactOf<"buff"> | SupportFactOf<"prefixedBuff">;

/** Boon and condition duration lengthen at most to double. Guild Wars 2 Wiki "Concentration" and "Expertise", 2026. */
const MOST_DURATION_BONUS = 1;

/**
 * Seconds of one application. Boons and conditions: base × (1 + bonus), the bonus of all kinds together at most 1, the
 * result at most the longest remaining time of the boon. Auras, superspeed and stealth keep their base.
 */
export function effectiveSeconds(status: Status, baseSeconds: number, attributes: SupportAttributes): number {
  const bonus = Math.min(MOST_DURATION_BONUS, durationBonus(status, attributes));
  return Math.min(baseSeconds * (1 + bonus), status.maxSeconds ?? Number.POSITIVE_INFINITY);
}

function durationBonus({ boon, condition }: Status, attributes: SupportAttributes): number {
  if (boon) return attributes.boonDuration + (attributes.boonDurationOf[boon] ?? 0);
  if (condition) return attributes.conditionDuration + (attributes.conditionDurationOf[condition] ?? 0);
  return 0;
}

/**
 * Boons, auras, superspeed and stealth. Each use gives stacks × applications × seconds; times uses per second that is
 * a share of the time, or for might and stability an average number of stacks. Shares add up: applications of a boon
 * that is on or off are taken to follow one another, so they never waste time by overlapping below the cap; the sum is
 * cut at the cap (1, or 25 stacks). Stability counts as long as no control effect takes a stack.
 */
export function effectTotals(uses: readonly SourceUse[]): EffectTotal[] {
  const groups = new Map<string, { status: Status; entries: EffectEntry[] }>();
  for (const use of uses) {
    for (const fact of use.source.facts) {
      const status = statusOf(fact);
      if (!status || status.kind === "condition" || !isBuff(fact) || !fact.seconds) continue;
      const group = groups.get(status.name) ?? { status, entries: [] };
      group.entries.push(...effectEntries(use, fact, fact.seconds, status));
      groups.set(status.name, group);
    }
  }
  return [...groups.values()].map(({ status, entries }) => totalOf(status, entries)).toSorted(byName);
}

function totalOf(status: Status, entries: readonly EffectEntry[]): EffectTotal {
  const { name, kind, stacking, cap } = status;
  const sum = sumShares(entries);
  const cut = (value: number): number => Math.min(value, cap);
  return {
    name,
    kind: kind === "condition" ? "fixedEffect" : kind,
    stacking,
    cap,
    uptime: {
      baseline: { self: cut(sum.baseline.self), party: cut(sum.baseline.party) },
      potential: { self: cut(sum.potential.self), party: cut(sum.potential.party) },
    },
    sum,
    entries,
  };
}

function effectEntries(use: SourceUse, fact: BuffFact, baseSeconds: number, status: Status): EffectEntry[] {
  const seconds = effectiveSeconds(status, baseSeconds, use.input.attributes);
  return applicationsOf(use, fact, status).map(({ entry, stacks, applications }) => {
    const perUse = stacks * applications * seconds;
    return {
      ...sharedEntry(use, entry, targetsOfLine(fact.label, use.targets), { self: perUse, party: perUse }),
      stacks,
      applications,
      baseSeconds,
      seconds,
    };
  });
}

interface Application {
  readonly entry: CapabilityEntry;
  readonly stacks: number;
  readonly applications: number;
}

/** What the line states, and the pulses after the first where it does not say whether they are in the figure. */
function applicationsOf(use: SourceUse, fact: BuffFact, status: Status): Application[] {
  const stacks = Math.max(1, fact.stacks);
  const entry = entryOf(use, fact);
  const applications = fact.applications ?? 1;
  const stated: Application = { entry, stacks, applications };
  const holdsAllPulses =
    fact.applications !== undefined ||
    /^(initial|final|first)\b/i.test(fact.label ?? "") ||
    (status.stacking === "duration" ? stacks > 1 : stacks === use.pulses);
  const further = holdsAllPulses ? null : furtherPulses(use, entry);
  return further ? [stated, { entry: further, stacks, applications: use.pulses - 1 }] : [stated];
}

/** Conditions on one target that every use hits; figures as in `effectTotals`. */
export function conditionTotals(uses: readonly SourceUse[]): ConditionTotal[] {
  const groups = new Map<string, { status: Status; entries: ConditionEntry[] }>();
  for (const use of uses) {
    for (const fact of use.source.facts) {
      const status = statusOf(fact);
      if (!status?.condition || !isBuff(fact) || !fact.seconds || isOnSelf(fact)) continue;
      const group = groups.get(status.name) ?? { status, entries: [] };
      group.entries.push(...conditionEntries(use, fact, fact.seconds, status));
      groups.set(status.name, group);
    }
  }
  return [...groups.values()]
    .flatMap(({ status, entries }) => conditionTotal(status, entries))
    .toSorted(byName);
}

function conditionTotal(status: Status, entries: readonly ConditionEntry[]): ConditionTotal[] {
  const { name, condition, stacking, cap } = status;
  if (!condition) return [];
  const sum = sumCounted(entries, ({ average }) => average);
  const uptime = { baseline: Math.min(sum.baseline, cap), potential: Math.min(sum.potential, cap) };
  return [{ name, condition, stacking, cap, uptime, sum, entries }];
}

function conditionEntries(
  use: SourceUse,
  fact: BuffFact,
  baseSeconds: number,
  status: Status,
): ConditionEntry[] {
  const seconds = effectiveSeconds(status, baseSeconds, use.input.attributes);
  return applicationsOf(use, fact, status).map(({ entry, stacks, applications }) => {
    const rate = entry.counted === "listed" ? 0 : (entry.usesPerSecond ?? 0);
    const average = stacks * applications * seconds * rate;
    return { ...entry, stacks, applications, baseSeconds, seconds, average };
  });
}

/** Effects that are neither boon, condition, aura, superspeed nor stealth. */
export function otherEffects(uses: readonly SourceUse[]): OtherEffectEntry[] {
  return uses.flatMap((use) =>
    use.source.facts.flatMap((fact) => {
      if (!isBuff(fact) || statusOf(fact) || fact.alternative) return [];
      return [
        { ...entryOf(use, fact), name: fact.status, stacks: fact.stacks, seconds: fact.seconds ?? null },
      ];
    }),
  );
}

function statusOf(fact: SupportFact): Status | undefined {
  return isBuff(fact) ? statusNamed(fact.status) : undefined;
}

function isBuff(fact: SupportFact): fact is BuffFact {
  return fact.kind === "buff" || fact.kind === "prefixedBuff";
}

export function isOnSelf(fact: { readonly label?: string | undefined }): boolean {
  return /\bself\b/i.test(fact.label ?? "");
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
