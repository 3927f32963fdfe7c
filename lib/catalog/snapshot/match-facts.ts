import type { GameMode } from "#lib/shared/game.ts";
import type { Fact } from "../schema.ts";
import { compact } from "./compact.ts";
import { identity, isAmount, isSummed, sameFigures } from "./fact-identity.ts";

/**
 * Pairs the facts that a source states for a mode with the facts of the base list they stand for. A fact that is
 * equal to one that holds in the mode becomes its index; another names it in `replaces`; one without counterpart
 * stays as it is. Tried in this order: equal figures of one line, the same line, and last, for strikes and
 * healing, whose labels differ between sources, equal figures and then position when as many are left over.
 *
 * @param open indexes of the base list that may be paired
 */
export function matchFacts(
  base: readonly Fact[],
  open: readonly number[],
  stated: readonly Fact[],
  mode: GameMode,
): (number | Fact)[] {
  const free = new Set(open);
  const pairs = new Map<Fact, number>();
  const pair = (test: (old: Fact, fact: Fact) => boolean) => {
    for (const fact of stated) {
      if (pairs.has(fact)) continue;
      const index = [...free].find((candidate) => {
        const old = base[candidate];
        return old !== undefined && test(old, fact);
      });
      if (index === undefined) continue;
      pairs.set(fact, index);
      free.delete(index);
    }
  };
  pair((old, fact) => sameLine(old, fact) && holds(old, mode) && sameFigures(old, fact));
  pair((old, fact) => isSummed(fact) && old.kind === fact.kind && holds(old, mode) && sameFigures(old, fact));
  pair((old, fact) => sameLine(old, fact) && holds(old, mode) && !old.alternative);
  pair((old, fact) => sameLine(old, fact) && !old.alternative);
  pairByPosition(base, free, stated, pairs);
  return stated.map((fact) => {
    const index = pairs.get(fact);
    const old = index === undefined ? undefined : base[index];
    return index === undefined || old === undefined ? fact : standFor(fact, index, old, mode);
  });
}

function pairByPosition(
  base: readonly Fact[],
  free: Set<number>,
  stated: readonly Fact[],
  pairs: Map<Fact, number>,
): void {
  for (const kind of ["damage", "heal", "barrier", "siphon"] as const) {
    const unpaired = stated.filter((fact) => fact.kind === kind && !pairs.has(fact));
    const left = [...free].filter((index) => base[index]?.kind === kind && !base[index]?.alternative);
    if (unpaired.length !== left.length) continue;
    unpaired.forEach((fact, order) => {
      const index = left[order];
      if (index !== undefined) pairs.set(fact, index);
    });
  }
}

function sameLine(old: Fact, fact: Fact): boolean {
  return identity(old) === identity({ ...fact, actor: old.actor, variant: old.variant });
}

function holds(fact: Fact, mode: GameMode): boolean {
  return fact.modes?.includes(mode) ?? true;
}

/** The index when nothing differs, else the fact with the hits, label and actor of the one it stands for. */
function standFor(fact: Fact, index: number, old: Fact, mode: GameMode): number | Fact {
  const equal = sameFigures(fact, old) && holds(old, mode) && !old.alternative;
  if (fact.kind === "damage" && old.kind === "damage") {
    if (equal) return index;
    const perHit = fact.total && !old.total ? round(fact.coefficient / old.hits) : fact.coefficient;
    const { kind, hits, actor, label, variant } = old;
    const total = fact.total && old.total;
    const weapon = fact.weapon ?? old.weapon;
    return compact({
      kind,
      hits,
      coefficient: perHit,
      total,
      weapon,
      label,
      actor,
      variant,
      replaces: index,
    });
  }
  if (isAmount(fact) && isAmount(old)) {
    if (equal && (fact.coefficient === undefined || fact.coefficient === old.coefficient)) return index;
    return compact({ ...fact, label: old.label ?? fact.label, actor: old.actor, replaces: index });
  }
  return equal
    ? index
    : compact({ ...fact, label: fact.label ?? old.label, actor: old.actor, replaces: index });
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
