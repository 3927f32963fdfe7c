import type { SupportFactOf } from "./facts.ts";
import type { BoonRemovalTotal, CapabilityEntry, RemovalEntry, RemovalKind, RemovalTotal } from "./output.ts";
import { entryOf, furtherPulses, type SourceUse, sharedEntry, sumCounted, sumShares } from "./source-use.ts";
import { targetsOfLine } from "./targets.ts";

/** Labels of a part of each use; other additions to the plain label say when it holds. */
const PLAIN_CLEANSE =
  /^(initial |self |passive |active )?(self )?(conditions? (removed|removal|converted to boons|transferred|sent|converted|to boons)|(nondamaging|damaging) conditions (converted|removed))( per pulse| per second| each second| from self| from allies| on skill use)?$/i;
const PLAIN_BOON_REMOVAL = /^boons? (removed|stolen|converted( to conditions)?|transferred)( per pulse)?$/i;

/** Conditions taken from you and allies. Each line counts once with each use, "per pulse" with each stated pulse. */
export function cleanseTotal(uses: readonly SourceUse[]): RemovalTotal {
  const entries = removalsOf(uses, (label) =>
    /condition/i.test(label) &&
    !/boon removal|applied|copied|threshold|consumed|scaling|charge|endurance|attacks/i.test(label)
      ? cleanseKind(label)
      : null,
  ).map(({ use, entry, fact, label, kind, applications }): RemovalEntry => {
    const perUse = fact.value * applications;
    const targets = targetsOfLine(label, use.targets);
    const shared = sharedEntry(use, entry, targets, { self: perUse, party: perUse });
    return { ...shared, label, kind, count: fact.value, applications };
  });
  return { perSecond: sumShares(entries), entries };
}

/** Boons taken from one foe that every use hits; how many foes a use reaches is not counted. */
export function boonRemovalTotal(uses: readonly SourceUse[]): BoonRemovalTotal {
  const entries = removalsOf(uses, (label) =>
    /boons? (removed|stolen|converted|transferred)/i.test(label) ? boonRemovalKind(label) : null,
  ).map(({ entry, fact, label, kind, applications }) => {
    const rate = entry.counted === "listed" ? 0 : (entry.usesPerSecond ?? 0);
    const perSecond = fact.value * applications * rate;
    return { ...entry, label, kind, count: fact.value, applications, perSecond };
  });
  return { perSecond: sumCounted(entries, ({ perSecond }) => perSecond), entries };
}

/** A line that removes something, with how it counts and how often one use applies it. */
interface Removal {
  readonly use: SourceUse;
  readonly entry: CapabilityEntry;
  readonly fact: SupportFactOf<"number">;
  readonly label: string;
  readonly kind: RemovalKind;
  readonly applications: number;
}

function removalsOf(uses: readonly SourceUse[], kindOf: (label: string) => RemovalKind | null): Removal[] {
  return uses.flatMap((use) =>
    use.source.facts.flatMap((fact) => {
      if (fact.kind !== "number" || !fact.label) return [];
      const { label } = fact;
      const kind = kindOf(label);
      if (!kind) return [];
      const entry = whenPlain(entryOf(use, fact), label);
      const ofPulses = /per pulse|per second|each second/i.test(label);
      const further = ofPulses ? null : furtherPulses(use, entry);
      const line = { use, fact, label, kind };
      return [
        { ...line, entry, applications: ofPulses ? use.pulses : 1 },
        ...(further ? [{ ...line, entry: further, applications: use.pulses - 1 }] : []),
      ];
    }),
  );
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
