"use client";

import { startTransition, useEffect, useState } from "react";
import type { FormAction } from "#components/ui/form-state.ts";
import type { GearValue } from "#lib/engine/gear/evaluate-gear.ts";
import type { GearResult } from "#lib/gear/gear-result.ts";
import type { GearKit, GearSettings, GearSubject } from "#lib/gear/schema.ts";
import { ComparePanel } from "./compare-panel.tsx";
import { ResultDetails } from "./result-details.client.tsx";
import { ResultsTable } from "./results-table.client.tsx";

/** Results that may be compared at once. */
export const MOST_PINNED = 4;

/** The list of results, the chosen one in full, and the pinned ones side by side. */
export function ResultsPanel({
  kit,
  settings,
  subject,
  results,
  current,
  isRunning,
  isOwnBuild,
  apply,
}: {
  kit: GearKit;
  settings: GearSettings;
  subject: GearSubject;
  results: readonly GearResult[];
  /** Value of the gear worn now; null where nothing is worn. */
  current: GearValue | null;
  isRunning: boolean;
  isOwnBuild: boolean;
  apply: FormAction;
}) {
  const [selectedKey, setSelectedKey] = useState<string | null>(null);
  const [pinned, setPinned] = useState<readonly GearResult[]>([]);
  const shownParts = useShownParts();
  const selected = results.find(({ key }) => key === selectedKey) ?? results[0];
  if (!selected) return null;

  function togglePin(result: GearResult) {
    setPinned((before) =>
      before.some(({ key }) => key === result.key)
        ? before.filter(({ key }) => key !== result.key)
        : [...before, result].slice(-MOST_PINNED),
    );
  }

  const rankOf = (result: GearResult) => {
    const rank = results.findIndex(({ key }) => key === result.key);
    return rank < 0 ? "earlier" : `#${rank + 1}`;
  };
  const compared = pinned.some(({ key }) => key === selected.key) ? pinned : [selected, ...pinned];
  return (
    <>
      <ResultsTable
        kit={kit}
        results={results}
        selected={selected}
        pinned={pinned}
        current={current}
        isRunning={isRunning}
        onSelect={({ key }) => setSelectedKey(key)}
        onPin={togglePin}
      />
      {shownParts > 1 && (
        <ResultDetails
          kit={kit}
          settings={settings}
          subject={subject}
          result={selected}
          best={results[0] ?? selected}
          rank={rankOf(selected)}
          isPinned={pinned.some(({ key }) => key === selected.key)}
          isOwnBuild={isOwnBuild}
          onPin={() => togglePin(selected)}
          apply={apply}
        />
      )}
      {shownParts > 2 && (
        <ComparePanel
          columns={[
            ...(current ? [{ name: "Worn now", value: current, isSelected: false }] : []),
            ...compared.map((result) => ({
              name: rankOf(result),
              value: { ...result.measures, attributes: result.attributes, damageDistribution: result.damage },
              isSelected: result.key === selected.key,
              onRemove: pinned.some(({ key }) => key === result.key) ? () => togglePin(result) : undefined,
            })),
          ]}
        />
      )}
    </>
  );
}

const PARTS = 3;

/** The parts of the panel appear one after the other, so that no single task draws them all. */
function useShownParts(): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= PARTS) return;
    const next = setTimeout(() => startTransition(() => setShown(shown + 1)), 0);
    return () => clearTimeout(next);
  }, [shown]);
  return shown;
}
