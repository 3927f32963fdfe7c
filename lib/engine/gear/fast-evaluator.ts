import { aimValue, constrainedValue, objectiveValue, relaxedLimit } from "./evaluate-gear.ts";
import {
  CONDITION_KEYS,
  CONDITION_NAMES,
  type GEAR_MEASURES,
  type GearConstraintName,
  type GearProblem,
  type GearScenario,
} from "./problem.ts";
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
  tickFormula,
} from "./value-scenario.ts";

/**
 * The reference evaluator compiled to flat arrays: the same operations in the same order on the attributes that
 * matter, about a hundred times faster. `evaluate` reads one number per input attribute and leaves the outcome in
 * the fields, so that millions of calls allocate nothing.
 */
export interface FastEvaluator {
  /** Value of the objective of the last evaluated points. */
  objective: number;
  /** Whether the last evaluated points keep every limit. */
  feasible: boolean;
  /** Evaluates `points[at .. at + inputs.length)`: summed gear points of the input attributes. */
  evaluate(points: Float64Array, at: number): void;
}

/** Attributes that each derived attribute reads in step 4, for following what matters backwards. */
function derivedSources(problem: GearProblem): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>([
    ["Critical Chance", ["Precision"]],
    ["Critical Damage", ["Ferocity"]],
    ["Boon Duration", ["Concentration"]],
    ["Condition Duration", ["Expertise"]],
    ["Health", ["Vitality", "Maximum Health"]],
    ["Armor", ["Toughness"]],
  ]);
  if (problem.secondStrike === "phantasm") {
    sources.set("Clone Critical Chance", ["Precision"]);
    sources.set("Phantasm Critical Chance", ["Precision"]);
    sources.set("Phantasm Critical Damage", ["Ferocity"]);
  }
  if (problem.secondStrike === "shroud") {
    sources.set("Alternative Power", ["Power"]);
    sources.set("Alternative Critical Chance", ["Critical Chance", "Alternative Precision"]);
    sources.set("Alternative Critical Damage", ["Critical Damage", "Alternative Ferocity"]);
  }
  return sources;
}

/**
 * @param inputs names of the attributes that vary
 * @param fixedPoints summed gear points of every other attribute (any value is right for attributes that do not
 *   matter; see the relevance analysis for which those are)
 * @param aim what a constraint looks at instead of the objective (see `aimValue`)
 */
export function createFastEvaluator(
  problem: GearProblem,
  inputs: readonly string[],
  fixedPoints: ReadonlyMap<string, number>,
  aim: GearConstraintName | null = null,
): FastEvaluator {
  const limits = Object.entries(problem.constraints) as [GearConstraintName, number][];
  const wanted = wantedMeasures(problem, aim);
  const read = [...limits.map(([name]) => name), ...(aim === null ? [] : [aim])];
  const scenarios = problem.scenarios.map((scenario, index) =>
    compileScenario(problem, scenario, inputs, fixedPoints, wanted, index === 0 ? read : []),
  );
  const bounds = limits.map(([name, limit]) => ({
    name,
    limit: relaxedLimit(name, limit),
    isMaximum: name === "maxToughness",
  }));
  const first = scenarios[0];
  const readFirst = (attribute: string) => first?.read(attribute) ?? 0;
  const sums = { Damage: 0, Survivability: 0, Healing: 0 };
  const evaluator: FastEvaluator = {
    objective: 0,
    feasible: true,
    evaluate(points, at) {
      sums.Damage = 0;
      sums.Survivability = 0;
      sums.Healing = 0;
      for (const scenario of scenarios) {
        scenario.run(points, at);
        sums.Damage += scenario.damage * scenario.fraction;
        sums.Survivability += scenario.survivability * scenario.fraction;
        sums.Healing += scenario.healing * scenario.fraction;
      }
      evaluator.objective =
        aim === null ? objectiveValue(problem.objective, sums) : aimValue(aim, readFirst, sums);
      evaluator.feasible = true;
      for (const bound of bounds) {
        const value = constrainedValue(bound.name, readFirst, sums);
        if (bound.isMaximum ? value > bound.limit : value < bound.limit) {
          evaluator.feasible = false;
          return;
        }
      }
    },
  };
  return evaluator;
}

