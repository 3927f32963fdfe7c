import type { AppliedSource } from "./applied-effects.ts";
import {
  ATTRIBUTES,
  type AttributeId,
  attributeIndex,
  type EffectAttribute,
  isPointAttribute,
} from "./attribute-ids.ts";
import type { PointGift } from "./equipment.ts";
import { type ExplainedValue, Ledger } from "./ledger.ts";
import { limitToUnit, roundHalfToEven } from "./rounding.ts";

/** What a character is before any effect applies. */
export interface CharacterBase {
  /** Health before vitality. */
  readonly baseHealth: number;
  /** Defense of the armor worn. */
  readonly defense: number;
  readonly gear: readonly PointGift[];
  readonly infusions: readonly PointGift[];
  /** Coefficients of the rotation; absent ones are 0. */
  readonly coefficients: Partial<Readonly<Record<AttributeId, number>>>;
}

/** Points of the four primary attributes at level 80. */
export const PRIMARY_POINTS = 1000;
/** Critical chance of everybody before precision. */
export const BASE_CRITICAL_CHANCE = 0.05;
export const BASE_CRITICAL_DAMAGE = 1.5;
/** Points of precision above 1000 for a critical chance of 100 %. */
export const PRECISION_PER_CRITICAL_CHANCE = 2100;
/** Points of ferocity, concentration or expertise for 100 %. */
export const POINTS_PER_WHOLE = 1500;
export const HEALTH_PER_VITALITY = 10;

/** Values every character has before gear and effects, by attribute. */
export function baseValues(base: CharacterBase): Partial<Record<AttributeId, number>> {
  return {
    power: PRIMARY_POINTS,
    precision: PRIMARY_POINTS,
    toughness: PRIMARY_POINTS,
    vitality: PRIMARY_POINTS,
    criticalChance: BASE_CRITICAL_CHANCE,
    "criticalChance.clone": BASE_CRITICAL_CHANCE,
    "criticalChance.phantasm": BASE_CRITICAL_CHANCE,
    defense: base.defense,
    ...base.coefficients,
  };
}

export type ScenarioAttributes = Readonly<Record<AttributeId, ExplainedValue>>;

/**
 * All attributes of one scenario with their contributions: base, gear, infusions and early effects; conversions, which
 * read the values before any conversion and round each pair of target and source once; late effects; derived values;
 * late conversions. Attributes are never capped here. Points and health are in points, the rest are fractions.
 * Source: Discretize gear optimizer, 2026-08-12; order and rounding in docs/engine.md.
 */
export function attributesOfScenario(
  base: CharacterBase,
  sources: readonly AppliedSource[],
): ScenarioAttributes {
  const ledgers = ATTRIBUTES.map(() => new Ledger());
  const ledger = (id: AttributeId): Ledger => {
    const found = ledgers[attributeIndex(id)];
    if (found === undefined) throw new Error(`No ledger for ${id}`);
    return found;
  };
  addBase(base, sources, ledger);
  const before = ledgers.map(({ value }) => value);
  convert("convert", sources, (from) => before[attributeIndex(from)] ?? 0, ledger);
  for (const { source, effects } of sources) {
    for (const effect of effects) {
      if (effect.op === "addLate") ledger(effect.target).add("lateEffect", source, effect.v);
    }
  }
  derive(base, sources, ledger);
  convert("convertLate", sources, (from) => lateSource(from, ledger(from).value), ledger);
  return Object.fromEntries(ATTRIBUTES.map((id) => [id, ledger(id).explained()])) as Record<
    AttributeId,
    ExplainedValue
  >;
}

type LedgerOf = (id: AttributeId) => Ledger;

function addBase(base: CharacterBase, sources: readonly AppliedSource[], ledger: LedgerOf): void {
  for (const [id, value] of Object.entries(baseValues(base))) {
    ledger(id as AttributeId).add("base", `base:${id}`, value);
  }
  for (const { source, attribute, points } of base.gear) ledger(attribute).add("gear", source, points);
  for (const { source, attribute, points } of base.infusions) {
    ledger(attribute).add("infusion", source, points);
  }
  for (const { source, effects } of sources) {
    for (const effect of effects) {
      if (effect.op === "add") ledger(effect.target).add("effect", source, effect.v);
    }
  }
}

