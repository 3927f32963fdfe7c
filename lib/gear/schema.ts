import { z } from "zod";
import { STAT_SETS } from "#lib/builds/schema.ts";
import { EXTRA_SLOTS, GEAR_SLOTS, RARITIES, TEMPLATE_SETUPS } from "#lib/engine/mechanics.ts";
import { SEARCH_SLOTS, WEAPON_HANDS } from "./gear-slots.ts";
import { INFUSION_ATTRIBUTES } from "./infusions.ts";

export * from "./gear-kit.ts";
export * from "./gear-slots.ts";
export * from "./infusions.ts";

/** Results asked for if nothing else is said, and at most. */
export const DEFAULT_RESULTS = 50;
export const MAX_RESULTS = 200;
/** Combinations of rune, sigils, relic, food and utility item that one search may try. */
export const MAX_EXTRAS_COMBINATIONS = 5000;
export const MAX_OWNED_PIECES = 200;

const statSet = z.enum(STAT_SETS, {
  error: 'Choose a stat set by its name without "\'s", such as Berserker or Viper.',
});
const rarity = z.enum(RARITIES, { error: `Choose a rarity: ${RARITIES.join(" or ")}.` });

function amount(max: number, what: string) {
  const error = `Give ${what}: a number from 0 to ${max}.`;
  return z.number({ error }).min(0, { error }).max(max, { error });
}

function count(max: number, what: string) {
  const error = `Give ${what}: a whole number from 0 to ${max}.`;
  return z.int({ error }).min(0, { error }).max(max, { error });
}

/** Limits in the player's own units: percent for durations, chance and outgoing healing, else points or values. */
export const CONSTRAINT_FIELDS = {
  minBoonDuration: { unit: "percent", max: 500, what: "the boon duration in percent" },
  minQuicknessDuration: { unit: "percent", max: 500, what: "the quickness duration in percent" },
  minCritChance: { unit: "percent", max: 500, what: "the critical chance in percent" },
  minOutgoingHealing: { unit: "percent", max: 1000, what: "the outgoing healing in percent" },
  minHealingPower: { unit: "points", max: 100_000, what: "the healing power" },
  minToughness: { unit: "points", max: 100_000, what: "the toughness" },
  maxToughness: { unit: "points", max: 100_000, what: "the toughness" },
  minHealth: { unit: "points", max: 1_000_000, what: "the health" },
  minDamage: { unit: "points", max: 10_000_000, what: "the damage per second" },
  minSurvivability: { unit: "points", max: 10_000_000, what: "the survivability" },
  minHealing: { unit: "points", max: 10_000_000, what: "the healing" },
} as const;

export type ConstraintField = keyof typeof CONSTRAINT_FIELDS;
export const CONSTRAINT_FIELD_NAMES = Object.keys(CONSTRAINT_FIELDS) as ConstraintField[];

const constraints = z
  .strictObject(
    Object.fromEntries(
      CONSTRAINT_FIELD_NAMES.map((name) => {
        const { max, what } = CONSTRAINT_FIELDS[name];
        return [name, amount(max, what).optional()];
      }),
    ) as Record<ConstraintField, z.ZodOptional<ReturnType<typeof amount>>>,
  )
  .refine(
    ({ minToughness, maxToughness }) => !(minToughness && maxToughness && minToughness > maxToughness),
    {
      path: ["maxToughness"],
      error: "The most toughness allowed is below the least: raise it, or lower the least.",
    },
  );

/** What is made as large as possible. The weights of a mix multiply damage, survivability and healing as they are. */
const objective = z.discriminatedUnion(
  "goal",
  [
    z.strictObject({ goal: z.enum(["damage", "survivability", "healing"]) }),
    z.strictObject({
      goal: z.literal("mix"),
      damage: amount(1000, "the weight of damage"),
      survivability: amount(1000, "the weight of survivability"),
      healing: amount(1000, "the weight of healing"),
    }),
  ],
  { error: "Choose damage, survivability, healing or a mix." },
);

const attributeCounts = z.partialRecord(
  z.enum(INFUSION_ATTRIBUTES, { error: `Name an attribute: ${INFUSION_ATTRIBUTES.join(", ")}.` }),
  count(18, "a number of infusions"),
);

/** Stat infusions, five points each. `current`: those worn now. `choose`: the search places `total`, at most `max` of each. */
const infusions = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("current") }),
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("fixed"), counts: attributeCounts }),
    z.strictObject({
      kind: z.literal("choose"),
      total: count(18, "how many infusions are placed"),
      max: attributeCounts,
    }),
  ],
  { error: "Choose what to do about infusions: current, none, fixed or choose." },
);

