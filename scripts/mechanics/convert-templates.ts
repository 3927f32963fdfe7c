import type { TemplatesFile } from "./reference-files.ts";

type SourceTemplate = TemplatesFile["templates"][number];
type Chosen = Pick<SourceTemplate, "traits" | "skillModifiers">;

/** Build templates with their measured coefficients in our own schema. */
export function convertTemplates(file: TemplatesFile): Record<string, unknown> {
  return {
    source: { title: "Discretize gear optimizer, build templates", date: file.source.date },
    templates: file.templates.map(convertTemplate),
  };
}

function convertTemplate(template: SourceTemplate): Record<string, unknown> {
  const { distribution, traits, skillModifiers, fractalTraits, setups, assumedBuffs, ...same } = template;
  return {
    ...same,
    coefficients: distribution,
    ...chosen({ traits, skillModifiers }),
    ...(fractalTraits === undefined ? {} : { fractal: chosen(fractalTraits) }),
    setups: Object.fromEntries(Object.entries(setups).map(([name, setup]) => [name, convertSetup(setup)])),
    assumedBuffs,
  };
}

function chosen({ traits, skillModifiers }: Chosen): Record<string, unknown> {
  return { lines: traits.lines, traitUses: traits.modifiers, skillUses: skillModifiers };
}

function convertSetup(setup: SourceTemplate["setups"][string]): Record<string, unknown> {
  const { goal } = setup;
  const { foodLifeStealPer10s, preset: _preset, ...extras } = setup.extras;
  return {
    goal: {
      affixes: goal.affixes,
      optimizeFor: goal.optimizeFor,
      infusionStats: goal.infusionStats,
      minBoonDurationPercent: goal.minBoonDuration,
      minQuicknessDurationPercent: goal.minQuicknessDuration,
    },
    extras,
    ...(foodLifeStealPer10s === undefined ? {} : { foodLifeStealPer10s }),
  };
}
