import { type Figure, supportFigures } from "#lib/builds/editor/numbers/figures.ts";
import { supportView, type UnfoldingRow } from "#lib/builds/support-view.ts";
import type { SupportOutput } from "#lib/engine/support/output.ts";
import type { Compared } from "./changes.tsx";
import { LazyDetails } from "./lazy-details.client.tsx";
import { UnfoldingRows } from "./unfolding-rows.client.tsx";

/** Boons, healing, conditions and the rest, with what became of them; each line opens its sources. */
export function SupportTable({ support, compared }: { support: SupportOutput; compared: Compared }) {
  const { shared, rates, conditions, capabilities, assumptions } = supportView(support);
  const figures = new Map(supportFigures(support).map((figure) => [figure.key, figure]));
  const cell = (text: string | null, key: string): Cell => ({
    text: text ?? "–",
    figure: text === null ? null : (figures.get(key) ?? null),
  });
  const isEmpty = [shared, rates, conditions, capabilities].every(({ length }) => length === 0);
  if (isEmpty) {
    return (
      <p className="text-sm text-ink-soft">
        No skill or trait of this build states boons, conditions, healing or control yet.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {shared.length > 0 && (
        <UnfoldingRows
          caption="Boons and auras"
          columns={["You", "Each ally"]}
          compared={compared}
          lines={shared.map((row) =>
            lineOf(row, [cell(row.self, `self ${row.name}`), cell(row.party, `party ${row.name}`)]),
          )}
        />
      )}
      {rates.length > 0 && (
        <UnfoldingRows
          caption="Healing and control"
          columns={["You", "Each ally"]}
          compared={compared}
          lines={rates.map((row) =>
            lineOf(row, [cell(row.self, `self ${row.name}`), cell(row.party, `party ${row.name}`)]),
          )}
        />
      )}
      {conditions.length > 0 && (
        <UnfoldingRows
          caption="Conditions"
          columns={["On one enemy"]}
          compared={compared}
          lines={conditions.map((row) => lineOf(row, [cell(row.text, `enemy ${row.name}`)]))}
        />
      )}
      {capabilities.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 text-sm">
          {capabilities.map(({ name, sources }) => (
            <div key={name} className="contents">
              <dt className="text-ink-soft">{name}</dt>
              <dd>{sources.join(", ")}</dd>
            </div>
          ))}
        </dl>
      )}
      <LazyDetails summary="What these figures assume">
        {() => (
          <ul className="list-disc pl-5 text-ink-soft">
            {assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        )}
      </LazyDetails>
    </div>
  );
}

interface Cell {
  readonly text: string;
  readonly figure: Figure | null;
}

function lineOf({ name, entries }: UnfoldingRow, cells: readonly Cell[]) {
  return { key: name, name, cells, sums: () => [{ title: "Sources", lines: entries }] };
}
