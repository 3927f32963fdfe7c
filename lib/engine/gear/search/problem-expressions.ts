import { constrainedValue, relaxedLimit } from "../evaluate-gear.ts";
import type { AttributeNeeds, WantedMeasures } from "../needed-attributes.ts";
import {
  CONDITION_KEYS,
  CONDITION_NAMES,
  type ConditionKey,
  GEAR_MEASURES,
  type GearConstraintName,
  type GearMeasure,
  type GearProblem,
  type GearScenario,
} from "../problem.ts";
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
} from "../value-scenario.ts";
import type { ExpressionBuilder, NodeId } from "./expression.ts";

export interface ConstraintExpression {
  readonly name: GearConstraintName;
  /** At least 0 for a valid gear (the limit's room for rounding is inside). */
  readonly slack: NodeId;
}

export interface ProblemExpressions {
  readonly objective: NodeId;
  readonly constraints: readonly ConstraintExpression[];
}

/**
 * Writes the valuation of gear-problem v1 as expressions of the summed gear points. The same formulas as the
 * reference evaluator, but free in the order of operations: bounds made from them must leave room for the last
 * bits of floating point.
 *
 * @param pointsOf the node of the summed gear points of an attribute (an input, or a constant)
 * @param aim what a constraint looks at is the objective instead (see `aimValue`)
 * @param needs what `attributeNeeds` says of the problem and the aim: measures that nothing needs are written as 0, and
 *   nothing is added to attributes that nothing needs
 */
export function problemExpressions(
  problem: GearProblem,
  builder: ExpressionBuilder,
  pointsOf: (attribute: string) => NodeId,
  aim: GearConstraintName | null,
  { wanted, byScenario }: AttributeNeeds,
): ProblemExpressions {
  const scenarios = problem.scenarios.map((scenario, index) => ({
    fraction: scenario.fraction,
    ...scenarioExpressions(problem, scenario, builder, pointsOf, wanted, byScenario[index] ?? new Set()),
  }));
  const sumOf = (measure: GearMeasure) =>
    builder.sum(
      0,
      scenarios.map((scenario) => ({ node: scenario[measure], factor: scenario.fraction })),
    );
  const measures = {
    Damage: sumOf("Damage"),
    Survivability: sumOf("Survivability"),
    Healing: sumOf("Healing"),
  };
  const { objective } = problem;
  const weights = typeof objective === "string" ? { [objective]: 1 } : objective;
  const objectiveTerms = GEAR_MEASURES.map((measure) => ({
    node: measures[measure],
    factor: weights[measure] ?? 0,
  }));
  const first = scenarios[0];
  const limits = Object.entries(problem.constraints) as [GearConstraintName, number][];
  const aimNode =
    aim === null ? null : constrainedNode(builder, aim, (attribute) => first?.attribute(attribute), measures);
  return {
    objective:
      aimNode === null
        ? builder.sum(0, objectiveTerms)
        : builder.sum(0, [{ node: aimNode, factor: aim === "maxToughness" ? -1 : 1 }]),
    constraints: limits.map(([name, limit]) => {
      const value = constrainedNode(builder, name, (attribute) => first?.attribute(attribute), measures);
      const bound = relaxedLimit(name, limit);
      const slack =
        name === "maxToughness"
          ? builder.sum(bound, [{ node: value, factor: -1 }])
          : builder.sum(-bound, [{ node: value, factor: 1 }]);
      return { name, slack };
    }),
  };
}

/** `constrainedValue` in nodes: which attributes a constraint adds up, or which measure it reads. */
function constrainedNode(
  builder: ExpressionBuilder,
  name: GearConstraintName,
  attribute: (name: string) => NodeId | undefined,
  measures: Readonly<Record<GearMeasure, NodeId>>,
): NodeId {
  if (name === "minDamage") return measures.Damage;
  if (name === "minHealing") return measures.Healing;
  if (name === "minSurvivability") return measures.Survivability;
  const read: string[] = [];
  const note = (attributeName: string) => {
    read.push(attributeName);
    return 0;
  };
  constrainedValue(name, note, { Damage: 0, Survivability: 0, Healing: 0 });
  return builder.sum(
    0,
    read.map((attributeName) => ({ node: attribute(attributeName) ?? builder.constant(0), factor: 1 })),
  );
}

interface ScenarioExpressions {
  readonly Damage: NodeId;
  readonly Survivability: NodeId;
  readonly Healing: NodeId;
  attribute(name: string): NodeId;
}

