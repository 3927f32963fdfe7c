import type { GameMode } from "#lib/shared/game.ts";
import type { Rarity } from "../mechanics.ts";
import type { RotationFact } from "./facts.ts";
import type { StrengthClass } from "./weapon-strength.ts";

/** What the damage of a loadout's own skills is estimated from. Plain data; the caller picks the facts of the mode. */
export interface RotationInput {
  readonly mode: GameMode;
  /** Whether the loadout holds a weapon on land; without one nothing is estimated. */
  readonly hasWeapons: boolean;
  readonly bars: readonly RotationBar[];
  /** Bars of which one is at hand at a time. A bar in no group is always at hand. */
  readonly groups: readonly BarGroup[];
  readonly skills: readonly RotationSkill[];
  readonly resource: RotationResource | null;
  /** What the caller left out, and why. */
  readonly gaps: readonly RotationGap[];
}

export interface RotationBar {
  readonly id: string;
  readonly name: string;
}

/** Weapon sets, attunements or legends. Swapping takes no time. */
export interface BarGroup {
  readonly id: string;
  readonly choices: readonly BarChoice[];
  /** Shortest time between two swaps. */
  readonly swapSeconds: number;
  /** Shortest time until a choice just left can be taken again. */
  readonly returnSeconds: number;
  /** Whether alacrity shortens both. */
  readonly withAlacrity: boolean;
  /** A swap sets the resource to this. */
  readonly resourceOnSwap?: number | undefined;
}

export interface BarChoice {
  readonly name: string;
  /** Ids of the bars at hand with it. */
  readonly bars: readonly string[];
}

/** Initiative or energy; at the start the pool holds `start`. */
export interface RotationResource {
  readonly name: string;
  readonly start: number;
  readonly maximum: number;
  readonly perSecond: number;
}

/** A skill with its facts in the mode, those that no mode or variant rules out. */
export interface RotationSkill {
  /** Unique within the input. */
  readonly key: string;
  /** Skills of one id share their recharge. */
  readonly id: number;
  readonly name: string;
  readonly bar: string;
  readonly use: RotationUse;
  /** Weapon strength of strikes whose fact names none. */
  readonly strength: StrengthClass;
  /** Rarity of the weapon held; `ascended` where no weapon counts. */
  readonly rarity: Rarity;
  /** A phantasm strikes, not the character. */
  readonly phantasm: boolean;
  readonly cast: CastFacts;
  /** Has charges: without their recharge how often it can be used is unknown. */
  readonly ammunition: boolean;
  /** Initiative or energy of one use. */
  readonly cost: number;
  readonly facts: readonly RotationFact[];
}

export interface CastFacts {
  /** Measured, with aftercast; null where nobody measured it. */
  readonly measuredSeconds: number | null;
  /** Of the tooltip, without aftercast; null where none is known. */
  readonly tooltipSeconds: number | null;
}

export type RotationUse =
  /** Whenever it is ready. */
  | { readonly kind: "recharge" }
  /** Part of the auto attack chain of its bar, at this place (0 is the first). */
  | { readonly kind: "auto"; readonly place: number }
  /** Once after each use of the skill with this key. */
  | { readonly kind: "after"; readonly key: string };

export interface RotationGap {
  readonly name: string;
  readonly text: string;
}
