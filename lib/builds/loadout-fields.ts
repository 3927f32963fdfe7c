import { z } from "zod";

/** Largest id a build link or loadout code can hold: three bytes. */
export const MAX_ID = 0xff_ff_ff;

/** An id of the official API. `what` names the thing in the message, for instance "a skill". */
export function idOf<Id extends number>(what: string, max = MAX_ID) {
  const error = `Give the id of ${what}: a whole number from 1 to ${max}.`;
  return z
    .int({ error })
    .min(1, { error })
    .max(max, { error })
    .transform((value) => value as Id);
}

/** One of a list of words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, what: string) {
  return z.enum(words, { error: `Choose ${what}: ${words.join(", ")}.` });
}

/** A number from 0 to `max` with at most three decimals, so that it survives a loadout code exactly. */
export function figure(max: number, what: string) {
  const error = `Give ${what}: a number from 0 to ${max} with at most three decimals.`;
  return (
    z
      .number({ error })
      .min(0, { error })
      .max(max, { error })
      .refine((value) => Math.round(value * 1000) / 1000 === value, { error })
      // -0 passes for 0.
      .overwrite((value) => value + 0)
  );
}

/** A whole number of a range. */
export function wholeNumber(min: number, max: number, what: string) {
  const error = `Give ${what}: a whole number from ${min} to ${max}.`;
  return z
    .int({ error })
    .min(min, { error })
    .max(max, { error })
    .overwrite((value) => value + 0);
}

type IdSchema<Id extends number> = ReturnType<typeof idOf<Id>>;

/** Two slots, null where nothing is chosen; may be left out. */
export function twoOf<Id extends number>(id: IdSchema<Id>, what: string) {
  const error = `Give two ${what}, null for none.`;
  return z.tuple([id.nullable(), id.nullable()], { error }).default([null, null]);
}

/** Three slots, null where nothing is chosen; may be left out. */
export function threeOf<Id extends number>(id: IdSchema<Id>, what: string) {
  const error = `Give three ${what}, null for none.`;
  return z.tuple([id.nullable(), id.nullable(), id.nullable()], { error }).default([null, null, null]);
}

/** Up to `max` slots; null for an empty one before a filled one, so that equal lists look equal. May be left out. */
export function slotsOf<Id extends number>(id: IdSchema<Id>, max: number, what: string) {
  const error = `Give a list of up to ${max} ${what}.`;
  return z.array(id.nullable(), { error }).max(max, { error }).transform(withoutEmptyEnd).prefault([]);
}

function withoutEmptyEnd<Value>(slots: (Value | null)[]): (Value | null)[] {
  return slots.slice(0, slots.findLastIndex((slot) => slot !== null) + 1);
}
