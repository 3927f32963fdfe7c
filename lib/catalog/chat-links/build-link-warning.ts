import type { Profession } from "#lib/shared/game.ts";
import type {
  LegendCode,
  PaletteId,
  PetId,
  SkillId,
  SpecializationId,
  WeaponTypeId,
} from "#lib/shared/ids.ts";
import type { Environment } from "./build-link.ts";
import type { ChatLinkNote } from "./chat-link.ts";

/** Something a readable link holds that cannot be shown in full, or that the game would not allow. */
export type BuildLinkWarning = BuildLinkFinding & {
  /** `content`: a field is unknown or uncertain. `rules`: well understood, but the game would refuse it. */
  readonly about: "content" | "rules";
  readonly message: string;
};

/** Slot in words: "heal", "utility 1", "elite", "inactive utility 2". */
type SlotName = string;
/** Specialization line, 1 to 3. */
type Line = number;

export type BuildLinkFinding =
  | { readonly code: "specialization-unknown"; readonly line: Line; readonly id: SpecializationId }
  | {
      readonly code: "specialization-of-other-profession";
      readonly line: Line;
      readonly id: SpecializationId;
      readonly name: string;
      readonly belongsTo: Profession;
      readonly profession: Profession;
    }
  | { readonly code: "specialization-duplicate"; readonly line: Line; readonly id: SpecializationId }
  | { readonly code: "elite-not-in-line-3"; readonly line: Line; readonly name: string }
  | { readonly code: "traits-without-specialization"; readonly line: Line }
  | {
      readonly code: "palette-unknown";
      readonly environment: Environment;
      readonly slot: SlotName;
      readonly paletteId: PaletteId;
      readonly profession: Profession;
    }
  | { readonly code: "skill-duplicate"; readonly environment: Environment; readonly skillId: SkillId }
  | { readonly code: "legend-missing"; readonly environment: Environment; readonly slot: SlotName }
  | { readonly code: "legend-unknown"; readonly environment: Environment; readonly legend: LegendCode }
  | {
      readonly code: "legend-old-code";
      readonly environment: Environment;
      readonly legend: LegendCode;
      readonly readAs: LegendCode;
      readonly name: string;
      readonly inferred: boolean;
    }
  | { readonly code: "legend-duplicate"; readonly environment: Environment; readonly name: string }
  | { readonly code: "pet-unknown"; readonly environment: Environment; readonly id: PetId }
  | { readonly code: "pet-duplicate"; readonly environment: Environment; readonly name: string }
  | { readonly code: "weapon-unknown"; readonly id: WeaponTypeId }
  | { readonly code: "weapon-duplicate"; readonly id: WeaponTypeId; readonly name: string }
  | { readonly code: "skill-variant-unknown"; readonly id: SkillId }
  | { readonly code: "unused-bits-set"; readonly where: "traits" | "profession block" }
  | { readonly code: ChatLinkNote };

export type BuildLinkWarningCode = BuildLinkFinding["code"];

const ABOUT_RULES: ReadonlySet<BuildLinkWarningCode> = new Set([
  "specialization-duplicate",
  "elite-not-in-line-3",
  "skill-duplicate",
  "legend-duplicate",
  "pet-duplicate",
  "weapon-duplicate",
] as const);

export function buildLinkWarning(finding: BuildLinkFinding): BuildLinkWarning {
  const about = ABOUT_RULES.has(finding.code) ? "rules" : "content";
  return { ...finding, about, message: describe(finding) };
}

/** What was tolerated in reading a link, as warnings. */
export function noteWarnings(notes: readonly ChatLinkNote[]): BuildLinkWarning[] {
  return notes.map((code) => buildLinkWarning({ code }));
}

const PLACES = { terrestrial: "on land", aquatic: "under water" } as const;

function describe(finding: BuildLinkFinding): string {
  switch (finding.code) {
    case "specialization-unknown":
      return `Specialization ${finding.id} in line ${finding.line} is unknown, and so are its traits.`;
    case "specialization-of-other-profession":
      return `${finding.name} in line ${finding.line} belongs to ${finding.belongsTo}, not to ${finding.profession}.`;
    case "specialization-duplicate":
      return `Line ${finding.line} repeats the specialization of an earlier line.`;
    case "elite-not-in-line-3":
      return `${finding.name} is an elite specialization and belongs in line 3, not in line ${finding.line}.`;
    case "traits-without-specialization":
      return `Line ${finding.line} has traits chosen but no specialization.`;
    case "palette-unknown":
      return `The ${finding.slot} skill ${PLACES[finding.environment]} is unknown: ${finding.profession} has no palette id ${finding.paletteId} in this game data.`;
    case "skill-duplicate":
      return `The same skill (${finding.skillId}) is in two utility slots ${PLACES[finding.environment]}.`;
    case "legend-missing":
      return `The ${finding.slot} skill ${PLACES[finding.environment]} depends on a legend, but none is chosen.`;
    case "legend-unknown":
      return `Legend ${finding.legend} ${PLACES[finding.environment]} is unknown, and so are its skills.`;
    case "legend-old-code":
      return `Legend code ${finding.legend} ${PLACES[finding.environment]} is from 2019 to 2021 and read as ${finding.name}${finding.inferred ? ", which is inferred and may be wrong" : ""}.`;
    case "legend-duplicate":
      return `${finding.name} is chosen twice ${PLACES[finding.environment]}.`;
    case "pet-unknown":
      return `Pet ${finding.id} ${PLACES[finding.environment]} is unknown in this game data.`;
    case "pet-duplicate":
      return `${finding.name} is chosen twice ${PLACES[finding.environment]}.`;
    case "weapon-unknown":
      return `Weapon type ${finding.id} is unknown.`;
    case "weapon-duplicate":
      return `${finding.name} is listed twice; the game lists each weapon type once.`;
    case "skill-variant-unknown":
      return `Skill override ${finding.id} is unknown in this game data.`;
    case "unused-bits-set":
      return `The link has data in a place that the game leaves empty (${finding.where}); its meaning is unknown.`;
    case "override-count-missing":
      return "The link lacks the number of skill overrides at its end, as one editor writes it; read as none.";
    case "nonstandard-base64":
      return "The code is not written exactly as the game does (padding or alphabet of its base64); read as meant.";
  }
}