interface WantedMeasures {
  readonly damage: boolean;
  readonly survivability: boolean;
  readonly healing: boolean;
}

function wantedMeasures(problem: GearProblem, aim: GearConstraintName | null): WantedMeasures {
  const { constraints } = problem;
  const objective = aim === null ? problem.objective : {};
  const wants = (measure: (typeof GEAR_MEASURES)[number]) =>
    objective === measure ||
    (typeof objective !== "string" && (objective[measure] ?? 0) !== 0) ||
    aim === `min${measure}` ||
    constraints[`min${measure}`] !== undefined;
  return { damage: wants("Damage"), survivability: wants("Survivability"), healing: wants("Healing") };
}

interface CompiledScenario {
  readonly fraction: number;
  damage: number;
  survivability: number;
  healing: number;
  run(points: Float64Array, at: number): void;
  /** Attribute after step 5 of the last run. */
  read(attribute: string): number;
}

/** Attributes whose final value a measure or a constraint reads. */
function outputAttributes(
  problem: GearProblem,
  wanted: WantedMeasures,
  constraints: readonly GearConstraintName[],
): Set<string> {
  const outputs = new Set<string>();
  const read = (...names: string[]) => {
    for (const name of names) outputs.add(name);
  };
  if (wanted.damage) {
    read("Power Coefficient", "Power", "Critical Chance", "Critical Damage", "NonCrit Power Coefficient");
    read("Power2 Coefficient", "Siphon Base Coefficient", "Siphon Coefficient", "Flat DPS");
    if (problem.secondStrike === "phantasm") read("Phantasm Critical Chance", "Phantasm Critical Damage");
    if (problem.secondStrike === "shroud") {
      read("Alternative Power", "Alternative Critical Chance", "Alternative Critical Damage");
    }
    read("Condition Duration", "Condition Duration Uncapped");
    for (const key of CONDITION_KEYS) {
      read(`${CONDITION_NAMES[key]} Coefficient`, `${CONDITION_NAMES[key]} Duration`);
      read(problem.conditions[key].scalesWith);
    }
  }
  if (wanted.survivability) read("Health", "Armor");
  if (wanted.healing) read("Healing Power", "Outgoing Healing");
  for (const name of constraints) {
    const none = { Damage: 0, Survivability: 0, Healing: 0 };
    constrainedValue(
      name,
      (attribute) => {
        outputs.add(attribute);
        return 0;
      },
      none,
    );
  }
  return outputs;
}

/** Everything the outputs depend on, found by following conversions and derived attributes backwards. */
function neededAttributes(problem: GearProblem, scenario: GearScenario, outputs: Set<string>): Set<string> {
  const needed = new Set(outputs);
  const derived = derivedSources(problem);
  const conversions = [...scenario.conversions, ...scenario.conversionsAfterBuffs];
  for (let before = -1; before !== needed.size; ) {
    before = needed.size;
    for (const [target, sources] of derived) {
      if (needed.has(target)) for (const source of sources) needed.add(source);
    }
    for (const [target, pairs] of conversions) {
      if (needed.has(target)) for (const [source] of pairs) needed.add(source);
    }
  }
  return needed;
}

