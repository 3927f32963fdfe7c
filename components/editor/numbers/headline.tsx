import { type Figure, figureText } from "#lib/builds/editor/numbers/figures.ts";
import { Changes, type Compared, changeTexts } from "./changes.tsx";

/** The figures that most people look at first. */
export function Headline({
  figures,
  damage,
  isEstimate,
  isOutOfDate,
  compared,
  damageCompared,
}: {
  figures: readonly Figure[];
  /** Null: none is known. */
  damage: Figure | null;
  isEstimate: boolean;
  /** The figure of damage is still that of the loadout before. */
  isOutOfDate: boolean;
  compared: Compared;
  damageCompared: Compared;
}) {
  return (
    <dl className="grid grid-cols-2 gap-x-3 gap-y-3">
      <div className="col-span-2" aria-busy={isOutOfDate}>
        <dt className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          Damage per second
          {isEstimate && (
            <span className="rounded-full border border-warn px-2 py-0.5 text-xs text-warn">Estimate</span>
          )}
        </dt>
        <dd className="text-3xl tabular-nums" data-figure="damage">
          {damage ? `${isEstimate ? "≈ " : ""}${figureText(damage.value, damage.unit)}` : "–"}
        </dd>
        {damage && (
          <dd>
            <Changes {...changeTexts(damage, damageCompared)} />
          </dd>
        )}
      </div>
      {figures.map((figure) => (
        <div key={figure.key}>
          <dt className="text-xs text-ink-soft">{figure.name}</dt>
          <dd className="text-lg leading-tight tabular-nums" data-figure={figure.key}>
            {figureText(figure.value, figure.unit)}
          </dd>
          <dd>
            <Changes {...changeTexts(figure, compared)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
