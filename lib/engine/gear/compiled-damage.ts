import { CONDITION_KEYS, CONDITION_NAMES, type GearProblem, type GearScenario } from "./problem.ts";
import { tickFormula } from "./value-scenario.ts";

/** Limited to 0..1, as chances and durations are. */
export function limit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** Step 6, Damage of one scenario. */
export function compileDamage(
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
