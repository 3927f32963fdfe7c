import { combatFigures, figureText, heroPanelFigures } from "#lib/builds/editor/numbers/figures.ts";
import { numbersView } from "#lib/builds/numbers-view.ts";
import type { LoadoutNumbers } from "#lib/engine/loadout-numbers.ts";
import type { MechanicsIndex } from "#lib/engine/mechanics-index.ts";
import type { Compared } from "./changes.tsx";
import { UnfoldingRows } from "./unfolding-rows.client.tsx";

/** Attributes out of combat and in it; each line opens the contributions that add up to it. */
export function AttributesTable({
  numbers,
  index,
  compared,
}: {
  numbers: LoadoutNumbers;
  index: MechanicsIndex;
  compared: Compared;
}) {
  const combat = combatFigures(numbers);
  const lines = heroPanelFigures(numbers).map((panel, position) => ({
    key: panel.key,
    name: panel.name,
    cells: [{ figure: panel }, { figure: combat[position] ?? null }],
    sums: () => {
      const row = numbersView(numbers, index).attributes[position];
      return [
        { title: `Hero panel: ${row?.heroPanel.text ?? ""}`, lines: row?.heroPanel.parts ?? [] },
        { title: `In combat: ${row?.combat.text ?? ""}`, lines: row?.combat.parts ?? [] },
      ];
    },
  }));
  const { scenarios } = numbers.combat;
  const usual = Math.max(...scenarios.map(({ fraction }) => fraction));
  return (
    <>
      <UnfoldingRows
        caption="Attribute"
        columns={["Hero panel", "In combat"]}
        lines={lines}
        compared={compared}
      />
      {scenarios.length > 1 && (
        <p className="mt-2 text-xs text-ink-faint">
          In combat is the most frequent of {scenarios.length} states, {figureText(usual, "percent")} of the
          time; damage is averaged over all of them.
        </p>
      )}
    </>
  );
}