function compileScenario(
  problem: GearProblem,
  scenario: GearScenario,
  inputs: readonly string[],
  fixedPoints: ReadonlyMap<string, number>,
  wanted: WantedMeasures,
  constraints: readonly GearConstraintName[],
): CompiledScenario {
  const needed = neededAttributes(problem, scenario, outputAttributes(problem, wanted, constraints));
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

function limit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
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

/** Step 6, Damage of one scenario. */
function compileDamage(
  problem: GearProblem,
  scenario: GearScenario,
  indexOf: (name: string) => number,
): (values: Float64Array) => number {
  const m = scenario.multipliers;
  const armor = problem.armorOfTarget;
  const power = indexOf("Power");
  const coefficient = indexOf("Power Coefficient");
  const nonCrit = indexOf("NonCrit Power Coefficient");
  const chance = indexOf("Critical Chance");
  const critDamage = indexOf("Critical Damage");
  const siphonBase = indexOf("Siphon Base Coefficient");
  const siphon = indexOf("Siphon Coefficient");
  const flat = indexOf("Flat DPS");
  const second = compileSecondStrike(problem, scenario, indexOf);
  const conditions = compileConditions(problem, scenario, indexOf);
  return (values) => {
    const a = values[power] as number;
    const crit = 1 + limit(values[chance] as number) * ((values[critDamage] as number) * m.critDamage - 1);
    const hits = (values[coefficient] as number) * a * crit;
    const strike = ((hits + (values[nonCrit] as number) * a) / armor) * m.strike;
    const drained = ((values[siphonBase] as number) + (values[siphon] as number) * a) * m.siphon;
    return strike + second(values) + drained + (values[flat] as number) + conditions(values);
  };
}

function compileSecondStrike(
  problem: GearProblem,
  scenario: GearScenario,
  indexOf: (name: string) => number,
): (values: Float64Array) => number {
  if (problem.secondStrike === null) return () => 0;
  const m = scenario.multipliers;
  const isPhantasm = problem.secondStrike === "phantasm";
  const prefix = isPhantasm ? "Phantasm" : "Alternative";
  const coefficient = indexOf("Power2 Coefficient");
  const power = indexOf(isPhantasm ? "Power" : "Alternative Power");
  const chance = indexOf(`${prefix} Critical Chance`);
  const critDamage = indexOf(`${prefix} Critical Damage`);
  return (values) => {
    const weight = values[coefficient] as number;
    if (weight === 0) return 0;
    const bonus = isPhantasm
      ? (values[critDamage] as number) * m.phantasmCritDamage
      : (values[critDamage] as number) * m.critDamage * m.alternativeCritDamage;
    const crit = 1 + limit(values[chance] as number) * (bonus - 1);
    const strike = (weight / problem.armorOfTarget) * (values[power] as number) * crit;
    return isPhantasm ? strike * m.phantasm : strike * m.strike * m.alternative;
  };
}

function compileConditions(
  problem: GearProblem,
  scenario: GearScenario,
  indexOf: (name: string) => number,
): (values: Float64Array) => number {
  const general = indexOf("Condition Duration");
  const uncapped = indexOf("Condition Duration Uncapped");
  const mightApply = CONDITION_KEYS.filter((key) => {
    const name = `${CONDITION_NAMES[key]} Coefficient`;
    const reached = [...scenario.conversions, ...scenario.conversionsAfterBuffs].some(([to]) => to === name);
    const buffed = scenario.buffs.some(([to]) => to === name);
    const onGear = problem.slots.some((slot) => slot.options.some((option) => name in option.points));
    return reached || buffed || onGear || (scenario.base[name] ?? 0) !== 0 || problem.infusions !== null;
  });
  const list = mightApply.map((key) => ({
    coefficient: indexOf(`${CONDITION_NAMES[key]} Coefficient`),
    duration: indexOf(`${CONDITION_NAMES[key]} Duration`),
    scalesWith: indexOf(problem.conditions[key].scalesWith),
    ...tickFormula(problem.conditions, key, problem.attackRate, problem.movementUptime),
    multiplier: scenario.multipliers[key],
  }));
  const all = scenario.multipliers.condition;
  return (values) => {
    let sum = 0;
    for (const c of list) {
      const weight = values[c.coefficient] as number;
      if (weight === 0) continue;
      const lasting = limit((values[c.duration] as number) + (values[general] as number));
      const duration = 1 + lasting + (values[uncapped] as number);
      const tick = c.factor * (values[c.scalesWith] as number) + c.base;
      sum += weight * duration * tick * all * c.multiplier;
    }
    return sum;
  };
}
