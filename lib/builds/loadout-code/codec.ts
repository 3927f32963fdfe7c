import type { BitReader, BitWriter } from "./bits.ts";

/**
 * How one part of a loadout is written and read. Both directions stand side by side and are put together from the
 * pieces below, so that they cannot drift apart.
 */
export interface Codec<Value> {
  readonly write: (out: BitWriter, value: Value) => void;
  readonly read: (from: BitReader) => Value;
}

/** A whole number from 0, as a varint whose first group has `first` bits. */
export function uint(first: number): Codec<number> {
  return {
    write: (out, value) => out.varint(value, first),
    read: (from) => from.varint(first),
  };
}

/** An id of the official API; 0 stands for none. */
export function idOrNone<Id extends number>(first: number): Codec<Id | null> {
  return {
    write: (out, value) => out.varint(value ?? 0, first),
    read: (from) => (from.varint(first) || null) as Id | null,
  };
}

export function idOf<Id extends number>(first: number): Codec<Id> {
  return {
    write: (out, value) => out.varint(value, first),
    read: (from) => from.varint(first) as Id,
  };
}

/** One of a fixed list of words by its number (`codes`), as a varint. */
export function word<Word extends string>(
  codes: Readonly<Record<Word, number>>,
  first: number,
  what: string,
): Codec<Word> {
  const entries = Object.entries(codes) as [Word, number][];
  const wordOf = new Map(entries.map(([name, code]) => [code, name]));
  const fallback = entries[0]?.[0] as Word;
  return {
    write: (out, value) => out.varint(codes[value], first),
    read: (from) => {
      const code = from.varint(first);
      const found = wordOf.get(code);
      if (found === undefined) from.fail(`it holds ${what} this version of the app does not know (${code})`);
      return found ?? fallback;
    },
  };
}

/** One bit: whether there is something, then the thing. */
export function orNull<Value>(inner: Codec<Value>): Codec<Value | null> {
  return {
    write: (out, value) => {
      out.bits(value === null ? 0 : 1, 1);
      if (value !== null) inner.write(out, value);
    },
    read: (from) => (from.bits(1) === 1 ? inner.read(from) : null),
  };
}

/** One bit: whether the value differs from the usual one, then the value. */
export function unless<Value>(
  usual: () => Value,
  isUsual: (value: Value) => boolean,
  inner: Codec<Value>,
): Codec<Value> {
  return {
    write: (out, value) => {
      const differs = !isUsual(value);
      out.bits(differs ? 1 : 0, 1);
      if (differs) inner.write(out, value);
    },
    read: (from) => (from.bits(1) === 1 ? inner.read(from) : usual()),
  };
}

/** A plain number with its usual value. */
export function unlessUsual(usual: number, inner: Codec<number>): Codec<number> {
  return unless(
    () => usual,
    (value) => value === usual,
    inner,
  );
}

/** The fields of an object in the order given. */
export function fields<Value extends object>(
  parts: {
    readonly [Key in keyof Value]: Codec<Value[Key]>;
  },
): Codec<Value> {
  const names = Object.keys(parts) as (keyof Value)[];
  return {
    write: (out, value) => {
      for (const name of names) parts[name].write(out, value[name]);
    },
    read: (from) => Object.fromEntries(names.map((name) => [name, parts[name].read(from)])) as Value,
  };
}

/** Of each name in order one bit: whether the record has it; then its value. */
export function partial<Name extends string, Value>(
  codecs: readonly (readonly [Name, Codec<Value>])[],
): Codec<Partial<Record<Name, Value>>> {
  return {
    write: (out, record) => {
      for (const [name, codec] of codecs) {
        const value = record[name];
        out.bits(value === undefined ? 0 : 1, 1);
        if (value !== undefined) codec.write(out, value);
      }
    },
    read: (from) => {
      const present = codecs.flatMap(([name, codec]) =>
        from.bits(1) === 1 ? [[name, codec.read(from)] as const] : [],
      );
      return Object.fromEntries(present) as Partial<Record<Name, Value>>;
    },
  };
}

/** How many, as a varint, then each. `max` bounds what a forged count can make the reader do. */
export function list<Value>(inner: Codec<Value>, countBits: number, max: number): Codec<Value[]> {
  return {
    write: (out, values) => {
      out.varint(values.length, countBits);
      for (const value of values) inner.write(out, value);
    },
    read: (from) => {
      const count = from.varint(countBits);
      if (count > max) from.fail(`a list is too long (${count})`);
      const values: Value[] = [];
      while (values.length < count && from.failure === null) values.push(inner.read(from));
      return values;
    },
  };
}

export function two<Value>(inner: Codec<Value>): Codec<[Value, Value]> {
  return {
    write: (out, values) => {
      for (const value of values) inner.write(out, value);
    },
    read: (from) => [inner.read(from), inner.read(from)],
  };
}

export function three<Value>(inner: Codec<Value>): Codec<[Value, Value, Value]> {
  return {
    write: (out, values) => {
      for (const value of values) inner.write(out, value);
    },
    read: (from) => [inner.read(from), inner.read(from), inner.read(from)],
  };
}

const SCALES = [1, 10, 100, 1000] as const;

/** A number from 0 with at most three decimals: two bits with the number of decimals, then a varint without the point. */
export const figure: Codec<number> = {
  write: (out, value) => {
    const thousandths = Math.round(value * 1000);
    const decimals = SCALES.findIndex((scale) => thousandths % (1000 / scale) === 0);
    out.bits(decimals, 2);
    out.varint(thousandths / (1000 / (SCALES[decimals] ?? 1000)), 7);
  },
  read: (from) => {
    const scale = SCALES[from.bits(2)] ?? 1;
    return from.varint(7) / scale;
  },
};

/** One bit for the largest possible value, else a figure. */
export function figureUpTo(max: number): Codec<number> {
  return unless(
    () => max,
    (value) => value === max,
    figure,
  );
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:";

/** Letters, digits, hyphens and colons: the length as a varint, then six bits each. */
export function text(maxLength: number): Codec<string> {
  return {
    write: (out, value) => {
      out.varint(value.length, 5);
      for (const letter of value) out.bits(LETTERS.indexOf(letter), 6);
    },
    read: (from) => {
      const length = from.varint(5);
      if (length > maxLength) from.fail(`a name is too long (${length})`);
      let value = "";
      while (value.length < length && from.failure === null) value += LETTERS.charAt(from.bits(6));
      return value;
    },
  };
}
