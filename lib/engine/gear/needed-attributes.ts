import { constrainedValue } from "./evaluate-gear.ts";
import {
  CONDITION_KEYS,
  CONDITION_NAMES,
  type GEAR_MEASURES,
  type GearConstraintName,
  type GearProblem,
  type GearScenario,
} from "./problem.ts";

/** Which measures an evaluator has to compute. */
export interface WantedMeasures {
  readonly damage: boolean;
  readonly survivability: boolean;
  readonly healing: boolean;
}

/** What has to be computed for a problem: its measures, and by scenario the attributes that these and limits depend on. */
export interface AttributeNeeds {
  readonly wanted: WantedMeasures;
  readonly byScenario: readonly ReadonlySet<string>[];
}

/**
 * Finds what the value of a gear and its limits depend on, so that nothing else is computed for every gear.
 *
 * @param aim what a constraint looks at instead of the objective (see `aimValue`)
 */
export function attributeNeeds(problem: GearProblem, aim: GearConstraintName | null): AttributeNeeds {
  const wanted = wantedMeasures(problem, aim);
  const read = Object.keys(problem.constraints) as GearConstraintName[];
  if (aim !== null) read.push(aim);
  return {
    wanted,
    // Constraints look at the first scenario.
    byScenario: problem.scenarios.map((scenario, index) =>
      neededAttributes(problem, scenario, outputAttributes(problem, wanted, index === 0 ? read : [])),
    ),
  };
}

/** The measures that the objective, the constraints or an aim read. */
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
