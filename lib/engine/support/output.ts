import type { GameMode } from "#lib/shared/game.ts";
import type { HardControl } from "./facts.ts";
import type { Counted, SupportAssumptions, SupportSourceKind } from "./input.ts";
import type { Condition, StatusKind } from "./statuses.ts";

/**
 * The support of one build. Plain data. Every total unfolds into its entries: before its cap, `baseline` is the sum of
 * the entries counted as baseline, `potential` that of the entries counted as baseline or potential, in their order.
 */
export interface SupportOutput {
  readonly mode: GameMode;
  readonly assumptions: SupportAssumptions;
  /** The assumptions behind all figures, in words. */
  readonly statements: readonly string[];
  readonly boons: readonly EffectTotal[];
  readonly auras: readonly EffectTotal[];
  /** Superspeed and stealth. */
  readonly fixedEffects: readonly EffectTotal[];
  readonly conditions: readonly ConditionTotal[];
  /** Health per second. */
  readonly healing: AmountTotal;
  /** Barrier per second. */
  readonly barrier: AmountTotal;
  /** Conditions removed, transferred or converted, per second. */
  readonly cleanse: RemovalTotal;
  /** Boons removed, stolen or corrupted of one foe that every use hits, per second. */
  readonly boonRemoval: BoonRemovalTotal;
  /** Defiance-bar damage per second. */
  readonly control: ControlTotal;
  readonly stunBreaks: readonly CapabilityEntry[];
  readonly projectileDefence: readonly ProjectileDefenceEntry[];
  readonly revive: readonly ReviveEntry[];
  readonly comboFields: readonly ComboFieldEntry[];
  readonly comboFinishers: readonly ComboFinisherEntry[];
  /** Effects of other names (stances, signets, mechanics), whose meaning no fact states. */
  readonly otherEffects: readonly OtherEffectEntry[];
  readonly notKnown: readonly NotKnown[];
}

/** Where an entry comes from. */
export interface SourceRef {
  readonly key: string;
  readonly kind: SupportSourceKind;
  readonly id: number;
  readonly name: string;
  /** Name of its bar. */
  readonly bar: string;
  /** Trait that added or changed the line, if one did. */
  readonly fromTrait: number | null;
}

/** `unconfirmed`: from 2023, not confirmed since. `assumed`: of PvE, this mode's source does not speak of it. */
export type EntryMark = "unconfirmed" | "assumed" | "summon" | "phantasm";

/** One line of one skill or trait, with what is assumed for it. */
export interface CapabilityEntry {
  readonly source: SourceRef;
  readonly counted: Counted;
  /** What its frequency rests on, in words. */
  readonly assumption: string;
  /** Stated recharge before alacrity, in seconds. */
  readonly rechargeSeconds: number | null;
  /** Assumed uses per second, the share of the time of its bar included. */
  readonly usesPerSecond: number | null;
  readonly marks: readonly EntryMark[];
  /** When it holds or why it counts for less, where the line says so. */
  readonly note: string | null;
}

/** Whom something reaches; counts include you. `inferred`: from what the skill does besides, no fact states it. */
export type Targets =
  | { readonly kind: "self"; readonly basis: "stated" | "inferred" }
  | { readonly kind: "allies"; readonly count: number; readonly basis: "stated" | "inferred" }
  | { readonly kind: "unknown"; readonly mostAllies: number };

/** Of you, and of an average other player in range. */
export interface Shares {
  readonly self: number;
  readonly party: number;
}

export interface Totals {
  readonly baseline: Shares;
  readonly potential: Shares;
}

export interface SharedEntry extends CapabilityEntry {
  readonly targets: Targets;
  /** What it adds to the totals: average stacks, share of the time, or amount per second. */
  readonly self: number;
  readonly party: number;
  /** `party` if a line with unknown targets reaches allies as well. Counts in `potential`. */
  readonly partyIfShared: number;
}

export interface EffectEntry extends SharedEntry {
  /** Stacks of one application; of a status that is on or off: applications in a row. */
  readonly stacks: number;
  /** Applications of one use. */
  readonly applications: number;
  readonly baseSeconds: number;
  /** Of one application, with boon duration and the longest remaining time. */
  readonly seconds: number;
}

