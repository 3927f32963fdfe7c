import type { ReactNode } from "react";
import type { ComparedBuild, FigureCell, FigureTable, TextRow } from "#lib/builds/compare/view.ts";
import { buildColour } from "./build-colours.ts";

interface ColumnRow {
  readonly name: string;
  readonly cells: readonly { readonly letter: string; readonly content: ReactNode }[];
}

/** Figures of a kind, a column for each build; the best of a row is marked. */
export function FigureColumns({ table, builds }: { table: FigureTable; builds: readonly ComparedBuild[] }) {
  const rows = table.rows.map(({ name, cells }) => ({
    name,
    cells: byBuild(builds, cells, (cell) => <Figure cell={cell} />),
  }));
  return (
    <div>
      {table.note && <p className="mb-2 text-xs text-ink-faint">{table.note}</p>}
      <ColumnTable caption={table.title} builds={builds} rows={rows} align="right" />
    </div>
  );
}

/** Names in place of figures. */
export function TextColumns({
  caption,
  rows,
  builds,
}: {
  caption: string;
  rows: readonly TextRow[];
  builds: readonly ComparedBuild[];
}) {
  const shown = rows.map(({ what, cells }) => ({
    name: what,
    cells: byBuild(builds, cells, (text) => text ?? <span className="text-ink-faint">none</span>),
  }));
  return <ColumnTable caption={caption} builds={builds} rows={shown} align="left" />;
}

/** Wider than a phone, so it scrolls by itself; the links in its head let keys reach it. */
function ColumnTable({
  caption,
  builds,
  rows,
  align,
}: {
  caption: string;
  builds: readonly ComparedBuild[];
  rows: readonly ColumnRow[];
  align: "left" | "right";
}) {
  const side = align === "right" ? "min-w-24 text-right sm:min-w-32" : "min-w-36 text-left";
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-faint">
            <th
              scope="col"
              className="sticky left-0 z-1 w-24 min-w-24 bg-surface pr-3 pb-2 text-left font-normal sm:w-56"
            >
              <span className="sr-only">What</span>
            </th>
            {builds.map(({ letter, name, href }, index) => (
              <th
                key={letter}
                scope="col"
                className={`pb-2 pl-3 align-bottom font-normal ${side}`}
                style={{ width: `${75 / builds.length}%` }}
              >
                <a href={href} className="hover:underline">
                  <span style={{ color: buildColour(index) }}>{letter}</span>{" "}
                  <span className="break-words max-xs:sr-only">{name}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name} className="border-t border-line/60 align-top">
              <th
                scope="row"
                className="sticky left-0 z-1 bg-surface py-1.5 pr-3 text-left font-normal break-words text-ink-soft"
              >
                {name}
              </th>
              {cells.map(({ letter, content }) => (
                <td key={letter} className={`py-1.5 pl-3 ${side}`}>
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ cell: { text, potential, value, isBest } }: { cell: FigureCell }) {
  if (value === null) return <span className="text-ink-faint">{text}</span>;
  return (
    <>
      {isBest ? (
        <strong className="font-medium whitespace-nowrap text-good">
          <span aria-hidden>★ </span>
          <span className="sr-only">best: </span>
          {text}
        </strong>
      ) : (
        <span className="whitespace-nowrap">{text}</span>
      )}
      {potential !== null && <span className="text-xs text-ink-faint"> (up to {potential.text})</span>}
    </>
  );
}

function byBuild<Cell>(
  builds: readonly ComparedBuild[],
  cells: readonly Cell[],
  content: (cell: Cell) => ReactNode,
): ColumnRow["cells"] {
  return cells.map((cell, index) => ({
    letter: builds[index]?.letter ?? String(index),
    content: content(cell),
  }));
}
