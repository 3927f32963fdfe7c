import { ATTRIBUTE_NAMES, attributeUnit, NAMED_ATTRIBUTES } from "#lib/engine/attribute-names.ts";
import type { ExplainedScenario } from "#lib/engine/build-damage.ts";
import type { Calculated } from "#lib/engine/failures.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { SupportOutput } from "#lib/engine/support/output.ts";

/** `stacks` and `perSecond` are of support output; percent figures are fractions. */
export type FigureUnit = "points" | "percent" | "stacks" | "perSecond";

/** One number of a loadout that can be compared with that of another one. */
export interface Figure {
  /** The same for the same figure of every loadout. */
  readonly key: string;
  readonly name: string;
  readonly unit: FigureUnit;
  readonly value: number;
}

/** Attributes as the hero panel shows them out of combat. */
export function heroPanelFigures({ heroPanel }: LoadoutNumbers): readonly Figure[] {
  return NAMED_ATTRIBUTES.map((id) => ({
    key: `panel ${id}`,
    name: ATTRIBUTE_NAMES[id],
    unit: attributeUnit(id),
    value: heroPanel[id].value,
  }));
}

/** Attributes in the most frequent state in combat, as the page of a build shows them. */
export function combatFigures({ heroPanel, combat }: LoadoutNumbers): readonly Figure[] {
  const usual = combat.scenarios.toSorted((a, b) => b.fraction - a.fraction)[0];
  const attributes = usual?.attributes ?? heroPanel;
  return NAMED_ATTRIBUTES.map((id) => ({
    key: `combat ${id}`,
    name: ATTRIBUTE_NAMES[id],
    unit: attributeUnit(id),
    value: attributes[id].value,
  }));
}

/** How much damage it takes and heals, averaged over the states in combat. */
export function survivalFigures({ combat }: LoadoutNumbers): readonly Figure[] {
  const mean = (read: (scenario: ExplainedScenario) => number) =>
    combat.scenarios.reduce((sum, scenario) => sum + scenario.fraction * read(scenario), 0);
  const points = (key: string, name: string, value: number): Figure => ({ key, name, unit: "points", value });
  return [
    points(
      "effectivePower",
      "Effective power",
      mean(({ indicators }) => indicators.effectivePower),
    ),
    points(
      "effectiveHealth",
      "Effective health",
      mean(({ indicators }) => indicators.effectiveHealth),
    ),
    points(
      "conditionHealth",
      "Effective health against conditions",
      mean(({ indicators }) => indicators.effectiveHealthAgainstConditions),
    ),
    points(
      "healthPerSecond",
      "Health per second",
      mean(({ indicators }) => indicators.healthPerSecond),
    ),
    points("healing", "Reference heal", combat.healing),
  ];
}

/** Damage per second; none where no damage is known. */
export function damageFigures(numbers: Calculated<LoadoutNumbers>): readonly Figure[] {
  if (!numbers.ok || numbers.value.damageSource.source === "none") return [];
  const { damage } = numbers.value.combat;
  return damage > 0 ? [{ key: "damage", name: "Damage per second", unit: "points", value: damage }] : [];
}

/** Baseline support: what you have of each boon, what an ally has, conditions, healing and control. */
export function supportFigures(output: SupportOutput): readonly Figure[] {
  const shared = [...output.boons, ...output.auras, ...output.fixedEffects].flatMap(
    ({ name, stacking, uptime }): Figure[] => {
      const unit = stacking === "intensity" ? "stacks" : "percent";
      return [
        { key: `self ${name}`, name: `${name}, you`, unit, value: uptime.baseline.self },
        { key: `party ${name}`, name: `${name}, each ally`, unit, value: uptime.baseline.party },
      ];
    },
  );
  const conditions = output.conditions.map(({ name, stacking, uptime }): Figure => {
    const unit = stacking === "intensity" ? "stacks" : "percent";
    return { key: `enemy ${name}`, name: `${name} on one enemy`, unit, value: uptime.baseline };
  });
  const perSecond = (key: string, name: string, value: number): Figure => ({
    key,
    name,
    unit: "perSecond",
    value,
  });
  const amounts = [
    { name: "Healing", total: output.healing },
    { name: "Barrier", total: output.barrier },
    { name: "Conditions removed", total: output.cleanse },
  ].flatMap(({ name, total }) => [
    perSecond(`self ${name}`, `${name}, you`, total.perSecond.baseline.self),
    perSecond(`party ${name}`, `${name}, each ally`, total.perSecond.baseline.party),
  ]);
  const single = [
    { name: "Boons removed from a foe", value: output.boonRemoval.perSecond.baseline },
    { name: "Defiance bar damage", value: output.control.perSecond.baseline },
  ].map(({ name, value }) => perSecond(`self ${name}`, name, value));
  return [...shared, ...conditions, ...amounts, ...single];
}

/** The figures by their keys; null stands for a loadout that is not compared. */
export type FigureLookup = ReadonlyMap<string, number> | null;

export function lookup(figures: readonly Figure[]): FigureLookup {
  return new Map(figures.map(({ key, value }) => [key, value]));
}

/**
 * What became of a figure, in words: "+63", "−1.5 %"; null where it did not change as far as it is shown. A figure that the
 * other loadout lacks counts as 0 there.
 */
export function changeOf({ key, unit, value }: Figure, before: FigureLookup): string | null {
  if (before === null) return null;
  const difference = value - (before.get(key) ?? 0);
  // A figure that is shown in whole numbers has a change in whole numbers.
  const isWhole = unit === "points" && Math.abs(value) >= FROM_HERE_WHOLE;
  const text = isWhole ? WHOLE.format(Math.abs(difference)) : figureText(Math.abs(difference), unit);
  if (/^0( |$)/.test(text)) return null;
  return `${difference > 0 ? "+" : "−"}${text}`;
}

/** Larger figures are shown without decimals. */
const FROM_HERE_WHOLE = 1000;
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const COARSE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** A figure as it is shown. */
export function figureText(value: number, unit: FigureUnit): string {
  switch (unit) {
    case "points":
      return Number.isInteger(value) || Math.abs(value) >= FROM_HERE_WHOLE
        ? WHOLE.format(value)
        : FINE.format(value);
    case "percent":
      return `${FINE.format(value * 100)} %`;
    case "stacks":
      return `${COARSE.format(value)} stacks`;
    case "perSecond":
      return `${FINE.format(value)} /s`;
  }
}
