import { Card } from "#components/ui/card.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { GearValue } from "#lib/engine/gear/evaluate-gear.ts";
import {
  DAMAGE_SOURCES,
  differenceText,
  figureText,
  SHOWN_ATTRIBUTES,
  wholeNumber,
} from "#lib/gear/result-view.ts";

type ComparedValue = Pick<
  GearValue,
  "Damage" | "Survivability" | "Healing" | "attributes" | "damageDistribution"
>;

export interface ComparedColumn {
  readonly name: string;
  readonly value: ComparedValue;
  readonly isSelected: boolean;
  /** Absent for a column that stays. */
  readonly onRemove?: (() => void) | undefined;
}

const MEASURES = ["Damage", "Survivability", "Healing"] as const;

const COLOURS: Readonly<Record<(typeof DAMAGE_SOURCES)[number][0], string>> = {
  strike: "var(--color-accent)",
  secondStrike: "var(--color-warrior)",
  siphon: "var(--color-thief)",
  flat: "var(--color-ink-faint)",
  bleeding: "var(--color-revenant)",
  burning: "var(--color-elementalist)",
  confusion: "var(--color-mesmer)",
  poison: "var(--color-ranger)",
  torment: "var(--color-necromancer)",
};

/** Attributes and damage by source of several gears side by side; differences are to the first column. */
export function ComparePanel({ columns }: { columns: readonly ComparedColumn[] }) {
  const [first] = columns;
  if (!first) return null;
  return (
    <div className={classNames("grid gap-6 xl:items-start", columns.length <= 2 && "xl:grid-cols-2")}>
      <Card className="min-w-0">
        <h2 className="mb-3 text-lg">Attributes</h2>
        <section aria-label="Attributes side by side" className="overflow-x-auto">
          <table className="w-full text-sm tabular-nums">
            <caption className="sr-only">Attributes and values; differences are to “{first.name}”</caption>
            <thead>
              <tr className="text-right text-ink-faint">
                <th scope="col" className="py-1.5 text-left font-normal">
                  In combat
                </th>
                {columns.map(({ name, isSelected, onRemove }) => (
                  <th
                    key={name}
                    scope="col"
                    className={classNames("py-1.5 pl-3 font-normal", isSelected && "text-accent")}
                  >
                    {name}
                    {onRemove && (
                      <button
                        type="button"
                        onClick={onRemove}
                        aria-label={`Take ${name} out of the comparison`}
                        className="ml-1 rounded px-1.5 py-0.5 text-ink-faint hover:text-ink"
                      >
                        ×
                      </button>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {MEASURES.map((measure) => (
                <Figures
                  key={measure}
                  name={measure}
                  unit="points"
                  columns={columns}
                  read={(value) => value[measure]}
                />
              ))}
              {SHOWN_ATTRIBUTES.map(([name, unit]) => (
                <Figures
                  key={name}
                  name={name}
                  unit={unit}
                  columns={columns}
                  read={({ attributes }) => attributes[name] ?? 0}
                />
              ))}
            </tbody>
          </table>
        </section>
        <p className="mt-3 text-xs text-ink-faint">
          Attributes are those of the first state of the fight; damage, survivability and healing are
          averages.
        </p>
      </Card>
      <DamageChart columns={columns} />
    </div>
  );
}

function Figures({
  name,
  unit,
  columns,
  read,
}: {
  name: string;
  unit: "points" | "percent";
  columns: readonly ComparedColumn[];
  read: (value: ComparedValue) => number;
}) {
  const base = columns[0] ? read(columns[0].value) : 0;
  return (
    <tr className="border-t border-line/60 text-right align-top">
      <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
        {name}
      </th>
      {columns.map((column, index) => {
        const value = read(column.value);
        return (
          <td key={column.name} className="py-1.5 pl-3">
            {figureText(value, unit)}
            {index > 0 && (
              <span className="block text-xs text-ink-faint">{differenceText(value - base, unit)}</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Damage per second by source as bars on one scale. The figures stand beside the bars, so nothing is said by colour alone. */
function DamageChart({ columns }: { columns: readonly ComparedColumn[] }) {
  const most = Math.max(...columns.map(({ value }) => value.Damage), 1);
  const sources = DAMAGE_SOURCES.filter(([id]) =>
    columns.some(({ value }) => value.damageDistribution[id] > 0),
  );
  return (
    <Card className="min-w-0">
      <h2 className="mb-3 text-lg">Damage by source</h2>
      {sources.length === 0 && <p className="text-sm text-ink-soft">This rotation deals no damage.</p>}
      <ul className="flex flex-col gap-5">
        {columns.map(({ name, value, isSelected }) => (
          <li key={name}>
            <p className="flex justify-between text-sm">
              <span className={isSelected ? "text-accent" : "text-ink-soft"}>{name}</span>
              <span className="tabular-nums">{wholeNumber(value.Damage)} per second</span>
            </p>
            <div aria-hidden className="mt-1.5 flex h-3 overflow-hidden rounded-full bg-line">
              {sources.map(([id]) => (
                <span
                  key={id}
                  style={{
                    width: `${(value.damageDistribution[id] / most) * 100}%`,
                    background: COLOURS[id],
                  }}
                />
              ))}
            </div>
            <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-soft">
              {sources.map(([id, label]) => (
                <li key={id} className="flex items-center gap-1.5">
                  <span aria-hidden className="size-2 rounded-sm" style={{ background: COLOURS[id] }} />
                  {label}{" "}
                  <span className="text-ink tabular-nums">{wholeNumber(value.damageDistribution[id])}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
