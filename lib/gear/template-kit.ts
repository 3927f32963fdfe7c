import { STANDARD_TARGET } from "#lib/engine/condition-ticks.ts";
import { type Calculated, fail } from "#lib/engine/failures.ts";
import type {
  CalculatedMode,
  ExtraSlot,
  MechanicEntry,
  Template,
  TemplateSetup,
  TemplateSetupFacts,
} from "#lib/engine/mechanics.ts";
import type { EngineData } from "#lib/engine/template-damage.ts";
import { applyUses, coefficientAttributes, FOOD_LIFE_STEAL, usesOfTemplate } from "#lib/engine/templates.ts";
import { extraOptions } from "./extra-options.ts";
import type { GearKit } from "./gear-kit.ts";

/**
 * A template as it is, wearing nothing: what its search needs. The extras its setup lists come first in their lists.
 * Fails as `applyUses` does where the data contradict each other.
 */
export function kitOfTemplate(
  template: Template,
  setup: TemplateSetup,
  mode: CalculatedMode,
  { index, tables }: EngineData,
): Calculated<GearKit> {
  const facts = template.setups[setup];
  const uses = usesOfTemplate(template, { mode, extras: {}, useFractalTraits: setup === "fractal" }, index);
  const before = applyUses(uses, mode, index);
  if (!before.ok) return before;
  const extras = extraOptions(namedExtras(facts), amountsOf(facts), mode, index);
  if (!extras.ok) return extras;
  return {
    ok: true,
    value: {
      profession: template.profession,
      mode,
      name: template.name,
      hands: template.weaponHands,
      baseHealth: tables.baseHealth[template.profession],
      defense: tables.defense[tables.armorWeight[template.profession]],
      coefficients: coefficientAttributes(template.coefficients),
      before: before.value,
      after: [],
      extras: extras.value,
      suggested: namedExtras(facts),
      points: {
        points: tables.points,
        combinations: tables.combinations,
        infusionSlots: tables.infusionSlots,
      },
      target: STANDARD_TARGET,
      current: null,
    },
  };
}

/** The setup a template is opened with: the one wanted, where it has it. Fails for a template without any. */
export function setupOf(template: Template, wanted: TemplateSetup | undefined): Calculated<TemplateSetup> {
  const setups = (["any", "raid", "fractal"] as const).filter((setup) => template.setups[setup]);
  const setup = setups.find((each) => each === wanted) ?? setups[0];
  if (setup === undefined) return fail("UNKNOWN_NAME", "setup", `${template.name} has no setup.`);
  return { ok: true, value: setup };
}

/** Ids of the extras a setup lists. */
export function namedExtras(facts: TemplateSetupFacts | undefined): Record<ExtraSlot, readonly string[]> {
  const named = (slot: ExtraSlot) => facts?.extras[slot].map(({ ref }) => ref) ?? [];
  return {
    rune: named("rune"),
    relic: named("relic"),
    sigil1: named("sigil1"),
    sigil2: named("sigil2"),
    food: named("food"),
    utility: named("utility"),
  };
}

/** How often things happen in the rotation of a setup. */
export function amountsOf(
  facts: TemplateSetupFacts | undefined,
): (entry: MechanicEntry) => number | undefined {
  const uses = Object.values(facts?.extras ?? {}).flat();
  return ({ id }) =>
    id === FOOD_LIFE_STEAL ? facts?.foodLifeStealPer10s : uses.find(({ ref }) => ref === id)?.amount;
}
