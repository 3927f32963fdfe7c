import { type AppliedSource, applyEntryAtFullStrength, applyEntryUnsplit } from "./applied-effects.ts";
import type { Calculated } from "./failures.ts";
import type { CalculatedMode, MechanicEntry } from "./mechanics.ts";
import { attributesOfScenario, type CharacterBase, type ScenarioAttributes } from "./scenario-attributes.ts";

/** An entry with the amount it is used with, its default if absent. */
export interface UsedEntry {
  readonly entry: MechanicEntry;
  readonly amount?: number | undefined;
}

/**
 * What the hero panel shows of entries out of combat: permanent effects as they are, signet passives and weapon
 * conditions at full strength, no boons or temporary bonuses. Weapon conditions that exclude each other all count.
 */
export function heroPanelSources(
  used: readonly UsedEntry[],
  mode: CalculatedMode,
): Calculated<readonly AppliedSource[]> {
  const sources: AppliedSource[] = [];
  for (const { entry, amount } of used) {
    if (entry.heroPanel === "idle") sources.push(applyEntryAtFullStrength(entry, mode));
    if (entry.heroPanel !== "always") continue;
    const applied = applyEntryUnsplit(entry, mode, amount);
    if (!applied.ok) return applied;
    sources.push(applied.value);
  }
  return { ok: true, value: sources };
}

/** The attributes the hero panel shows: one scenario, never split; critical damage without bonuses to it in combat. */
export function heroPanelAttributes(
  base: CharacterBase,
  sources: readonly AppliedSource[],
): ScenarioAttributes {
  return attributesOfScenario(base, sources);
}