export interface EffectTotal {
  readonly name: string;
  readonly kind: Exclude<StatusKind, "condition">;
  readonly stacking: "duration" | "intensity";
  readonly cap: number;
  /** Uptime 0 to 1; for might and stability average stacks 0 to 25. */
  readonly uptime: Totals;
  /** The same before the cap. */
  readonly sum: Totals;
  readonly entries: readonly EffectEntry[];
}

export interface ConditionEntry extends CapabilityEntry {
  readonly stacks: number;
  readonly applications: number;
  readonly baseSeconds: number;
  readonly seconds: number;
  /** Average stacks or share of the time on one target. */
  readonly average: number;
}

export interface ConditionTotal {
  readonly name: string;
  readonly condition: Condition;
  readonly stacking: "duration" | "intensity";
  readonly cap: number;
  /** On one target: uptime 0 to 1 or average stacks. */
  readonly uptime: { readonly baseline: number; readonly potential: number };
  readonly sum: { readonly baseline: number; readonly potential: number };
  readonly entries: readonly ConditionEntry[];
}

export interface AmountEntry extends SharedEntry {
  readonly label: string;
  readonly amount: number;
  /** Points for each point of healing power; null when unknown: then only `amount` counts. */
  readonly coefficient: number | null;
  readonly applications: number;
  /** Of one application on you. */
  readonly perApplication: number;
  /** Of one application on an ally. */
  readonly perApplicationToOthers: number;
}

export interface AmountTotal {
  readonly perSecond: Totals;
  readonly entries: readonly AmountEntry[];
}

export type RemovalKind = "removed" | "converted" | "transferred" | "stolen" | "corrupted";

export interface RemovalEntry extends SharedEntry {
  readonly label: string;
  readonly kind: RemovalKind;
  readonly count: number;
  readonly applications: number;
}

export interface RemovalTotal {
  readonly perSecond: Totals;
  readonly entries: readonly RemovalEntry[];
}

export interface BoonRemovalEntry extends CapabilityEntry {
  readonly label: string;
  readonly kind: RemovalKind;
  readonly count: number;
  readonly applications: number;
  readonly perSecond: number;
}

export interface BoonRemovalTotal {
  readonly perSecond: { readonly baseline: number; readonly potential: number };
  readonly entries: readonly BoonRemovalEntry[];
}

export interface ControlEntry extends CapabilityEntry {
  /** Hard control, the soft condition, or the value that the skill states for all its hard control. */
  readonly what: HardControl | Condition | "stated";
  readonly seconds: number | null;
  /** Defiance-bar damage of one use. */
  readonly defianceDamage: number;
  readonly perSecond: number;
}

export interface ControlTotal {
  readonly perSecond: { readonly baseline: number; readonly potential: number };
  readonly entries: readonly ControlEntry[];
}

export interface ProjectileDefenceEntry extends CapabilityEntry {
  readonly what: "blocks" | "reflects" | "destroys" | "absorbs";
  readonly seconds: number | null;
}

export interface ReviveEntry extends CapabilityEntry {
  readonly label: string;
  readonly value: number;
  readonly unit: "targets" | "percent";
}

export interface ComboFieldEntry extends CapabilityEntry {
  readonly field: string;
  readonly seconds: number | null;
}

export interface ComboFinisherEntry extends CapabilityEntry {
  readonly finisher: string;
  /** Chance of each hit, 0 to 1; null when not stated. */
  readonly chance: number | null;
}

export interface OtherEffectEntry extends CapabilityEntry {
  readonly name: string;
  readonly stacks: number;
  readonly seconds: number | null;
}

export const NOT_KNOWN_CODES = [
  "otherMode",
  "noFacts",
  "recharge",
  "frequency",
  "condition",
  "pulses",
  "targets",
  "coefficient",
  "duration",
  "alternative",
  "source",
] as const;

export type NotKnownCode = (typeof NOT_KNOWN_CODES)[number];

/** Something that the facts do not tell and that therefore is missing from the totals or estimated. */
export interface NotKnown {
  readonly code: NotKnownCode;
  readonly source: SourceRef | null;
  readonly text: string;
}
