import type { FactLine } from "#lib/builds/view.ts";

/**
 * Card with the figures of a skill or trait. Opens by the button that names it in `popovertarget` (and, where the browser
 * knows `interestfor`, by pointing or focus), so it needs no JavaScript. A page holds sixty of them: look and colours
 * are in app/globals.css, which keeps each line down to one bare element.
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
      <p className="text-xs text-ink-faint">{kind}</p>
      {facts.length > 0 ? (
        <CardLines lines={facts} />
      ) : (
        <p className="mt-2 text-sm text-ink-soft">The game data holds no figures for this one.</p>
      )}
      {note && <p className="mt-2 border-t border-line pt-2 text-xs text-ink-soft">{note}</p>}
    </div>
  );
}

/** Figures of a card, each with what it is: value, tab, name, which the style sheet sets in two columns. */
export function CardLines({
  lines,
}: {
  lines: readonly { readonly label: string; readonly value: string; readonly tone?: FactLine["tone"] }[];
}) {
  return (
    <ul>
      {[...lines.entries()].map(([position, { label, value, tone }]) => (
        <li key={position} data-tone={tone === "plain" ? undefined : tone}>
          {`${value}\t${label}`}
        </li>
      ))}
    </ul>
  );
}

/** Attributes of the button that opens a card: by a press everywhere, by pointing or focus where browsers know how. */
export function opensCard(id: string) {
  return { popoverTarget: id, ...{ interestfor: id } };
}
