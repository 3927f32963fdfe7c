import { compileDamage, limit } from "./compiled-damage.ts";
import type { WantedMeasures } from "./needed-attributes.ts";
import type { GearProblem, GearScenario } from "./problem.ts";
import { roundHalfToEven } from "./rounding.ts";
import {
  HEALING_BASE,
  HEALING_PER_POINT,
  HEALTH_PER_VITALITY,
  isCritChance,
  POINTS_PER_CRIT_CHANCE,
  POINTS_PER_DURATION,
  PRECISION_WITHOUT_CRITS,
  SURVIVABILITY_SCALE,
} from "./value-scenario.ts";

/** One scenario on flat arrays; the outcome of the last run is in the fields. */
export interface CompiledScenario {
  readonly fraction: number;
  damage: number;
  survivability: number;
  healing: number;
  run(points: Float64Array, at: number): void;
  /** Attribute after step 5 of the last run. */
  read(attribute: string): number;
}

/** Steps 1 to 6 of one scenario for the attributes that are needed. */
export function compileScenario(
  problem: GearProblem,
  scenario: GearScenario,
  inputs: readonly string[],
  fixedPoints: ReadonlyMap<string, number>,
  wanted: WantedMeasures,
  needed: ReadonlySet<string>,
): CompiledScenario {
  const indexes = new Map<string, number>();
  const indexOf = (name: string) => {
    const known = indexes.get(name);
    if (known !== undefined) return known;
    indexes.set(name, indexes.size);
    return indexes.size - 1;
  };
  for (const name of needed) indexOf(name);
  const before = compileConversions(problem, scenario.conversions, needed, indexOf);
  const after = compileConversions(problem, scenario.conversionsAfterBuffs, needed, indexOf);
  const buffs = scenario.buffs.filter(([name]) => needed.has(name));
  const buffTargets = Int32Array.from(buffs, ([name]) => indexOf(name));
  const buffAmounts = Float64Array.from(buffs, ([, amount]) => amount);
  const live = inputs.map((name, position) => ({ name, position })).filter(({ name }) => needed.has(name));
  const liveTargets = Int32Array.from(live, ({ name }) => indexOf(name));
  const livePositions = Int32Array.from(live, ({ position }) => position);
  const derive = compileDerived(problem, needed, indexOf);
  const damage = wanted.damage ? compileDamage(problem, scenario, indexOf) : () => 0;
  const health = indexOf("Health");
  const armor = indexOf("Armor");
  const healingPower = indexOf("Healing Power");
  const outgoing = indexOf("Outgoing Healing");
  const base = new Float64Array(indexes.size);
  const inputNames = new Set(inputs);
  for (const [name, index] of indexes) {
    base[index] = (scenario.base[name] ?? 0) + (inputNames.has(name) ? 0 : (fixedPoints.get(name) ?? 0));
  }
  const source = Float64Array.from(base);
  const values = new Float64Array(indexes.size);
  const compiled: CompiledScenario = {
    fraction: scenario.fraction,
    damage: 0,
    survivability: 0,
    healing: 0,
    run(points, at) {
      for (let i = 0; i < liveTargets.length; i++) {
        const target = liveTargets[i] as number;
        source[target] = (base[target] as number) + (points[at + (livePositions[i] as number)] as number);
      }
      values.set(source);
      runConversions(before, source, values);
      for (let i = 0; i < buffTargets.length; i++) {
        const target = buffTargets[i] as number;
        values[target] = (values[target] as number) + (buffAmounts[i] as number);
      }
      derive(values);
      runConversionsAfterBuffs(after, values);
      compiled.damage = damage(values);
      if (wanted.survivability) {
        const bulk = (values[health] as number) * (values[armor] as number);
        compiled.survivability = bulk / scenario.multipliers.incomingStrike / SURVIVABILITY_SCALE;
      }
      if (wanted.healing) {
        const perSkill = HEALING_PER_POINT * (values[healingPower] as number) + HEALING_BASE;
        compiled.healing = perSkill * (1 + (values[outgoing] as number));
      }
    },
    read(attribute) {
      const index = indexes.get(attribute);
      return index === undefined ? 0 : (values[index] as number);
    },
  };
  return compiled;
}

interface CompiledConversions {
  readonly targets: Int32Array;
  readonly sources: Int32Array;
  readonly rates: Float64Array;
  readonly rounded: Uint8Array;
  readonly limited: Uint8Array;
}

