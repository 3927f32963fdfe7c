import { f64, i32 } from "./typed-array.ts";

/** Sorts `keys[from .. end)` descending and carries `order` along; in place, no allocation. */
export function sortDescending(keys: Float64Array, order: Int32Array, end: number, from = 0): void {
  quickSort(keys, order, from, end - 1);
}

function quickSort(keys: Float64Array, order: Int32Array, from: number, to: number): void {
  let low = from;
  let high = to;
  while (high - low > 12) {
    const pivot = medianOfThree(f64(keys, low), f64(keys, (low + high) >> 1), f64(keys, high));
    let i = low;
    let j = high;
    while (i <= j) {
      while (f64(keys, i) > pivot) i++;
      while (f64(keys, j) < pivot) j--;
      if (i <= j) {
        swap(keys, order, i, j);
        i++;
        j--;
      }
    }
    // The smaller part by recursion, the larger one by the loop: the depth stays logarithmic.
    if (j - low < high - i) {
      quickSort(keys, order, low, j);
      low = i;
    } else {
      quickSort(keys, order, i, high);
      high = j;
    }
  }
  insertionSort(keys, order, low, high);
}

function insertionSort(keys: Float64Array, order: Int32Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const key = f64(keys, i);
    const entry = i32(order, i);
    let j = i - 1;
    while (j >= low && f64(keys, j) < key) {
      keys[j + 1] = f64(keys, j);
      order[j + 1] = i32(order, j);
      j--;
    }
    keys[j + 1] = key;
    order[j + 1] = entry;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return a > b ? (b > c ? b : a > c ? c : a) : a > c ? a : b > c ? c : b;
}

function swap(keys: Float64Array, order: Int32Array, i: number, j: number): void {
  const key = f64(keys, i);
  keys[i] = f64(keys, j);
  keys[j] = key;
  const entry = i32(order, i);
  order[i] = i32(order, j);
  order[j] = entry;
}
