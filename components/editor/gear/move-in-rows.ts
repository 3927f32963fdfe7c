import type { KeyboardEvent } from "react";

/**
 * Moves the focus with the arrow keys among the elements with `data-stop` in the elements with `data-row`: left and right
 * within a row, up and down to the one nearest in the next row. Home and End lead to the ends of the row. One stop of the
 * Tab key for all of them.
 */
export function moveInRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  const from = event.target.closest<HTMLElement>("[data-stop]");
  const row = from?.closest<HTMLElement>("[data-row]");
  if (!from || !row) return;
  const target = targetOf(event.key, from, row, event.currentTarget);
  if (target === undefined) return;
  event.preventDefault();
  if (target) enter(target, event.currentTarget);
}

/** Makes an element the stop of the Tab key. */
export function rememberStop({ target, currentTarget }: React.FocusEvent<HTMLElement>): void {
  const stop = target.closest<HTMLElement>("[data-stop]");
  if (stop) setStop(stop, currentTarget);
}

function enter(target: HTMLElement, within: HTMLElement): void {
  setStop(target, within);
  target.focus();
}

function setStop(target: HTMLElement, within: HTMLElement): void {
  for (const stop of within.querySelectorAll<HTMLElement>("[data-stop]")) {
    stop.tabIndex = stop === target ? 0 : -1;
  }
}

/** Null: there is nothing in that direction. Undefined: the key moves nothing. */
function targetOf(
  key: string,
  from: HTMLElement,
  row: HTMLElement,
  within: HTMLElement,
): HTMLElement | null | undefined {
  const stops = stopsOf(row);
  const at = stops.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return stops[at + 1] ?? null;
    case "ArrowLeft":
      return stops[at - 1] ?? null;
    case "Home":
      return stops[0] ?? null;
    case "End":
      return stops.at(-1) ?? null;
    case "ArrowDown":
    case "ArrowUp": {
      const rows = [...within.querySelectorAll<HTMLElement>("[data-row]")];
      const next = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
      return next ? nearest(from, stopsOf(next)) : null;
    }
    default:
      return undefined;
  }
}

function stopsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>("[data-stop]:not(:disabled)")];
}

/** The same kind of choice where the row has one, else the one closest from left to right. */
function nearest(from: HTMLElement, stops: readonly HTMLElement[]): HTMLElement | null {
  const alike = stops.find(({ dataset }) => dataset.stop === from.dataset.stop);
  const { left } = from.getBoundingClientRect();
  const distance = (stop: HTMLElement) => Math.abs(stop.getBoundingClientRect().left - left);
  return alike ?? stops.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}
