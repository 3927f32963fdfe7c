import { ATTRIBUTE_NAMES, attributeUnit, type NamedAttribute } from "#lib/engine/attribute-names.ts";
import type { ExplainedScenario } from "#lib/engine/build-damage.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { DamagePart } from "#lib/engine/scenario-damage.ts";
import type { BuildReport } from "../build-report.ts";
import { figureRow, hasAny, type Unit } from "./figure-row.ts";
import type { FigureTable } from "./view.ts";

type Numbers = LoadoutNumbers | null;

const ATTRIBUTES = [
  "power",
  "precision",
  "ferocity",
  "criticalChance",
  "criticalDamage",
  "conditionDamage",
  "conditionDuration",
  "boonDuration",
  "healingPower",
  "toughness",
  "vitality",
] as const satisfies readonly NamedAttribute[];

const DAMAGE_PARTS = [
  ["Strikes", ["strike", "strike2"]],
  ["Bleeding", ["bleeding"]],
  ["Burning", ["burning"]],
  ["Confusion", ["confusion"]],
  ["Poison", ["poison"]],
  ["Torment", ["torment"]],
  ["Life siphon and flat damage", ["siphon", "flat"]],
] as const satisfies readonly (readonly [string, readonly DamagePart[]])[];

/** Damage a second, whole and by part. `isComparable` false: of different sources, so none is the best. */
export function damageTable(reports: readonly BuildReport[], isComparable: boolean): FigureTable {
  const numbers = reports.map(knownDamage);
  const row = (name: string, read: (numbers: LoadoutNumbers) => number) =>
    figureRow(name, "points", numbers.map(amountBy(read)), isComparable);
  const parts = DAMAGE_PARTS.map(([name, ids]) =>
    row(name, ({ combat }) => ids.reduce((sum, id) => sum + combat.damageByPart[id], 0)),
  );
  return {
    id: "damage",
    title: "Damage per second",
    note: isComparable
      ? null
      : "None is marked as the best: measured rotations deal about twice as much as estimates.",
    rows: [row("All damage", ({ combat }) => combat.damage), ...parts.filter(hasAny)],
  };
}

/** Attributes in combat, as averages over the states of a fight, and those of the hero panel. */
export function attributeTables(reports: readonly BuildReport[]): FigureTable[] {
  const numbers = reports.map(numbersOf);
  const rows = (read: (numbers: LoadoutNumbers, id: NamedAttribute) => number) =>
    ATTRIBUTES.map((id) =>
      figureRow(ATTRIBUTE_NAMES[id], attributeUnit(id), numbers.map(amountBy((known) => read(known, id)))),
    );
  return [
    {
      id: "attributes",
      title: "Attributes in combat",
      note: "With the boons above, averaged over the states of the fight.",
      rows: rows((known, id) => mean(known, ({ attributes }) => attributes[id].value)),
    },
    {
      id: "hero-panel",
      title: "Attributes in the hero panel",
      note: "Out of combat, without boons.",
      rows: rows(({ heroPanel }, id) => heroPanel[id].value),
    },
  ];
}

/** What keeps its player alive. */
export function survivabilityTable(reports: readonly BuildReport[]): FigureTable {
  const numbers = reports.map(numbersOf);
  const row = (name: string, unit: Unit, read: (scenario: ExplainedScenario) => number) =>
    figureRow(name, unit, numbers.map(amountBy((known) => mean(known, read))));
  const regained = row("Health regained by effects", "perSecond", (one) => one.indicators.healthPerSecond);
  return {
    id: "survivability",
    title: "Survivability",
    note: "Effective health is health × armor ÷ damage reductions: what a strike takes of health shrinks with it.",
    rows: [
      row("Effective health", "points", ({ indicators }) => indicators.effectiveHealth),
      row("Against conditions", "points", ({ indicators }) => indicators.effectiveHealthAgainstConditions),
      row("Health", "points", ({ attributes }) => attributes.health.value),
      row("Armor", "points", ({ attributes }) => attributes.armor.value),
      ...[regained].filter(hasAny),
    ],
  };
}

/** Null where the mode has no figures, or the loadout none. */
export function numbersOf({ numbers }: BuildReport): Numbers {
  return numbers.ok ? numbers.value : null;
}

/** Null too where no skill of the loadout has a figure of damage: that is no damage of 0. */
export function knownDamage(report: BuildReport): Numbers {
  const numbers = numbersOf(report);
  return numbers && numbers.damageSource.source !== "none" ? numbers : null;
}

/** Average over the scenarios by how long they last. */
export function mean({ combat }: LoadoutNumbers, read: (scenario: ExplainedScenario) => number): number {
  return combat.scenarios.reduce((sum, scenario) => sum + scenario.fraction * read(scenario), 0);
}

function amountBy(read: (numbers: LoadoutNumbers) => number) {
  return (numbers: Numbers) => numbers && { value: read(numbers) };
}
