import type { Profession } from "#lib/shared/game.ts";
import type { LegendCode, PaletteId, SkillId } from "#lib/shared/ids.ts";
import type { Environment } from "./build-link.ts";
import type { BuildLinkData, LinkLegend } from "./build-link-data.ts";
import type { BuildLinkFinding } from "./build-link-warning.ts";
import { type LegendSkill, legendSkillOfPalette, oldLegend } from "./link-codes.ts";
import type { ResolvedLegend, ResolvedSkill } from "./resolve-build-link.ts";

interface SkillSlot {
  readonly profession: Profession;
  readonly environment: Environment;
  /** In words, for the warning. */
  readonly slot: string;
  readonly paletteId: PaletteId;
  /** Code of the legend that the slot belongs to; undefined for other professions than Revenant. */
  readonly legend: LegendCode | undefined;
}

type Report = (finding: BuildLinkFinding) => void;

/** The skill in one slot of a link; null for an empty slot. */
export function resolvePalette(slot: SkillSlot, data: BuildLinkData, report: Report): ResolvedSkill | null {
  if (slot.paletteId === 0) return null;
  const skillId = findSkill(slot, data, report);
  const name = skillId === null ? null : (data.skill(skillId)?.name ?? null);
  return { paletteId: slot.paletteId, skillId, name };
}

/** A legend of a link with today's code, old codes translated; null for an empty place. */
export function resolveLegend(
  storedCode: LegendCode,
  environment: Environment,
  data: BuildLinkData,
  report: Report,
): ResolvedLegend | null {
  if (storedCode === 0) return null;
  const old = oldLegend(storedCode);
  const code = old?.code ?? storedCode;
  const known = data.legend(code);
  if (known === undefined) {
    report({ code: "legend-unknown", environment, legend: storedCode });
    return { storedCode, code: null, name: null };
  }
  if (old !== undefined) {
    const { inferred } = old;
    report({
      code: "legend-old-code",
      environment,
      legend: storedCode,
      readAs: code,
      name: known.name,
      inferred,
    });
  }
  return { storedCode, code, name: known.name };
}

/** The skill that a generic palette id means under a legend. */
export function skillOfLegend(legend: LinkLegend, skill: LegendSkill): SkillId {
  return skill === "heal" || skill === "elite" ? legend[skill] : legend.utilities[skill];
}

function findSkill(slot: SkillSlot, data: BuildLinkData, report: Report): SkillId | null {
  const { profession, environment, paletteId, legend } = slot;
  const legendSkill = legend === undefined ? undefined : legendSkillOfPalette(paletteId);
  if (legend !== undefined && legendSkill !== undefined) {
    if (legend === 0) {
      report({ code: "legend-missing", environment, slot: slot.slot });
      return null;
    }
    const known = data.legend(oldLegend(legend)?.code ?? legend);
    // An unknown legend is reported once, where the legend itself is resolved.
    return known === undefined ? null : skillOfLegend(known, legendSkill);
  }
  const skillId = data.skillOfPalette(profession, paletteId);
  if (skillId === undefined) {
    report({ code: "palette-unknown", environment, slot: slot.slot, paletteId, profession });
    return null;
  }
  return skillId;
}
