import type { SupportFactOf } from "./facts.ts";
import { secondsOf } from "./facts.ts";
import type { AmountEntry, AmountTotal, CapabilityEntry, Targets } from "./output.ts";
import { entryOf, furtherPulses, type SourceUse, sharedEntry, sumShares } from "./source-use.ts";
import { targetsOfLine } from "./targets.ts";

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
  const targets = targetsOfAmount(use, fact);
  const further = statesPulses || fact.applications !== undefined ? null : furtherPulses(use, entry);
  return [
    amountEntry(use, entry, fact, count, targets),
    ...(further ? [amountEntry(use, further, fact, use.pulses - 1, targets)] : []),
  ];
}

/**
 * Whom an amount reaches. Beside a line for allies, a plain one is for you. A healing skill heals you first: unless its
 * targets are stated, whether a plain line also heals those its other effects reach is not known.
 */
function targetsOfAmount({ source, targets: ofSource }: SourceUse, fact: AmountFact): Targets {
  const targets = targetsOfLine(fact.label, ofSource);
  if (!isPlain(fact) || targets.kind !== "allies") return targets;
  const allyLine = source.facts.some(({ kind, label }) => kind === fact.kind && isForAlliesOnly(label));
  if (allyLine) return { kind: "self", basis: "inferred" };
  return source.healSkill && targets.basis === "inferred"
    ? { kind: "unknown", mostAllies: targets.count }
    : targets;
}

/** A label that says nothing but what the line is. */
function isPlain({ label }: AmountFact): boolean {
  return label === undefined || /^(heal|healing|barrier)$/i.test(label);
}

function amountEntry(
  use: SourceUse,
  entry: CapabilityEntry,
  fact: AmountFact,
  applications: number,
  targets: Targets,
): AmountEntry {
  const { healingPower, outgoingHealing } = use.input.attributes;
  const perApplication = fact.amount + (fact.coefficient ?? 0) * healingPower;
  const perApplicationToOthers = perApplication * (fact.kind === "heal" ? 1 + outgoingHealing : 1);
  const perUse = { self: perApplication * applications, party: perApplicationToOthers * applications };
  const shared = sharedEntry(use, entry, targets, perUse);
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

/**
 * Applications of one use; a line called a pulse holds for each stated pulse, one per second for each second. Only plain
 * lines of a skill without such lines leave open whether each pulse applies them.
 */
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
  if (isPulse(label)) return { count: use.pulses, statesPulses: true };
  const beside = use.source.facts.some((one) => one.kind === fact.kind && isPulse(one.label ?? ""));
  return { count: 1, statesPulses: beside || !isPlain(fact) };
}

function isPulse(label: string): boolean {
  return /puls/i.test(label) && !/final/i.test(label);
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
  return /\b(ally|allied|allies)\b/i.test(label ?? "");
}
