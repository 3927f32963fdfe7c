import type { Finding } from "#lib/engine/legality/finding.ts";
import { buildReport } from "./build-report.ts";
import { type DamageView, damageView } from "./damage-view.ts";
import { gameData } from "./game-data.ts";
import type { Loadout } from "./loadout.ts";
import { type NotModelledView, notModelledView } from "./not-modelled-view.ts";
import { type NumbersView, numbersView } from "./numbers-view.ts";
import { reportData } from "./report-data.ts";
import { type SupportView, supportView } from "./support-view.ts";

/** What the engine says about a build, in words for its page. */
export interface ReportView {
  readonly numbers: NumbersView | null;
  /** Why there are no numbers. */
  readonly refusal: string | null;
  /** Null without numbers, and for healers. */
  readonly damage: DamageView | null;
  readonly findings: readonly Finding[];
  readonly support: SupportView;
  readonly notModelled: NotModelledView;
  /** State of the data behind all figures. */
  readonly dataDate: string | null;
}

/** Calculates a loadout and words the result. Takes a few milliseconds; server only. */
export function reportView(loadout: Loadout): ReportView {
  const data = reportData(gameData().catalog);
  const report = buildReport(loadout, data);
  const numbers = report.numbers.ok ? report.numbers.value : null;
  return {
    numbers: numbers && numbersView(numbers, data.index),
    refusal: report.numbers.ok ? null : report.numbers.error.message,
    damage: numbers && damageView(numbers),
    findings: report.findings,
    support: supportView(report.support.output),
    notModelled: notModelledView(numbers),
    dataDate: report.sources.gameData,
  };
}
