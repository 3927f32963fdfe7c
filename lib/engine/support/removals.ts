import type { SupportFactOf } from "./facts.ts";
import type { CapabilityEntry, RemovalEntry, RemovalKind, RemovalTotal } from "./output.ts";
import { entryOf, furtherPulses, type SourceUse, sharedEntry, sumShares } from "./source-use.ts";

/** Labels of a part of each use; other additions to the plain label say when it holds. */
const PLAIN_CLEANSE =
  /^(initial |self |passive |active )?(self )?(conditions? (removed|removal|converted to boons|transferred|sent|converted|to boons)|(nondamaging|damaging) conditions (converted|removed))( per pulse| per second| each second| from self| from allies| on skill use)?$/i;
const PLAIN_BOON_REMOVAL = /^boons? (removed|stolen|converted( to conditions)?|transferred)( per pulse)?$/i;

/** Conditions taken from you and allies. Each line counts once with each use, "per pulse" with each stated pulse. */
export function cleanseTotal(uses: readonly SourceUse[]): RemovalTotal {
  return removalTotal(uses, (label) =>
    /condition/i.test(label) &&
    !/boon removal|applied|copied|threshold|consumed|scaling|charge|endurance|attacks/i.test(label)
      ? cleanseKind(label)
      : null,
  );
}

/** Boons taken from foes. */
export function boonRemovalTotal(uses: readonly SourceUse[]): RemovalTotal {
  return removalTotal(uses, (label) =>
    /boons? (removed|stolen|converted|transferred)/i.test(label) ? boonRemovalKind(label) : null,
  );
}

function removalTotal(
  uses: readonly SourceUse[],
  kindOf: (label: string) => RemovalKind | null,
): RemovalTotal {
  const entries = uses.flatMap((use) =>
    use.source.facts.flatMap((fact) => {
      if (fact.kind !== "number" || !fact.label) return [];
      const kind = kindOf(fact.label);
      return kind ? removalEntries(use, fact, fact.label, kind) : [];
    }),
  );
  return { perSecond: sumShares(entries), entries };
}

function removalEntries(
  use: SourceUse,
  fact: SupportFactOf<"number">,
  label: string,
  kind: RemovalKind,
): RemovalEntry[] {
  const entry = whenPlain(entryOf(use, fact), label);
  const ofPulses = /per pulse|per second|each second/i.test(label);
  const further = ofPulses ? null : furtherPulses(use, entry);
  const make = (one: CapabilityEntry, applications: number): RemovalEntry => {
    const perUse = fact.value * applications;
    return {
      ...sharedEntry(use, one, label, { self: perUse, party: perUse }),
      label,
      kind,
      count: fact.value,
      applications,
    };
  };
  return [make(entry, ofPulses ? use.pulses : 1), ...(further ? [make(further, use.pulses - 1)] : [])];
}

function whenPlain(entry: CapabilityEntry, label: string): CapabilityEntry {
  if (PLAIN_CLEANSE.test(label) || PLAIN_BOON_REMOVAL.test(label)) return entry;
  return { ...entry, counted: "listed", usesPerSecond: null, note: `${label}: how often is not stated.` };
}

function cleanseKind(label: string): RemovalKind | null {
  if (/boons? (removed|converted to conditions|stolen)/i.test(label)) return null;
  if (/transferred|sent/i.test(label)) return "transferred";
  if (/converted|to boons/i.test(label)) return "converted";
  return /remov/i.test(label) ? "removed" : null;
}

function boonRemovalKind(label: string): RemovalKind {
  if (/stolen/i.test(label)) return "stolen";
  if (/transferred/i.test(label)) return "transferred";
  return /converted/i.test(label) ? "corrupted" : "removed";
}
