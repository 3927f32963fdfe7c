import { err, ok, type Result } from "#lib/shared/result.ts";
import {
  CONSTRAINT_NAMES,
  GEAR_LIMITS,
  GEAR_MEASURES,
  type GearConditions,
  type GearConstraintName,
  type GearConstraints,
  type GearConversion,
  type GearMeasure,
  type GearObjective,
  type GearOption,
  type GearProblem,
  type GearScenario,
  type GearSlot,
  MULTIPLIER_NAMES,
  type ResultUnit,
  type TickFormula,
} from "./problem.ts";

/** Results asked for where a problem does not say. */
const DEFAULT_RESULTS = 50;

/** Why a problem was refused: the field at fault and what to change, both safe to show. */
export interface GearProblemError {
  readonly field: string;
  readonly message: string;
}

/**
 * Reads a gear problem (format "gear-problem v1") from parsed JSON. Never throws; the first fault found is
 * returned with the path of its field. Keys the format does not know are ignored, since the files also carry
 * their expected answers.
 */
export function parseGearProblem(json: unknown): Result<GearProblem, GearProblemError> {
  try {
    return ok(readProblem(json));
  } catch (fault) {
    if (fault instanceof FieldFault) return err({ field: fault.field, message: fault.message });
    throw fault;
  }
}

class FieldFault extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}

function readProblem(json: unknown): GearProblem {
  const root = readObject(json, "problem");
  if (root.format !== undefined && root.format !== "gear-problem v1") {
    throw new FieldFault("format", 'only "gear-problem v1" is known');
  }
  const slots = readSlots(root.slots);
  const symmetry = readSymmetry(root.symmetry, slots);
  return {
    id: typeof root.id === "number" ? String(root.id) : readOptionalText(root.id, "id"),
    title: readOptionalText(root.title, "title"),
    slots: alignOptions(slots, symmetry),
    symmetry,
    infusions: readInfusions(root.infusions),
    pointAttributes: readArray(root.pointAttributes, "pointAttributes", 200).map((name, index) =>
      readText(name, `pointAttributes[${index}]`),
    ),
    scenarios: readScenarios(root.scenarios),
    secondStrike: readSecondStrike(root.secondStrike),
    conditions: readConditions(root.conditions),
    attackRate: readNumber(root.attackRate, "attackRate", 0),
    movementUptime: readNumber(root.movementUptime, "movementUptime", 0, 1),
    armorOfTarget: readPositive(root.armorOfTarget, "armorOfTarget"),
    constraints: readConstraints(root.constraints),
    objective: readObjective(root.objective),
    maxResults: readCount(root.maxResults ?? DEFAULT_RESULTS, "maxResults", 1, GEAR_LIMITS.results),
    resultUnit: readResultUnit(root.resultUnit),
  };
}

function readOptionalText(value: unknown, field: string): string {
  return value === undefined || value === null ? "" : readText(value, field);
}

function readSlots(value: unknown): readonly GearSlot[] {
  const list = readArray(value, "slots", GEAR_LIMITS.slots);
  if (list.length === 0) throw new FieldFault("slots", "at least one slot is needed");
  const slots = list.map((entry, index) => {
    const field = `slots[${index}]`;
    const slot = readObject(entry, field);
    const options = readArray(slot.options, `${field}.options`, GEAR_LIMITS.optionsPerSlot);
    if (options.length === 0) {
      throw new FieldFault(`${field}.options`, "the slot is empty; allow at least one stat set");
    }
    return {
      name: readText(slot.name, `${field}.name`),
      options: options.map((option, at) => readOption(option, `${field}.options[${at}]`)),
    };
  });
  const names = new Set<string>();
  slots.forEach((slot, index) => {
    if (names.has(slot.name)) throw new FieldFault(`slots[${index}].name`, `"${slot.name}" is used twice`);
    names.add(slot.name);
  });
  return slots;
}

