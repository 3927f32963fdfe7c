import { BOON_NAMES } from "../library/schema.ts";
import type { ChartMeasure, ChartView, FigureRow, FigureTable } from "./view.ts";

const LETTERS = ["A", "B", "C", "D"] as const;
const STACKS: Readonly<Record<string, number>> = { Might: 25, Stability: 25 };

/** By which a build is named in tables and charts; `index` from 0. */
export function letterOf(index: number): string {
  return LETTERS[index] ?? String(index + 1);
}

/** The most telling figures, each against the highest of its kind, and the boons for allies against their limits. */
export function chartsOf(tables: readonly FigureTable[]): ChartView[] {
  const rowNamed = (table: string, name: string) =>
    tables.find(({ id }) => id === table)?.rows.find((row) => row.name === name);
  const figures = [
    measure("Damage per second", rowNamed("damage", "All damage")),
    measure("Effective health", rowNamed("survivability", "Effective health")),
    measure("Healing for each ally", rowNamed("healing", "Healing for each ally")),
    measure("Defiance bar damage", rowNamed("healing", "Defiance bar damage")),
  ];
  const given = tables.find(({ id }) => id === "boons-allies")?.rows ?? [];
  const boons = given.filter(({ name }) => BOON_NAMES.includes(name));
  return [
    {
      id: "chart-figures",
      title: "Key figures",
      note: "Each bar is as long as its share of the highest figure of its kind; the pale part is what a build may reach.",
      measures: figures.filter((one) => one !== null),
    },
    {
      id: "chart-boons",
      title: "Boons for each ally",
      note: "A full bar is all of the time, or 25 stacks of might or stability; the pale part is what a build may reach.",
      measures: boons.flatMap((row) => measure(row.name, row, STACKS[row.name] ?? 1) ?? []),
    },
  ].filter(({ measures }) => measures.length > 0);
}

/** `full`: the amount of a full bar; undefined: the highest of the row. Null where nothing is known or all is 0. */
function measure(name: string, row: FigureRow | undefined, full?: number): ChartMeasure | null {
  const reached = row?.cells.map(({ value, potential }) => potential?.value ?? value ?? 0) ?? [];
  const highest = Math.max(0, ...reached);
  if (!row || highest === 0) return null;
  const shareOf = (amount: number) => Math.min(1, amount / (full ?? highest));
  return {
    name,
    bars: row.cells.map((cell, index) => ({
      ...cell,
      letter: letterOf(index),
      share: shareOf(cell.value ?? 0),
      potentialShare: shareOf(reached[index] ?? 0),
    })),
  };
}
