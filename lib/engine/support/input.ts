import type { GameMode } from "#lib/shared/game.ts";
import type { Boon } from "../attribute-ids.ts";
import type { SupportFact } from "./facts.ts";
import type { Condition } from "./statuses.ts";

/** What the support output of one build is computed from. Plain data; the caller picks the facts of the mode. */
export interface SupportInput {
  readonly mode: GameMode;
  readonly attributes: SupportAttributes;
  readonly assumptions: SupportAssumptions;
  readonly bars: readonly SupportBar[];
  readonly sources: readonly SupportSource[];
  /** Energy per second to pay costs from (revenant); null where costs are no limit. */
  readonly energyPerSecond: number | null;
  /** What the caller could not turn into sources (an unknown id, a mechanic that the catalogue does not name). */
  readonly gaps: readonly SupportGap[];
}

/** Durations and healing bonuses are fractions (25 % = 0.25), healing power is in points. */
export interface SupportAttributes {
  /** From concentration and general effects; the total with `boonDurationOf` counts up to 1. */
  readonly boonDuration: number;
  /** Bonus for one boon on top of the general one. */
  readonly boonDurationOf: Partial<Readonly<Record<Boon, number>>>;
  readonly conditionDuration: number;
  readonly conditionDurationOf: Partial<Readonly<Record<Condition, number>>>;
  readonly healingPower: number;
  /** Bonus on healing to others. */
  readonly outgoingHealing: number;
}

export interface SupportAssumptions {
  /** Share of the time with alacrity, 0 to 1. Alacrity shortens recharges of skills to 1 / 1.25, not those of traits. */
  readonly alacrityShare: number;
  /** Share of the time with quickness, 0 to 1; shortens casts to 1 / 1.5. */
  readonly quicknessShare: number;
  /** Players in range, you included; 1 to 50. A party or subgroup has 5. */
  readonly groupSize: number;
}

export const DEFAULT_ASSUMPTIONS: SupportAssumptions = { alacrityShare: 0, quicknessShare: 0, groupSize: 5 };

/** Skills that are at hand together: slot skills, one weapon set, one attunement, a kit. */
export interface SupportBar {
  readonly id: string;
  readonly name: string;
  /** Share of the time in which its skills can be used, 0 to 1; null: not assumed to be used, its skills are only listed. */
  readonly timeShare: number | null;
}

export type SupportSourceKind = "skill" | "trait" | "traitSkill" | "relic";

/** A skill, a trait, a trait's skill or a relic with its facts in the mode. */
export interface SupportSource {
  /** Unique within the input. */
  readonly key: string;
  readonly kind: SupportSourceKind;
  readonly id: number;
  readonly name: string;
  /** Id of its bar. */
  readonly bar: string;
  readonly use: SupportUse;
  /** Cast time without quickness; null when unknown. */
  readonly castSeconds: number | null;
  /** Number of allies it reaches, you included, where a source other than the facts states it. */
  readonly alliedTargets: number | "self" | null;
  /** It is a skill of the healing slot, which heals its user first. */
  readonly healSkill: boolean;
  /** It has charges: without a recharge of charges in this mode, how often it can be used is unknown. */
  readonly ammunition: boolean;
  /** Energy: of each use, and per second while held. Null: none. */
  readonly cost: { readonly perUse: number; readonly perSecond: number } | null;
  /** False when the catalogue has no facts of it in any mode. */
  readonly factsKnown: boolean;
  readonly facts: readonly SupportFact[];
  /** Lines whose figures are known for another mode only. Never counted. */
  readonly unknownFacts: readonly SupportFact[];
}

/** How often a source is taken to act. */
export type SupportUse =
  /** Whenever it is ready. */
  | { readonly kind: "recharge" }
  /** Held all the time while its bar is at hand; acts at each interval it states. */
  | { readonly kind: "upkeep" }
  /** Acts once with each use of any of the named sources, at most once per own recharge. */
  | {
      readonly kind: "after";
      readonly keys: readonly string[];
      readonly counted: Counted;
      readonly when: string;
    }
  /** Auto attack chain, repeated without pause; `chainSeconds` is null when a cast time is unknown. */
  | { readonly kind: "chain"; readonly chainSeconds: number | null }
  /** Happens on an event whose frequency no fact states; at most once per stated recharge. */
  | { readonly kind: "trigger" }
  /** Only listed; `why` says why no frequency is assumed. */
  | { readonly kind: "listed"; readonly why: string };

/**
 * `baseline`: happens by the stated assumptions. `potential`: happens if a trigger, a follow-up or each pulse is used to
 * the full. `listed`: no frequency is known or assumed; it counts for nothing.
 */
export type Counted = "baseline" | "potential" | "listed";

export interface SupportGap {
  readonly name: string;
  readonly text: string;
}
