import type { DamageMultiplier, EffectAttribute, IncomingDamage, Rule } from "./attribute-ids.ts";
import { type Calculated, fail } from "./failures.ts";
import type { CalculatedMode, Effect, MechanicEntry } from "./mechanics.ts";

/** An effect with its amount worked in: `v` is points, a fraction, or the coefficient per second. */
export type ScaledEffect =
  | { readonly op: "add" | "addLate"; readonly target: EffectAttribute; readonly v: number }
  | {
      readonly op: "convert" | "convertLate";
      readonly target: EffectAttribute;
      readonly from: EffectAttribute;
      readonly v: number;
    }
  | { readonly op: "multiplyHealth"; readonly v: number }
  | { readonly op: "pool" | "multiply" | "targetPool"; readonly target: DamageMultiplier; readonly v: number }
  | { readonly op: "reduce" | "reducePool"; readonly target: IncomingDamage; readonly v: number }
  | { readonly op: "setRule"; readonly target: Rule }
  | { readonly op: "glance"; readonly v: number; readonly chance: number }
  | { readonly op: "healPerSecond"; readonly v: number; readonly perHealingPower: number };

/** The state of a split uptime in which a source acts. */
export interface AppliedSplit {
  readonly group: string | null;
  readonly variant: string;
  /** Fraction of the time, above 0 and at most 1. */
  readonly uptime: number;
}

/** Everything one source (a trait, a rune, a boon) does to the numbers. */
export interface AppliedSource {
  /** Id of the entry, or what the caller calls it. */
  readonly source: string;
  readonly effects: readonly ScaledEffect[];
  /** Present if the source acts in some scenarios only. */
  readonly split?: AppliedSplit | undefined;
}

/** The effects of an entry that hold in a mode. WvW figures, where given (even none), replace the others whole. */
export function effectsInMode(entry: MechanicEntry, mode: CalculatedMode): readonly Effect[] {
  return mode === "wvw" ? (entry.effects.wvw ?? entry.effects.pve) : entry.effects.pve;
}

/**
 * Applies an entry: works the amount into its effects and decides whether it splits into scenarios.
 * A missing amount is the entry's default; an entry without an adjustable amount ignores one.
 * Fails with INVALID_NUMBER if the amount is not a finite number.
 */
export function applyEntry(
  entry: MechanicEntry,
  mode: CalculatedMode,
  amount?: number,
): Calculated<AppliedSource> {
  const effects = effectsInMode(entry, mode);
  const quantity = amount ?? entry.amount?.default ?? 1;
  if (!Number.isFinite(quantity)) {
    return fail("INVALID_NUMBER", entry.id, `The amount of ${entry.id} must be a finite number.`);
  }
  const factor = entry.amount === undefined ? 1 : quantity / entry.amount.per;
  const split = splitOf(entry, factor);
  return {
    ok: true,
    value: { source: entry.id, effects: scaleEffects(effects, split ? 1 : factor), split },
  };
}

/** Applies an entry at full strength and without scenarios, as `idle` entries stand on the hero panel. */
export function applyEntryAtFullStrength(entry: MechanicEntry, mode: CalculatedMode): AppliedSource {
  return { source: entry.id, effects: scaleEffects(effectsInMode(entry, mode), 1) };
}

/** Applies an entry with its amount but never splits it, as `always` entries stand on the hero panel. */
export function applyEntryUnsplit(
  entry: MechanicEntry,
  mode: CalculatedMode,
  amount?: number,
): Calculated<AppliedSource> {
  const quantity = amount ?? entry.amount?.default ?? 1;
  if (!Number.isFinite(quantity)) {
    return fail("INVALID_NUMBER", entry.id, `The amount of ${entry.id} must be a finite number.`);
  }
  const factor = entry.amount === undefined ? 1 : quantity / entry.amount.per;
  return { ok: true, value: { source: entry.id, effects: scaleEffects(effectsInMode(entry, mode), factor) } };
}

/** An uptime of 0, or a full one that excludes nothing, needs no separate scenarios. */
function splitOf(entry: MechanicEntry, factor: number): AppliedSplit | undefined {
  const split = entry.amount?.splitScenario;
  if (split === undefined) return undefined;
  const uptime = Math.min(1, Math.max(0, factor));
  if (uptime === 0 || (uptime === 1 && split.group === null)) return undefined;
  return { group: split.group, variant: split.variant ?? "on", uptime };
}

/** `damage.all` acts on strike, condition and siphon damage, not on phantasms. */
const ALL_DAMAGE = ["damage.strike", "damage.condition", "damage.siphon"] as const;

/** Scales effects by amount / per; percent become fractions. */
export function scaleEffects(effects: readonly Effect[], factor: number): ScaledEffect[] {
  const scaled: ScaledEffect[] = [];
  for (const effect of effects) {
    const v = effect.unit === "percent" ? (effect.value / 100) * factor : effect.value * factor;
    switch (effect.op) {
      case "add":
      case "addPercent":
      case "addCoefficient":
        scaled.push({ op: "add", target: effect.target, v });
        break;
      case "addLate":
        scaled.push({ op: "addLate", target: effect.target, v });
        break;
      case "convert":
      case "convertLate":
        scaled.push({ op: effect.op, target: effect.target, from: effect.from, v });
        break;
      case "multiplyHealth":
        scaled.push({ op: "multiplyHealth", v });
        break;
      case "pool":
      case "multiply":
      case "targetPool":
        for (const target of effect.target === "damage.all" ? ALL_DAMAGE : [effect.target]) {
          scaled.push({ op: effect.op, target, v });
        }
        break;
      case "reduce":
      case "reducePool":
        scaled.push({ op: effect.op, target: effect.target, v });
        break;
      case "setRule":
        scaled.push({ op: "setRule", target: effect.target });
        break;
      case "glance":
        scaled.push({ op: "glance", v, chance: effect.chance / 100 });
        break;
      case "healPerSecond":
        scaled.push({ op: "healPerSecond", v, perHealingPower: effect.healingPowerCoefficient * factor });
        break;
    }
  }
  return scaled;
}
