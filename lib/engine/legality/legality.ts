import type { GameFacts } from "../game-facts.ts";
import type { LoadoutShape } from "../loadout.ts";
import type { GearTables } from "../mechanics.ts";
import { judgeCompanions } from "./companions.ts";
import { judgeEquipment } from "./equipment.ts";
import { collectFindings, type Finding } from "./finding.ts";
import { judgeLines } from "./lines.ts";
import { judgeSkills } from "./skills.ts";
import { judgeWeapons } from "./weapons.ts";

/**
 * Everything about a loadout that the game does not allow (errors) or that is unusual or without effect (warnings), in the
 * order of its parts. What is not chosen yet is no finding: a loadout may be incomplete while it is being edited.
 * Weapons of elite specializations may be wielded without them (weaponmaster training): that is a warning.
 * Source: Guild Wars 2 Wiki, pages Specialization, Weaponmaster Training, Upgrade component, PvP Build, 2026-08.
 */
export function legalityFindings(
  loadout: LoadoutShape,
  facts: GameFacts,
  tables: GearTables,
): readonly Finding[] {
  return collectFindings((note) => {
    judgeLines(loadout, facts, note);
    judgeSkills(loadout, facts, note);
    judgeWeapons(loadout, facts, note);
    judgeCompanions(loadout, facts, note);
    judgeEquipment(loadout, facts, tables, note);
  });
}

/** Whether the game allows the loadout: no errors, warnings are fine. */
export function isLegal(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== "error");
}
