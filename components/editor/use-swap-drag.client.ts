"use client";

import { type DragEvent, useCallback } from "react";

/**
 * Attributes that let things of one kind be dragged onto each other: `source` for what is dragged, `target` for where it
 * may be dropped. `drop` gets the position it came from.
 */
export function useSwapDrag(
  kind: string,
  position: number,
  isDraggable: boolean,
  drop: (from: number) => void,
) {
  const type = `application/x-gw2-${kind}`;
  const start = useCallback(
    (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.setData(type, String(position));
      event.dataTransfer.effectAllowed = "move";
    },
    [type, position],
  );
  const over = (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes(type)) return;
    event.preventDefault();
    event.currentTarget.dataset.over = "";
  };
  const leave = (event: DragEvent<HTMLElement>) => {
    delete event.currentTarget.dataset.over;
  };
  const end = (event: DragEvent<HTMLElement>) => {
    leave(event);
    const from = event.dataTransfer.getData(type);
    if (from === "") return;
    event.preventDefault();
    if (Number(from) !== position) drop(Number(from));
  };
  return {
    source: isDraggable ? { draggable: true, onDragStart: start } : {},
    target: { onDragOver: over, onDragLeave: leave, onDrop: end },
  };
}
