/** Turns skills into actions: what they deal, how long they take, how often they can be used. */
import { isChargeRecharge } from "../support/timing.ts";
import { type CastBasis, castTime } from "./cast-times.ts";
import { linesOf } from "./facts.ts";
import type { RotationGap, RotationInput, RotationSkill } from "./input.ts";
import type { Action, Scene } from "./simulate.ts";
import { skillYield, YIELD_NAMES, type Yield } from "./skill-yield.ts";
import type { BuildWeights } from "./weights.ts";

/** A skill that an action casts. */
export interface CastPart {
  readonly skill: RotationSkill;
  readonly amounts: Yield;
  readonly damage: number;
  /** Without quickness. */
  readonly castSeconds: number;
  readonly basis: CastBasis;
}

export interface CastAction extends Action {
  /** One skill, or the auto attack chain in its order. */
  readonly parts: readonly CastPart[];
}

export interface CastScene extends Scene {
  readonly actions: readonly CastAction[];
  readonly gaps: readonly RotationGap[];
}

/** How long a fight the estimate plays: five minutes, so that skills of long recharges count with about their average. */
export const FIGHT_SECONDS = 300;

type Frequency = Pick<Action, "rechargeSeconds" | "charges" | "chargeSeconds">;

/** Every skill with damage whose frequency is known, and what is left out. */
export function castScene(input: RotationInput, weights: BuildWeights): CastScene {
  const gaps: RotationGap[] = [...input.gaps];
  const parts = input.skills.flatMap((skill) => partOf(skill, weights, gaps));
  const slots = new Map<number, number>();
  const slotOf = (id: number): number => {
    const slot = slots.get(id) ?? slots.size;
    slots.set(id, slot);
    return slot;
  };
  const actions: Omit<CastAction, "rate">[] = [];
  const indexOfKey = new Map<string, number>();
  for (const chain of chainsOf(parts)) {
    const [first] = chain;
    if (!first) continue;
    const frequency = frequencyOf(first, input, weights, gaps);
    if (frequency === null) continue;
    const { use } = first.skill;
    const after = use.kind === "after" ? indexOfKey.get(use.key) : null;
    if (after === undefined) continue;
    for (const { skill } of chain) indexOfKey.set(skill.key, actions.length);
    actions.push({
      ...frequency,
      parts: chain,
      damage: chain.reduce((sum, { damage }) => sum + damage, 0),
      castSeconds: chain.reduce((sum, { castSeconds }) => sum + castSeconds, 0) / weights.actionRate,
      slot: slotOf(first.skill.id),
      cost: first.skill.cost,
      place: placeOf(first.skill.bar, input),
      after,
      filler: use.kind === "auto",
    });
  }
  const { groups, resource } = input;
  return {
    actions: actions.map((action, index) => ({ ...action, rate: rateWithFollowers(actions, index) })),
    groups,
    resource,
    rechargeRate: weights.rechargeRate,
    seconds: FIGHT_SECONDS,
    gaps,
  };
}

/** Damage per second of casting of an action, or of it and its followers up to any of them, whichever is most. */
function rateWithFollowers(actions: readonly Omit<Action, "rate">[], index: number): number {
  let damage = 0;
  let seconds = 0;
  let most = 0;
  const seen = new Set<number>();
  for (
    let next = index;
    next >= 0 && !seen.has(next);
    next = actions.findIndex(({ after }) => after === next)
  ) {
    seen.add(next);
    damage += actions[next]?.damage ?? 0;
    seconds += actions[next]?.castSeconds ?? 0;
    most = Math.max(most, seconds > 0 ? damage / seconds : Number.POSITIVE_INFINITY);
  }
  return most;
}

/** A part of an auto attack chain takes its time even if it deals nothing; other skills without damage are not used. */
function partOf(skill: RotationSkill, { damageOf }: BuildWeights, gaps: RotationGap[]): CastPart[] {
  const { amounts, omitted } = skillYield(skill);
  if (omitted.length > 0) gaps.push({ name: skill.name, text: `not counted: ${omitted.join("; ")}.` });
  const damage = YIELD_NAMES.reduce((sum, name) => sum + amounts[name] * damageOf[name], 0);
  if (damage <= 0 && skill.use.kind !== "auto") return [];
  const { seconds, basis } = castTime(skill);
  return [{ skill, amounts, damage, castSeconds: seconds, basis }];
}

/** Auto attacks of a bar as one chain, every other skill alone; skills that follow others after those. */
function chainsOf(parts: readonly CastPart[]): readonly (readonly CastPart[])[] {
  const autos = Map.groupBy(
    parts.filter(({ skill }) => skill.use.kind === "auto"),
    ({ skill }) => skill.bar,
  );
  const chains = [...autos.values()]
    .map((chain) => chain.toSorted((a, b) => placeInChain(a) - placeInChain(b)))
    .filter((chain) => chain.some(({ damage }) => damage > 0));
  const used = parts.filter(({ skill }) => skill.use.kind === "recharge");
  const following = parts.filter(({ skill }) => skill.use.kind === "after");
  return [...chains, ...[...used, ...following].map((part) => [part])];
}

function placeInChain({ skill: { use } }: CastPart): number {
  return use.kind === "auto" ? use.place : 0;
}

/** Null, with a gap noted, where it is not known how often the skill can be used. */
function frequencyOf(
  { skill, castSeconds }: CastPart,
  { resource }: RotationInput,
  { rechargeRate }: BuildWeights,
  gaps: RotationGap[],
): Frequency | null {
  if (skill.use.kind === "auto") return ONCE;
  const recharge = linesOf(skill.facts, "recharge").find(({ alternative }) => !alternative)?.seconds ?? 0;
  const rechargeSeconds = recharge / rechargeRate;
  const charge = chargeSecondsOf(skill);
  if (skill.ammunition) {
    if (charge !== null) {
      return { rechargeSeconds, charges: chargesOf(skill), chargeSeconds: charge / rechargeRate };
    }
    gaps.push({ name: skill.name, text: "the recharge of its charges is not known in this mode." });
    return null;
  }
  const limited = recharge > 0 || skill.use.kind === "after" || (skill.cost > 0 && resource !== null);
  if (limited) return { ...ONCE, rechargeSeconds };
  const why =
    castSeconds > 0 ? "no recharge is known in this mode." : "neither recharge nor cast time is known.";
  gaps.push({ name: skill.name, text: why });
  return null;
}

const ONCE: Frequency = { rechargeSeconds: 0, charges: 1, chargeSeconds: null };

function chargesOf({ facts }: RotationSkill): number {
  const line = linesOf(facts, "number").find(
    ({ label, alternative }) => label === "Maximum Count" && !alternative,
  );
  return Math.max(1, Math.floor(line?.value ?? 1));
}

/** The longest where several are stated. */
function chargeSecondsOf({ facts }: RotationSkill): number | null {
  const lines = linesOf(facts, "time").filter(
    ({ label, alternative, seconds }) => isChargeRecharge(label) && !alternative && seconds > 0,
  );
  return lines.length > 0 ? Math.max(...lines.map(({ seconds }) => seconds)) : null;
}

function placeOf(bar: string, { groups }: RotationInput): Action["place"] {
  for (const [group, { choices }] of groups.entries()) {
    const choice = choices.findIndex(({ bars }) => bars.includes(bar));
    if (choice >= 0) return { group, choice };
  }
  return null;
}
