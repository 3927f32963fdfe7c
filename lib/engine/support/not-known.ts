import { HARD_CONTROL_PER_SECOND } from "./control.ts";
import type { SupportFact, SupportFactOf } from "./facts.ts";
import type { SupportInput } from "./input.ts";
import type { AmountTotal, EffectTotal, NotKnown, SharedEntry, SourceRef } from "./output.ts";
import { notKnownOf, refOf, type SourceUse } from "./source-use.ts";
import { statusNamed } from "./statuses.ts";

/** Gaps in what the facts tell, source by source and in the order of the sources. */
export function notKnownOfSources(uses: readonly SourceUse[]): NotKnown[] {
  return uses.flatMap((use) => [
    ...(!use.source.factsKnown
      ? [notKnownOf(use, "noFacts", `${use.source.name}: no facts are known.`)]
      : []),
    ...otherMode(use),
    ...frequency(use),
    ...withoutDuration(use),
  ]);
}

/** Lines of another mode for which this mode has no line of that name. */
function otherMode(use: SourceUse): NotKnown[] {
  const known = new Set(use.source.facts.map(nameOf));
  const missing = use.source.unknownFacts.filter((fact) => isSupport(fact) && !known.has(nameOf(fact)));
  return missing.map((fact) => ({
    code: "otherMode",
    source: refOf(use, fact),
    text: `${use.source.name}: ${nameOf(fact)} is known for another game mode only and not counted.`,
  }));
}

function frequency(use: SourceUse): NotKnown[] {
  const { unknown, assumption } = use.timing;
  if (unknown === null || !use.source.facts.some(isSupport)) return [];
  return [notKnownOf(use, unknown, `${use.source.name}: ${assumption}`)];
}

function withoutDuration(use: SourceUse): NotKnown[] {
  return use.source.facts.flatMap((fact) => {
    if (fact.kind === "control" && fact.seconds === undefined && isTimed(fact)) {
      return [notKnownOf(use, "duration", `${use.source.name}: no duration of ${fact.control} is stated.`)];
    }
    if ((fact.kind !== "buff" && fact.kind !== "prefixedBuff") || fact.seconds || fact.alternative) return [];
    return statusNamed(fact.status)
      ? [notKnownOf(use, "duration", `${use.source.name}: no duration of ${fact.status} is stated.`)]
      : [];
  });
}

function isTimed({ control, alternative }: SupportFactOf<"control">): boolean {
  return !alternative && HARD_CONTROL_PER_SECOND[control] !== undefined;
}

/** Lines that reach others or not, pulses that repeat a line or not, lines that hold only sometimes. */
export function notKnownOfEffects(totals: readonly EffectTotal[]): NotKnown[] {
  return totals.flatMap(({ name, entries }) =>
    entries.flatMap((entry): NotKnown[] => [...ofTargets(name, entry), ...ofNote(name, entry)]),
  );
}

export function notKnownOfAmounts(what: string, { entries }: AmountTotal): NotKnown[] {
  return entries.flatMap((entry): NotKnown[] => {
    const text = `${entry.source.name}: the share of healing power in ${what} (${entry.label}) is not stated; only ${entry.amount} is counted.`;
    return [
      ...(entry.coefficient === null && entry.counted !== "listed"
        ? [{ code: "coefficient" as const, source: entry.source, text }]
        : []),
      ...ofTargets(what, entry),
      ...ofNote(what, entry),
    ];
  });
}

function ofTargets(name: string, { source, targets, counted }: SharedEntry): NotKnown[] {
  if (targets.kind !== "unknown" || counted === "listed") return [];
  const text = `${source.name}: whether ${name} reaches allies is not stated; counted for you only.`;
  return [{ code: "targets", source, text }];
}

function ofNote(name: string, { source, note, counted }: SharedEntry): NotKnown[] {
  if (note === null) return [];
  if (counted === "listed")
    return [{ code: "condition", source, text: `${source.name}: ${name} not counted. ${note}` }];
  return note.startsWith("If each of")
    ? [{ code: "pulses", source, text: `${source.name}: ${name} counted for one pulse. ${note}` }]
    : [];
}

export function notKnownOfGaps({ gaps }: SupportInput): NotKnown[] {
  return gaps.map(({ name, text }) => ({ code: "source", source: null, text: `${name}: ${text}` }));
}

/** One gap of each text and source. */
export function distinct(list: readonly NotKnown[]): NotKnown[] {
  const seen = new Map<string, NotKnown>();
  for (const one of list) {
    const key = `${keyOf(one.source)} ${one.code} ${one.text}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}

function keyOf(source: SourceRef | null): string {
  return source?.key ?? "";
}

function isSupport(fact: SupportFact): boolean {
  switch (fact.kind) {
    case "buff":
    case "prefixedBuff":
      return statusNamed(fact.status) !== undefined;
    case "heal":
    case "barrier":
    case "comboField":
    case "comboFinisher":
    case "control":
    case "stunBreak":
      return true;
    case "number":
      return /condition|boon|defiance break|revive/i.test(fact.label ?? "");
    default:
      return false;
  }
}

function nameOf(fact: SupportFact): string {
  switch (fact.kind) {
    case "buff":
    case "prefixedBuff":
      return fact.status;
    case "comboField":
      return `${fact.field} field`;
    case "comboFinisher":
      return `${fact.finisher} finisher`;
    case "control":
      return fact.control;
    case "stunBreak":
      return "stun break";
    default:
      return fact.label ?? fact.kind;
  }
}
