import { barrierTotal, healingTotal } from "./amounts.ts";
import { comboFields, comboFinishers, projectileDefence, reviveEntries, stunBreaks } from "./capabilities.ts";
import { controlTotal } from "./control.ts";
import { conditionTotals, effectTotals, otherEffects } from "./effects.ts";
import type { SupportInput } from "./input.ts";
import {
  distinct,
  notKnownOfAmounts,
  notKnownOfEffects,
  notKnownOfGaps,
  notKnownOfSources,
} from "./not-known.ts";
import type { SupportOutput } from "./output.ts";
import { boonRemovalTotal, cleanseTotal } from "./removals.ts";
import { sourceUses } from "./source-use.ts";
import { timingsOf } from "./timing.ts";

/**
 * What one build gives to itself and to a group: boons, auras, conditions, healing, cleansing, control and more, each
 * entry with its source and assumption, and a list of what the facts do not tell. Pure and deterministic; the facts must
 * be those of `input.mode`. Times are seconds, shares 0 to 1. Method: docstrings of `effectTotals`, `targetsOf`,
 * `partyFactor`, `controlTotal`; it is an estimate from tooltips, not a simulation of a rotation.
 */
export function supportOutput(input: SupportInput): SupportOutput {
  const uses = sourceUses(input, timingsOf(input));
  const effects = effectTotals(uses);
  const healing = healingTotal(uses);
  const barrier = barrierTotal(uses);
  return {
    mode: input.mode,
    assumptions: input.assumptions,
    statements: statements(input),
    boons: effects.filter(({ kind }) => kind === "boon"),
    auras: effects.filter(({ kind }) => kind === "aura"),
    fixedEffects: effects.filter(({ kind }) => kind === "fixedEffect"),
    conditions: conditionTotals(uses),
    healing,
    barrier,
    cleanse: cleanseTotal(uses),
    boonRemoval: boonRemovalTotal(uses),
    control: controlTotal(uses),
    stunBreaks: stunBreaks(uses),
    projectileDefence: projectileDefence(uses),
    revive: reviveEntries(uses),
    comboFields: comboFields(uses),
    comboFinishers: comboFinishers(uses),
    otherEffects: otherEffects(uses),
    notKnown: distinct([
      ...notKnownOfGaps(input),
      ...notKnownOfSources(uses),
      ...notKnownOfEffects(effects),
      ...notKnownOfAmounts("healing", healing),
      ...notKnownOfAmounts("barrier", barrier),
    ]),
  };
}

function statements({ assumptions, energyPerSecond }: SupportInput): string[] {
  const { alacrityShare, quicknessShare, groupSize } = assumptions;
  return [
    "Every skill on a bar in use is used whenever it is ready.",
    energyPerSecond === null
      ? "Costs in adrenaline, life force and the like are not limits."
      : `Energy: ${energyPerSecond} per second; spent on held skills first; if the rest does not suffice, other skills that cost energy are used proportionally less.`,
    "With two weapon sets (legends, attunements) the time is divided evenly between them, and so are the uses of their skills.",
    `Alacrity ${Math.round(alacrityShare * 100)} % and quickness ${Math.round(quicknessShare * 100)} % of the time; recharges of traits are not shortened.`,
    `${groupSize} players in range, you included. Party figures are those of an average other player.`,
    "Applications of a boon that is on or off follow one another without overlap, up to 100 %; stacks of might and stability stand side by side, up to 25.",
    "Baseline counts what each use states. Potential adds triggers at each recharge, follow-up skills, auto attacks without pause and every pulse.",
  ];
}