function readOption(value: unknown, field: string): GearOption {
  const option = readObject(value, field);
  return {
    stat: readText(option.stat, `${field}.stat`),
    points: readPoints(option.points, `${field}.points`),
  };
}

function readSymmetry(value: unknown, slots: readonly GearSlot[]): readonly (readonly number[])[] {
  if (value === undefined || value === null) return [];
  const taken = new Set<number>();
  return readArray(value, "symmetry", GEAR_LIMITS.slots).map((entry, index) => {
    const field = `symmetry[${index}]`;
    const group = readArray(entry, field, GEAR_LIMITS.slots).map((slot, at) =>
      readCount(slot, `${field}[${at}]`, 0, slots.length - 1),
    );
    for (const slot of group) {
      if (taken.has(slot)) throw new FieldFault(field, `slot ${slot} is in a group already`);
      taken.add(slot);
      if (inOrderOf(slots[group[0] ?? 0], slots[slot]) === null) {
        throw new FieldFault(field, `slots ${group[0]} and ${slot} do not have identical options`);
      }
    }
    return group;
  });
}

/** Options of a slot in the order of another slot with the same ones; null where they differ. */
function inOrderOf(one: GearSlot | undefined, other: GearSlot | undefined): readonly GearOption[] | null {
  if (!one || !other || one.options.length !== other.options.length) return null;
  const left = [...other.options];
  const ordered = one.options.flatMap((option) => {
    const at = left.findIndex((twin) => twin.stat === option.stat && samePoints(option.points, twin.points));
    return at < 0 ? [] : left.splice(at, 1);
  });
  return left.length === 0 ? ordered : null;
}

/** Slots of one group list their options in the same order, so that equal indexes mean equal stat sets. */
function alignOptions(
  slots: readonly GearSlot[],
  symmetry: readonly (readonly number[])[],
): readonly GearSlot[] {
  return slots.map((slot, index) => {
    const first = slots[symmetry.find((group) => group.includes(index))?.[0] ?? index];
    return { ...slot, options: inOrderOf(first, slot) ?? slot.options };
  });
}

function samePoints(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? 0) === (other[name] ?? 0));
}

function readInfusions(value: unknown): GearProblem["infusions"] {
  if (value === undefined || value === null) return null;
  const infusions = readObject(value, "infusions");
  const pointsEach = readNumber(infusions.pointsEach, "infusions.pointsEach", 0, 1e6);
  if (infusions.mode === "fixed") {
    const counts = readPoints(infusions.counts, "infusions.counts");
    for (const [attribute, count] of Object.entries(counts)) {
      readCount(count, `infusions.counts.${attribute}`, 0, 10_000);
    }
    return { mode: "fixed", pointsEach, counts };
  }
  if (infusions.mode !== "choose") throw new FieldFault("infusions.mode", 'must be "fixed" or "choose"');
  const total = readCount(infusions.total, "infusions.total", 0, GEAR_LIMITS.infusions);
  const options = readArray(infusions.options, "infusions.options", GEAR_LIMITS.infusionOptions).map(
    (entry, index) => {
      const field = `infusions.options[${index}]`;
      const option = readObject(entry, field);
      return {
        attribute: readText(option.attribute, `${field}.attribute`),
        max: readCount(option.max, `${field}.max`, 0, 10_000),
      };
    },
  );
  if (options.reduce((sum, option) => sum + option.max, 0) < total) {
    throw new FieldFault("infusions.total", "the options' max together allow fewer infusions than that");
  }
  if (new Set(options.map((option) => option.attribute)).size !== options.length) {
    throw new FieldFault("infusions.options", "an attribute is listed twice");
  }
  // Without options nothing is placed, in one way.
  return options.length === 0 ? null : { mode: "choose", pointsEach, total, options };
}

