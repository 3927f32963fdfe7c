import type { GameMode } from "#lib/shared/game.ts";
import type { TraitId } from "#lib/shared/ids.ts";
import type { Fact, ModeFacts, TraitedFact } from "./schema.ts";

/** What has facts: a skill, a trait, a trait's skill. */
export interface FactBearer {
  readonly facts: readonly Fact[];
  readonly traitedFacts?: readonly TraitedFact[] | undefined;
  readonly modes?: { readonly wvw?: ModeFacts | undefined; readonly pvp?: ModeFacts | undefined } | undefined;
  readonly modesKnown?: true | undefined;
}

/**
 * How sure the list is for its mode. `stated`: a source states it. `adjusted`: PvE's list with all known
 * differences. `shared`: PvE's list, no difference is known.
 */
export type FactsBasis = "stated" | "adjusted" | "shared";

export type ResolvedFact = Fact & {
  /** Taken over from PvE although the source of this mode does not speak of it. */
  readonly assumed?: true;
  /** The chosen trait that changed or added it. */
  readonly fromTrait?: TraitId;
};

export interface ResolvedFacts {
  readonly basis: FactsBasis;
  readonly facts: readonly ResolvedFact[];
  /** Facts that exist in another mode and whose figures in this one are not known. Never to be counted. */
  readonly unknown: readonly Fact[];
}

const NO_TRAITS: ReadonlySet<TraitId> = new Set();

/**
 * The facts of a skill or trait in one game mode, with the changes of the chosen traits. A figure that is known
 * for another mode only is never among `facts`. Pure; cost is linear in the number of facts.
 */
export function resolveFacts(
  bearer: FactBearer,
  mode: GameMode,
  traits: ReadonlySet<TraitId> = NO_TRAITS,
): ResolvedFacts {
  const own = mode === "pve" ? undefined : bearer.modes?.[mode];
  const entries = own ? ownList(bearer.facts, own, mode) : sharedList(bearer.facts, mode);
  const represented = new Set(entries.map((entry) => entry.baseIndex));
  const unknown = bearer.facts.filter(
    (fact, index) =>
      !fact.repeated && !represented.has(index) && (own?.basis === "adjusted" || !holdsIn(fact, mode)),
  );
  const basis = own?.basis ?? (mode === "pve" || bearer.modesKnown ? "stated" : "shared");
  const changed = withTraits(entries, bearer.traitedFacts ?? [], traits, mode);
  return { basis, facts: changed, unknown: own?.basis === "stated" ? [] : unknown };
}

/** Recharge in seconds in a mode, or undefined where there is none or none is known. */
export function rechargeOf(
  bearer: FactBearer,
  mode: GameMode,
  traits: ReadonlySet<TraitId> = NO_TRAITS,
): number | undefined {
  const fact = resolveFacts(bearer, mode, traits).facts.find((one) => one.kind === "recharge");
  return fact?.kind === "recharge" ? fact.seconds : undefined;
}

interface Entry {
  readonly fact: ResolvedFact;
  /** The PvE fact that it is or stands for. */
  readonly baseIndex: number | undefined;
  /** It is the PvE fact itself, so a trait's change of that fact holds for it, too. */
  readonly isBase: boolean;
}

function sharedList(base: readonly Fact[], mode: GameMode): Entry[] {
  return base.flatMap((fact, baseIndex) => (holdsIn(fact, mode) ? [{ fact, baseIndex, isBase: true }] : []));
}

function ownList(base: readonly Fact[], own: ModeFacts, mode: GameMode): Entry[] {
  const assumed = new Set(own.assumed);
  return own.facts.flatMap((entry): Entry[] => {
    if (typeof entry !== "number") {
      return holdsIn(entry, mode) ? [{ fact: entry, baseIndex: entry.replaces, isBase: false }] : [];
    }
    const fact = base[entry];
    if (fact === undefined || !holdsIn(fact, mode)) return [];
    return [{ fact: assumed.has(entry) ? { ...fact, assumed: true } : fact, baseIndex: entry, isBase: true }];
  });
}

function holdsIn(fact: Fact, mode: GameMode): boolean {
  return !fact.repeated && (fact.modes === undefined || fact.modes.includes(mode));
}

/**
 * Traited facts are PvE's. They change a fact only where it is PvE's too; where this mode has a figure of its own
 * that figure stays, because what the trait makes of it is not known.
 */
function withTraits(
  entries: readonly Entry[],
  traited: readonly TraitedFact[],
  traits: ReadonlySet<TraitId>,
  mode: GameMode,
): ResolvedFact[] {
  const list = [...entries];
  for (const { trait, overrides, ...fact } of traited) {
    if (!traits.has(trait) || !holdsIn(fact, mode)) continue;
    const resolved: ResolvedFact = {
      ...fact,
      fromTrait: trait,
      ...(mode === "pve" ? {} : { assumed: true }),
    };
    if (overrides === undefined) {
      list.push({ fact: resolved, baseIndex: undefined, isBase: false });
      continue;
    }
    const at = list.findIndex((entry) => entry.baseIndex === overrides);
    const target = list[at];
    if (target?.isBase) list[at] = { ...target, fact: resolved };
  }
  return list.map((entry) => entry.fact);
}
