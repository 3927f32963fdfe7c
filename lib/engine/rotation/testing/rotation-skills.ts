import type { RotationFact } from "../facts.ts";
import type { RotationInput, RotationSkill } from "../input.ts";
import type { BuildWeights } from "../weights.ts";

/** A point of damage for each unit of strike and each stack x second; no boons. */
export const PLAIN_WEIGHTS: BuildWeights = {
  damageOf: {
    strike: 1,
    strike2: 1,
    siphonBase: 1,
    siphonPerPower: 1000,
    bleeding: 10,
    burning: 10,
    confusion: 10,
    poison: 10,
    torment: 10,
  },
  actionRate: 1,
  rechargeRate: 1,
};

/** A sword skill of a measured cast second, on a bar that is always at hand; its name is its key. */
export function skill(
  name: string,
  facts: readonly RotationFact[],
  changes: Partial<RotationSkill> = {},
): RotationSkill {
  return {
    key: name,
    id: idOf(name),
    name,
    bar: "bar",
    use: { kind: "recharge" },
    strength: "sword",
    rarity: "ascended",
    phantasm: false,
    cast: { measuredSeconds: 1, tooltipSeconds: null },
    ammunition: false,
    cost: 0,
    facts,
    ...changes,
  };
}

export function auto(name: string, coefficient: number, place = 0, bar = "bar"): RotationSkill {
  return skill(name, [strike(coefficient)], { use: { kind: "auto", place }, bar });
}

export function strike(coefficient: number, hits = 1): RotationFact {
  return { kind: "damage", hits, coefficient };
}

export function recharge(seconds: number): RotationFact {
  return { kind: "recharge", seconds };
}

export function condition(status: string, stacks: number, seconds: number): RotationFact {
  return { kind: "buff", status, stacks, seconds };
}

export function input(skills: readonly RotationSkill[], changes: Partial<RotationInput> = {}): RotationInput {
  return {
    mode: "pve",
    hasWeapons: true,
    bars: [{ id: "bar", name: "Bar" }],
    groups: [],
    skills,
    resource: null,
    gaps: [],
    ...changes,
  };
}

/** Distinct for names of up to six letters. */
function idOf(name: string): number {
  return [...name].reduce((sum, letter) => sum * 128 + letter.charCodeAt(0), 0);
}