function readScenarios(value: unknown): readonly GearScenario[] {
  const list = readArray(value, "scenarios", GEAR_LIMITS.scenarios);
  if (list.length === 0) throw new FieldFault("scenarios", "at least one scenario is needed");
  return list.map((entry, index) => {
    const field = `scenarios[${index}]`;
    const scenario = readObject(entry, field);
    return {
      fraction: readNumber(scenario.fraction, `${field}.fraction`, 0),
      base: readPoints(scenario.base, `${field}.base`),
      conversions: readConversions(scenario.conversions, `${field}.conversions`),
      buffs: readPairs(scenario.buffs, `${field}.buffs`),
      conversionsAfterBuffs: readConversions(
        scenario.conversionsAfterBuffs,
        `${field}.conversionsAfterBuffs`,
      ),
      multipliers: readMultipliers(scenario.multipliers, `${field}.multipliers`),
    };
  });
}

function readConversions(value: unknown, field: string): readonly GearConversion[] {
  if (value === undefined || value === null) return [];
  return readArray(value, field, GEAR_LIMITS.conversions).map((entry, index) => {
    const pair = readArray(entry, `${field}[${index}]`, 2);
    return [readText(pair[0], `${field}[${index}][0]`), readPairs(pair[1], `${field}[${index}][1]`)] as const;
  });
}

function readPairs(value: unknown, field: string): readonly (readonly [string, number])[] {
  if (value === undefined || value === null) return [];
  return readArray(value, field, GEAR_LIMITS.conversions).map((entry, index) => {
    const pair = readArray(entry, `${field}[${index}]`, 2);
    return [
      readText(pair[0], `${field}[${index}][0]`),
      readNumber(pair[1], `${field}[${index}][1]`, -1e9, 1e9),
    ] as const;
  });
}

function readMultipliers(value: unknown, field: string): GearScenario["multipliers"] {
  const given = readObject(value, field);
  const read = (name: string) => readNumber(given[name], `${field}.${name}`, 0, 1e9);
  const entries = MULTIPLIER_NAMES.map((name) => [name, read(name)] as const);
  // Survivability is divided by it.
  readPositive(given.incomingStrike, `${field}.incomingStrike`);
  return Object.fromEntries(entries) as GearScenario["multipliers"];
}

function readSecondStrike(value: unknown): GearProblem["secondStrike"] {
  if (value === undefined || value === null) return null;
  if (value === "phantasm" || value === "shroud") return value;
  throw new FieldFault("secondStrike", 'must be "phantasm", "shroud" or null');
}

function readConditions(value: unknown): GearConditions {
  const given = readObject(value, "conditions");
  const condition = (name: string) => readObject(given[name], `conditions.${name}`);
  const scalesWith = (name: string) => readText(condition(name).scalesWith, `conditions.${name}.scalesWith`);
  const simple = (name: string) => ({
    scalesWith: scalesWith(name),
    ...readTick(condition(name), `conditions.${name}`),
  });
  const part = (name: string, key: string) => readTick(condition(name)[key], `conditions.${name}.${key}`);
  return {
    bleeding: simple("bleeding"),
    burning: simple("burning"),
    poison: simple("poison"),
    torment: {
      scalesWith: scalesWith("torment"),
      still: part("torment", "still"),
      moving: part("torment", "moving"),
    },
    confusion: {
      scalesWith: scalesWith("confusion"),
      passive: part("confusion", "passive"),
      onSkill: part("confusion", "onSkill"),
    },
  };
}

function readTick(value: unknown, field: string): TickFormula {
  const tick = readObject(value, field);
  return {
    factor: readNumber(tick.factor, `${field}.factor`, -1e9, 1e9),
    base: readNumber(tick.base, `${field}.base`, -1e9, 1e9),
  };
}

