/** Little-endian numbers from a byte array. The caller checks `remaining` first; reading past the end throws. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #offset: number;

  constructor(bytes: Uint8Array, offset = 0) {
    this.#bytes = bytes;
    this.#offset = offset;
  }

  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  uint(byteCount: 1 | 2 | 3 | 4): number {
    if (this.remaining < byteCount) throw new RangeError("Read past the end of a chat link.");
    let value = 0;
    for (let index = byteCount - 1; index >= 0; index--) {
      value = value * 256 + (this.#bytes[this.#offset + index] ?? 0);
    }
    this.#offset += byteCount;
    return value;
  }

  rest(): Uint8Array {
    const rest = this.#bytes.slice(this.#offset);
    this.#offset = this.#bytes.length;
    return rest;
  }
}

/** Collects little-endian numbers. A number that does not fit its bytes is a mistake of the caller and throws a RangeError. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  uint(value: number, byteCount: 1 | 2 | 3 | 4, field: string): void {
    const limit = 256 ** byteCount - 1;
    if (!Number.isInteger(value) || value < 0 || value > limit) {
      throw new RangeError(`${field} must be a whole number from 0 to ${limit}, not ${value}.`);
    }
    let rest = value;
    for (let index = 0; index < byteCount; index++) {
      this.#bytes.push(rest % 256);
      rest = Math.floor(rest / 256);
    }
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
