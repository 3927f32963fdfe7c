const made = new WeakMap<object, Map<string, unknown>>();

/** What `make` gives, made once for each key of an owner. A key stands for one type. */
export function oncePer<Value>(owner: object, key: string, make: () => Value): Value {
  const ofOwner = made.get(owner) ?? new Map<string, unknown>();
  made.set(owner, ofOwner);
  if (!ofOwner.has(key)) ofOwner.set(key, make());
  return ofOwner.get(key) as Value;
}