function readConstraints(value: unknown): GearConstraints {
  if (value === undefined || value === null) return {};
  const known: readonly string[] = CONSTRAINT_NAMES;
  const limits: Partial<Record<GearConstraintName, number>> = {};
  for (const [name, limit] of Object.entries(readObject(value, "constraints"))) {
    if (!known.includes(name)) {
      throw new FieldFault(`constraints.${name}`, `unknown constraint; known are ${known.join(", ")}`);
    }
    if (limit === undefined || limit === null) continue;
    limits[name as GearConstraintName] = readNumber(limit, `constraints.${name}`, -1e12, 1e12);
  }
  const { minToughness, maxToughness } = limits;
  if (minToughness !== undefined && maxToughness !== undefined && minToughness > maxToughness) {
    throw new FieldFault(
      "constraints.minToughness",
      `contradicts maxToughness: ${minToughness} is above ${maxToughness}`,
    );
  }
  return limits;
}

function readObjective(value: unknown): GearObjective {
  const measures: readonly string[] = GEAR_MEASURES;
  const wanted = `must be one of ${measures.join(", ")} or weights of them`;
  if (typeof value === "string") {
    if (measures.includes(value)) return value as GearMeasure;
    throw new FieldFault("objective", wanted);
  }
  if (typeof value !== "object" || value === null) throw new FieldFault("objective", wanted);
  const weights: Partial<Record<GearMeasure, number>> = {};
  for (const [name, weight] of Object.entries(readObject(value, "objective"))) {
    if (!measures.includes(name)) throw new FieldFault(`objective.${name}`, wanted);
    weights[name as GearMeasure] = readNumber(weight, `objective.${name}`, 0, 1e9);
  }
  if (!Object.values(weights).some((weight) => weight > 0)) {
    throw new FieldFault("objective", "at least one weight must be above 0");
  }
  return weights;
}

function readResultUnit(value: unknown): ResultUnit {
  if (value === undefined || value === null) return "gear";
  if (value === "gear" || value === "gear+infusions") return value;
  throw new FieldFault("resultUnit", 'must be "gear" or "gear+infusions"');
}

function readPoints(value: unknown, field: string): Readonly<Record<string, number>> {
  const points = readObject(value, field);
  const entries = Object.entries(points);
  if (entries.length > GEAR_LIMITS.attributesPerEntry) {
    throw new FieldFault(field, `at most ${GEAR_LIMITS.attributesPerEntry} attributes are read`);
  }
  return Object.fromEntries(
    entries.map(([name, amount]) => [name, readNumber(amount, `${field}.${name}`, -1e9, 1e9)]),
  );
}

function readObject(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new FieldFault(field, value === undefined ? "is missing" : "must be an object");
  }
  return value as Readonly<Record<string, unknown>>;
}

function readArray(value: unknown, field: string, most: number): readonly unknown[] {
  if (!Array.isArray(value))
    throw new FieldFault(field, value === undefined ? "is missing" : "must be a list");
  if (value.length > most) {
    throw new FieldFault(field, `has ${value.length} entries; at most ${most} are allowed`);
  }
  return value;
}

function readText(value: unknown, field: string): string {
  if (typeof value !== "string" || value.length === 0 || value.length > GEAR_LIMITS.textLength) {
    throw new FieldFault(field, `must be a text of 1 to ${GEAR_LIMITS.textLength} characters`);
  }
  return value;
}

function readNumber(value: unknown, field: string, least = -1e12, most = 1e12): number {
  if (value === undefined) throw new FieldFault(field, "is missing");
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new FieldFault(field, `must be a finite number, not ${describe(value)}`);
  }
  if (value < least || value > most) {
    throw new FieldFault(field, `must be between ${least} and ${most}, not ${value}`);
  }
  return value;
}

function readPositive(value: unknown, field: string): number {
  const number = readNumber(value, field, 0);
  if (number <= 0) throw new FieldFault(field, "must be above 0");
  return number;
}

function readCount(value: unknown, field: string, least: number, most: number): number {
  const count = readNumber(value, field, least, most);
  if (!Number.isInteger(count)) throw new FieldFault(field, `must be a whole number, not ${count}`);
  return count;
}

function describe(value: unknown): string {
  return typeof value === "string" ? "a text" : value === null ? "null" : String(value).slice(0, 20);
}
