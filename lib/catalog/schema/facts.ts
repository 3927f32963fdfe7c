import { z } from "zod";
import { attributeName, gameMode, label, traitId } from "./primitives.ts";

/**
 * A fact is one line of a skill's or trait's tooltip as data. Every fact may carry these marks; a mark that is
 * absent means nothing special is known.
 */
const marks = {
  /** Short label where the kind alone does not tell facts apart ("Pulse Heal", "Maximum Damage"). */
  label: label.optional(),
  /** Who does it, when not the player. */
  actor: z.enum(["summon", "phantasm"]).optional(),
  /** The only modes for which the source states it. Absent: see `resolveFacts`. */
  modes: z.array(gameMode).nonempty().optional(),
  /** `modes` follows from comparing sources; none states it. */
  inferred: z.literal(true).optional(),
  /** The API has the line again with equal figures, other sources once: not to be counted a second time. */
  repeated: z.literal(true).optional(),
  /**
   * One of several lines of the API that differ in their figures only: a second effect, a level, or another mode's
   * figure. Show it; count only the line without this mark.
   */
  alternative: z.literal(true).optional(),
  /** In the list of May 2023 but in none of the newer sources. */
  unconfirmed: z.literal(true).optional(),
  /** Code of the source, when it differs from that of the whole list (`factsSource`). */
  source: z.string().optional(),
  /** The named variant of the skill in which it holds. */
  variant: label.optional(),
  /** How often one use applies it; 1 when absent. */
  applications: z.int().positive().optional(),
  /** In lists of a game mode: index of the PvE fact that this one stands for. */
  replaces: z.int().nonnegative().optional(),
};

const seconds = z.number().nonnegative();
const stacks = z.int().nonnegative();

export const COMBO_FIELDS = [
  "Dark",
  "Ethereal",
  "Fire",
  "Ice",
  "Light",
  "Lightning",
  "Poison",
  "Smoke",
  "Water",
] as const;
export const COMBO_FINISHERS = ["Blast", "Leap", "Projectile", "Whirl"] as const;
export const CONTROLS = [
  "daze",
  "stun",
  "knockdown",
  "knockback",
  "launch",
  "pull",
  "float",
  "sink",
] as const;

/** Classes of weapon strength that the wiki names for strikes. */
export const STRIKE_WEAPONS = [
  "axe",
  "conjure",
  "dagger",
  "focus",
  "greatsword",
  "hammer",
  "harpoon gun",
  "kit",
  "longbow",
  "mace",
  "phantasm high",
  "phantasm low",
  "phantasm medium",
  "pistol",
  "rifle",
  "scepter",
  "shield",
  "shortbow",
  "spear",
  "staff",
  "sword",
  "torch",
  "trident",
  "unequipped",
  "warhorn",
] as const;

/** Figures of each kind of fact, without the marks. Durations are in seconds, distances in game units. */
const figures = {
  /** Strike: `hits` × `coefficient` is the whole skill. `total`: only the product is known, then hits is 1. */
  damage: {
    hits: z.int().positive(),
    coefficient: z.number().nonnegative(),
    total: z.literal(true).optional(),
    weapon: z.enum(STRIKE_WEAPONS).optional(),
  },
  /** A boon, condition or other effect, by its English name. Without a duration it lasts or none is stated. */
  buff: { status: label, stacks, seconds: seconds.optional() },
  /** A buff that holds only while `prefix` (an attunement, a stance) is on; absent: the source shows an icon only. */
  prefixedBuff: { prefix: label.optional(), status: label, stacks, seconds: seconds.optional() },
  recharge: { seconds },
  range: { distance: z.number().nonnegative() },
  /** Radius, travelled distance and the like; the label says which. */
  distance: { distance: z.number() },
  number: { value: z.number() },
  percent: { percent: z.number() },
  time: { seconds: z.number() },
  /** Healing of one application: `amount` + `coefficient` × healing power. */
  heal: { amount: z.number(), coefficient: z.number().optional() },
  barrier: { amount: z.number(), coefficient: z.number().optional() },
  /** Life siphon damage of one hit: `amount` + `coefficient` × power. */
  siphon: { amount: z.number(), coefficient: z.number().optional() },
  /** Healing that the source counts in hits only. */
  healingHits: { hits: z.int().positive() },
  /** Points of an attribute. */
  attribute: { attribute: attributeName, value: z.number() },
  /** `percent` of the points of `from` are added to `to`. */
  conversion: { from: attributeName, to: attributeName, percent: z.number() },
  comboField: { field: z.enum(COMBO_FIELDS) },
  /** `percent` is the chance, where stated. */
  comboFinisher: { finisher: z.enum(COMBO_FINISHERS), percent: z.number().optional() },
  /** Crowd control; a time or a distance where stated. */
  control: {
    control: z.enum(CONTROLS),
    seconds: seconds.optional(),
    distance: z.number().nonnegative().optional(),
  },
  stunBreak: {},
  unblockable: {},
  /** A property without a figure: "Blocks Missiles", "Pierces", "Explosion". */
  flag: {},
};

