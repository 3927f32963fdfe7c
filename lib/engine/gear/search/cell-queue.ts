/** A heap that gives the entry with the largest bound first. */
export interface BoundQueue<Entry extends { readonly bound: number }> {
  readonly size: number;
  push(entry: Entry): void;
  pop(): Entry | undefined;
  /** Largest bound of all entries; -Infinity when empty. */
  largest(): number;
  drain(): Entry[];
}

export function createBoundQueue<Entry extends { readonly bound: number }>(): BoundQueue<Entry> {
  let heap: Entry[] = [];
  const boundAt = (index: number) => heap[index]?.bound ?? Number.NEGATIVE_INFINITY;
  const swap = (one: number, other: number): void => {
    const kept = heap[one];
    const moved = heap[other];
    if (kept === undefined || moved === undefined) return;
    heap[one] = moved;
    heap[other] = kept;
  };
  return {
    get size() {
      return heap.length;
    },
    push(entry) {
      heap.push(entry);
      let at = heap.length - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (boundAt(parent) >= boundAt(at)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
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
    },
    largest: () => boundAt(0),
    drain() {
      const all = heap;
      heap = [];
      return all.sort((one, other) => other.bound - one.bound);
    },
  };
}
