import { z } from "zod";
import { BOONS, type Boon } from "#lib/engine/attribute-ids.ts";
import { GAME_MODES, type GameMode } from "#lib/shared/game.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  type Assumptions,
  assumptionsSchema,
  BOON_MAXIMUM,
  DEFAULT_ALLIES,
  DEFAULT_ENEMY_ARMOR,
} from "../loadout-assumptions.ts";
import { oneOf } from "../loadout-fields.ts";

/** Builds that stand side by side at most. */
export const MOST_COMPARED = 4;

/** A pasted text may hold a link in a sentence; a loadout code takes 600 characters. */
const LONGEST_REFERENCE = 2000;

/** Which boons everybody has: those that measured rotations assume, none, or all that a full group gives. */
export const BOON_PRESETS = ["measured", "none", "full"] as const;
export type BoonPreset = (typeof BOON_PRESETS)[number];

/**
 * Where damage comes from. `alike`: measured rotations if all builds have one, else the same estimate for all.
 * `estimate`: the same estimate for all. `own`: the best that is known of each, which cannot be compared.
 */
export const DAMAGE_BASES = ["alike", "estimate", "own"] as const;
export type DamageBasis = (typeof DAMAGE_BASES)[number];

/** What holds for every build of a comparison. Boons: average stacks of might and stability, percent of the others. */
export interface SharedAssumptions
  extends Pick<Assumptions, "enemyArmor" | "movingFraction" | "attacksPerSecond" | "allies"> {
  readonly boons: Readonly<Record<Boon, number>>;
  /** Average stacks on the enemy. */
  readonly vulnerability: number;
  /** The effect of a jade bot that templates assume. */
  readonly reinforcedArmor: boolean;
}

export interface CompareQuery {
  /** What was given for each build, in its order: slug, address, loadout code or build link. */
  readonly builds: readonly string[];
  /** How many more were given than can be compared. */
  readonly leftOut: number;
  /** Undefined: the mode of the first build. */
  readonly mode: GameMode | undefined;
  readonly damage: DamageBasis;
  readonly preset: BoonPreset;
  readonly assumptions: SharedAssumptions;
  /** What the reader typed to add a build. */
  readonly add: string | undefined;
}

/** An amount and how the page calls it; the name is that of its field in the address. */
export interface AmountField {
  readonly name: string;
  readonly label: string;
  readonly max: number;
}

const BOON_FIELDS: readonly AmountField[] = BOONS.map((boon) => ({
  name: boon,
  label: `${capitalised(boon)}, ${BOON_MAXIMUM[boon] === 100 ? "percent of the time" : "average stacks"}`,
  max: BOON_MAXIMUM[boon],
}));

const OTHER_FIELDS: readonly AmountField[] = [
  { name: "vulnerability", label: "Vulnerability on the enemy, stacks", max: 25 },
  { name: "reinforced", label: "Reinforced Armor of a jade bot", max: 1 },
  { name: "armor", label: "Armor of the enemy", max: 100_000 },
  { name: "allies", label: "Allies in reach", max: 49 },
  { name: "moving", label: "Enemy moves, percent of the time", max: 100 },
  { name: "attacks", label: "Skills that the enemy uses a second", max: 10 },
];

/** Every amount that the page lets the reader change, in its order. */
export const AMOUNT_FIELDS: readonly AmountField[] = [...BOON_FIELDS, ...OTHER_FIELDS];

const MEASURED_BOONS: Readonly<Partial<Record<Boon, number>>> = { might: 25, fury: 100, protection: 100 };

/** The assumptions of a preset. */
export function presetAssumptions(preset: BoonPreset): SharedAssumptions {
  const given = preset === "full" ? BOON_MAXIMUM : preset === "measured" ? MEASURED_BOONS : {};
  return {
    boons: Object.fromEntries(BOONS.map((boon) => [boon, given[boon] ?? 0])) as Record<Boon, number>,
    vulnerability: preset === "none" ? 0 : 25,
    reinforcedArmor: preset !== "none",
    enemyArmor: DEFAULT_ENEMY_ARMOR,
    movingFraction: 0,
    attacksPerSecond: 0,
    allies: DEFAULT_ALLIES,
  };
}