/** Conversions of one pair of target and source, whose rates add up before the product is rounded. */
interface ConversionPair {
  readonly target: EffectAttribute;
  readonly from: EffectAttribute;
  readonly parts: { readonly source: string; readonly v: number }[];
}

/** Groups conversions by pair, in the order in which the pairs are first met. */
export function conversionPairs(
  op: "convert" | "convertLate",
  sources: readonly AppliedSource[],
): readonly ConversionPair[] {
  const pairs = new Map<string, ConversionPair>();
  for (const { source, effects } of sources) {
    for (const effect of effects) {
      if (effect.op !== op) continue;
      const key = `${effect.target}<${effect.from}`;
      const pair = pairs.get(key);
      if (pair !== undefined) pair.parts.push({ source, v: effect.v });
      else pairs.set(key, { target: effect.target, from: effect.from, parts: [{ source, v: effect.v }] });
    }
  }
  return [...pairs.values()];
}

/** What a late conversion reads: critical chances are limited to 0..1 first. */
function lateSource(from: EffectAttribute, value: number): number {
  return from.startsWith("criticalChance") ? limitToUnit(value) : value;
}

function convert(
  op: "convert" | "convertLate",
  sources: readonly AppliedSource[],
  read: (from: EffectAttribute) => number,
  ledger: LedgerOf,
): void {
  const kind = op === "convert" ? "conversion" : "lateConversion";
  for (const { target, from, parts } of conversionPairs(op, sources)) {
    const source = read(from);
    const round = isPointAttribute(target) ? roundHalfToEven : (value: number) => value;
    let rate = 0;
    let shared = 0;
    const shares = parts.map((part) => {
      rate += part.v;
      const upToHere = round(source * rate);
      const share = { source: part.source, amount: upToHere - shared };
      shared = upToHere;
      return share;
    });
    const entry = ledger(target);
    entry.addShared(kind, shares, entry.value + shared);
  }
}

const CHANCES_FROM_PRECISION = ["criticalChance", "criticalChance.clone", "criticalChance.phantasm"] as const;

function derive(base: CharacterBase, sources: readonly AppliedSource[], ledger: LedgerOf): void {
  const fromPrecision = (ledger("precision").value - PRIMARY_POINTS) / PRECISION_PER_CRITICAL_CHANCE;
  for (const id of CHANCES_FROM_PRECISION) ledger(id).add("derived", "attribute:precision", fromPrecision);
  ledger("criticalDamage").add("base", "base:criticalDamage", BASE_CRITICAL_DAMAGE);
  ledger("criticalDamage").add("derived", "attribute:ferocity", ledger("ferocity").value / POINTS_PER_WHOLE);
  ledger("boonDuration").add(
    "derived",
    "attribute:concentration",
    ledger("concentration").value / POINTS_PER_WHOLE,
  );
  ledger("conditionDuration").add(
    "derived",
    "attribute:expertise",
    ledger("expertise").value / POINTS_PER_WHOLE,
  );
  ledger("armor").add("derived", "attribute:defense", ledger("defense").value);
  ledger("armor").add("derived", "attribute:toughness", ledger("toughness").value);
  deriveHealth(base, sources, ledger);
}

/** (base health + 10 x vitality) x product of the health bonuses, rounded half to even. */
function deriveHealth(base: CharacterBase, sources: readonly AppliedSource[], ledger: LedgerOf): void {
  const health = ledger("health");
  health.add("base", "base:health", base.baseHealth);
  health.add("derived", "attribute:vitality", HEALTH_PER_VITALITY * ledger("vitality").value);
  const unmultiplied = health.value;
  let product = 1;
  for (const { source, effects } of sources) {
    for (const effect of effects) {
      if (effect.op !== "multiplyHealth") continue;
      product *= 1 + effect.v;
      health.moveTo("multiplier", source, unmultiplied * product);
    }
  }
  health.moveTo("rounding", "rounding", roundHalfToEven(unmultiplied * product));
}
