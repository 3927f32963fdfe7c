"use client";

import { Fragment, memo, useCallback, useId, useState } from "react";
import { type Figure, figureText } from "#lib/builds/editor/numbers/figures.ts";
import { Changes, type ChangeTexts, type Compared, changeTexts } from "./changes.tsx";

/** A line of a table: its cells are figures, and it opens what they come from. */
export interface UnfoldingLine {
  readonly key: string;
  readonly name: string;
  /** One for each column; text where it is no plain figure. */
  readonly cells: readonly { readonly text?: string; readonly figure: Figure | null }[];
  /** What one cell, or the whole line, is made of; asked for only while it is open. */
  readonly sums: () => readonly Sum[];
}

export interface Sum {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** A table of figures with what became of them; each line unfolds in place. */
export function UnfoldingRows({
  caption,
  columns,
  lines,
  compared,
}: {
  caption: string;
  columns: readonly string[];
  lines: readonly UnfoldingLine[];
  compared: Compared;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const id = useId();
  const toggle = useCallback((key: string) => setOpen((now) => (now === key ? null : key)), []);
  return (
    <table className="w-full text-sm tabular-nums">
      <thead>
        <tr className="text-left text-ink-faint">
          <th scope="col" className="pb-1 font-normal">
            {caption}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="whitespace-nowrap pb-1 pl-2 text-right font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, cells, sums }) => (
          <Fragment key={key}>
            <Row
              id={key}
              name={name}
              cells={cells.map((cell) => shownCell(cell, compared))}
              isOpen={open === key}
              controls={`${id}-sums`}
              toggle={toggle}
            />
            {open === key && (
              <tr id={`${id}-sums`}>
                <td colSpan={cells.length + 1} className="pb-2">
                  <div className="rounded-lg border border-line bg-ground p-3">
                    {sums().map(({ title, lines: parts }) => (
                      <div key={title} className="not-first:mt-3">
                        <p className="text-xs text-ink-faint">{title}</p>
                        <Parts lines={parts} />
                        {parts.length === 0 && <p className="text-sm text-ink-soft">Nothing adds to it.</p>}
                      </div>
                    ))}
                  </div>
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** A cell in words alone, so that equal cells are told to be equal. */
interface ShownCell extends ChangeTexts {
  readonly text: string;
}

function shownCell({ text, figure }: UnfoldingLine["cells"][number], compared: Compared): ShownCell {
  const shown = text ?? (figure ? figureText(figure.value, figure.unit) : "–");
  return { text: shown, ...(figure ? changeTexts(figure, compared) : { saved: null, pinned: null }) };
}

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly ShownCell[];
  readonly isOpen: boolean;
  readonly controls: string;
  readonly toggle: (key: string) => void;
}

/** Drawn again only where something that it shows is new: most changes concern few of the lines. */
const Row = memo(function Row({ id, name, cells, isOpen, controls, toggle }: RowProps) {
  return (
    <tr className="border-line/60 border-t align-top">
      <th scope="row" className="py-1 text-left font-normal">
        <button
          type="button"
          className="value text-left text-ink-soft"
          aria-expanded={isOpen}
          aria-controls={controls}
          onClick={() => toggle(id)}
        >
          {name}
        </button>
      </th>
      {[...cells.entries()].map(([position, { text, saved, pinned }]) => (
        <td key={position} className="py-1 pl-2 text-right">
          <CellText text={text} />
          <Changes saved={saved} pinned={pinned} />
        </td>
      ))}
    </tr>
  );
}, hasSameRow);

function hasSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.name === after.name &&
    before.isOpen === after.isOpen &&
    before.toggle === after.toggle &&
    before.cells.length === after.cells.length &&
    before.cells.every(({ text, saved, pinned }, position) => {
      const now = after.cells[position];
      return text === now?.text && saved === now.saved && pinned === now.pinned;
    })
  );
}

/** A remark in brackets stands below its figure. */
function CellText({ text }: { text: string }) {
  const [figure, ...remarks] = text.split(/ (?=\()/);
  return (
    <>
      <span className="whitespace-nowrap">{figure}</span>
      {remarks.map((remark) => (
        <span key={remark} className="block whitespace-nowrap text-xs text-ink-faint">
          {remark}
        </span>
      ))}
    </>
  );
}

/** Figures with where they are from, in two columns. */
function Parts({ lines }: Pick<Sum, "lines">) {
  return (
    <ul className="mt-1 flex flex-col gap-0.5">
      {[...lines.entries()].map(([position, { label, value }]) => (
        <li key={position} className="grid grid-cols-[4.5rem_1fr] gap-x-3 leading-snug">
          <span>{value}</span>
          <span className="text-ink-soft">{label}</span>
        </li>
      ))}
    </ul>
  );
}