function scenarioExpressions(
  problem: GearProblem,
  scenario: GearScenario,
  builder: ExpressionBuilder,
  pointsOf: (attribute: string) => NodeId,
  wanted: WantedMeasures,
  needed: ReadonlySet<string>,
): ScenarioExpressions {
  const get = scenarioAttributeNodes(problem, scenario, builder, pointsOf, needed);
  const none = builder.constant(0);
  return {
    Damage: wanted.damage ? damageNode(problem, scenario, builder, get) : none,
    Survivability: wanted.survivability ? survivabilityNode(scenario, builder, get) : none,
    Healing: wanted.healing ? healingNode(builder, get) : none,
    attribute: get,
  };
}

function survivabilityNode({ multipliers }: GearScenario, builder: ExpressionBuilder, get: ReadNode): NodeId {
  const bulk = builder.product(get("Health"), get("Armor"));
  return builder.sum(0, [{ node: bulk, factor: 1 / multipliers.incomingStrike / SURVIVABILITY_SCALE }]);
}

function healingNode(builder: ExpressionBuilder, get: ReadNode): NodeId {
  const perSkill = builder.sum(HEALING_BASE, [{ node: get("Healing Power"), factor: HEALING_PER_POINT }]);
  const outgoing = builder.sum(1, [{ node: get("Outgoing Healing"), factor: 1 }]);
  return builder.product(perSkill, outgoing);
}

type ReadNode = (attribute: string) => NodeId;

/** Steps 1 to 5 in nodes, for the attributes that are needed. */
function scenarioAttributeNodes(
  problem: GearProblem,
  scenario: GearScenario,
  builder: ExpressionBuilder,
  pointsOf: (attribute: string) => NodeId,
  needed: ReadonlySet<string>,
): ReadNode {
  const base = (name: string) => builder.sum(scenario.base[name] ?? 0, [{ node: pointsOf(name), factor: 1 }]);
  const values = new Map<string, NodeId>();
  const get = (name: string): NodeId => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const node = base(name);
    values.set(name, node);
    return node;
  };
  const add = (name: string, node: NodeId, factor = 1, constant = 0) => {
    if (!needed.has(name)) return;
    const terms = [
      { node: get(name), factor: 1 },
      { node, factor },
    ];
    values.set(name, builder.sum(constant, terms));
  };
  const points = new Set(problem.pointAttributes);
  const convert = (conversions: GearScenario["conversions"], read: ReadNode) => {
    for (const [target, sources] of conversions) {
      if (!needed.has(target)) continue;
      for (const [source, rate] of sources) {
        const amount = builder.sum(0, [{ node: read(source), factor: rate }]);
        add(target, points.has(target) ? builder.round(amount) : amount);
      }
    }
  };
  convert(scenario.conversions, base);
  for (const [name, amount] of scenario.buffs) add(name, builder.constant(amount));
  deriveNodes(problem, builder, needed, get, add, (name, node) => values.set(name, node));
  convert(scenario.conversionsAfterBuffs, (source) =>
    isCritChance(source) ? builder.limit(get(source)) : get(source),
  );
  return get;
}

/** Step 4 in nodes. */
function deriveNodes(
  problem: GearProblem,
  builder: ExpressionBuilder,
  needed: ReadonlySet<string>,
  get: ReadNode,
  add: (name: string, node: NodeId, factor?: number, constant?: number) => void,
  set: (name: string, node: NodeId) => void,
): void {
  const fromPrecision = (target: string) =>
    add(
      target,
      get("Precision"),
      1 / POINTS_PER_CRIT_CHANCE,
      -PRECISION_WITHOUT_CRITS / POINTS_PER_CRIT_CHANCE,
    );
  fromPrecision("Critical Chance");
  add("Critical Damage", get("Ferocity"), 1 / POINTS_PER_DURATION);
  add("Boon Duration", get("Concentration"), 1 / POINTS_PER_DURATION);
  add("Condition Duration", get("Expertise"), 1 / POINTS_PER_DURATION);
  if (needed.has("Health")) {
    const bareHealth = builder.sum(0, [
      { node: get("Health"), factor: 1 },
      { node: get("Vitality"), factor: HEALTH_PER_VITALITY },
    ]);
    const scale = builder.sum(1, [{ node: get("Maximum Health"), factor: 1 }]);
    set("Health", builder.round(builder.product(bareHealth, scale)));
  }
  add("Armor", get("Toughness"));
  if (problem.secondStrike === "phantasm") {
    fromPrecision("Clone Critical Chance");
    fromPrecision("Phantasm Critical Chance");
    add("Phantasm Critical Damage", get("Ferocity"), 1 / POINTS_PER_DURATION);
  }
  if (problem.secondStrike === "shroud") {
    add("Alternative Power", get("Power"));
    add("Alternative Critical Chance", get("Critical Chance"));
    add("Alternative Critical Chance", get("Alternative Precision"), 1 / POINTS_PER_CRIT_CHANCE);
    add("Alternative Critical Damage", get("Critical Damage"));
    add("Alternative Critical Damage", get("Alternative Ferocity"), 1 / POINTS_PER_DURATION);
  }
}

