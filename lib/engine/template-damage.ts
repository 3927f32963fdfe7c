import type { GearAttribute } from "./attribute-ids.ts";
import { type BuildDamage, type CalculationInput, computeDamage } from "./build-damage.ts";
import type { Target } from "./condition-ticks.ts";
import { pointsOfGear, pointsOfInfusions, type WornPiece } from "./equipment.ts";
import type { Calculated } from "./failures.ts";
import type { GearTables, Template } from "./mechanics.ts";
import type { MechanicsIndex } from "./mechanics-index.ts";
import { applyUses, coefficientAttributes, type TemplateChoice, usesOfTemplate } from "./templates.ts";

/** A template with everything a player chooses on top of it. */
export interface TemplateBuild {
  readonly template: Template;
  readonly choice: TemplateChoice;
  readonly gear: readonly WornPiece[];
  readonly infusions: readonly { readonly attribute: GearAttribute; readonly count: number }[];
  readonly target: Target;
}

/** Game facts a calculation needs. */
export interface EngineData {
  readonly index: MechanicsIndex;
  readonly tables: GearTables;
}

/** Everything the calculation of a template build depends on, ready for any evaluator. */
export function inputOfTemplateBuild(build: TemplateBuild, data: EngineData): Calculated<CalculationInput> {
  const { template, choice } = build;
  const { tables, index } = data;
  const gear = pointsOfGear(tables, build.gear, choice.mode);
  if (!gear.ok) return gear;
  const sources = applyUses(usesOfTemplate(template, choice, index), choice.mode, index);
  if (!sources.ok) return sources;
  return {
    ok: true,
    value: {
      profession: template.profession,
      mode: choice.mode,
      base: {
        baseHealth: tables.baseHealth[template.profession],
        defense: tables.defense[tables.armorWeight[template.profession]],
        gear: gear.value,
        infusions: pointsOfInfusions(build.infusions),
        coefficients: coefficientAttributes(template.coefficients),
      },
      sources: sources.value,
      target: build.target,
    },
  };
}

/** Damage, survivability and healing of a template build, explained. */
export function computeTemplateDamage(build: TemplateBuild, data: EngineData): Calculated<BuildDamage> {
  const input = inputOfTemplateBuild(build, data);
  return input.ok ? computeDamage(input.value) : input;
}
