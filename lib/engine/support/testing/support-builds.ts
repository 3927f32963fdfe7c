import type { SupportFact } from "../facts.ts";
import {
  DEFAULT_ASSUMPTIONS,
  type SupportAssumptions,
  type SupportAttributes,
  type SupportInput,
  type SupportSource,
} from "../input.ts";
import type { SupportOutput } from "../output.ts";
import { supportOutput } from "../support-output.ts";

/** No bonus to anything. */
export const PLAIN_ATTRIBUTES: SupportAttributes = {
  boonDuration: 0,
  boonDurationOf: {},
  conditionDuration: 0,
  conditionDurationOf: {},
  healingPower: 0,
  outgoingHealing: 0,
};

/** A skill that is used whenever ready, on a bar that is always at hand; its name is its key. */
export function skill(
  name: string,
  facts: readonly SupportFact[],
  changes: Partial<SupportSource> = {},
): SupportSource {
  return {
    key: name,
    kind: "skill",
    id: 1,
    name,
    bar: "bar",
    use: { kind: "recharge" },
    castSeconds: null,
    alliedTargets: null,
    healSkill: false,
    ammunition: false,
    cost: null,
    factsKnown: true,
    facts,
    unknownFacts: [],
    ...changes,
  };
}

/** A trait that acts on an event. */
export function trait(name: string, facts: readonly SupportFact[]): SupportSource {
  return skill(name, facts, { kind: "trait", use: { kind: "trigger" } });
}

/** A skill whose first line is a recharge. */
export function every(seconds: number, name: string, ...facts: readonly SupportFact[]): SupportSource {
  return skill(name, [recharge(seconds), ...facts]);
}

export function recharge(seconds: number): SupportFact {
  return { kind: "recharge", seconds };
}

export function buff(status: string, seconds: number, stacks = 1): SupportFact {
  return { kind: "buff", status, stacks, seconds };
}

export function number(label: string, value: number): SupportFact {
  return { kind: "number", label, value };
}

export function time(label: string, seconds: number): SupportFact {
  return { kind: "time", label, seconds };
}

export interface BuildChanges {
  readonly attributes?: Partial<SupportAttributes>;
  readonly assumptions?: Partial<SupportAssumptions>;
  readonly input?: Partial<SupportInput>;
}

export function inputOf(sources: readonly SupportSource[], changes: BuildChanges = {}): SupportInput {
  return {
    mode: "pve",
    attributes: { ...PLAIN_ATTRIBUTES, ...changes.attributes },
    assumptions: { ...DEFAULT_ASSUMPTIONS, ...changes.assumptions },
    bars: [
      { id: "bar", name: "Bar", timeShare: 1 },
      { id: "half", name: "Half of the time", timeShare: 1 / 2 },
      { id: "unused", name: "Kit", timeShare: null },
    ],
    sources,
    energyPerSecond: null,
    gaps: [],
    ...changes.input,
  };
}

export function outputOf(sources: readonly SupportSource[], changes: BuildChanges = {}): SupportOutput {
  return supportOutput(inputOf(sources, changes));
}

/** What a boon, aura, superspeed or stealth comes to; fails if the output has none. */
export function effectNamed(output: SupportOutput, name: string): SupportOutput["boons"][number] {
  const all = [...output.boons, ...output.auras, ...output.fixedEffects];
  const found = all.find((total) => total.name === name);
  if (found === undefined) throw new Error(`No ${name} among ${all.map((total) => total.name).join(", ")}`);
  return found;
}
