import type { GameMode, Profession } from "#lib/shared/game.ts";
import type { LibraryPage } from "../library/view.ts";
import type { DamageBasis } from "./schema.ts";

/** A build of a comparison. */
export interface ComparedBuild {
  /** A to D, by which tables and charts name it. */
  readonly letter: string;
  /** What stands for it in the address of the comparison. */
  readonly reference: string;
  readonly name: string;
  readonly profession: Profession;
  /** Elite specialization if there is one, else the profession. */
  readonly title: string;
  readonly icon: string | null;
  /** Its own page. */
  readonly href: string;
  /** The mode it was made for. */
  readonly ownMode: GameMode;
  readonly damageSource: DamageSourceView;
}

export interface DamageSourceView {
  readonly kind: "measured" | "estimate" | "unknown";
  /** Where its damage is from, or why there is none. */
  readonly text: string;
}

/** A build that cannot be shown, by its place among those asked for, counted from 1. */
export interface RefusedBuild {
  readonly position: number;
  readonly reference: string;
  readonly message: string;
}

/** One figure of one build; `value` null where it is not known. */
export interface FigureCell {
  readonly text: string;
  /** What it may reach if triggers are used to the full; null where that is no more. */
  readonly potential: { readonly text: string; readonly value: number } | null;
  readonly value: number | null;
  readonly isBest: boolean;
}

export interface FigureRow {
  readonly name: string;
  /** One for each build. */
  readonly cells: readonly FigureCell[];
}

export interface FigureTable {
  readonly id: string;
  readonly title: string;
  /** What the figures are, or why none is the best. */
  readonly note: string | null;
  readonly rows: readonly FigureRow[];
}

/** Names instead of figures, one text for each build; null where it has nothing there. */
export interface TextRow {
  readonly what: string;
  readonly cells: readonly (string | null)[];
}

/** One measure of a chart. */
export interface ChartMeasure {
  readonly name: string;
  readonly bars: readonly (FigureCell & {
    readonly letter: string;
    /** Length of the bar, 0 to 1. */
    readonly share: number;
    /** Length with what it may reach; never less. */
    readonly potentialShare: number;
  })[];
}

export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly measures: readonly ChartMeasure[];
}

/** Builds side by side, all in one mode under the same assumptions. Plain data for a page without scripts. */
export interface Comparison {
  readonly mode: GameMode;
  /** What damage was asked for, and what came of it. */
  readonly damage: {
    readonly basis: DamageBasis;
    readonly statement: string;
    readonly isComparable: boolean;
  };
  readonly builds: readonly ComparedBuild[];
  readonly refused: readonly RefusedBuild[];
  /** Why there are no attributes and no damage in this mode; null where there are. */
  readonly withoutNumbers: string | null;
  readonly charts: readonly ChartView[];
  readonly tables: readonly FigureTable[];
  /** Stun breaks, combo fields and the like. */
  readonly capabilities: readonly TextRow[];
  readonly differences: readonly TextRow[];
  /** What all of them have alike. */
  readonly same: readonly TextRow[];
}

/** What the reader's text leads to: one build to add, or builds to choose from. */
export type FoundToAdd =
  | { readonly kind: "build"; readonly reference: string }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "search"; readonly own: LibraryPage | null; readonly everybodys: LibraryPage };
