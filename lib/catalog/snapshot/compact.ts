/** The object without its undefined entries, in the order they were written: what is unknown takes no room. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}

/** Undefined for an empty list. */
export function nonEmpty<T>(list: readonly T[] | undefined): [T, ...T[]] | undefined {
  const [first, ...rest] = list ?? [];
  return first === undefined ? undefined : [first, ...rest];
}

/** Undefined unless the flag is set, so that "no" takes no room. */
export function flag(value: boolean | undefined): true | undefined {
  return value ? true : undefined;
}
