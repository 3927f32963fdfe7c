/** Sets the estimate from a loadout's own skills beside the measured rotation of templates whose weapons are known. */
import { buildReport } from "#lib/builds/build-report.ts";
import { exampleBuilds } from "#lib/builds/examples.ts";
import type { ReportData } from "#lib/builds/report-data.ts";
import { computeDamage } from "#lib/engine/build-damage.ts";
import type { Template } from "#lib/engine/mechanics.ts";
import type { RotationEstimate } from "#lib/engine/rotation/estimate.ts";

export interface RotationComparison {
  readonly template: Template;
  /** Damage per second with the measured rotation and with the estimate, in the same gear and with the same boons. */
  readonly measured: number;
  readonly estimated: number;
  /** The estimated rotation with the template's own effects of traits and skills: what the rotation alone accounts for. */
  readonly estimatedWithEffects: number;
  readonly estimate: RotationEstimate;
}

/** Boons and vulnerability that measured rotations are played with. */
const FIGHT = {
  boons: { might: 25, fury: 100, quickness: 100, alacrity: 100, protection: 100 },
  targetConditions: { vulnerability: 25 },
};

/** One comparison for each example build with weapons whose template deals damage, in the recommended gear, in PvE. */
export function compareRotations(data: ReportData): RotationComparison[] {
  const { templates, index, catalog, sources } = data;
  return exampleBuilds(templates, sources.templates.date, index, catalog).flatMap(({ key, loadout }) => {
    const template = templates.find(({ id }) => id === key);
    const { a, b } = loadout.weapons;
    const isArmed = [a.main, a.off, b.main, b.off].some((weapon) => weapon !== null);
    if (!template || template.role === "heal" || !isArmed) return [];
    const assumptions = { ...loadout.assumptions, ...FIGHT };
    const measured = buildReport({ ...loadout, assumptions }, data).numbers;
    const estimated = buildReport({ ...loadout, assumptions, template: null }, data).numbers;
    if (!estimated.ok || !measured.ok) throw new Error(`${key} is refused.`);
    const { damageSource, combat } = estimated.value;
    if (damageSource.source !== "estimate") throw new Error(`${key} has no estimate.`);
    const { estimate } = damageSource;
    const { input } = measured.value;
    const same = computeDamage({ ...input, base: { ...input.base, coefficients: estimate.coefficients } });
    if (!same.ok) throw new Error(`${key} is refused.`);
    return [
      {
        template,
        measured: measured.value.combat.damage,
        estimated: combat.damage,
        estimatedWithEffects: same.value.damage,
        estimate,
      },
    ];
  });
}

/** Least, first quartile, median, third quartile, most. */
export function quartiles(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, 0.25, 0.5, 0.75, 1].map(
    (share) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN,
  );
}