/** Step 6, Damage of one scenario in nodes, arranged so that as few products as possible remain. */
function damageNode(
  problem: GearProblem,
  { multipliers: m }: GearScenario,
  builder: ExpressionBuilder,
  get: ReadNode,
): NodeId {
  const armor = problem.armorOfTarget;
  const crit = critBonus(builder, get("Critical Chance"), get("Critical Damage"), m.critDamage);
  const hits = builder.sum(0, [
    { node: get("Power Coefficient"), factor: 1 },
    { node: get("NonCrit Power Coefficient"), factor: 1 },
    { node: builder.product(get("Power Coefficient"), crit), factor: 1 },
  ]);
  const perPower = builder.sum(0, [
    { node: hits, factor: m.strike / armor },
    { node: get("Siphon Coefficient"), factor: m.siphon },
  ]);
  const terms = [
    { node: builder.product(get("Power"), perPower), factor: 1 },
    { node: get("Siphon Base Coefficient"), factor: m.siphon },
    { node: get("Flat DPS"), factor: 1 },
    { node: conditionsNode(problem, m, builder, get), factor: 1 },
  ];
  if (problem.secondStrike === "phantasm") {
    const bonus = critBonus(
      builder,
      get("Phantasm Critical Chance"),
      get("Phantasm Critical Damage"),
      m.phantasmCritDamage,
    );
    const perCoefficient = builder.product(get("Power"), builder.sum(1, [{ node: bonus, factor: 1 }]));
    const strike = builder.product(get("Power2 Coefficient"), perCoefficient);
    terms.push({ node: strike, factor: m.phantasm / armor });
  }
  if (problem.secondStrike === "shroud") {
    const bonus = critBonus(
      builder,
      get("Alternative Critical Chance"),
      get("Alternative Critical Damage"),
      m.critDamage * m.alternativeCritDamage,
    );
    const perCoefficient = builder.product(
      get("Alternative Power"),
      builder.sum(1, [{ node: bonus, factor: 1 }]),
    );
    const strike = builder.product(get("Power2 Coefficient"), perCoefficient);
    terms.push({ node: strike, factor: (m.strike * m.alternative) / armor });
  }
  return builder.sum(0, terms);
}

/** `lim(chance) * (damage * multiplier - 1)`. */
function critBonus(builder: ExpressionBuilder, chance: NodeId, damage: NodeId, multiplier: number): NodeId {
  return builder.product(builder.limit(chance), builder.sum(-1, [{ node: damage, factor: multiplier }]));
}

/**
 * The conditions that scale with the same attribute X have ticks `factor * X + base`, so their sum is X times one
 * sum of durations plus another: one product instead of five.
 */
function conditionsNode(
  problem: GearProblem,
  m: GearScenario["multipliers"],
  builder: ExpressionBuilder,
  get: ReadNode,
): NodeId {
  const scaled = new Map<NodeId, { node: NodeId; factor: number }[]>();
  const constants: { node: NodeId; factor: number }[] = [];
  for (const key of CONDITION_KEYS) {
    const stacks = stackNode(builder, get, key);
    const weight = m.condition * m[key];
    const { factor, base } = tickFormula(problem.conditions, key, problem.attackRate, problem.movementUptime);
    const scaling = get(problem.conditions[key].scalesWith);
    scaled.set(scaling, [...(scaled.get(scaling) ?? []), { node: stacks, factor: factor * weight }]);
    constants.push({ node: stacks, factor: base * weight });
  }
  const products = [...scaled].map(([scaling, terms]) => ({
    node: builder.product(scaling, builder.sum(0, terms)),
    factor: 1,
  }));
  return builder.sum(0, [...products, ...constants]);
}

/** Coefficient times duration of one condition. */
function stackNode(builder: ExpressionBuilder, get: ReadNode, key: ConditionKey): NodeId {
  const name = CONDITION_NAMES[key];
  const lasting = builder.sum(0, [
    { node: get(`${name} Duration`), factor: 1 },
    { node: get("Condition Duration"), factor: 1 },
  ]);
  const duration = builder.sum(1, [
    { node: builder.limit(lasting), factor: 1 },
    { node: get("Condition Duration Uncapped"), factor: 1 },
  ]);
  return builder.product(get(`${name} Coefficient`), duration);
}
