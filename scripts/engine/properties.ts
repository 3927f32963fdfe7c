/** What has to hold for every build, tried on random ones from the real data. */
import { assert, constantFrom, integer, property, record } from "fast-check";
import { loadGearTables } from "#lib/catalog/mechanics/load.ts";
import { ATTRIBUTES, GEAR_ATTRIBUTES } from "#lib/engine/attribute-ids.ts";
import { type BuildDamage, type CalculationInput, computeDamage } from "#lib/engine/build-damage.ts";
import { compileCalculation } from "#lib/engine/compile.ts";
import { createFastEvaluator, type FastEvaluator, RESULT } from "#lib/engine/fast-evaluator.ts";
import { pointTotals } from "#lib/engine/gear-choice.ts";
import { sumOfContributions } from "#lib/engine/ledger.ts";
import { FINDING_CODES } from "#lib/engine/legality/finding.ts";
import { legalityFindings } from "#lib/engine/legality/legality.ts";
import { CALCULATED_MODES, type CalculatedMode } from "#lib/engine/mechanics.ts";
import { DAMAGE_PARTS } from "#lib/engine/scenario-damage.ts";
import { splitIntoScenarios } from "#lib/engine/scenarios.ts";
import type { EngineProperty } from "./engine-property.ts";
import { LOADOUT_PROPERTIES } from "./loadout-properties.ts";
import { evaluateNaively, naiveScenarios } from "./naive-evaluator.ts";
import { poisonedData } from "./poisoned-data.ts";
import { randomInput } from "./random-builds.ts";
import { randomLoadout, realCatalog } from "./random-loadouts.ts";

const SEEDS = record({
  seed: integer({ min: 0, max: 0xffff_ffff }),
  mode: constantFrom(...CALCULATED_MODES),
});

interface Case {
  readonly seed: number;
  readonly mode: CalculatedMode;
}

function holds(guarantee: string, holdsFor: (one: Case) => void): EngineProperty {
  return {
    guarantee,
    share: 12,
    check: (cases, seed) => assert(property(SEEDS, holdsFor), { numRuns: cases, seed }),
  };
}

function expectTrue(condition: boolean, message: () => string): void {
  if (!condition) throw new Error(message());
}

/** Random uptimes may exclude each other; such a build is refused with a type and is no case. */
function computed({ seed, mode }: Case): { input: CalculationInput; result: BuildDamage } | undefined {
  const input = randomInput(seed, mode);
  if (!input.ok) throw new Error(input.error.message);
  const result = computeDamage(input.value);
  if (!result.ok) {
    expectTrue(result.error.code === "CONFLICTING_SCENARIOS", () => result.error.message);
    return undefined;
  }
  return { input: input.value, result: result.value };
}

function evaluatorOf(input: CalculationInput): FastEvaluator {
  const compiled = compileCalculation(input);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return createFastEvaluator(compiled.value);
}

function gearPoints({ base }: CalculationInput): Float64Array {
  return pointTotals([...base.gear, ...base.infusions]);
}

function isClose(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-12 * Math.max(1, Math.abs(expected));
}

const breakdowns = holds("the contributions of every attribute add up to it exactly", (one) => {
  const found = computed(one);
  if (found === undefined) return;
  for (const { attributes } of found.result.scenarios) {
    for (const id of ATTRIBUTES) {
      const { value, contributions } = attributes[id];
      expectTrue(Number.isFinite(value), () => `${id} is ${value}`);
      expectTrue(sumOfContributions(contributions) === value, () => `${id}: contributions miss ${value}`);
    }
  }
});

const parts = holds("parts of the damage add up to it, fractions of the scenarios to 1", (one) => {
  const found = computed(one);
  if (found === undefined) return;
  const { damage, damageByPart, scenarios } = found.result;
  const sum = DAMAGE_PARTS.reduce((total, part) => total + damageByPart[part], 0);
  expectTrue(isClose(sum, damage), () => `${sum} instead of ${damage}`);
  const time = scenarios.reduce((total, { fraction }) => total + fraction, 0);
  expectTrue(Math.abs(time - 1) < 1e-9, () => `fractions add up to ${time}`);
});

const fastPath = holds(
  "the fast evaluator gives the same attributes bit by bit and the same damage",
  (one) => {
    const found = computed(one);
    if (found === undefined) return;
    const { input, result } = found;
    const evaluator = evaluatorOf(input);
    evaluator.evaluate(gearPoints(input));
    const { attributes, results } = evaluator;
    for (const [index, scenario] of result.scenarios.entries()) {
      for (const [position, id] of ATTRIBUTES.entries()) {
        const fast = attributes[index]?.[position];
        expectTrue(
          fast === scenario.attributes[id].value,
          () => `${id}: ${fast}, ${scenario.attributes[id].value}`,
        );
      }
    }
    const slow = [
      result.damage,
      result.survivability,
      result.healing,
      ...DAMAGE_PARTS.map((part) => result.damageByPart[part]),
    ];
    for (const [index, value] of slow.entries()) {
      expectTrue(
        isClose(results[index] ?? Number.NaN, value),
        () => `result ${index}: ${results[index]}, ${value}`,
      );
    }
  },
);

