import type { AppliedSource } from "#lib/engine/applied-effects.ts";
import { type AttributeId, DAMAGING_CONDITIONS, type DamagingCondition } from "#lib/engine/attribute-ids.ts";
import { checkTarget } from "#lib/engine/build-damage.ts";
import { type Target, tickOf } from "#lib/engine/condition-ticks.ts";
import { POINTS_PER_INFUSION } from "#lib/engine/equipment.ts";
import type {
  AttributePoints,
  ChosenInfusions,
  FixedInfusions,
  GearConditions,
  GearConstraintName,
  GearConstraints,
  GearConversion,
  GearMeasure,
  GearObjective,
  GearProblem,
  GearScenario,
} from "#lib/engine/gear/problem.ts";
import { EXTRA_SLOTS } from "#lib/engine/mechanics.ts";
import { type Multipliers, multipliersOf } from "#lib/engine/multipliers.ts";
import { BASE_CRITICAL_DAMAGE, baseValues, conversionPairs } from "#lib/engine/scenario-attributes.ts";
import { type Scenario, splitIntoScenarios } from "#lib/engine/scenarios.ts";
import { err, ok, type Result } from "#lib/shared/result.ts";
import { PROBLEM_POINT_ATTRIBUTES, problemAttribute } from "./attribute-names.ts";
import type { ExtrasChoice, GearKit } from "./gear-kit.ts";
import { CONSTRAINT_FIELDS, type GearRefusal, type GearSettings } from "./schema.ts";
import type { SlotPlan } from "./slot-plan.ts";

/**
 * The gear problem of a character with these extras. Its values are those of the engine's `computeDamage` (to rounding
 * of the last bits): a test compares the two. Fails on `extras` where uptimes of effects contradict each other, on
 * `infusions` where fewer fit than are to be placed, and on `target`.
 */
export function gearProblemOf(
  kit: GearKit,
  settings: GearSettings,
  plan: SlotPlan,
  extras: ExtrasChoice,
): Result<GearProblem, GearRefusal> {
  const target = checkTarget(targetOf(kit, settings));
  if (!target.ok) return err({ field: target.error.field, message: target.error.message });
  const sources = sourcesWith(kit, extras);
  const scenarios = splitIntoScenarios(sources);
  if (!scenarios.ok) return err({ field: "extras", message: scenarios.error.message });
  const infusions = infusionsOf(kit, settings);
  if (!infusions.ok) return infusions;
  const conditions = conditionsOf(kit, target.value, sources);
  if (!conditions.ok) return conditions;
  return ok({
    id: kit.name,
    title: kit.name,
    slots: plan.slots.map(({ name, options }) => ({
      name,
      options: options.map(({ stat, points }) => ({ stat, points })),
    })),
    symmetry: plan.symmetry,
    infusions: infusions.value,
    pointAttributes: PROBLEM_POINT_ATTRIBUTES,
    scenarios: scenarios.value.map((scenario) => scenarioOf(kit, settings, scenario)),
    secondStrike: kit.profession === "Mesmer" ? "phantasm" : "shroud",
    conditions: conditions.value,
    attackRate: 0,
    movementUptime: 0,
    armorOfTarget: target.value.armor,
    constraints: constraintsOf(settings),
    objective: objectiveOf(settings),
    maxResults: settings.results,
    resultUnit: "gear",
  });
}

/** Everything that acts with these extras, in the engine's order: the extras' own effects, then what they also apply. */
export function sourcesWith(kit: GearKit, extras: ExtrasChoice): readonly AppliedSource[] {
  const worn = EXTRA_SLOTS.flatMap((slot) => extras[slot] ?? []);
  return [
    ...kit.before,
    ...worn.flatMap(({ sources }) => sources.slice(0, 1)),
    ...worn.flatMap(({ sources }) => sources.slice(1)),
    ...kit.after,
  ];
}

function targetOf(kit: GearKit, { target }: GearSettings): Target {
  return {
    armor: target.armor ?? kit.target.armor,
    attacksPerSecond: target.attacksPerSecond ?? kit.target.attacksPerSecond,
    movingFraction:
      target.movingPercent === undefined ? kit.target.movingFraction : target.movingPercent / 100,
  };
}

function scenarioOf(kit: GearKit, settings: GearSettings, { fraction, sources }: Scenario): GearScenario {
  const { damage, incoming, glancing } = multipliersOf(sources);
  const factor = (id: keyof Multipliers["damage"]) => damage[id].value;
  // A hit that glances: power x (g + c (m - g)) = g x power x (1 + c (m / g - 1)), so g goes into the coefficients.
  const glance = glancing.value;
  return {
    fraction,
    base: baseOf(kit, settings, sources, glance),
    conversions: conversionsOf("convert", sources),
    buffs: sources.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.op === "addLate" ? [[problemAttribute(effect.target), effect.v] as const] : [],
      ),
    ),
    conversionsAfterBuffs: conversionsOf("convertLate", sources),
    multipliers: {
      strike: factor("damage.strike"),
      condition: factor("damage.condition"),
      siphon: factor("damage.siphon"),
      incomingStrike: incoming["incoming.strike"].value,
      critDamage: factor("damage.critical") / glance,
      bleeding: factor("damage.bleeding"),
      burning: factor("damage.burning"),
      confusion: factor("damage.confusion"),
      poison: factor("damage.poison"),
      torment: factor("damage.torment"),
      alternative: factor("damage.shroud"),
      alternativeCritDamage: factor("damage.shroudCritical"),
      phantasm: factor("damage.phantasm"),
      phantasmCritDamage: factor("damage.phantasmCritical"),
    },
  };
}

