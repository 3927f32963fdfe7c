import { GAME_MODE_NAMES } from "#lib/shared/game.ts";
import type { BuildPage, FactLine, SkillView } from "./view.ts";

/** Facts a small model can hold: the chosen traits and slotted skills with figures, the rest by name. */
const MAX_FACTS_PER_ENTRY = 6;

/**
 * A build as short lines for a language model: who it is, lines with chosen traits, skills, weapons, companions. Names and
 * figures only come from the catalogue; the build's own name is a player's text and is left to the caller.
 */
export function buildFacts(build: BuildPage): string[] {
  const { view } = build;
  return [
    `Profession: ${view.profession}; specialization: ${view.title}; mode: ${GAME_MODE_NAMES[view.mode]}`,
    ...(build.example ? [`Example from ${build.example.source}, ${build.example.date}`] : []),
    ...view.specializations.flatMap((line) => [
      `Specialization line: ${line.name}${line.elite ? " (elite)" : ""}`,
      ...line.tiers.flatMap((tier) =>
        tier.chosen
          ? [`${tier.name} trait of ${line.name}: ${tier.chosen.name}${figures(tier.chosen.facts)}`]
          : [],
      ),
    ]),
    ...view.skillBars.flatMap((bar, index) =>
      bar.skills.flatMap((skill) => skillFact(bar.name, skill, index === 0)),
    ),
    ...view.weaponSets.flatMap((set) => [
      `${set.name}: ${set.weapons}`,
      ...set.bars.flatMap((bar) =>
        bar.skills.flatMap((skill) => skillFact(bar.name, skill, set.bars.length === 1)),
      ),
    ]),
    ...view.companions.map((companion) => `${companion.group}: ${companion.name}`),
    ...view.warnings.map((warning) => `Caution: ${warning}`),
  ];
}

function skillFact(bar: string, skill: SkillView | { id: null }, withFigures: boolean): string[] {
  if (skill.id === null) return [];
  return [`${bar}, ${skill.slot}: ${skill.name}${withFigures ? figures(skill.facts) : ""}`];
}

function figures(facts: readonly FactLine[]): string {
  const shown = facts.slice(0, MAX_FACTS_PER_ENTRY).map((fact) => `${fact.label} ${fact.value}`);
  return shown.length > 0 ? ` [${shown.join("; ")}]` : "";
}
