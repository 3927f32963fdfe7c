import type { MechanicKind, Mechanics, NotModelled, NotModelledReason } from "#lib/engine/mechanics.ts";

/** Kinds of things a player chooses whose effects on numbers should be known. */
export const COVERED_KINDS = [
  "trait",
  "rune",
  "sigil",
  "relic",
  "food",
  "utility",
] as const satisfies readonly MechanicKind[];

export type CoveredKind = (typeof COVERED_KINDS)[number];

export interface Coverage {
  /** Distinct traits or items with a modelled effect on attributes, damage or survival. */
  readonly modelled: number;
  /** Those with such an effect and no model of it. */
  readonly notModelled: number;
  /** Those that only give boons, healing and the like, or change how skills behave. */
  readonly elsewhere: number;
  /** Fraction of the modelled and the not modelled ones that is modelled. */
  readonly share: number;
}

/** Reasons of effects that are not on attributes, damage or survival in the first place. */
const ELSEWHERE: ReadonlySet<NotModelledReason> = new Set(["supportOutput", "skillBehaviour"]);

/** How many of the things with an effect on attributes, damage or survival are modelled, by kind. */
export function coverageOf(
  { entries }: Mechanics,
  notModelled: readonly NotModelled[],
): Readonly<Record<CoveredKind, Coverage>> {
  return Object.fromEntries(
    COVERED_KINDS.map((kind) => {
      const modelled = modelledIds(entries, kind).size;
      const others = notModelled.filter((item) => item.kind === kind);
      const elsewhere = others.filter(({ reason }) => ELSEWHERE.has(reason)).length;
      const without = others.length - elsewhere;
      const share = modelled + without === 0 ? 1 : modelled / (modelled + without);
      return [kind, { modelled, notModelled: without, elsewhere, share }];
    }),
  ) as Record<CoveredKind, Coverage>;
}

/** API ids of a kind with a modelled effect; traits also where the entry of a skill depends on them. */
export function modelledIds(entries: Mechanics["entries"], kind: MechanicKind): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const entry of entries) {
    if (entry.notModelled !== undefined || entry.placeholder === true) continue;
    if (kind === "trait") for (const id of entry.requires?.traits ?? []) ids.add(id);
    if (entry.kind !== kind) continue;
    for (const id of [entry.gw2id, ...(entry.alsoIds ?? [])]) if (id !== undefined) ids.add(id);
  }
  return ids;
}
