import { CardLines, opensCard } from "#components/game/fact-card.tsx";
import { Card } from "#components/ui/card.tsx";
import type { AttributeRow, ExplainedText, NumbersView } from "#lib/builds/numbers-view.ts";

/** Attributes out of combat and in it; each value opens the contributions that add up to it. */
export function NumbersPanel({ numbers }: { numbers: NumbersView }) {
  const { attributes, combatState, indicators } = numbers;
  return (
    <Card className="sm:p-6">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">Attributes; every value opens where it comes from</caption>
        <thead>
          <tr className="text-left text-ink-faint">
            <th scope="col" className="pb-2 font-normal">
              Attribute
            </th>
            <th scope="col" className="pb-2 text-right font-normal">
              Hero panel
            </th>
            <th scope="col" className="pb-2 text-right font-normal">
              In combat
            </th>
          </tr>
        </thead>
        <tbody>
          {attributes.map((row) => (
            <AttributeLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      {combatState && (
        <p className="mt-3 text-xs text-ink-faint">
          In combat is the most frequent of {combatState.states} states, {combatState.percent} of the time;
          damage is averaged over all of them.
        </p>
      )}
      <dl className="mt-5 grid gap-3 border-t border-line pt-4 sm:grid-cols-3">
        {indicators.map(({ name, text, note }) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="text-xl tabular-nums">{text}</dd>
            <dd className="text-xs text-ink-faint">{note}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function AttributeLine({ row }: { row: AttributeRow }) {
  return (
    <tr className="border-t border-line/60">
      <th scope="row" className="py-1.5 text-left font-normal text-ink-soft">
        {row.name}
      </th>
      <Value id={`sum-panel-${row.id}`} name={`${row.name}, hero panel`} value={row.heroPanel} />
      <Value id={`sum-combat-${row.id}`} name={`${row.name}, in combat`} value={row.combat} />
    </tr>
  );
}

function Value({ id, name, value }: { id: string; name: string; value: ExplainedText }) {
  if (value.parts.length === 0) return <td className="py-1.5 text-right text-ink-faint">{value.text}</td>;
  return (
    <td className="py-1 text-right">
      <button type="button" className="value" {...opensCard(id)}>
        {value.text}
      </button>
      <div id={id} popover="auto" className="fact-card text-left">
        <p className="font-display text-base leading-tight">{name}</p>
        <CardLines lines={value.parts} />
        <p className="mt-1 border-t border-line pt-1 text-sm tabular-nums">Sum {value.text}</p>
      </div>
    </td>
  );
}
