import type { Calculated } from "#lib/engine/failures.ts";
import type { Finding } from "#lib/engine/legality/finding.ts";
import { legalityFindings } from "#lib/engine/legality/legality.ts";
import { type LoadoutNumbers, loadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { SupportOutput } from "#lib/engine/support/output.ts";
import { supportReport } from "../../build-report.ts";
import type { Loadout } from "../../loadout.ts";
import { rotationInput } from "../../rotation-input.ts";
import type { EngineData } from "./engine-facts.ts";

/** What is known of a loadout at once: a fraction of a millisecond. */
export interface QuickReport {
  readonly findings: readonly Finding[];
  /**
   * Attributes, survival and healing are whole; damage only where a template gives it. `LiveReport` has the estimate for
   * the others.
   */
  readonly numbers: Calculated<LoadoutNumbers>;
}

/** Everything the engine says about a loadout: the same as `buildReport` on the server. Some milliseconds. */
export interface LiveReport extends QuickReport {
  readonly support: SupportOutput;
}

/** Legality and attributes. Never throws. The same object for the same loadout and data. */
export function quickReport(loadout: Loadout, data: EngineData): QuickReport {
  return kept(quick, data, loadout, () => ({
    findings: legalityFindings(loadout, data.facts, data.tables),
    numbers: loadoutNumbers(loadout, data),
  }));
}

/** With the estimate of damage and the support output. Never throws. The same object for the same loadout and data. */
export function liveReport(loadout: Loadout, data: EngineData): LiveReport {
  return kept(whole, data, loadout, () => {
    const { findings, numbers: without } = quickReport(loadout, data);
    const numbers =
      loadout.template || !without.ok
        ? without
        : loadoutNumbers(loadout, data, rotationInput(loadout, data.catalog));
    return { findings, numbers, support: supportReport(loadout, numbers, data).output };
  });
}

/** Loadouts never change, so what was calculated for one holds as long as it is there: undo costs nothing. */
type Kept<Report> = WeakMap<EngineData, WeakMap<Loadout, Report>>;
const quick: Kept<QuickReport> = new WeakMap();
const whole: Kept<LiveReport> = new WeakMap();

function kept<Report>(all: Kept<Report>, data: EngineData, loadout: Loadout, make: () => Report): Report {
  const ofData = all.get(data) ?? new WeakMap<Loadout, Report>();
  all.set(data, ofData);
  const report = ofData.get(loadout) ?? make();
  ofData.set(loadout, report);
  return report;
}
