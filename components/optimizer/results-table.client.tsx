"use client";

import { memo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { GearValue } from "#lib/engine/gear/evaluate-gear.ts";
import type { GearResult } from "#lib/gear/gear-result.ts";
import { differenceText, percentText, statSetCounts, wholeNumber, wornLines } from "#lib/gear/result-view.ts";
import type { GearKit } from "#lib/gear/schema.ts";

const FIRST_ROWS = 10;

interface Column {
  readonly id: string;
  readonly label: string;
  readonly value: (result: GearResult) => number;
  readonly text: (value: number) => string;
  /** Narrow screens leave it out. */
  readonly isWide?: boolean;
}

const COLUMNS: readonly Column[] = [
  { id: "damage", label: "Damage", value: ({ measures }) => measures.Damage, text: wholeNumber },
  {
    id: "survivability",
    label: "Surviv.",
    value: ({ measures }) => measures.Survivability,
    text: wholeNumber,
    isWide: true,
  },
  {
    id: "healing",
    label: "Healing",
    value: ({ measures }) => measures.Healing,
    text: wholeNumber,
    isWide: true,
  },
  {
    id: "boon",
    label: "Boons",
    value: ({ attributes }) => attributes["Boon Duration"] ?? 0,
    text: percentText,
    isWide: true,
  },
  {
    id: "crit",
    label: "Crit",
    value: ({ attributes }) => attributes["Critical Chance"] ?? 0,
    text: percentText,
    isWide: true,
  },
  {
    id: "health",
    label: "Health",
    value: ({ attributes }) => attributes.Health ?? 0,
    text: wholeNumber,
    isWide: true,
  },
];

interface TableProps {
  readonly kit: GearKit;
  readonly results: readonly GearResult[];
  readonly selected: GearResult;
  readonly pinned: readonly GearResult[];
  readonly current: GearValue | null;
  readonly isRunning: boolean;
  readonly onSelect: (result: GearResult) => void;
  readonly onPin: (result: GearResult) => void;
}

/** The results, by value or by any other figure; a row is chosen by its number. */
export function ResultsTable(props: TableProps) {
  const { results, selected, pinned, current, isRunning, onSelect, onPin } = props;
  const [sort, setSort] = useState<{ id: string; isDown: boolean } | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const column = COLUMNS.find(({ id }) => id === sort?.id);
  const ranked = results.map((result, index) => ({ result, rank: index + 1 }));
  const sorted = column
    ? ranked.toSorted((a, b) => (column.value(b.result) - column.value(a.result)) * (sort?.isDown ? 1 : -1))
    : ranked;
  const shown = showsAll ? sorted : sorted.slice(0, FIRST_ROWS);
  const pinnedKeys = new Set(pinned.map(({ key }) => key));
  const changes = new Map(shown.map(({ result }) => [result.key, changeCount(props, result)]));

  function sortBy(id: string) {
    setSort((before) => {
      if (before?.id !== id) return { id, isDown: true };
      return before.isDown ? { id, isDown: false } : null;
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <section
        aria-label="List of results"
        className="overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="w-full text-sm tabular-nums">
          <caption className="sr-only">
            Best gears found; choose a row by its number to see it in full
          </caption>
          <thead>
            <tr className="text-right text-ink-faint">
              <th scope="col" className="px-3 py-2.5 text-left font-normal">
                #
              </th>
              {COLUMNS.map(({ id, label, isWide }) => (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sort?.id === id ? (sort.isDown ? "descending" : "ascending") : undefined}
                  className={classNames(
                    "px-2 py-2.5 font-normal whitespace-nowrap",
                    isWide && "hidden sm:table-cell",
                  )}
                >
                  <button type="button" onClick={() => sortBy(id)} className="rounded hover:text-ink">
                    {label}
                    <span aria-hidden className="ml-1 inline-block w-2">
                      {sort?.id === id ? (sort.isDown ? "↓" : "↑") : ""}
                    </span>
                  </button>
                </th>
              ))}
              <th scope="col" className="px-3 py-2.5 text-left font-normal">
                Stat sets
              </th>
              <th scope="col" className="px-3 py-2.5 font-normal">
                Pin
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ result, rank }) => (
              <Row
                key={result.key}
                result={result}
                rank={rank}
                isSelected={result.key === selected.key}
                isPinned={pinnedKeys.has(result.key)}
                damageNow={current?.Damage ?? null}
                changes={changes.get(result.key) ?? null}
                onSelect={onSelect}
                onPin={onPin}
              />
            ))}
          </tbody>
        </table>
      </section>
      <div className="flex flex-wrap items-center gap-3">
        {sorted.length > FIRST_ROWS && (
          <Button onClick={() => setShowsAll(!showsAll)} className="min-h-9 py-1.5">
            {showsAll ? `Show the first ${FIRST_ROWS}` : `Show all ${sorted.length}`}
          </Button>
        )}
        {isRunning && <p className="text-sm text-ink-faint">The list still changes.</p>}
      </div>
    </div>
  );
}

const Row = memo(function Row({
  result,
  rank,
  isSelected,
  isPinned,
  damageNow,
  changes,
  onSelect,
  onPin,
}: {
  result: GearResult;
  rank: number;
  isSelected: boolean;
  isPinned: boolean;
  damageNow: number | null;
  /** Pieces and extras that differ from what is worn; null where nothing is. */
  changes: number | null;
  onSelect: (result: GearResult) => void;
  onPin: (result: GearResult) => void;
}) {
  return (
    <tr className={classNames("border-t border-line/60 text-right", isSelected && "bg-raised")}>
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        <button
          type="button"
          onClick={() => onSelect(result)}
          aria-pressed={isSelected}
          aria-label={`Show result ${rank}`}
          className={classNames(
            "min-h-8 min-w-8 rounded-md border px-2 text-sm",
            isSelected ? "border-accent text-accent" : "border-line-strong text-ink-soft hover:text-ink",
          )}
        >
          {rank}
        </button>
      </th>
      {COLUMNS.map(({ id, value, text, isWide }) => (
        <td
          key={id}
          className={classNames("px-2 py-1.5 whitespace-nowrap", isWide && "hidden sm:table-cell")}
        >
          {text(value(result))}
          {id === "damage" && damageNow !== null && damageNow > 0 && (
            <span className="block text-xs text-ink-faint">
              {differenceText(result.measures.Damage - damageNow)}
            </span>
          )}
        </td>
      ))}
      <td className="min-w-36 px-3 py-1.5 text-left text-ink-soft">
        {statSetCounts(result)
          .map(({ name, count }) => `${count} ${name}`)
          .join(", ")}
        {changes !== null && (
          <span className="block text-xs text-ink-faint">
            {changes === 0 ? "as worn now" : `${changes} to change`}
          </span>
        )}
      </td>
      <td className="px-3 py-1.5">
        <input
          type="checkbox"
          checked={isPinned}
          onChange={() => onPin(result)}
          aria-label={`Compare result ${rank}`}
          className="size-4 accent-accent"
        />
      </td>
    </tr>
  );
});

function changeCount({ kit }: TableProps, result: GearResult): number | null {
  if (!kit.current) return null;
  return wornLines(kit, result.hands, result, kit.current).filter(({ isChanged }) => isChanged).length;
}
