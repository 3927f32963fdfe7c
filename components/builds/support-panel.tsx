import { CardLines, opensCard } from "#components/game/fact-card.tsx";
import { Card } from "#components/ui/card.tsx";
import type { SupportView, UnfoldingRow } from "#lib/builds/support-view.ts";

/** Boons, conditions, healing and the rest, each row unfolding into its sources. */
export function SupportPanel({ support }: { support: SupportView }) {
  const { shared, conditions, rates, capabilities, assumptions } = support;
  const isEmpty = [shared, conditions, rates, capabilities].every(({ length }) => length === 0);
  if (isEmpty) {
    return (
      <Card>
        <p className="text-sm text-ink-soft">
          No skill or trait of this build states boons, conditions, healing or control. Choose skills and
          weapons to see what they give.
        </p>
      </Card>
    );
  }
  return (
    <Card className="flex flex-col gap-5 sm:p-6">
      {shared.length > 0 && (
        <Rows
          caption="Boons and auras"
          columns={["You", "Each ally"]}
          rows={shared.map((row) => ({ ...row, cells: [row.self, row.party] }))}
        />
      )}
      {rates.length > 0 && (
        <Rows
          caption="Healing and control"
          columns={["You", "Each ally"]}
          rows={rates.map((row) => ({ ...row, cells: [row.self, row.party ?? "–"] }))}
        />
      )}
      {conditions.length > 0 && (
        <Rows
          caption="Conditions"
          columns={["On one enemy"]}
          rows={conditions.map((row) => ({ ...row, cells: [row.text] }))}
        />
      )}
      {capabilities.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
          {capabilities.map(({ name, sources }) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd className="mb-1 sm:mb-0">{sources.join(", ")}</dd>
            </div>
          ))}
        </dl>
      )}
      <details className="border-t border-line pt-3 text-sm">
        <summary className="text-ink-soft">What these figures assume</summary>
        <ul className="mt-2 list-disc pl-5 text-ink-soft">
          {assumptions.map((assumption) => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}

function Rows({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly (UnfoldingRow & { readonly cells: readonly string[] })[];
}) {
  return (
    <table className="w-full text-sm tabular-nums">
      <thead>
        <tr className="text-left text-ink-faint">
          <th scope="col" className="pb-2 font-normal">
            {caption}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="pb-2 pl-3 text-right font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <SupportLine key={row.name} row={row} cells={row.cells} />
        ))}
      </tbody>
    </table>
  );
}

function SupportLine({ row, cells }: { row: UnfoldingRow; cells: readonly string[] }) {
  const cardId = `support-${row.name.replaceAll(/\W+/g, "-").toLowerCase()}`;
  return (
    <tr className="border-t border-line/60">
      <th scope="row" className="py-1 text-left font-normal">
        <button type="button" className="value text-left text-ink-soft" {...opensCard(cardId)}>
          {row.name}
        </button>
        <div id={cardId} popover="auto" className="fact-card text-left">
          <p className="font-display text-base leading-tight">{row.name}</p>
          <CardLines lines={row.entries} />
        </div>
      </th>
      {[...cells.entries()].map(([position, cell]) => (
        <td key={position} className="py-1 pl-3 text-right">
          {cell}
        </td>
      ))}
    </tr>
  );
}
