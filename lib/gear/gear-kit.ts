import type { AppliedSource } from "#lib/engine/applied-effects.ts";
import type { AttributeId, GearAttribute } from "#lib/engine/attribute-ids.ts";
import type { Target } from "#lib/engine/condition-ticks.ts";
import type { CalculatedMode, ExtraSlot, GearTables, Rarity } from "#lib/engine/mechanics.ts";
import type { Profession } from "#lib/shared/game.ts";
import type { SearchSlot, WeaponHands } from "./gear-slots.ts";

/**
 * Everything a gear search needs of one character in one mode, as plain data: made on the server, sent once, and from
 * then on every change of settings is worked out where the search runs, without asking the server again.
 */
export interface GearKit {
  readonly profession: Profession;
  readonly mode: CalculatedMode;
  /** What is optimised: a template's or a build's name. */
  readonly name: string;
  readonly hands: WeaponHands;
  readonly baseHealth: number;
  readonly defense: number;
  /** Damage per second of the measured rotation before attributes; empty if there is none. */
  readonly coefficients: Partial<Readonly<Record<AttributeId, number>>>;
  /** Everything that acts whatever is chosen, in order: boons, skills, traits. */
  readonly before: readonly AppliedSource[];
  /** What acts after the extras: effects the player added by amount. */
  readonly after: readonly AppliedSource[];
  readonly extras: Readonly<Record<ExtraSlot, readonly ExtraOption[]>>;
  /** Ids of the extras that the build or template names, to be shown first. */
  readonly suggested: Readonly<Record<ExtraSlot, readonly string[]>>;
  readonly points: Pick<GearTables, "points" | "combinations" | "infusionSlots">;
  readonly target: Target;
  /** What the character wears now; null for a template, which wears nothing. */
  readonly current: CurrentGear | null;
}

/** A rune, sigil, relic, food or utility item that may be worn, with what it does in this build. */
export interface ExtraOption {
  /** Id of the mechanics entry, such as `rune:scholar`. */
  readonly id: string;
  readonly name: string;
  /** Item of the official API; absent where an entry stands for several items. */
  readonly itemId?: number | undefined;
  /** What it does, first its own effects, then those it also applies. */
  readonly sources: readonly AppliedSource[];
  /** Nobody knows how often it triggers and nothing says so: it counts nothing. */
  readonly amountUnknown?: boolean | undefined;
}

export interface WornStat {
  readonly stat: string;
  readonly rarity: Rarity;
}

export interface CurrentGear {
  readonly slots: Partial<Readonly<Record<SearchSlot, WornStat>>>;
  /** Points of all stat infusions worn. */
  readonly infusionPoints: Partial<Readonly<Record<GearAttribute, number>>>;
  /** Ids of the entries worn; null where nothing, or nothing with figures, is worn. */
  readonly extras: Readonly<Record<ExtraSlot, string | null>>;
}

/** One option, or none, for every kind of extra. */
export type ExtrasChoice = Readonly<Record<ExtraSlot, ExtraOption | null>>;