export const FACT_KINDS = Object.keys(figures) as readonly FactKind[];
export type FactKind = keyof typeof figures;

function fact<Kind extends FactKind>(kind: Kind) {
  return z.strictObject({ kind: z.literal(kind), ...figures[kind], ...marks });
}

function traited<Kind extends FactKind>(kind: Kind) {
  return z.strictObject({ kind: z.literal(kind), ...figures[kind], ...marks, ...traitMarks });
}

const traitMarks = {
  /** The trait that has to be chosen. */
  trait: traitId,
  /** Index of the fact that it then replaces; absent: it is added. */
  overrides: z.int().nonnegative().optional(),
};

export const factSchema = z.discriminatedUnion("kind", [
  fact("damage"),
  fact("buff"),
  fact("prefixedBuff"),
  fact("recharge"),
  fact("range"),
  fact("distance"),
  fact("number"),
  fact("percent"),
  fact("time"),
  fact("heal"),
  fact("barrier"),
  fact("siphon"),
  fact("healingHits"),
  fact("attribute"),
  fact("conversion"),
  fact("comboField"),
  fact("comboFinisher"),
  fact("control"),
  fact("stunBreak"),
  fact("unblockable"),
  fact("flag"),
]);

/** A fact that holds only with a trait. */
export const traitedFactSchema = z.discriminatedUnion("kind", [
  traited("damage"),
  traited("buff"),
  traited("prefixedBuff"),
  traited("recharge"),
  traited("range"),
  traited("distance"),
  traited("number"),
  traited("percent"),
  traited("time"),
  traited("heal"),
  traited("barrier"),
  traited("siphon"),
  traited("healingHits"),
  traited("attribute"),
  traited("conversion"),
  traited("comboField"),
  traited("comboFinisher"),
  traited("control"),
  traited("stunBreak"),
  traited("unblockable"),
  traited("flag"),
]);

/**
 * The facts of one game mode. An entry that is a number means "the PvE fact at that index, unchanged".
 * `stated`: a source states the list for this mode. `adjusted`: the PvE list with all known differences.
 */
export const modeFactsSchema = z.strictObject({
  basis: z.enum(["stated", "adjusted"]),
  facts: z.array(z.union([z.int().nonnegative(), factSchema])),
  /** Indexes of PvE facts in `facts` of a kind on which the source of this mode is silent (recharge, control). */
  assumed: z.array(z.int().nonnegative()).nonempty().optional(),
  /** Codes of the sources. */
  sources: z.array(z.string()),
});

/** Facts of a skill or trait in all modes; `resolveFacts` reads them. */
export const factsOfAllModes = {
  /** The PvE list. */
  facts: z.array(factSchema),
  traitedFacts: z.array(traitedFactSchema).nonempty().optional(),
  modes: z.strictObject({ wvw: modeFactsSchema.optional(), pvp: modeFactsSchema.optional() }).optional(),
};

export type Fact = z.infer<typeof factSchema>;
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;
export type TraitedFact = z.infer<typeof traitedFactSchema>;
export type ModeFacts = z.infer<typeof modeFactsSchema>;
export type ComboField = (typeof COMBO_FIELDS)[number];
export type ComboFinisher = (typeof COMBO_FINISHERS)[number];
export type StrikeWeapon = (typeof STRIKE_WEAPONS)[number];
export type Control = (typeof CONTROLS)[number];