function compileConversions(
  problem: GearProblem,
  conversions: GearScenario["conversions"],
  needed: ReadonlySet<string>,
  indexOf: (name: string) => number,
): CompiledConversions {
  const points = new Set(problem.pointAttributes);
  const flat = conversions.flatMap(([target, pairs]) =>
    needed.has(target) ? pairs.map(([source, rate]) => ({ target, source, rate })) : [],
  );
  return {
    targets: Int32Array.from(flat, ({ target }) => indexOf(target)),
    sources: Int32Array.from(flat, ({ source }) => indexOf(source)),
    rates: Float64Array.from(flat, ({ rate }) => rate),
    rounded: Uint8Array.from(flat, ({ target }) => (points.has(target) ? 1 : 0)),
    limited: Uint8Array.from(flat, ({ source }) => (isCritChance(source) ? 1 : 0)),
  };
}

function runConversions(list: CompiledConversions, source: Float64Array, values: Float64Array): void {
  for (let i = 0; i < list.targets.length; i++) {
    const target = list.targets[i] as number;
    const amount = (source[list.sources[i] as number] as number) * (list.rates[i] as number);
    values[target] = (values[target] as number) + (list.rounded[i] ? roundHalfToEven(amount) : amount);
  }
}

function runConversionsAfterBuffs(list: CompiledConversions, values: Float64Array): void {
  for (let i = 0; i < list.targets.length; i++) {
    const target = list.targets[i] as number;
    const read = values[list.sources[i] as number] as number;
    const amount = (list.limited[i] ? limit(read) : read) * (list.rates[i] as number);
    values[target] = (values[target] as number) + (list.rounded[i] ? roundHalfToEven(amount) : amount);
  }
}

/** Step 4, only for the derived attributes that matter. */
function compileDerived(
  problem: GearProblem,
  needed: ReadonlySet<string>,
  indexOf: (name: string) => number,
): (values: Float64Array) => void {
  const steps: ((values: Float64Array) => void)[] = [];
  const scaled = (target: string, source: string, offset: number, divisor: number) => {
    if (!needed.has(target)) return;
    const to = indexOf(target);
    const from = indexOf(source);
    steps.push((values) => {
      values[to] = (values[to] as number) + ((values[from] as number) - offset) / divisor;
    });
  };
  scaled("Critical Chance", "Precision", PRECISION_WITHOUT_CRITS, POINTS_PER_CRIT_CHANCE);
  scaled("Critical Damage", "Ferocity", 0, POINTS_PER_DURATION);
  scaled("Boon Duration", "Concentration", 0, POINTS_PER_DURATION);
  scaled("Condition Duration", "Expertise", 0, POINTS_PER_DURATION);
  if (needed.has("Health")) {
    const health = indexOf("Health");
    const vitality = indexOf("Vitality");
    const maximum = indexOf("Maximum Health");
    steps.push((values) => {
      const bare = (values[health] as number) + HEALTH_PER_VITALITY * (values[vitality] as number);
      values[health] = roundHalfToEven(bare * (1 + (values[maximum] as number)));
    });
  }
  scaled("Armor", "Toughness", 0, 1);
  if (problem.secondStrike === "phantasm") {
    scaled("Clone Critical Chance", "Precision", PRECISION_WITHOUT_CRITS, POINTS_PER_CRIT_CHANCE);
    scaled("Phantasm Critical Chance", "Precision", PRECISION_WITHOUT_CRITS, POINTS_PER_CRIT_CHANCE);
    scaled("Phantasm Critical Damage", "Ferocity", 0, POINTS_PER_DURATION);
  }
  if (problem.secondStrike === "shroud") {
    scaled("Alternative Power", "Power", 0, 1);
    const combined = (target: string, whole: string, part: string, divisor: number) => {
      if (!needed.has(target)) return;
      const [to, from, extra] = [indexOf(target), indexOf(whole), indexOf(part)];
      steps.push((values) => {
        const sum = (values[from] as number) + (values[extra] as number) / divisor;
        values[to] = (values[to] as number) + sum;
      });
    };
    combined(
      "Alternative Critical Chance",
      "Critical Chance",
      "Alternative Precision",
      POINTS_PER_CRIT_CHANCE,
    );
    combined("Alternative Critical Damage", "Critical Damage", "Alternative Ferocity", POINTS_PER_DURATION);
  }
  return (values) => {
    for (const step of steps) step(values);
  };
}
