import { type AppliedSource, applyEntry } from "./applied-effects.ts";
import type { AttributeId } from "./attribute-ids.ts";
import { type Calculated, fail } from "./failures.ts";
import {
  type CalculatedMode,
  type Coefficients,
  type EntryUse,
  EXTRA_SLOTS,
  type ExtraSlot,
  type Template,
} from "./mechanics.ts";
import type { MechanicsIndex } from "./mechanics-index.ts";

/** What is chosen on top of a template. */
export interface TemplateChoice {
  readonly mode: CalculatedMode;
  /** Use the traits and skills the template has for fractals, where it has any. */
  readonly useFractalTraits?: boolean | undefined;
  /** Agony resistance, omnipotion, mist attunement. */
  readonly additional?: readonly EntryUse[] | undefined;
  readonly extras: Partial<Readonly<Record<ExtraSlot, EntryUse>>>;
  /** Triggers of life steal from food per 10 seconds; the entry's default if absent. */
  readonly foodLifeStealPer10s?: number | undefined;
}

/** Effect of foods that steal life; how often it triggers depends on the rotation. */
export const FOOD_LIFE_STEAL = "other:food-life-steal";

/**
 * The entries a template applies, in order: assumed buffs, fractal additions, skills, traits, extras, and what the
 * extras also apply.
 */
export function usesOfTemplate(
  template: Template,
  choice: TemplateChoice,
  index: MechanicsIndex,
): EntryUse[] {
  const chosen = choice.useFractalTraits ? (template.fractal ?? template) : template;
  const extras = EXTRA_SLOTS.flatMap((slot) => choice.extras[slot] ?? []);
  const also = extras.flatMap(({ ref }) =>
    (index.byId.get(ref)?.alsoApplies ?? []).map((id) => ({
      ref: id,
      amount: id === FOOD_LIFE_STEAL ? choice.foodLifeStealPer10s : undefined,
    })),
  );
  return [
    ...template.assumedBuffs.map((ref) => ({ ref })),
    ...(choice.additional ?? []),
    ...chosen.skillUses,
    ...chosen.traitUses,
    ...extras,
    ...also,
  ];
}

/** Applies entries by id, in order. Fails with UNKNOWN_NAME for an id without an entry. */
export function applyUses(
  uses: readonly EntryUse[],
  mode: CalculatedMode,
  index: MechanicsIndex,
): Calculated<readonly AppliedSource[]> {
  const sources: AppliedSource[] = [];
  for (const { ref, amount } of uses) {
    const entry = index.byId.get(ref);
    if (entry === undefined) return fail("UNKNOWN_NAME", ref, `There is no effect with the id "${ref}".`);
    const applied = applyEntry(entry, mode, amount);
    if (!applied.ok) return applied;
    sources.push(applied.value);
  }
  return { ok: true, value: sources };
}

/** A template's coefficients as attributes. */
export function coefficientAttributes(coefficients: Coefficients): Partial<Record<AttributeId, number>> {
  return Object.fromEntries(
    Object.entries(coefficients).map(([name, value]) => [`coefficient.${name}`, value]),
  );
}
