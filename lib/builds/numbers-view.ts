import type { AttributeId } from "#lib/engine/attribute-ids.ts";
import { ATTRIBUTE_NAMES, attributeUnit, NAMED_ATTRIBUTES } from "#lib/engine/attribute-names.ts";
import type { ExplainedValue } from "#lib/engine/ledger.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import { contributionName } from "./contribution-names.ts";

/** Attributes of a build for its page: each value with the contributions that add up to it. */
export interface NumbersView {
  readonly attributes: readonly AttributeRow[];
  /** How often the state shown as "in combat" holds, and of how many; null where there is only one. */
  readonly combatState: { readonly percent: string; readonly states: number } | null;
  readonly indicators: readonly Indicator[];
}

export interface AttributeRow {
  readonly id: AttributeId;
  readonly name: string;
  readonly heroPanel: ExplainedText;
  readonly combat: ExplainedText;
}

export interface ExplainedText {
  readonly text: string;
  readonly parts: readonly { readonly label: string; readonly value: string }[];
}

/** A figure derived from the attributes, with what it means. */
export interface Indicator {
  readonly name: string;
  readonly text: string;
  readonly note: string;
}

type Unit = "points" | "percent";

/** Words and rounded figures for what the engine calculated. Points as the hero panel shows them: whole numbers. */
export function numbersView(numbers: LoadoutNumbers, index: MechanicsIndex): NumbersView {
  const scenarios = numbers.combat.scenarios;
  const usual = scenarios.toSorted((a, b) => b.fraction - a.fraction)[0];
  const name = (source: string) => contributionName(source, index);
  return {
    attributes: NAMED_ATTRIBUTES.map((id) => ({
      id,
      name: ATTRIBUTE_NAMES[id],
      heroPanel: explained(numbers.heroPanel[id], attributeUnit(id), name),
      combat: explained(usual?.attributes[id] ?? numbers.heroPanel[id], attributeUnit(id), name),
    })),
    combatState:
      usual && scenarios.length > 1 ? { percent: percent(usual.fraction), states: scenarios.length } : null,
    indicators: indicators(numbers),
  };
}

function explained(value: ExplainedValue, unit: Unit, name: (source: string) => string): ExplainedText {
  return {
    text: unit === "points" ? points(value.value) : percent(value.value),
    parts: value.contributions.map(({ source, amount }) => ({
      label: name(source),
      value: unit === "points" ? signed(amount, points) : signed(amount, percent),
    })),
  };
}

function indicators({ combat }: LoadoutNumbers): Indicator[] {
  const average = (read: (indicator: (typeof combat.scenarios)[number]["indicators"]) => number) =>
    combat.scenarios.reduce((sum, { fraction, indicators }) => sum + fraction * read(indicators), 0);
  return [
    {
      name: "Effective power",
      text: points(average(({ effectivePower }) => effectivePower)),
      note: "power × (1 + critical chance × (critical damage − 1)): strike damage grows with it",
    },
    {
      name: "Effective health",
      text: points(average(({ effectiveHealth }) => effectiveHealth)),
      note: "health × armor ÷ damage reductions, to compare builds: what a strike takes of health shrinks with it",
    },
    {
      name: "Reference heal",
      text: points(combat.healing),
      note: "a heal of 390 + 0.3 × healing power with outgoing bonuses, to compare builds",
    },
  ];
}

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

function points(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 1000 ? WHOLE.format(value) : FINE.format(value);
}

function percent(fraction: number): string {
  return `${FINE.format(fraction * 100)} %`;
}

function signed(value: number, format: (value: number) => string): string {
  return value > 0 ? `+${format(value)}` : format(value);
}
