import { z } from "zod";
import { BOONS, type Boon } from "#lib/engine/attribute-ids.ts";
import { figure, wholeNumber } from "./loadout-fields.ts";

/** Conditions on an enemy, in the game's words. */
export const CONDITIONS = [
  "bleeding",
  "blinded",
  "burning",
  "chilled",
  "confusion",
  "crippled",
  "fear",
  "immobile",
  "poison",
  "slow",
  "taunt",
  "torment",
  "vulnerability",
  "weakness",
] as const;

export type Condition = (typeof CONDITIONS)[number];

/**
 * Most of a boon or condition. Those that stack in intensity are counted in average stacks (the game's caps), the
 * others in percent of the time. Source: wiki pages "Boon" and "Condition", read 2026-08.
 */
export const BOON_MAXIMUM: Readonly<Record<Boon, number>> = {
  aegis: 100,
  alacrity: 100,
  fury: 100,
  might: 25,
  protection: 100,
  quickness: 100,
  regeneration: 100,
  resistance: 100,
  resolution: 100,
  stability: 25,
  swiftness: 100,
  vigor: 100,
};

export const CONDITION_MAXIMUM: Readonly<Record<Condition, number>> = {
  bleeding: 1500,
  blinded: 100,
  burning: 1500,
  chilled: 100,
  confusion: 1500,
  crippled: 100,
  fear: 100,
  immobile: 100,
  poison: 1500,
  slow: 100,
  taunt: 100,
  torment: 1500,
  vulnerability: 25,
  weakness: 100,
};

/** Armor of the enemy that published damage figures refer to (official golem, `REFERENCE_ARMOR` of the engine). */
export const DEFAULT_ENEMY_ARMOR = 2597;
/** The rest of a party of five. */
export const DEFAULT_ALLIES = 4;
/** Largest amount of an effect; damage per second of summoned creatures is the largest in use. */
export const MAX_AMOUNT = 1_000_000;
export const MAX_EFFECTS = 48;

/** Id of an entry of data/mechanics, such as `trait:guardian:symbolic-avenger`. */
const EFFECT_ID = /^[A-Za-z][A-Za-z0-9]*:[A-Za-z0-9:-]+$/;
const MAX_EFFECT_ID = 80;

const effectIdError =
  "Name an effect by its id, such as trait:guardian:symbolic-avenger: letters, digits, colons and hyphens.";
const effectId = z
  .string({ error: effectIdError })
  .max(MAX_EFFECT_ID, { error: effectIdError })
  .regex(EFFECT_ID, { error: effectIdError })
  .refine((id) => !id.startsWith("boon:"), {
    error: "Boons belong in assumptions.boons, not among the effects.",
  });

/**
 * What a calculation takes for granted of a fight, besides what is worn and slotted. What is left out holds at the
 * calculation's own default; 0 says "none".
 */
export const assumptionsSchema = z.strictObject({
  /**
   * Boons on the character: average stacks of might and stability (0 to 25), uptime of the others in percent. A boon
   * that is not named is at the default: what the template assumes, without a template none.
   */
  boons: z
    .partialRecord(
      z.enum(BOONS, { error: `Name a boon: ${BOONS.join(", ")}.` }),
      figure(100, "average stacks or uptime in percent"),
    )
    .superRefine((boons, context) => refuseAbove(boons, BOON_MAXIMUM, context))
    .default({}),
  /** Conditions on the enemy: average stacks of damaging conditions and vulnerability, percent of the time of others. */
  targetConditions: z
    .partialRecord(
      z.enum(CONDITIONS, { error: `Name a condition: ${CONDITIONS.join(", ")}.` }),
      figure(1500, "average stacks or uptime in percent"),
    )
    .superRefine((conditions, context) => refuseAbove(conditions, CONDITION_MAXIMUM, context))
    .default({}),
  /**
   * Amounts of effects by entry id, in the unit of the entry (percent, stacks, triggers per second or per 10 seconds,
   * damage per second). 0 switches an entry off; an entry without an amount is switched on by 1.
   */
  effects: z
    .record(effectId, figure(MAX_AMOUNT, "the amount of the effect"))
    .refine((effects) => Object.keys(effects).length <= MAX_EFFECTS, {
      error: `Set the amounts of at most ${MAX_EFFECTS} effects.`,
    })
    .default({}),
  enemyArmor: wholeNumber(1, 100_000, "the armor of the enemy").default(DEFAULT_ENEMY_ARMOR),
  /** Part of the time in which the enemy moves (torment), 0 to 1. */
  movingFraction: figure(1, "the part of the time in which the enemy moves").default(0),
  /** Skills that the enemy uses per second (confusion). */
  attacksPerSecond: figure(10, "how many skills the enemy uses per second").default(0),
  /** Other players within reach of boons and heals. */
  allies: wholeNumber(0, 49, "the number of allies in reach").default(DEFAULT_ALLIES),
});

export type Assumptions = z.infer<typeof assumptionsSchema>;

function refuseAbove<Name extends string>(
  amounts: Partial<Record<Name, number>>,
  maximum: Readonly<Record<Name, number>>,
  context: z.core.$RefinementCtx,
): void {
  for (const [name, limit] of Object.entries(maximum) as [Name, number][]) {
    if ((amounts[name] ?? 0) > limit) {
      const message = `At most ${limit} of ${name}.`;
      context.addIssue({ code: "custom", path: [name], message });
    }
  }
}
