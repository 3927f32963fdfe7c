import type { AttributeId } from "../attribute-ids.ts";
import {
  AFTERCAST_SECONDS,
  ASSUMED_AUTO_SECONDS,
  ASSUMED_CAST_SECONDS,
  type CastBasis,
} from "./cast-times.ts";
import type { RotationGap, RotationInput } from "./input.ts";
import { type CastScene, castScene, FIGHT_SECONDS } from "./scene.ts";
import { type Plan, type Played, play } from "./simulate.ts";
import { YIELD_NAMES, type YieldName } from "./skill-yield.ts";
import type { BuildWeights } from "./weights.ts";

/** Damage of a loadout's own skills, estimated: coefficients in the shape of a measured rotation's, and how they came about. */
export interface RotationEstimate {
  /** In one or two sentences. */
  readonly method: string;
  readonly assumptions: readonly string[];
  /** Per second: weapon strength x coefficient, stacks x base duration. */
  readonly coefficients: Partial<Record<AttributeId, number>>;
  readonly skillsPerSecond: number;
  /** Share of the time with each weapon set, attunement or legend. */
  readonly timeWith: readonly { readonly name: string; readonly share: number }[];
  /** By share of the damage. */
  readonly skills: readonly EstimatedSkill[];
  readonly notCounted: readonly RotationGap[];
}

export interface EstimatedSkill {
  readonly id: number;
  readonly name: string;
  /** Name of its bar. */
  readonly bar: string;
  readonly castsPerMinute: number;
  /** Of the damage of all skills, 0 to 1. */
  readonly share: number;
  /** Without quickness. */
  readonly castSeconds: number;
  readonly castBasis: CastBasis;
}

const METHOD =
  "The loadout's own skills, played by priority: always the ready skill with the most damage per second of casting, auto attacks in between, for five minutes without a pause against one target that stands still.";

/** Choices of bars that are tried; more only cost time. */
const MOST_PLANS = 32;

/**
 * Plays the skills with each set of bars that a player could restrict themselves to (one weapon set, the other, both) and
 * takes the one that deals most. Null if no skill has damage and a known frequency. Pure and deterministic.
 */
export function rotationEstimate(input: RotationInput, weights: BuildWeights): RotationEstimate | null {
  const scene = castScene(input, weights);
  if (scene.actions.length === 0) return null;
  let best: Played | null = null;
  for (const plan of plansOf(scene)) {
    const played = play(scene, plan);
    if (best === null || perSecond(played) > perSecond(best)) best = played;
  }
  return best === null || best.damage <= 0 ? null : described(input, scene, best, weights);
}

function perSecond({ damage, seconds }: Played): number {
  return seconds > 0 ? damage / seconds : 0;
}

/** Sets of choices in each group, the largest first; where skills cost something, without the least worthwhile of them. */
function plansOf(scene: CastScene): Plan[] {
  let plans: Plan["choices"][] = [[]];
  for (const { choices } of scene.groups) {
    plans = plans.flatMap((plan) => subsets(choices.length).map((subset) => [...plan, subset]));
  }
  const restrictions = costRestrictions(scene);
  return plans
    .slice(0, MOST_PLANS)
    .flatMap((choices) => restrictions.map((without) => ({ choices, without })));
}

/** Skills that cost initiative or energy, all of them or only the one to three that gain most for it. */
function costRestrictions({ actions }: CastScene): ReadonlySet<number>[] {
  const filler = actions.reduce((most, action) => (action.filler ? Math.max(most, action.rate) : most), 0);
  const gain = ({ damage, castSeconds, cost }: CastScene["actions"][number]) =>
    (damage - filler * castSeconds) / cost;
  const costing = actions
    .map((action, index) => ({ action, index }))
    .filter(({ action: { cost, after } }) => cost > 0 && after === null)
    .toSorted((a, b) => gain(b.action) - gain(a.action))
    .map(({ index }) => index);
  return [costing.length, 0, 1, 2, 3]
    .filter((kept, nth) => nth === 0 || kept < costing.length)
    .map((kept) => new Set(costing.slice(kept)));
}

