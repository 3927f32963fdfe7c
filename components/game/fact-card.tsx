import type { FactLine } from "#lib/builds/view.ts";

const TONES = {
  plain: "text-ink",
  damage: "text-ink",
  boon: "text-boon",
  condition: "text-condition",
  combo: "text-combo",
  control: "text-ascended",
} as const satisfies Record<FactLine["tone"], string>;

/**
 * Card with the figures of a skill or trait. Opens by the button that names it in `popovertarget` (and, where the browser
 * knows `interestfor`, by pointing or focus), so it needs no JavaScript.
 */
export function FactCard({
  id,
  name,
  kind,
  facts,
  note,
}: {
  id: string;
  name: string;
  /** What it is, for instance `Grandmaster trait` or `Heal skill`. */
  kind: string;
  facts: readonly FactLine[];
  note?: string | null;
}) {
  return (
    <div id={id} popover="auto" className="fact-card">
      <p className="font-display text-base leading-tight">{name}</p>
      <p className="mb-2 text-xs text-ink-faint">{kind}</p>
      {facts.length > 0 ? (
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
          {[...facts.entries()].map(([position, fact]) => (
            <div key={position} className="contents">
              <dt className="text-ink-soft">{fact.label}</dt>
              <dd className={`text-right tabular-nums ${TONES[fact.tone]}`}>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-sm text-ink-soft">The game data holds no figures for this one.</p>
      )}
      {note && <p className="mt-2 border-t border-line pt-2 text-xs text-ink-soft">{note}</p>}
    </div>
  );
}
