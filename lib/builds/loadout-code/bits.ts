/** Bits of every group of a varint after the first. */
const NEXT_GROUP = 4;
/** Varints hold up to 32 bits; more groups than these never come from an encoder. */
const MAX_VALUE = 2 ** 32;

/** Writes numbers as bits, the highest bit first. */
export class BitWriter {
  private readonly written: number[] = [];
  private current = 0;
  private free = 8;

  /** A number of fixed width, 0 to 32 bits. */
  bits(value: number, width: number): void {
    for (let left = width; left > 0; ) {
      const taken = Math.min(left, this.free);
      left -= taken;
      this.current = (this.current << taken) | (Math.floor(value / 2 ** left) % 2 ** taken);
      this.free -= taken;
      if (this.free === 0) this.flush();
    }
  }

  /**
   * A whole number of 0 to 2^32 - 1 in groups, lowest bits first: one of `first` bits, then as many of four bits as
   * needed. Before each group stands a bit that says whether another follows it.
   */
  varint(value: number, first: number): void {
    let rest = value;
    for (let width = first; ; width = NEXT_GROUP) {
      const group = rest % 2 ** width;
      rest = (rest - group) / 2 ** width;
      this.bits(rest > 0 ? 1 : 0, 1);
      this.bits(group, width);
      if (!(rest > 0)) return;
    }
  }

  /** What was written, filled up with zero bits to whole bytes. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.free === 8 ? this.written : [...this.written, this.current << this.free]);
  }

  private flush(): void {
    this.written.push(this.current);
    this.current = 0;
    this.free = 8;
  }
}

/**
 * Reads what BitWriter wrote. Never throws: the first thing that cannot be read is kept in `failure`, and every number
 * from then on is 0, so that a reader of nested parts comes to its end.
 */
export class BitReader {
  private readonly bytes: Uint8Array;
  private position = 0;
  private firstFailure: string | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Why reading failed; null while all is well. */
  get failure(): string | null {
    return this.firstFailure;
  }

  fail(reason: string): void {
    this.firstFailure ??= reason;
  }

  bits(width: number): number {
    if (this.firstFailure !== null) return 0;
    if (this.position + width > this.bytes.length * 8) {
      this.fail("it ends too early");
      return 0;
    }
    let value = 0;
    for (let left = width; left > 0; ) {
      const unread = 8 - (this.position & 7);
      const taken = Math.min(left, unread);
      const byte = this.bytes[this.position >> 3] ?? 0;
      value = value * 2 ** taken + ((byte >> (unread - taken)) & (2 ** taken - 1));
      left -= taken;
      this.position += taken;
    }
    return value;
  }

  varint(first: number): number {
    let value = 0;
    let weight = 1;
    for (let width = first; weight < MAX_VALUE; width = NEXT_GROUP) {
      const more = this.bits(1) === 1;
      value += this.bits(width) * weight;
      weight *= 2 ** width;
      if (!more) break;
    }
    if (value >= MAX_VALUE) this.fail("a number is too large");
    return this.firstFailure === null ? value : 0;
  }

  /** Fails unless nothing but the filling of the last byte is left. */
  end(): void {
    const left = this.bytes.length * 8 - this.position;
    if (left >= 8 || this.bits(left) !== 0) this.fail("there is more than its content");
  }
}
