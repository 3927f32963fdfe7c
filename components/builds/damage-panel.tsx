import { Card } from "#components/ui/card.tsx";
import type { DamageView } from "#lib/builds/report-view.ts";

/** Damage per second and what it is made of. */
export function DamagePanel({ damage }: { damage: DamageView }) {
  return (
    <Card>
      <p className="text-sm text-ink-soft">Damage per second</p>
      <p className="text-3xl tabular-nums">{damage.total}</p>
      <p className="text-xs text-ink-faint">From the {damage.source}.</p>
      <ul className="mt-3 flex flex-col gap-2 text-sm">
        {damage.parts.map(({ name, text, share }) => (
          <li key={name}>
            <p className="flex justify-between gap-3">
              <span className="text-ink-soft">{name}</span>
              <span className="tabular-nums">{text}</span>
            </p>
            <div className="mt-1 h-1.5 rounded-full bg-line">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${Math.round(share * 100)}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
