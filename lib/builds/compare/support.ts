import type { CapabilityEntry, EffectTotal, SupportOutput, Totals } from "#lib/engine/support/output.ts";
import { type Amount, figureRow, hasAny, type Unit } from "./figure-row.ts";
import type { FigureRow, FigureTable, TextRow } from "./view.ts";

/** Boons and auras: what each ally has of them, and the build's own player. Names in the order of the first build. */
export function boonTables(outputs: readonly SupportOutput[]): FigureTable[] {
  return [
    {
      id: "boons-allies",
      title: "Boons for each ally",
      note: "Average stacks of might and stability, share of the time of the others.",
      rows: effectRows(outputs, "party"),
    },
    { id: "boons-self", title: "Boons on the player", note: null, rows: effectRows(outputs, "self") },
  ].filter(({ rows }) => rows.length > 0);
}

/** Healing, cleansing and control a second, and conditions on one enemy. */
export function supportTables(outputs: readonly SupportOutput[]): FigureTable[] {
  return [
    {
      id: "healing",
      title: "Healing and control",
      note: "Each second, with every skill used whenever it is ready.",
      rows: rateRows(outputs),
    },
    {
      id: "conditions",
      title: "Conditions on one enemy",
      note: "Average stacks, or share of the time.",
      rows: conditionRows(outputs),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** What is counted by its sources. */
export function capabilityRows(outputs: readonly SupportOutput[]): TextRow[] {
  const perBuild = outputs.map(capabilitiesOf);
  const names = mergedKeys(perBuild);
  return names.map((what) => ({
    what,
    cells: perBuild.map((capabilities) => capabilities.get(what) ?? null),
  }));
}

/** All keys in one order: each new one stands behind its neighbour in its own map, a first one before what follows it. */
export function mergedKeys(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  const merged: string[] = [];
  for (const map of maps) {
    const keys = [...map.keys()];
    for (const [index, key] of keys.entries()) {
      if (merged.includes(key)) continue;
      const previous = keys[index - 1];
      const next = keys.find((other) => merged.includes(other));
      if (previous !== undefined) merged.splice(merged.indexOf(previous) + 1, 0, key);
      else merged.splice(next === undefined ? merged.length : merged.indexOf(next), 0, key);
    }
  }
  return merged;
}

function effectRows(outputs: readonly SupportOutput[], whom: "self" | "party"): FigureRow[] {
  const perBuild = outputs.map(
    ({ boons, auras, fixedEffects }) =>
      new Map([...boons, ...auras, ...fixedEffects].map((total) => [total.name, total])),
  );
  return mergedKeys(perBuild)
    .map((name) => {
      const totals = perBuild.map((effects) => effects.get(name));
      return figureRow(
        name,
        unitOf(totals.find((total) => total !== undefined)),
        totals.map((total) => amount(total?.uptime, whom)),
      );
    })
    .filter(hasAny);
}

function rateRows(outputs: readonly SupportOutput[]): FigureRow[] {
  const shared = (name: string, whom: "self" | "party", read: (output: SupportOutput) => Totals) =>
    figureRow(
      name,
      "perSecond",
      outputs.map((output) => amount(read(output), whom)),
    );
  const onFoes = (name: string, read: (output: SupportOutput) => { baseline: number; potential: number }) =>
    figureRow(
      name,
      "perSecond",
      outputs.map((output) => ({ value: read(output).baseline, potential: read(output).potential })),
    );
  return [
    shared("Healing for each ally", "party", ({ healing }) => healing.perSecond),
    shared("Healing of the player", "self", ({ healing }) => healing.perSecond),
    shared("Barrier for each ally", "party", ({ barrier }) => barrier.perSecond),
    shared("Barrier of the player", "self", ({ barrier }) => barrier.perSecond),
    shared("Conditions removed from each ally", "party", ({ cleanse }) => cleanse.perSecond),
    shared("Conditions removed from the player", "self", ({ cleanse }) => cleanse.perSecond),
    onFoes("Boons removed from a foe", ({ boonRemoval }) => boonRemoval.perSecond),
    onFoes("Defiance bar damage", ({ control }) => control.perSecond),
  ].filter(hasAny);
}

function conditionRows(outputs: readonly SupportOutput[]): FigureRow[] {
  const perBuild = outputs.map(({ conditions }) => new Map(conditions.map((total) => [total.name, total])));
  return mergedKeys(perBuild)
    .map((name) => {
      const totals = perBuild.map((conditions) => conditions.get(name));
      return figureRow(
        name,
        unitOf(totals.find((total) => total !== undefined)),
        totals.map((total) => ({
          value: total?.uptime.baseline ?? 0,
          potential: total?.uptime.potential,
        })),
      );
    })
    .filter(hasAny);
}

function unitOf(total: Pick<EffectTotal, "stacking"> | undefined): Unit {
  return total?.stacking === "intensity" ? "stacks" : "percent";
}

function amount(totals: Totals | undefined, whom: "self" | "party"): Amount {
  return { value: totals?.baseline[whom] ?? 0, potential: totals?.potential[whom] };
}

function capabilitiesOf(output: SupportOutput): Map<string, string> {
  const entries: [string, readonly CapabilityEntry[]][] = [
    ["Stun breaks", output.stunBreaks],
    ["Projectile defence", output.projectileDefence],
    ["Revive", output.revive],
    ...Map.groupBy(output.comboFields, ({ field }) => `${field} field`),
    ...Map.groupBy(output.comboFinishers, ({ finisher }) => `${finisher} finisher`),
  ];
  return new Map(
    entries.flatMap(([what, sources]) => {
      const names = [...new Set(sources.map(({ source }) => source.name))];
      return names.length > 0 ? [[what, names.join(", ")] as const] : [];
    }),
  );
}
