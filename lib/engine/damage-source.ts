import { assertNever } from "#lib/shared/assert-never.ts";
import type { CalculationInput } from "./build-damage.ts";
import type { Calculated } from "./failures.ts";
import type { Template } from "./mechanics.ts";
import { type RotationEstimate, rotationEstimate } from "./rotation/estimate.ts";
import type { RotationInput } from "./rotation/input.ts";
import { buildWeights } from "./rotation/weights.ts";
import { coefficientAttributes } from "./templates.ts";

export type DamageSource =
  /** A measured rotation. */
  | { readonly source: "template"; readonly template: Template }
  /** The loadout's own skills, played by a simple rule: no more than an estimate. */
  | { readonly source: "estimate"; readonly estimate: RotationEstimate }
  /** Skills deal nothing; what effects of items and traits deal by themselves is there nevertheless. */
  | { readonly source: "none"; readonly why: string };

const NO_ROTATION = {
  notAsked: "No template is chosen, and no estimate was asked for.",
  noWeapons:
    "The loadout has no weapons on land. Add them, or choose a template, for an estimate or a measured rotation.",
  noFigures:
    "No skill of the loadout has figures of damage and a known recharge in this mode. Choose a template for a measured rotation.",
} as const;

/**
 * The template's rotation if there is a template, else an estimate from the loadout's own skills if it holds weapons and
 * `rotation` gives those skills, else nothing and why. `input` is the build without coefficients. Fails as `computeDamage`.
 */
export function damageSourceOf(
  template: Template | null,
  input: CalculationInput,
  rotation: RotationInput | undefined,
): Calculated<DamageSource> {
  const none = (why: string): Calculated<DamageSource> => ({ ok: true, value: { source: "none", why } });
  if (template !== null) return { ok: true, value: { source: "template", template } };
  if (rotation === undefined) return none(NO_ROTATION.notAsked);
  if (!rotation.hasWeapons) return none(NO_ROTATION.noWeapons);
  const weights = buildWeights(input);
  if (!weights.ok) return weights;
  const estimate = rotationEstimate(rotation, weights.value);
  if (estimate === null) return none(NO_ROTATION.noFigures);
  return { ok: true, value: { source: "estimate", estimate } };
}

/** The build with the coefficients that its damage comes from. */
export function withCoefficients(input: CalculationInput, from: DamageSource): CalculationInput {
  switch (from.source) {
    case "template":
      return {
        ...input,
        base: { ...input.base, coefficients: coefficientAttributes(from.template.coefficients) },
      };
    case "estimate":
      return { ...input, base: { ...input.base, coefficients: from.estimate.coefficients } };
    case "none":
      return input;
    default:
      return assertNever(from);
  }
}
