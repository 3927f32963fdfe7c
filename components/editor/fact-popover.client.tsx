"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { CardLines } from "#components/game/fact-card.tsx";
import { factsOf } from "#lib/builds/editor/facts-of.ts";
import type { EditorOptions } from "#lib/builds/editor/options.ts";
import type { Loadout } from "#lib/builds/loadout.ts";

/** Milliseconds of pointing before a card opens, so that crossing the page opens none. */
const DELAY_MS = 140;
const CARD_ID = "editor-facts";

interface Shown {
  readonly ref: string;
  readonly anchor: HTMLElement;
}

/**
 * One card for the whole editor: it shows the figures of whatever has `data-fact` and is pointed at or has the focus.
 * They are looked up when they are asked for, in the mode and with the traits of the loadout as it is then.
 */
export function FactPopover({
  scope,
  loadout,
  options,
}: {
  scope: RefObject<HTMLElement | null>;
  loadout: Loadout;
  options: EditorOptions;
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => watch(scope.current, setShown), [scope]);
  useEffect(() => {
    const element = card.current;
    if (!shown || !element) return;
    element.showPopover();
    place(element, shown.anchor);
    shown.anchor.setAttribute("aria-describedby", CARD_ID);
    return () => shown.anchor.removeAttribute("aria-describedby");
  }, [shown]);
  const facts = shown && factsOf(shown.ref, loadout, options);
  if (!facts) return null;
  return (
    <div ref={card} id={CARD_ID} popover="manual" className="fact-card pointer-events-none">
      <FactSheet {...facts} />
    </div>
  );
}

/** Name, kind and figures; also beside the list of a picker. */
export function FactSheet({
  name,
  kind,
  facts,
  note,
  children,
}: NonNullable<ReturnType<typeof factsOf>> & { children?: ReactNode }) {
  return (
    <div className="fact-sheet">
      <p className="font-display text-base leading-tight">{name}</p>
      <p className="text-xs text-ink-faint">{kind}</p>
      {facts.length > 0 ? (
        <CardLines lines={facts} />
      ) : (
        <p className="mt-2 text-sm text-ink-soft">The game data holds no figures for this one.</p>
      )}
      {note && <p className="mt-2 border-t border-line pt-2 text-xs text-ink-soft">{note}</p>}
      {children}
    </div>
  );
}

/** Tells what is pointed at or focused; returns how to stop. */
function watch(scope: HTMLElement | null, show: (shown: Shown | null) => void): (() => void) | undefined {
  if (!scope) return undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(waiting);
    show(null);
  };
  const open = (event: Event) => {
    const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-fact]") : null;
    clearTimeout(waiting);
    if (!anchor?.dataset.fact) return show(null);
    const ref = anchor.dataset.fact;
    waiting = setTimeout(() => show({ ref, anchor }), DELAY_MS);
  };
  const onFocus = (event: Event) => {
    if (event.target instanceof Element && event.target.matches(":focus-visible")) open(event);
  };
  const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
  const stop = new AbortController();
  const { signal } = stop;
  scope.addEventListener("pointerover", open, { signal });
  scope.addEventListener("pointerleave", hide, { signal });
  scope.addEventListener("pointerdown", hide, { signal });
  scope.addEventListener("focusin", onFocus, { signal });
  scope.addEventListener("focusout", hide, { signal });
  scope.addEventListener("keydown", onKey, { signal });
  window.addEventListener("scroll", hide, { signal, passive: true });
  return () => {
    clearTimeout(waiting);
    stop.abort();
  };
}

/** Below its anchor, or above where there is more room; on a phone the style sheet puts it at the bottom. */
function place(card: HTMLElement, anchor: HTMLElement): void {
  if (window.innerWidth < 640) return;
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  const fitsBelow = bottom + offsetHeight + 12 < window.innerHeight;
  const y = fitsBelow ? bottom + 6 : Math.max(8, top - offsetHeight - 6);
  const x = Math.min(left, window.innerWidth - offsetWidth - 12);
  Object.assign(card.style, {
    inset: "auto",
    margin: "0",
    left: `${Math.max(8, x)}px`,
    top: `${y}px`,
    positionArea: "none",
  });
}
