import { describe, expect, it } from "vitest";
import { BitReader, BitWriter } from "./bits.ts";

function bitsOf(write: (out: BitWriter) => void): string {
  const out = new BitWriter();
  write(out);
  return [...out.bytes()].map((byte) => byte.toString(2).padStart(8, "0")).join(" ");
}

describe("bits", () => {
  it("are written with the highest bit first and filled up with zeros", () => {
    expect(bitsOf((out) => out.bits(0b101, 3))).toBe("10100000");
    expect(
      bitsOf((out) => {
        out.bits(1, 1);
        out.bits(0x1ff, 9);
      }),
    ).toBe("11111111 11000000");
  });

  it("hold a number of groups, lowest first, each after the bit that announces the next", () => {
    expect(bitsOf((out) => out.varint(5, 7))).toBe("00000101");
    expect(bitsOf((out) => out.varint(0b11_0000101, 7))).toBe("10000101 00011000");
  });

  it.each([0, 1, 127, 128, 131_071, 131_072, 16_777_215, 2 ** 31, 2 ** 32 - 1])(
    "give %d back as a varint of any first group",
    (value) => {
      for (const first of [1, 4, 7, 12, 17]) {
        const out = new BitWriter();
        out.varint(value, first);
        const reader = new BitReader(out.bytes());
        expect(reader.varint(first)).toBe(value);
        reader.end();
        expect(reader.failure).toBeNull();
      }
    },
  );

  it("are told to end too early, and read as zero from there on", () => {
    const reader = new BitReader(Uint8Array.of(0xff));
    expect(reader.bits(9)).toBe(0);
    expect(reader.failure).toBe("it ends too early");
    expect(reader.bits(1)).toBe(0);
  });

  it("are told to hold a number above 32 bits", () => {
    const reader = new BitReader(new Uint8Array(20).fill(0xff));
    expect(reader.varint(17)).toBe(0);
    expect(reader.failure).toBe("a number is too large");
  });

  it.each([
    ["a whole byte too many", [0, 0]],
    ["a filling that is not zero", [1]],
  ])("are told to have %s", (_, bytes) => {
    const reader = new BitReader(Uint8Array.from(bytes));
    reader.bits(4);
    reader.end();
    expect(reader.failure).toBe("there is more than its content");
  });
});
