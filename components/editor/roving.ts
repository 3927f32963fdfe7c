import type { KeyboardEvent } from "react";

const KEYS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/**
 * Moves the focus among the elements with `data-cell="column,row"` inside the element that hears the key: one stop of the
 * Tab key, arrows within. True where the key was one of them.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>): boolean {
  const direction = KEYS[event.key];
  if (!direction || event.altKey || event.ctrlKey || event.metaKey) return false;
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-cell]") : null;
  if (!from) return false;
  const [column, row] = cellOf(from);
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-cell]")];
  const target = cells.find((cell) => {
    const [x, y] = cellOf(cell);
    return x === column + direction[0] && y === row + direction[1];
  });
  event.preventDefault();
  if (!target) return true;
  for (const cell of cells) cell.tabIndex = cell === target ? 0 : -1;
  target.focus();
  return true;
}

function cellOf(element: HTMLElement): readonly [number, number] {
  const [column = 0, row = 0] = (element.dataset.cell ?? "").split(",").map(Number);
  return [column, row];
}
