/** What one use of a skill yields before attributes: strikes in weapon strength x coefficient, conditions in stacks x seconds. */
import { DAMAGING_CONDITIONS, type DamagingCondition } from "../attribute-ids.ts";
import { statusNamed } from "../support/statuses.ts";
import { linesOf, type RotationFactMarks, type RotationFactOf } from "./facts.ts";
import type { RotationSkill } from "./input.ts";
import { isStrengthClass, type StrengthClass, weaponStrength } from "./weapon-strength.ts";

/** Names of coefficients (`coefficient.<name>`) that skills contribute to. `strike2` are strikes of phantasms. */
export const YIELD_NAMES = [
  "strike",
  "strike2",
  "siphonBase",
  "siphonPerPower",
  ...DAMAGING_CONDITIONS,
] as const;

export type YieldName = (typeof YIELD_NAMES)[number];
export type Yield = Readonly<Record<YieldName, number>>;

export interface SkillYield {
  readonly amounts: Yield;
  /** Lines with damage that are left out, in words. */
  readonly omitted: readonly string[];
}

type Line = RotationFactMarks & { readonly amount: number; readonly into: YieldName };

/**
 * Adds up the lines of a tooltip that hold without further conditions, for one target. Lines that exclude each other
 * (levels, below 50 % health, number of clones) count only where the skill has no other line of that kind, and then the
 * lowest: the estimate rather says too little. Alternatives, named variants, lines of 2023 that no newer source confirms,
 * and what minions do are left out.
 */
export function skillYield(skill: RotationSkill): SkillYield {
  const omitted = new Set<string>();
  const usable = allLines(skill).filter((line) => {
    const why = whyLeftOut(line);
    if (why !== null) omitted.add(why);
    return why === null && line.amount > 0;
  });
  const amounts: Record<YieldName, number> = { ...NOTHING };
  for (const [into, lines] of Map.groupBy(usable, (line) => line.into)) {
    const plain = lines.filter(({ label }) => !holdsSometimes(label));
    if (plain.length < lines.length) omitted.add("lines that hold only under a condition");
    amounts[into] =
      plain.length > 0
        ? plain.reduce((sum, { amount }) => sum + amount, 0)
        : Math.min(...lines.map(({ amount }) => amount));
  }
  return { amounts, omitted: [...omitted] };
}

const NOTHING: Yield = {
  strike: 0,
  strike2: 0,
  siphonBase: 0,
  siphonPerPower: 0,
  bleeding: 0,
  burning: 0,
  confusion: 0,
  poison: 0,
  torment: 0,
};

function allLines(skill: RotationSkill): Line[] {
  const strikes = linesOf(skill.facts, "damage").map((fact) => strikeLine(fact, skill));
  const siphons = linesOf(skill.facts, "siphon").flatMap((fact): Line[] => [
    { ...marksOf(fact), into: "siphonBase", amount: fact.amount },
    { ...marksOf(fact), into: "siphonPerPower", amount: fact.coefficient ?? 0 },
  ]);
  const conditions = linesOf(skill.facts, "buff").flatMap((fact): Line[] => {
    const condition = damagingCondition(fact.status);
    if (condition === null || fact.seconds === undefined) return [];
    const amount = fact.stacks * fact.seconds * (fact.applications ?? 1);
    return [{ ...marksOf(fact), into: condition, amount }];
  });
  return [...strikes, ...siphons, ...conditions];
}

function strikeLine(fact: RotationFactOf<"damage">, skill: RotationSkill): Line {
  const named = fact.weapon !== undefined && isStrengthClass(fact.weapon) ? fact.weapon : undefined;
  const byPhantasm = fact.actor === "phantasm" || (named?.startsWith("phantasm") ?? skill.phantasm);
  const strength: StrengthClass = named ?? (byPhantasm ? "phantasm low" : skill.strength);
  return {
    ...marksOf(fact),
    into: byPhantasm ? "strike2" : "strike",
    amount: fact.hits * fact.coefficient * weaponStrength(strength, skill.rarity),
  };
}

function marksOf({ label, actor, alternative, unconfirmed, variant }: RotationFactMarks): RotationFactMarks {
  return { label, actor, alternative, unconfirmed, variant };
}

function whyLeftOut({ label, actor, alternative, unconfirmed, variant }: Line): string | null {
  if (alternative) return "lines that may be another mode's or another level's";
  if (unconfirmed) return "lines of 2023 that no newer source confirms";
  if (variant !== undefined) return "lines of a named variant";
  if (actor === "summon") return "what the summoned creature does";
  if (label !== undefined && ON_OTHERS.test(label)) return "damage to you or to further targets";
  return null;
}

/** Labels of lines that never hit the one target a second time, as the game's tooltips word them. */
const ON_OTHERS = /\b(self|untargeted|bounc\w*|chain(ing)?|secondary|pass-through|minion|downed)\b/i;

/** Labels of lines that hold at times: by level, health, position, count of something, or what the foe does. */
const AT_TIMES =
  /\b(level \d|stage \d|minimum|maximum|clones?|boons?|above|below|under|less than|against|vs\.?|with|low-health|isolated|controlled|flank\w*|front|back|focused|unfocused|per|increase|additional|conditions?|enhanced?|to poisoned)\b/i;

function holdsSometimes(label: string | undefined): boolean {
  return label !== undefined && AT_TIMES.test(label);
}

function damagingCondition(status: string): DamagingCondition | null {
  const condition = statusNamed(status)?.condition;
  return DAMAGING_CONDITIONS.find((name) => name === condition) ?? null;
}
