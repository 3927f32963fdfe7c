/** What `gw2 build` answers about one loadout, as plain JSON. Numbers are not rounded, so that parts add up to them. */
import { type BuildReport, buildReport } from "#lib/builds/build-report.ts";
import { contributionName } from "#lib/builds/contribution-names.ts";
import type { Loadout } from "#lib/builds/loadout.ts";
import { encodeLoadout } from "#lib/builds/loadout-code/loadout-code.ts";
import type { ReportData } from "#lib/builds/report-data.ts";
import { ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import type { ExplainedScenario } from "#lib/engine/build-damage.ts";
import type { DamageSource } from "#lib/engine/damage-source.ts";
import type { Finding } from "#lib/engine/legality/finding.ts";
import { isLegal, legalityFindings } from "#lib/engine/legality/legality.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import { marginalValues } from "#lib/engine/marginal-values.ts";
import { NOT_MODELLED_REASONS } from "#lib/engine/mechanics.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import type { ExplainedFactor } from "#lib/engine/multipliers.ts";
import type { ScenarioAttributes } from "#lib/engine/scenario-attributes.ts";
import type { DAMAGE_PARTS } from "#lib/engine/scenario-damage.ts";

export interface CheckAnswer {
  /** No error among the findings. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

export function checkAnswer(loadout: Loadout, { catalog, tables }: ReportData): CheckAnswer {
  const findings = legalityFindings(loadout, catalog, tables);
  return { ok: isLegal(findings), findings };
}

export interface ShowAnswer {
  /** Why attributes, damage, survival and healing are missing; null where they are there. */
  readonly refusal: { readonly code: string; readonly field: string; readonly message: string } | null;
  readonly [part: string]: unknown;
}

/** Everything the engine says about a loadout. */
export function showAnswer(loadout: Loadout, data: ReportData): ShowAnswer {
  const report = buildReport(loadout, data);
  const { numbers, findings, support } = report;
  const { notKnown, ...output } = support.output;
  return {
    profession: loadout.profession,
    mode: loadout.mode,
    code: encodeLoadout(loadout),
    ok: isLegal(findings),
    findings,
    refusal: numbers.ok ? null : numbers.error,
    ...(numbers.ok ? numbersOf(numbers.value, data.index) : NO_NUMBERS),
    support: { attributesKnown: support.attributesKnown, ...output },
    notModelled: numbers.ok ? notModelledOf(numbers.value) : [],
    unknown: notKnown,
    sources: sourcesOf(report),
  };
}

const NO_NUMBERS = {
  attributes: null,
  damage: null,
  survival: null,
  healing: null,
  marginal: null,
  effects: [],
};

function numbersOf(numbers: LoadoutNumbers, index: MechanicsIndex) {
  const { combat, heroPanel, effects, input } = numbers;
  const marginal = marginalValues(input);
  return {
    attributes: {
      heroPanel: explained(heroPanel, index),
      combat: combat.scenarios.map(({ fraction, attributes }) => ({
        fraction,
        ...explained(attributes, index),
      })),
    },
    damage: damageOf(numbers, index),
    survival: {
      survivability: combat.survivability,
      effectiveHealth: average(combat.scenarios, ({ indicators }) => indicators.effectiveHealth),
      effectiveHealthAgainstConditions: average(
        combat.scenarios,
        ({ indicators }) => indicators.effectiveHealthAgainstConditions,
      ),
      damageTaken: combat.scenarios.map(({ fraction, multipliers }) => ({
        fraction,
        ...factors(multipliers.incoming, index),
      })),
    },
    healing: {
      referenceHeal: combat.healing,
      healthPerSecond: average(combat.scenarios, ({ indicators }) => indicators.healthPerSecond),
    },
    marginal: marginal.ok ? marginal.value : null,
    effects: effects.map(({ entry, amount, inactive }) => ({
      id: entry.id,
      name: entry.name,
      ...(entry.situation === undefined ? {} : { situation: entry.situation }),
      ...(amount === undefined ? {} : { amount }),
      acts: inactive === undefined,
      ...(inactive === undefined ? {} : { because: inactive }),
    })),
  };
}

function damageOf({ combat, damageSource }: LoadoutNumbers, index: MechanicsIndex) {
  const total = combat.damage;
  return {
    ...describedSource(damageSource),
    perSecond: damageSource.source === "none" ? null : total,
    byPart: combat.damageByPart satisfies Readonly<Record<(typeof DAMAGE_PARTS)[number], number>>,
    effectivePower: average(combat.scenarios, ({ indicators }) => indicators.effectivePower),
    scenarios: combat.scenarios.map(({ fraction, damageByPart, multipliers }) => ({
      fraction,
      byPart: damageByPart,
      factors: factors({ ...multipliers.damage, glancing: multipliers.glancing }, index),
      rules: [...multipliers.rules],
    })),
  };
}

function describedSource(source: DamageSource) {
  switch (source.source) {
    case "template": {
      const { id, name, outdatedInSource, approximate, measuredOn } = source.template;
      return { source: source.source, template: { id, name, outdatedInSource, approximate, measuredOn } };
    }
    case "estimate":
      return { source: source.source, estimate: source.estimate };
    case "none":
      return { source: source.source, why: source.why };
  }
}

/** Attributes that are not 0, each with the contributions that add up to it. */
function explained(attributes: ScenarioAttributes, index: MechanicsIndex) {
  return Object.fromEntries(
    ATTRIBUTES.flatMap((id) => {
      const { value, contributions } = attributes[id];
      if (value === 0 && contributions.length === 0) return [];
      const named = contributions.map((one) => ({ ...one, name: contributionName(one.source, index) }));
      return [[id, { value, contributions: named }]];
    }),
  );
}

/** Factors that are not 1, with their parts. */
function factors(all: Readonly<Record<string, ExplainedFactor>>, index: MechanicsIndex) {
  return Object.fromEntries(
    Object.entries(all).flatMap(([id, { value, parts }]) =>
      parts.length === 0
        ? []
        : [
            [
              id,
              {
                value,
                parts: parts.map((part) => ({ ...part, name: contributionName(part.source, index) })),
              },
            ],
          ],
    ),
  );
}

function average(
  scenarios: readonly ExplainedScenario[],
  read: (scenario: ExplainedScenario) => number,
): number {
  return scenarios.reduce((sum, scenario) => sum + scenario.fraction * read(scenario), 0);
}

function notModelledOf({ gaps }: LoadoutNumbers) {
  return gaps.map(({ kind, name, reason, detail }) => ({
    kind,
    name,
    ...(reason === undefined ? {} : { reason, text: NOT_MODELLED_REASONS[reason] }),
    ...(detail === undefined ? {} : { detail }),
  }));
}

function sourcesOf({ sources }: BuildReport) {
  return sources;
}
