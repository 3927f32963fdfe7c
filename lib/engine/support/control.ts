import { effectiveSeconds, isOnSelf } from "./effects.ts";
import { factsOfKind, type HardControl, type SupportFactOf } from "./facts.ts";
import type { CapabilityEntry, ControlEntry, ControlTotal } from "./output.ts";
import { entryOf, type SourceUse, sumCounted } from "./source-use.ts";
import { type Condition, statusNamed } from "./statuses.ts";

/**
 * Defiance-bar damage. Hard control at once: 100 per second of duration, or a fixed value. Soft control: per second as
 * long as the condition lasts, lengthened by condition duration. Guild Wars 2 Wiki "Defiance bar" and Discretize guides,
 * 2024; read from guide tables, not from the game.
 */
export const HARD_CONTROL_PER_SECOND: Partial<Readonly<Record<HardControl, number>>> = {
  stun: 100,
  daze: 100,
  knockdown: 100,
  float: 100,
  sink: 100,
};
export const HARD_CONTROL_FIXED: Partial<Readonly<Record<HardControl, number>>> = {
  pull: 150,
  knockback: 150,
  launch: 232,
};
export const SOFT_CONTROL_PER_SECOND: Partial<Readonly<Record<Condition, number>>> = {
  fear: 100,
  taunt: 75,
  immobile: 50,
  slow: 50,
  chilled: 33,
  blinded: 20,
  weakness: 20,
  crippled: 15,
};

/**
 * Control effects of all sources. Where a skill states its "Defiance Break", that stands for all its hard control; each
 * kind of hard control counts once with each use (the shortest line, where several differ), soft control with each line.
 */
export function controlTotal(uses: readonly SourceUse[]): ControlTotal {
  const entries = uses.flatMap((use) => [...hardControl(use), ...softControl(use)]);
  return { perSecond: sumCounted(entries, ({ perSecond }) => perSecond), entries };
}

function hardControl(use: SourceUse): ControlEntry[] {
  const stated = factsOfKind(use.source.facts, "number").filter(
    (fact) => /^(bonus )?defiance break$/i.test(fact.label ?? "") && !fact.alternative,
  );
  const total = stated.find((fact) => /^defiance break$/i.test(fact.label ?? ""));
  const controls = factsOfKind(use.source.facts, "control").filter((fact) => !isOnSelf(fact));
  const bonuses = stated.filter((fact) => /^bonus/i.test(fact.label ?? ""));
  const listedOnly = (entry: CapabilityEntry): CapabilityEntry => ({
    ...entry,
    counted: "listed",
    usesPerSecond: null,
    note: entry.note ?? "In the value that the skill states.",
  });
  const lines = controls.map((fact) => ({ fact, entry: entryOf(use, fact) }));
  if (total) {
    return [
      controlEntry(entryOf(use, total), "stated", null, total.value),
      ...lines.map(({ fact, entry }) => hardEntry(listedOnly(entry), fact)),
    ];
  }
  const shortest = shortestOfEach(controls);
  return [
    ...lines.map(({ fact, entry }) =>
      hardEntry(
        shortest.has(fact)
          ? entry
          : { ...listedOnly(entry), note: "Another line of the same control effect." },
        fact,
      ),
    ),
    ...bonuses.map((fact) => controlEntry(entryOf(use, fact), "stated", null, fact.value)),
  ];
}

function shortestOfEach(
  controls: readonly SupportFactOf<"control">[],
): ReadonlySet<SupportFactOf<"control">> {
  const shortest = new Map<HardControl, SupportFactOf<"control">>();
  for (const fact of controls) {
    const known = shortest.get(fact.control);
    if (!fact.alternative && (!known || damageOf(fact) < damageOf(known))) shortest.set(fact.control, fact);
  }
  return new Set(shortest.values());
}

function hardEntry(entry: CapabilityEntry, fact: SupportFactOf<"control">): ControlEntry {
  return controlEntry(entry, fact.control, fact.seconds ?? null, damageOf(fact));
}

function damageOf({ control, seconds }: SupportFactOf<"control">): number {
  return HARD_CONTROL_FIXED[control] ?? (HARD_CONTROL_PER_SECOND[control] ?? 0) * (seconds ?? 0);
}

function softControl(use: SourceUse): ControlEntry[] {
  return use.source.facts.flatMap((fact) => {
    if ((fact.kind !== "buff" && fact.kind !== "prefixedBuff") || !fact.seconds || isOnSelf(fact)) return [];
    const status = statusNamed(fact.status);
    const perSecond = status?.condition && SOFT_CONTROL_PER_SECOND[status.condition];
    if (!status?.condition || !perSecond) return [];
    const seconds = effectiveSeconds(status, fact.seconds, use.input.attributes);
    const lasts = seconds * Math.max(1, fact.stacks) * (fact.applications ?? 1);
    return [controlEntry(entryOf(use, fact), status.condition, lasts, perSecond * lasts)];
  });
}

function controlEntry(
  entry: CapabilityEntry,
  what: ControlEntry["what"],
  seconds: number | null,
  defianceDamage: number,
): ControlEntry {
  const rate = entry.counted === "listed" ? 0 : (entry.usesPerSecond ?? 0);
  return { ...entry, what, seconds, defianceDamage, perSecond: defianceDamage * rate };
}
