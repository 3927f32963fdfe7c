import type { GameMode } from "#lib/shared/game.ts";
import { type BuildReport, buildReport } from "../build-report.ts";
import type { Loadout } from "../loadout.ts";
import type { ReportData } from "../report-data.ts";
import { chartsOf } from "./charts.ts";
import { loadoutRows } from "./differences.ts";
import { attributeTables, damageTable, numbersOf, survivabilityTable } from "./figures.ts";
import type { DamageBasis, SharedAssumptions } from "./schema.ts";
import { boonTables, capabilityRows, supportTables } from "./support.ts";
import type { Comparison, DamageSourceView } from "./view.ts";

/** The boon of a jade bot that measured rotations assume. */
const REINFORCED_ARMOR = "effect:reinforced-armor";

export interface CompareConditions {
  readonly mode: GameMode;
  readonly damage: DamageBasis;
  readonly assumptions: SharedAssumptions;
}

export interface ComparedLoadouts
  extends Pick<
    Comparison,
    "damage" | "withoutNumbers" | "charts" | "tables" | "capabilities" | "differences" | "same"
  > {
  /** One for each loadout. */
  readonly damageSources: readonly DamageSourceView[];
}

/** Calculates loadouts in one mode under the same assumptions. Takes some milliseconds for each; never throws. */
export function compareLoadouts(
  loadouts: readonly Loadout[],
  { mode, damage, assumptions }: CompareConditions,
  data: ReportData,
): ComparedLoadouts {
  const estimates =
    damage === "estimate" || (damage === "alike" && loadouts.some(({ template }) => !template));
  const reports = loadouts.map((loadout) =>
    buildReport(underAssumptions(loadout, mode, assumptions, estimates), data),
  );
  const damageSources = reports.map(damageSourceView);
  const kinds = new Set(damageSources.map(({ kind }) => kind).filter((kind) => kind !== "unknown"));
  const isComparable = kinds.size < 2;
  const outputs = reports.map(({ support }) => support.output);
  const withoutNumbers = refusalOfAll(reports);
  const tables = [
    ...(withoutNumbers ? [] : [damageTable(reports, isComparable), survivabilityTable(reports)]),
    ...boonTables(outputs),
    ...supportTables(outputs),
    ...(withoutNumbers ? [] : attributeTables(reports)),
  ];
  return {
    damage: { basis: damage, statement: damageStatement(kinds, damage), isComparable },
    damageSources,
    withoutNumbers,
    charts: chartsOf(tables),
    tables,
    capabilities: capabilityRows(outputs),
    ...loadoutRows(loadouts, data.catalog),
  };
}

/** How often the loadout's own traits act stays as it says: that is part of how it is played. */
function underAssumptions(
  loadout: Loadout,
  mode: GameMode,
  shared: SharedAssumptions,
  estimated: boolean,
): Loadout {
  const { enemyArmor, movingFraction, attacksPerSecond, allies, boons } = shared;
  return {
    ...loadout,
    mode,
    template: estimated ? null : loadout.template,
    assumptions: {
      ...loadout.assumptions,
      boons,
      targetConditions: { vulnerability: shared.vulnerability },
      effects: { ...loadout.assumptions.effects, [REINFORCED_ARMOR]: Number(shared.reinforcedArmor) },
      enemyArmor,
      movingFraction,
      attacksPerSecond,
      allies,
    },
  };
}

function damageSourceView(report: BuildReport): DamageSourceView {
  const numbers = numbersOf(report);
  if (!numbers) return { kind: "unknown", text: report.numbers.ok ? "" : report.numbers.error.message };
  const { damageSource } = numbers;
  switch (damageSource.source) {
    case "template":
      return { kind: "measured", text: `Measured rotation of ${damageSource.template.name}` };
    case "estimate":
      return { kind: "estimate", text: "Estimate from its own skills" };
    case "none":
      return { kind: "unknown", text: damageSource.why };
  }
}

function damageStatement(kinds: ReadonlySet<DamageSourceView["kind"]>, basis: DamageBasis): string {
  if (kinds.size > 1) {
    return "Damage is of different sources here: measured rotations deal about twice as much as estimates, so these figures cannot be compared.";
  }
  if (kinds.has("measured")) return "Damage is that of measured rotations, for all builds.";
  if (kinds.has("estimate")) {
    return basis === "alike"
      ? "Damage is estimated for all builds by the same simple rule, because not all of them have a measured rotation."
      : "Damage is estimated for all builds by the same simple rule.";
  }
  return "No damage is known.";
}

/** The reason that all builds share, such as that a mode has no figures. */
function refusalOfAll(reports: readonly BuildReport[]): string | null {
  const messages = new Set(reports.map(({ numbers }) => (numbers.ok ? null : numbers.error.message)));
  return messages.size === 1 ? ([...messages][0] ?? null) : null;
}
