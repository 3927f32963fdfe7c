import {
  changeOf,
  combatFigures,
  damageFigures,
  type Figure,
  figureText,
  lookup,
  supportFigures,
  survivalFigures,
} from "#lib/builds/editor/numbers/figures.ts";
import { liveReport } from "#lib/builds/editor/numbers/live-report.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";

/** What a choice would change of the numbers, before it is made. */
export function GearPreview({ now, then, options }: { now: Loadout; then: Loadout; options: EditorOptions }) {
  const before = lookup(figuresOf(now, options));
  const rows = figuresOf(then, options).flatMap((figure) => {
    const change = changeOf(figure, before);
    return change ? [{ figure, change }] : [];
  });
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="mb-1 text-xs text-ink-faint">In combat, compared with now</p>
      {rows.length === 0 && <p className="text-sm text-ink-soft">No figure changes.</p>}
      <ul className="flex flex-col gap-1 text-sm tabular-nums">
        {rows.map(({ figure: { key, name, unit, value }, change }) => (
          <li key={key} className="flex justify-between gap-2">
            <span className="text-ink-soft">{name}</span>
            <span className="whitespace-nowrap">
              {figureText(value, unit)}{" "}
              <span className={change.startsWith("+") ? "text-good" : "text-bad"}>{change}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function figuresOf(loadout: Loadout, { engine }: EditorOptions): readonly Figure[] {
  const { numbers, support } = liveReport(loadout, engine);
  if (!numbers.ok) return supportFigures(support);
  return [
    ...damageFigures(numbers),
    ...combatFigures(numbers.value),
    ...survivalFigures(numbers.value),
    ...supportFigures(support),
  ];
}
