/** `error`: the game does not allow it. `warning`: allowed, but unusual or without effect. */
export const SEVERITIES = ["error", "warning"] as const;

export type Severity = (typeof SEVERITIES)[number];

export const FINDING_CODES = {
  SPECIALIZATION_UNKNOWN: "error",
  SPECIALIZATION_OF_OTHER_PROFESSION: "error",
  SPECIALIZATION_TWICE: "error",
  ELITE_OUTSIDE_THIRD_LINE: "error",
  TRAIT_UNKNOWN: "error",
  TRAIT_OF_OTHER_LINE: "error",
  TRAIT_OF_OTHER_TIER: "error",
  SKILL_UNKNOWN: "error",
  SKILL_OF_OTHER_PROFESSION: "error",
  SKILL_IN_WRONG_SLOT: "error",
  SKILL_NEEDS_SPECIALIZATION: "error",
  SKILL_TWICE: "error",
  SKILL_OF_OTHER_LEGEND: "error",
  SKILL_NOT_UNDER_WATER: "warning",
  RACIAL_SKILL: "warning",
  RACIAL_SKILL_IN_PVP: "error",
  WEAPON_NOT_OF_PROFESSION: "error",
  WEAPON_IN_WRONG_HAND: "error",
  WEAPON_IN_WRONG_ENVIRONMENT: "error",
  OFF_HAND_BESIDE_TWO_HANDED: "error",
  SECOND_SET_WITHOUT_SWAP: "error",
  WEAPON_NEEDS_MASTERY: "warning",
  TOO_MANY_SIGILS: "error",
  SIGIL_TWICE: "warning",
  TOO_MANY_INFUSIONS: "error",
  ENRICHMENT_OUTSIDE_AMULET: "error",
  INFUSION_ON_AMULET: "error",
  ITEM_UNKNOWN: "error",
  ITEM_OF_OTHER_KIND: "error",
  STAT_SET_UNKNOWN: "error",
  STAT_SET_NOT_FOR_SLOT: "error",
  INCOMPLETE_RUNE_SET: "warning",
  NOT_IN_MODE: "warning",
  PET_UNKNOWN: "error",
  PET_TWICE: "error",
  PETS_WITHOUT_RANGER: "error",
  LEGEND_UNKNOWN: "error",
  LEGEND_TWICE: "error",
  LEGEND_NEEDS_SPECIALIZATION: "error",
  LEGENDS_WITHOUT_REVENANT: "error",
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof FINDING_CODES;

/** One thing that the game does not allow, or that is unusual. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Path in the loadout, such as `specializations[2].traits[0]`. */
  readonly slot: string;
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Notes a finding. */
export type Note = (code: FindingCode, slot: string, message: string, mend: string) => void;

/** "An Engineer", "A Thief": a profession or specialization at the beginning of a sentence. */
export function withArticle(name: string): string {
  return `${/^[AEIOU]/.test(name) ? "An" : "A"} ${name}`;
}

export function collectFindings(judge: (note: Note) => void): readonly Finding[] {
  const findings: Finding[] = [];
  judge((code, slot, message, mend) => {
    findings.push({ code, severity: FINDING_CODES[code], slot, message, mend });
  });
  return findings;
}
