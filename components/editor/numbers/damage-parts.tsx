import { DamagePanel } from "#components/builds/damage-panel.tsx";
import type { DamageView } from "#lib/builds/damage-view.ts";
import { LazyDetails } from "./lazy-details.client.tsx";

/** What the damage is made of; how it was found opens as on the build's page. */
export function DamageParts({ damage }: { damage: DamageView }) {
  if (damage.kind === "none") return <p className="text-sm text-ink-soft">{damage.why}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-ink-faint">From the {damage.source}.</p>
      <ul className="flex flex-col gap-2 text-sm">
        {damage.parts.map(({ name, text, share }) => (
          <li key={name}>
            <p className="flex justify-between gap-3">
              <span className="text-ink-soft">{name}</span>
              <span className="tabular-nums">{text}</span>
            </p>
            <div className="mt-1 h-1 rounded-full bg-line">
              <div
                className="h-full rounded-full bg-accent"
                style={{ width: `${Math.round(share * 100)}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
      {damage.kind === "estimate" && (
        <LazyDetails summary="How it is estimated, skill by skill">
          {() => <DamagePanel damage={damage} />}
        </LazyDetails>
      )}
    </div>
  );
}