/** The assumptions as amounts by the names of their fields. */
export function amountsOf(assumptions: SharedAssumptions): Readonly<Record<string, number>> {
  return {
    ...assumptions.boons,
    vulnerability: assumptions.vulnerability,
    reinforced: Number(assumptions.reinforcedArmor),
    armor: assumptions.enemyArmor,
    allies: assumptions.allies,
    moving: Math.round(assumptions.movingFraction * 1000) / 10,
    attacks: assumptions.attacksPerSecond,
  };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const word = <const Words extends readonly [string, ...string[]]>(words: Words, what: string) =>
  z.preprocess((value) => firstOf(value) || undefined, oneOf(words, what).optional());

const choicesSchema = z.object({
  mode: word(GAME_MODES, "a mode"),
  damage: word(DAMAGE_BASES, "where damage comes from"),
  boons: word(BOON_PRESETS, "a set of boons"),
});

/** The query string of the page, or what is wrong with it. Fields that are missing or empty are at their preset. */
export function parseCompareQuery(query: Query): Result<CompareQuery, string> {
  const choices = choicesSchema.safeParse(query);
  if (!choices.success) return err(choices.error.issues.map(({ message }) => message).join(" "));
  const preset = choices.data.boons ?? "measured";
  const assumptions = parseAmounts(query, amountsOf(presetAssumptions(preset)));
  if (!assumptions.ok) return assumptions;
  const given = referencesOf(query.b);
  if (given.some((text) => text.length > LONGEST_REFERENCE)) {
    return err(`Shorten what you gave as a build to ${LONGEST_REFERENCE} characters.`);
  }
  return ok({
    builds: given.slice(0, MOST_COMPARED),
    leftOut: Math.max(0, given.length - MOST_COMPARED),
    mode: choices.data.mode,
    damage: choices.data.damage ?? "alike",
    preset,
    assumptions: assumptions.value,
    add: firstOf(query.add)?.trim().slice(0, LONGEST_REFERENCE) || undefined,
  });
}

/** The address of a comparison with some of it changed; what is as by default is left out. */
export function compareHref(query: CompareQuery, changes: Partial<CompareQuery> = {}): string {
  const { builds, mode, damage, preset, assumptions } = { ...query, ...changes };
  const amounts = amountsOf(changes.preset ? presetAssumptions(changes.preset) : assumptions);
  const usual = amountsOf(presetAssumptions(preset));
  const search = new URLSearchParams([
    ...builds.map((build) => ["b", build]),
    ...(mode ? [["mode", mode]] : []),
    ...(damage === "alike" ? [] : [["damage", damage]]),
    ...(preset === "measured" ? [] : [["boons", preset]]),
    ...Object.entries(amounts).flatMap(([name, amount]) =>
      amount === usual[name] ? [] : [[name, String(amount)]],
    ),
  ]);
  return search.size === 0 ? "/compare" : `/compare?${search}`;
}

/** Each once, without empty ones: a form sends its empty field too. */
export function referencesOf(value: string | string[] | undefined): string[] {
  const all = [value ?? []].flat().map((text) => text.trim());
  return [...new Set(all)].filter(Boolean);
}

function parseAmounts(
  query: Query,
  usual: Readonly<Record<string, number>>,
): Result<SharedAssumptions, string> {
  const typed = AMOUNT_FIELDS.flatMap(({ name }) => {
    const text = firstOf(query[name])?.trim();
    return text ? [[name, Number(text.replace(",", "."))] as const] : [];
  });
  const amounts = { ...usual, ...Object.fromEntries(typed) };
  const wrong = AMOUNT_FIELDS.find(({ name, max }) => !isAmount(amounts[name], max));
  if (wrong) return err(`${wrong.label}: give a number from 0 to ${wrong.max}.`);
  const at = (name: string) => amounts[name] ?? 0;
  const parsed = assumptionsSchema.safeParse({
    boons: Object.fromEntries(BOONS.map((boon) => [boon, at(boon)])),
    enemyArmor: at("armor"),
    allies: at("allies"),
    movingFraction: Math.round(at("moving") * 10) / 1000,
    attacksPerSecond: at("attacks"),
  });
  if (!parsed.success) return err(parsed.error.issues.map(({ message }) => message).join(" "));
  const { enemyArmor, movingFraction, attacksPerSecond, allies } = parsed.data;
  return ok({
    boons: Object.fromEntries(BOONS.map((boon) => [boon, at(boon)])) as Record<Boon, number>,
    vulnerability: at("vulnerability"),
    reinforcedArmor: at("reinforced") > 0,
    enemyArmor,
    movingFraction,
    attacksPerSecond,
    allies,
  });
}

function isAmount(value: number | undefined, max: number): boolean {
  return value !== undefined && Number.isFinite(value) && value >= 0 && value <= max;
}

function firstOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}

function capitalised(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}
