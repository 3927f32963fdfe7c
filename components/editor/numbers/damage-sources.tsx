import { DamagePanel, DamageParts } from "#components/builds/damage-panel.tsx";
import type { DamageView } from "#lib/builds/damage-view.ts";
import { LazyDetails } from "./lazy-details.client.tsx";

/** What the damage is made of; how it was found opens as on the build's page. */
export function DamageSources({ damage }: { damage: DamageView }) {
  if (damage.kind === "none") return <p className="text-sm text-ink-soft">{damage.why}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-ink-faint">From the {damage.source}.</p>
      <DamageParts parts={damage.parts} />
      {damage.kind === "estimate" && (
        <LazyDetails summary="How it is estimated, skill by skill">
          {() => <DamagePanel damage={damage} />}
        </LazyDetails>
      )}
    </div>
  );
}
