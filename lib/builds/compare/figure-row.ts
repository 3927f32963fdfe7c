import { figure } from "../fact-lines.ts";
import type { FigureCell, FigureRow } from "./view.ts";

export type Unit = "points" | "percent" | "stacks" | "perSecond";

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const FINE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** A figure as the page prints it: points, shares of 0 to 1 as percent, average stacks, amounts a second. */
export function figureText(value: number, unit: Unit): string {
  switch (unit) {
    case "points":
      return Math.abs(value) >= 1000 ? WHOLE.format(value) : FINE.format(value);
    case "percent":
      return `${figure(Math.round(value * 10_000) / 100)} %`;
    case "stacks":
      return FINE.format(Math.round(value * 10) / 10);
    case "perSecond":
      return `${FINE.format(value)} /s`;
  }
}

const UNKNOWN: FigureCell = { text: "unknown", potential: null, value: null, isBest: false };

/** What a build gives for sure, and what it may reach where that is more. */
export interface Amount {
  readonly value: number;
  readonly potential?: number | undefined;
}

/**
 * One figure of every build; null where it is not known. The best are marked where not all are alike; what reads alike
 * is alike. `hasBest` false: the figures cannot be compared.
 */
export function figureRow(
  name: string,
  unit: Unit,
  amounts: readonly (Amount | null)[],
  hasBest = true,
): FigureRow {
  const known = amounts.filter((amount) => amount !== null);
  const top = Math.max(...known.map(({ value }) => value));
  const best = figureText(top, unit);
  const differ = known.some(({ value }) => figureText(value, unit) !== best);
  return {
    name,
    cells: amounts.map((amount) => {
      if (amount === null) return UNKNOWN;
      const text = figureText(amount.value, unit);
      const potential = figureText(amount.potential ?? amount.value, unit);
      return {
        text,
        potential: potential === text ? null : { text: potential, value: amount.potential ?? amount.value },
        value: amount.value,
        isBest: hasBest && differ && text === best,
      };
    }),
  };
}

/** Whether any build has something of it. */
export function hasAny({ cells }: FigureRow): boolean {
  return cells.some(({ value, potential }) => (value !== null && value > 0) || potential !== null);
}