/** Sets that are not empty, the largest first. */
function subsets(count: number): number[][] {
  const all = Array.from({ length: 2 ** count - 1 }, (_, index) =>
    Array.from({ length: count }, (_, bit) => bit).filter((bit) => ((index + 1) >> bit) & 1),
  );
  return all.toSorted((a, b) => b.length - a.length);
}

function described(
  input: RotationInput,
  scene: CastScene,
  played: Played,
  weights: BuildWeights,
): RotationEstimate {
  const sums = Object.fromEntries(YIELD_NAMES.map((name) => [name, 0])) as Record<YieldName, number>;
  let casts = 0;
  const skills: EstimatedSkill[] = [];
  const names = new Map(input.bars.map(({ id, name }) => [id, name]));
  for (const [index, { parts }] of scene.actions.entries()) {
    const uses = played.uses[index] ?? 0;
    if (uses === 0) continue;
    casts += uses * parts.length;
    for (const { skill, amounts, damage, castSeconds, basis } of parts) {
      for (const name of YIELD_NAMES) sums[name] += (uses * amounts[name]) / played.seconds;
      skills.push({
        id: skill.id,
        name: skill.name,
        bar: names.get(skill.bar) ?? skill.bar,
        castsPerMinute: (uses * 60) / played.seconds,
        share: (uses * damage) / played.damage,
        castSeconds,
        castBasis: basis,
      });
    }
  }
  return {
    method: METHOD,
    assumptions: assumptionsOf(input, skills, weights),
    coefficients: Object.fromEntries(YIELD_NAMES.map((name) => [`coefficient.${name}`, sums[name]])),
    skillsPerSecond: casts / played.seconds,
    timeWith: input.groups.flatMap(({ choices }, group) =>
      choices.map(({ name }, choice) => ({
        name,
        share: (played.inChoice[group]?.[choice] ?? 0) / played.seconds,
      })),
    ),
    skills: skills.toSorted((a, b) => b.share - a.share),
    notCounted: distinct(scene.gaps),
  };
}

function assumptionsOf(
  { groups, resource, mode, skills: given }: RotationInput,
  skills: readonly EstimatedSkill[],
  { actionRate, rechargeRate }: BuildWeights,
): string[] {
  const assumed = skills.filter(({ castBasis }) => castBasis === "assumed").length;
  return [
    `Cast times: measured ones where there are any (gw2-combat-simulator, August 2026); else the tooltip's plus ${AFTERCAST_SECONDS} s; else ${ASSUMED_AUTO_SECONDS} s for an auto attack and ${ASSUMED_CAST_SECONDS} s for another skill, medians of the measured ones (so ${assumed} of ${skills.length} skills used).`,
    `Quickness and alacrity as stated for the build: casts ${times(actionRate)}, recharges ${times(rechargeRate)} as fast.`,
    "An auto attack chain is always played to its end; every hit hits; fields, finishers, clones, pets and minions deal nothing.",
    "Each line of a tooltip counts once per use. Lines that hold only at times (levels, low health, number of clones) count with the lowest figure or not at all.",
    "Adrenaline, life force and ammunition of mechanics are not limits; skills in forms (shroud, forge, tome, conjured weapon) are not used.",
    ...groups.map(
      ({ choices, swapSeconds, returnSeconds }) =>
        `${choices.map(({ name }) => name).join(", ")}: a swap takes no time and is possible every ${swapSeconds} s${returnSeconds > swapSeconds ? `, back after ${returnSeconds} s` : ""}.`,
    ),
    ...(resource === null
      ? []
      : [
          `${resource.name}: ${resource.perSecond} a second, at most ${resource.maximum}, ${resource.start} at the start.`,
        ]),
    ...(mode !== "pve" && given.some(({ facts }) => facts.some(({ assumed }) => assumed))
      ? ["Where no source states this mode's recharge, that of PvE counts."]
      : []),
    `${FIGHT_SECONDS / 60} minutes; effects of traits and items as in the list of what acts.`,
  ];
}

function times(rate: number): string {
  return `${Math.round(rate * 100) / 100} times`;
}

function distinct(gaps: readonly RotationGap[]): RotationGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.name} ${gap.text}`, gap])).values()];
}
