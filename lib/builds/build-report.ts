import type { Catalog } from "#lib/catalog/catalog-index.ts";
import type { Calculated } from "#lib/engine/failures.ts";
import type { Finding } from "#lib/engine/legality/finding.ts";
import { legalityFindings } from "#lib/engine/legality/legality.ts";
import { type LoadoutNumbers, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { SupportOutput } from "#lib/engine/support/output.ts";
import { supportOutput } from "#lib/engine/support/support-output.ts";
import type { Loadout } from "./loadout.ts";
import type { ReportData, ReportSources } from "./report-data.ts";
import { rotationInput } from "./rotation-input.ts";
import { supportAttributes, UNKNOWN_SUPPORT_ATTRIBUTES } from "./support-attributes.ts";
import { supportInput } from "./support-input.ts";

/** Everything the engine says about a loadout; what the build page and `gw2 build` show. */
export interface BuildReport {
  readonly loadout: Loadout;
  /** What the game does not allow, and what is unusual. */
  readonly findings: readonly Finding[];
  /** Attributes and damage, or why there are none (PvP has no public figures). */
  readonly numbers: Calculated<LoadoutNumbers>;
  readonly support: SupportReport;
  readonly sources: ReportSources;
}

export interface SupportReport {
  readonly output: SupportOutput;
  /** Whether the durations and healing are those of the build; false: `numbers` failed, so no bonus counts. */
  readonly attributesKnown: boolean;
}

/**
 * Judges and calculates a loadout in its own mode; for another mode give `{...loadout, mode}`. Never throws: what cannot
 * be calculated says why. Boons on the character are those that the loadout states or its template assumes.
 */
export function buildReport(loadout: Loadout, data: ReportData): BuildReport {
  const { catalog, tables, sources } = data;
  const numbers = loadoutNumbers(loadout, data, rotationInput(loadout, catalog));
  return {
    loadout,
    findings: legalityFindings(loadout, catalog, tables),
    numbers,
    support: supportReport(loadout, numbers, data),
    sources,
  };
}

/** Support output, with the durations and healing of `numbers` where those are known. Never throws. */
export function supportReport(
  loadout: Loadout,
  numbers: Calculated<LoadoutNumbers>,
  { catalog }: { readonly catalog: Catalog },
): SupportReport {
  const attributes = numbers.ok ? supportAttributes(numbers.value.combat) : UNKNOWN_SUPPORT_ATTRIBUTES;
  const { boons, allies } = loadout.assumptions;
  const input = supportInput(loadout, catalog, attributes, {
    alacrityShare: (boons.alacrity ?? 0) / 100,
    quicknessShare: (boons.quickness ?? 0) / 100,
    groupSize: allies + 1,
  });
  return { output: supportOutput(input), attributesKnown: numbers.ok };
}