const secondOpinion = holds("an evaluator written down plainly agrees", (one) => {
  const found = computed(one);
  if (found === undefined) return;
  const { input, result } = found;
  const scenarios = splitIntoScenarios(input.sources);
  if (!scenarios.ok) throw new Error(scenarios.error.message);
  const points = gearPoints(input);
  const gear = Object.fromEntries(GEAR_ATTRIBUTES.map((id, index) => [id, points[index] ?? 0]));
  const naive = evaluateNaively(input, naiveScenarios(scenarios.value), gear);
  for (const key of ["damage", "survivability", "healing"] as const) {
    expectTrue(isClose(naive[key], result[key]), () => `${key}: ${naive[key]}, ${result[key]}`);
  }
});

/** No effect lowers one attribute for another, so more points of gear never make any number smaller. */
const monotone = holds(
  "more points of gear never lower an attribute, damage, survivability or healing",
  (one) => {
    const found = computed(one);
    if (found === undefined) return;
    const evaluator = evaluatorOf(found.input);
    const points = gearPoints(found.input);
    evaluator.evaluate(points);
    const results = evaluator.results.slice();
    const attributes = evaluator.attributes.map((values) => values.slice());
    for (const [index, id] of GEAR_ATTRIBUTES.entries()) {
      const more = points.slice();
      more[index] = (more[index] ?? 0) + 1 + (one.seed % 50);
      evaluator.evaluate(more);
      for (const key of [RESULT.damage, RESULT.survivability, RESULT.healing]) {
        const noise = 1e-12 * Math.abs(results[key] ?? 0);
        expectNoFall(id, `result ${key}`, (results[key] ?? Number.NaN) - noise, evaluator.results[key]);
      }
      for (const [scenario, values] of attributes.entries()) {
        for (let position = 0; position < values.length; position++) {
          const value = values[position] ?? Number.NaN;
          expectNoFall(id, ATTRIBUTES[position] ?? "", value, evaluator.attributes[scenario]?.[position]);
        }
      }
    }
  },
);

function expectNoFall(raised: string, what: string, before: number, after: number | undefined): void {
  expectTrue(
    (after ?? Number.NaN) >= before,
    () => `more ${raised}: ${what} falls from ${before} to ${after}`,
  );
}

const modes = holds("one mode never reads a figure of the other", (one) => {
  const clean = randomInput(one.seed, one.mode);
  const poisoned = randomInput(one.seed, one.mode, poisonedData(one.mode));
  if (!clean.ok || !poisoned.ok) throw new Error("A random build was refused.");
  const expected = computeDamage(clean.value);
  const actual = computeDamage(poisoned.value);
  expectTrue(expected.ok === actual.ok, () => "the other mode's figures decide on a refusal");
  if (!expected.ok || !actual.ok) return;
  for (const [index, scenario] of expected.value.scenarios.entries()) {
    const other = actual.value.scenarios[index];
    for (const id of ATTRIBUTES) {
      expectTrue(other?.attributes[id].value === scenario.attributes[id].value, () => `${id} differs`);
    }
  }
  for (const part of DAMAGE_PARTS) {
    expectTrue(
      actual.value.damageByPart[part] === expected.value.damageByPart[part],
      () => `${part} differs`,
    );
  }
  expectTrue(actual.value.survivability === expected.value.survivability, () => "survivability differs");
});

const legality = holds(
  "legality judges any loadout, complete or not, with findings that name their slot",
  ({ seed }) => {
    const loadout = randomLoadout(seed);
    for (const { code, severity, slot, message, mend } of legalityFindings(
      loadout,
      realCatalog(),
      loadGearTables(),
    )) {
      expectTrue(FINDING_CODES[code] === severity, () => `${code} is no ${severity}`);
      expectTrue(
        /^(specializations|skills|weapons|equipment|pets|legends)/.test(slot),
        () => `${code}: ${slot}`,
      );
      expectTrue(message.length > 0 && mend.length > 0, () => `${code} says nothing`);
    }
  },
);

export const ENGINE_PROPERTIES: readonly EngineProperty[] = [
  breakdowns,
  parts,
  fastPath,
  secondOpinion,
  monotone,
  modes,
  legality,
  ...LOADOUT_PROPERTIES,
];
