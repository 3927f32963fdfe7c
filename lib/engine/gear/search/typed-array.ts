/**
 * Reads of typed arrays whose index is known to be inside: the one place that tells the compiler so. Two functions,
 * because a call site that sees only one kind of array is compiled to a plain load.
 */
export function f64(list: Float64Array, index: number): number {
  return list[index] as number;
}

export function i32(list: Int32Array, index: number): number {
  return list[index] as number;
}

/** Scalar product of `count` numbers of two arrays. */
export function dot(
  one: Float64Array,
  oneAt: number,
  other: Float64Array,
  otherAt: number,
  count: number,
): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += f64(one, oneAt + i) * f64(other, otherAt + i);
  return sum;
}

/** The next larger double. */
export function nextDouble(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}