/** A piece the player owns; `any` stands for a piece in every slot. */
const ownedPiece = z.strictObject({
  slot: z.enum([...GEAR_SLOTS, "any"], { error: `Name a slot: ${GEAR_SLOTS.join(", ")} or any.` }),
  stat: statSet,
  rarity: rarity.default("ascended"),
  count: z.int().min(1).max(3).default(1),
});

const entryId = z
  .string()
  .max(80)
  .regex(/^[A-Za-z]+:[A-Za-z0-9:-]+$/, { error: "Name an item by its id, such as rune:scholar." });

/** One or more items to try; an empty text is the slot left empty. */
const tried = z.array(z.union([z.literal(""), entryId])).max(60, { error: "Try at most 60 items a slot." });

/**
 * Everything a player may set about a search, whatever is optimised. What is left out holds at its default. The link
 * of a search, its form and the search itself all read this one shape.
 */
export const gearSettingsSchema = z.strictObject({
  statSets: z
    .array(statSet)
    .min(1, { error: "Choose at least one stat set." })
    .max(STAT_SETS.length, { error: "A stat set is listed twice." }),
  /** Stat sets for single slots, in place of `statSets`; one of them locks the slot. */
  slotStatSets: z
    .partialRecord(z.enum(SEARCH_SLOTS), z.array(statSet).min(1, { error: "Allow at least one stat set." }))
    .default({}),
  /** Slots that keep what is worn now. */
  keptSlots: z.array(z.enum(SEARCH_SLOTS)).default([]),
  rarity: rarity.default("ascended"),
  /** What the drawn weapons take up, where that is not as the template or build has it. */
  hands: z.enum(WEAPON_HANDS, { error: `Choose the weapons: ${WEAPON_HANDS.join(", ")}.` }).optional(),
  /** Restricts the search to these pieces; empty: everything can be had. */
  owned: z
    .array(ownedPiece)
    .max(MAX_OWNED_PIECES, { error: `List at most ${MAX_OWNED_PIECES} pieces.` })
    .default([]),
  infusions: infusions.default({ kind: "none" }),
  constraints: constraints.prefault({}),
  objective: objective.default({ goal: "damage" }),
  extras: z.partialRecord(z.enum(EXTRA_SLOTS), tried).default({}),
  /** The fight, where it is not as the template or build has it. */
  target: z
    .strictObject({
      armor: z
        .number({ error: "Give the armor of the enemy." })
        .min(1, { error: "The armor of the enemy is at least 1." })
        .max(100_000, { error: "The armor of the enemy is at most 100000." })
        .optional(),
      attacksPerSecond: amount(10, "how many skills the enemy uses per second").optional(),
      movingPercent: amount(100, "how much of the time the enemy moves, in percent").optional(),
    })
    .prefault({}),
  /** Damage per second before attributes, in place of the template's measured rotation. */
  coefficients: z
    .strictObject({
      strike: amount(1e6, "the strike coefficient"),
      strike2: amount(1e6, "the second strike coefficient"),
      bleeding: amount(1e4, "the bleeding coefficient"),
      burning: amount(1e4, "the burning coefficient"),
      confusion: amount(1e4, "the confusion coefficient"),
      poison: amount(1e4, "the poison coefficient"),
      torment: amount(1e4, "the torment coefficient"),
    })
    .partial()
    .prefault({}),
  results: z
    .int({ error: `Ask for 1 to ${MAX_RESULTS} results.` })
    .min(1, { error: `Ask for 1 to ${MAX_RESULTS} results.` })
    .max(MAX_RESULTS, { error: `Ask for 1 to ${MAX_RESULTS} results.` })
    .default(DEFAULT_RESULTS),
});

export type GearSettings = z.infer<typeof gearSettingsSchema>;
export type GearSettingsInput = z.input<typeof gearSettingsSchema>;
export type OwnedPiece = GearSettings["owned"][number];
export type GearGoal = GearSettings["objective"]["goal"];

/** Whose gear is searched: a template, a saved build, or a loadout given by its code; and the mode. */
export const gearSubjectSchema = z.object({
  template: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9:-]*$/, { error: "Name a template by its id, such as luminary-power." })
    .optional(),
  setup: z.enum(TEMPLATE_SETUPS, { error: `Choose a setup: ${TEMPLATE_SETUPS.join(", ")}.` }).optional(),
  mode: z
    .enum(["pve", "wvw"], { error: "Choose PvE or WvW; nobody publishes the figures of PvP." })
    .optional(),
  build: z.string().max(100).optional(),
  loadout: z.string().max(4000).optional(),
});

export type GearSubject = z.infer<typeof gearSubjectSchema>;

/** Why settings cannot be searched: the field at fault and what to change, both safe to show. */
export interface GearRefusal {
  readonly field: string;
  readonly message: string;
}
