import type { Cell } from "./cell.ts";

/** Cells that wait: the one with the largest bound comes first, as long as memory lasts. */
export interface CellQueue {
  push(cell: Cell): void;
  pop(): Cell | undefined;
  /** Largest bound of all cells; -Infinity when empty. */
  largest(): number;
}

/**
 * A heap by bound and, for when the cells keep more than `mostBytes`, a stack: new cells are then taken last in
 * first out, which needs memory only for one path, until the stack is empty again. The order changes how long the
 * search takes, never what it finds.
 */
export function createCellQueue(mostBytes: number): CellQueue {
  const heap: Cell[] = [];
  const stack: Cell[] = [];
  let bytes = 0;
  const boundAt = (index: number) => heap[index]?.bound ?? Number.NEGATIVE_INFINITY;

  const swap = (one: number, other: number): void => {
    const kept = heap[one];
    const moved = heap[other];
    if (kept === undefined || moved === undefined) return;
    heap[one] = moved;
    heap[other] = kept;
  };

  const pushHeap = (cell: Cell): void => {
    heap.push(cell);
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (boundAt(parent) >= boundAt(at)) break;
      swap(at, parent);
      at = parent;
    }
  };

  const popHeap = (): Cell | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) heap[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const larger = boundAt(left + 1) > boundAt(left) ? left + 1 : left;
      if (larger >= heap.length || boundAt(larger) <= boundAt(at)) break;
      swap(at, larger);
      at = larger;
    }
    return top;
  };

  return {
    push(cell) {
      bytes += bytesOf(cell);
      if (bytes > mostBytes) stack.push(cell);
      else pushHeap(cell);
    },
    pop() {
      const cell = stack.pop() ?? popHeap();
      if (cell !== undefined) bytes -= bytesOf(cell);
      return cell;
    },
    largest: () => stack.reduce((most, cell) => Math.max(most, cell.bound), boundAt(0)),
  };
}

/** About what a cell keeps: its numbers, its entries, and as much of the lists they point into. */
function bytesOf({ low, entries }: Cell): number {
  const own = entries === null ? 0 : entries.left.length + entries.right.length + entries.fine.length;
  return 300 + 40 * low.length + (4 + 8 * low.length) * own;
}
