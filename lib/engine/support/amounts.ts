import type { SupportFactOf } from "./facts.ts";
import { secondsOf } from "./facts.ts";
import type { AmountEntry, AmountTotal, CapabilityEntry } from "./output.ts";
import { entryOf, furtherPulses, type SourceUse, sharedEntry, sumShares } from "./source-use.ts";

type AmountFact = SupportFactOf<"heal"> | SupportFactOf<"barrier">;

/** Labels of amounts that depend on an event, a count or a state. */
const DEPENDS =
  /\b(per (?!second|pulse)|if|when|while|below|above|increase|additional|passive|trigger|threshold|each|clone|vs\.?|minimum|maximum|second missile|on )/i;

/**
 * Healing: (amount + coefficient × healing power), on others × (1 + outgoing healing). Source: Guild Wars 2 Wiki
 * "Healing", 2026. Where the facts state no coefficient only the amount counts.
 */
export function healingTotal(uses: readonly SourceUse[]): AmountTotal {
  return amountTotal(uses, "heal");
}

/** Barrier: amount + coefficient × healing power; outgoing healing does not raise it. It decays; that is not counted. */
export function barrierTotal(uses: readonly SourceUse[]): AmountTotal {
  return amountTotal(uses, "barrier");
}

function amountTotal(uses: readonly SourceUse[], kind: AmountFact["kind"]): AmountTotal {
  const entries = uses.flatMap((use) =>
    use.source.facts.flatMap((fact) => (fact.kind === kind ? amountEntries(use, fact) : [])),
  );
  return { perSecond: sumShares(entries), entries };
}

function amountEntries(use: SourceUse, fact: AmountFact): AmountEntry[] {
  const entry = whenUnconditional(entryOf(use, fact), fact);
  const { count, statesPulses } = statedApplications(use, fact);
  const further = statesPulses || fact.applications !== undefined ? null : furtherPulses(use, entry);
  return [
    amountEntry(use, entry, fact, count),
    ...(further ? [amountEntry(use, further, fact, use.pulses - 1)] : []),
  ];
}

function amountEntry(
  use: SourceUse,
  entry: CapabilityEntry,
  fact: AmountFact,
  applications: number,
): AmountEntry {
  const { healingPower, outgoingHealing } = use.input.attributes;
  const perApplication = fact.amount + (fact.coefficient ?? 0) * healingPower;
  const perApplicationToOthers = perApplication * (fact.kind === "heal" ? 1 + outgoingHealing : 1);
  const perUse = { self: perApplication * applications, party: perApplicationToOthers * applications };
  const shared = sharedEntry(use, entry, fact.label, perUse);
  return {
    ...(isForAlliesOnly(fact.label) ? { ...shared, self: 0 } : shared),
    label: fact.label ?? (fact.kind === "heal" ? "Healing" : "Barrier"),
    amount: fact.amount,
    coefficient: fact.coefficient ?? null,
    applications,
    perApplication,
    perApplicationToOthers,
  };
}

/** Applications of one use; a line called a pulse holds for each stated pulse, one per second for each second. */
function statedApplications(
  use: SourceUse,
  fact: AmountFact,
): { readonly count: number; readonly statesPulses: boolean } {
  const label = fact.label ?? "";
  if (fact.applications !== undefined) return { count: fact.applications, statesPulses: true };
  if (/per second/i.test(label)) {
    const duration = secondsOf(use.source.facts, "Duration");
    return { count: duration ?? 1, statesPulses: true };
  }
  if (/puls/i.test(label) && !/final/i.test(label)) return { count: use.pulses, statesPulses: true };
  return { count: 1, statesPulses: /^(initial|final|first|impact|base|ending)\b/i.test(label) };
}

function whenUnconditional(entry: CapabilityEntry, fact: AmountFact): CapabilityEntry {
  if (!fact.label || !DEPENDS.test(`${fact.label} `)) return entry;
  return {
    ...entry,
    counted: "listed",
    usesPerSecond: null,
    note: `${fact.label}: how often is not stated.`,
  };
}

function isForAlliesOnly(label: string | undefined): boolean {
  return /\b(ally|allied)\b/i.test(label ?? "");
}