function baseOf(
  kit: GearKit,
  settings: GearSettings,
  sources: readonly AppliedSource[],
  glance: number,
): AttributePoints {
  const base = new Map<string, number>();
  const add = (name: string, amount: number) => base.set(name, (base.get(name) ?? 0) + amount);
  const coefficients = { ...kit.coefficients, ...chosenCoefficients(settings) };
  const character = { ...kit, gear: [], infusions: [], coefficients };
  for (const [id, value] of Object.entries(baseValues(character)))
    add(problemAttribute(id as AttributeId), value);
  let health = 1;
  for (const { effects } of sources) {
    for (const effect of effects) {
      if (effect.op === "add") add(problemAttribute(effect.target), effect.v);
      if (effect.op === "multiplyHealth") health *= 1 + effect.v;
    }
  }
  add("Critical Damage", BASE_CRITICAL_DAMAGE);
  if (kit.profession === "Mesmer") add("Phantasm Critical Damage", BASE_CRITICAL_DAMAGE);
  add("Health", kit.baseHealth);
  add("Maximum Health", health - 1);
  const glancing = ["Power Coefficient", "NonCrit Power Coefficient"];
  if (kit.profession !== "Mesmer") glancing.push("Power2 Coefficient");
  for (const name of glancing) base.set(name, (base.get(name) ?? 0) * glance);
  return Object.fromEntries([...base].filter(([, amount]) => amount !== 0));
}

function chosenCoefficients({ coefficients }: GearSettings): Partial<Record<AttributeId, number>> {
  return Object.fromEntries(
    Object.entries(coefficients).flatMap(([name, value]) =>
      value === undefined ? [] : [[`coefficient.${name}`, value]],
    ),
  );
}

function conversionsOf(
  op: "convert" | "convertLate",
  sources: readonly AppliedSource[],
): readonly GearConversion[] {
  return conversionPairs(op, sources).map(({ target, from, parts }) => [
    problemAttribute(target),
    [[problemAttribute(from), parts.reduce((rate, { v }) => rate + v, 0)]],
  ]);
}

/** Ticks of the conditions on this target. Fails where a rule of damage holds in some scenarios only. */
function conditionsOf(
  { mode }: GearKit,
  target: Target,
  sources: readonly AppliedSource[],
): Result<GearConditions, GearRefusal> {
  for (const { source, split, effects } of sources) {
    if (split && effects.some(({ op }) => op === "setRule")) {
      return err({
        field: "extras",
        message: `${source} changes what a condition scales with for a part of the time, which no gear search can value.`,
      });
    }
  }
  const { rules } = multipliersOf(sources);
  const simple = (condition: DamagingCondition) => {
    const { base, factor, scalesWith } = tickOf(condition, mode, target, rules);
    return { base, factor, scalesWith: problemAttribute(scalesWith) };
  };
  const [bleeding, burning, confusion, poison, torment] = DAMAGING_CONDITIONS.map(simple);
  if (!bleeding || !burning || !confusion || !poison || !torment) throw new Error("A condition has no tick.");
  // How the enemy moves and acts is worked into the ticks, so the problem's own rates are 0.
  const none = { base: 0, factor: 0 };
  return ok({
    bleeding,
    burning,
    poison,
    torment: { scalesWith: torment.scalesWith, still: torment, moving: none },
    confusion: { scalesWith: confusion.scalesWith, passive: confusion, onSkill: none },
  });
}

function infusionsOf(
  kit: GearKit,
  { infusions }: GearSettings,
): Result<FixedInfusions | ChosenInfusions | null, GearRefusal> {
  switch (infusions.kind) {
    case "none":
      return ok(null);
    case "current":
      return ok({ mode: "fixed", pointsEach: 1, counts: namedCounts(kit.current?.infusionPoints ?? {}) });
    case "fixed":
      return ok({ mode: "fixed", pointsEach: POINTS_PER_INFUSION, counts: namedCounts(infusions.counts) });
    case "choose": {
      const options = Object.entries(namedCounts(infusions.max)).map(([attribute, max]) => ({
        attribute,
        max,
      }));
      if (options.reduce((sum, { max }) => sum + max, 0) < infusions.total) {
        return err({
          field: "infusions",
          message: `Of the infusions allowed, fewer than ${infusions.total} can be placed. Allow more, or place fewer.`,
        });
      }
      return ok({ mode: "choose", pointsEach: POINTS_PER_INFUSION, total: infusions.total, options });
    }
  }
}

function namedCounts(counts: Partial<Readonly<Record<string, number>>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([id, count]) =>
      count ? [[problemAttribute(id as AttributeId), count]] : [],
    ),
  );
}

function constraintsOf({ constraints }: GearSettings): GearConstraints {
  return Object.fromEntries(
    Object.entries(CONSTRAINT_FIELDS).flatMap(([name, { unit }]) => {
      const limit = constraints[name as GearConstraintName];
      return limit === undefined ? [] : [[name, unit === "percent" ? limit / 100 : limit]];
    }),
  );
}

const MEASURES: Readonly<Record<"damage" | "survivability" | "healing", GearMeasure>> = {
  damage: "Damage",
  survivability: "Survivability",
  healing: "Healing",
};

function objectiveOf({ objective }: GearSettings): GearObjective {
  if (objective.goal !== "mix") return MEASURES[objective.goal];
  const { damage, survivability, healing } = objective;
  return { Damage: damage, Survivability: survivability, Healing: healing };
}
